"""Cards in PDF: for a print shop, on sheets for a printer at home or in an office, and to be read on a screen."""

from coprod_cards.pdf.fonts import uncovered
from coprod_cards.renderer import for_long_edge, for_printer, for_short_edge, test_sheet, to_read

__all__ = ["for_long_edge", "for_printer", "for_short_edge", "test_sheet", "to_read", "uncovered"]
