"""Amend files: the fields of an item that a content root changes."""
