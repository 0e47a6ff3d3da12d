"""Comparing edited files with new ones, and finding changed fields."""
