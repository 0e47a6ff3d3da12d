"""Keeping loaded content between runs."""
