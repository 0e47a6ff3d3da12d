"""Sheets of cards: imposition, crop marks and printing notes."""
