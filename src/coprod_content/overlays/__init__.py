"""Copies of library items, kept up to date with the library."""
