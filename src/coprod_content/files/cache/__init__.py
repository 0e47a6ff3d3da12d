"""Keeping loaded content, and parts of films, between runs."""
