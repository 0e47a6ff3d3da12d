"""Checks of a library, its wording and its reading age, of documents and easy-read texts."""
