"""Comparing edited files with new ones, and finding the fields that were changed."""
