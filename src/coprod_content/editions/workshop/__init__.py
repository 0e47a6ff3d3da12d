"""Editions for running a workshop: deck, guide, handouts and run sheet."""
