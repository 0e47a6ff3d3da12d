"""Inspect web pages."""
