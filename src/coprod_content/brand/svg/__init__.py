"""Cleaning SVG drawings, and turning them into pictures."""
