"""Compiling the worker's Python when a site is made, so that the builder starts faster."""
