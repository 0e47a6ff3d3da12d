"""Cards to print, their index and boxes, and the printer test sheet."""
