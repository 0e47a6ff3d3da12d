"""Card layout: the text area, the sides of each card, line breaks and blocks."""
