"""Sheets of cards: imposition, crop marks and the test pattern."""
