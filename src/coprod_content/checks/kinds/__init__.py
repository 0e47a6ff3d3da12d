"""Checks of one kind of item."""
