"""PDF output: the data for Typst, its compilation, page boxes and fonts."""
