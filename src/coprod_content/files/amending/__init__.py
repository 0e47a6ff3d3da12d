"""Amend files, with which a content root changes other roots' items."""
