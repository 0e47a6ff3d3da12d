"""Editions for running a workshop, such as the deck and the handouts."""
