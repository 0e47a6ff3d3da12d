"""Measure text on slides, and choose layouts and type sizes."""
