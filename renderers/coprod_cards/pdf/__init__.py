"""PDF output: data for Typst, compilation and print settings."""
