"""Keeping loaded content, parts of films and other results between runs."""
