"""Editions printed on cards: postcards, tool cards and the printer test sheet."""
