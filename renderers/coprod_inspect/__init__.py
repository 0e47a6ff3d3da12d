"""Inspectors of finished files: decks, Word documents, PDF files and web pages."""
