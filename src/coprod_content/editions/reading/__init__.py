"""Editions to read: articles, guides to a theme, films, diagrams, lists, and a page for each item."""
