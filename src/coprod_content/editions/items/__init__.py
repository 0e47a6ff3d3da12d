"""Editions to read or show: articles, guides, films, diagrams and lists."""
