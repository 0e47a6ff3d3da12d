"""E-books in EPUB 3, with web pages as chapters."""

from coprod_epub.renderer import read_aloud, renderer

__all__ = ["read_aloud", "renderer"]
