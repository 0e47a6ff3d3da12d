"""Inspect PowerPoint decks."""
