"""Comparing edited files with new ones, and taking changes back."""
