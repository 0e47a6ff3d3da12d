"""Letterheads, form fields and certificates."""
