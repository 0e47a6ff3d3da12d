"""E-books in EPUB 3, with web pages as chapters."""

from coprod_epub.renderer import renderer

__all__ = ["renderer"]
