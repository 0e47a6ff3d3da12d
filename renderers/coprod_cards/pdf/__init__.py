"""PDF output: the data for Typst, its compilation, and print settings."""
