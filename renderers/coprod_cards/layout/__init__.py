"""Card layout: text areas, sides, line breaks and blocks."""
