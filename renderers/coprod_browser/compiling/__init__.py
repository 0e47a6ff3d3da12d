"""Compiling the worker's Python when a site is made."""
