"""Inspectors for finished decks, Word documents, PDF files and web pages."""
