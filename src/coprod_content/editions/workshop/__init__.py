"""Editions for running a workshop: deck, facilitator guide, handouts and run sheet."""
