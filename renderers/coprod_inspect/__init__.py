"""Inspectors of finished files: slides, text documents, PDF and web pages. Each is a module with its entry point."""
