"""A template's styles and lists, and ours added beside them."""
