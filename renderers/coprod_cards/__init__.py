"""Cards in PDF: for a print shop, and four up on A4 for a printer at home or in an office."""

from coprod_cards.glyphs import uncovered
from coprod_cards.renderer import for_long_edge, for_printer, for_short_edge

__all__ = ["for_long_edge", "for_printer", "for_short_edge", "uncovered"]
