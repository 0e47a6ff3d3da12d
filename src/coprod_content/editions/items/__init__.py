"""Editions to read or show: articles, theme guides, films, diagrams, lists and item pages."""
