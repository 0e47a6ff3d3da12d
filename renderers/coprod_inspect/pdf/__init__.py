"""Inspect PDF files."""
