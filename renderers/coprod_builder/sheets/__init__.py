"""Sheets of paper as they will look: the pages of a Word file that was made here, drawn for a page."""

from coprod_builder.sheets.drawing import Sheet, pages_of

__all__ = ["Sheet", "pages_of"]
