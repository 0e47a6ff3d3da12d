"""Inspectors for PowerPoint decks, Word documents, PDF files and web pages."""
