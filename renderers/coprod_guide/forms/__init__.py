"""Heads and fields of forms, and certificates."""
