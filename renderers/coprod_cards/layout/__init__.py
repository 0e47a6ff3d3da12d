"""Card layout: text area, sides, line breaks and blocks."""
