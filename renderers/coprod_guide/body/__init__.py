"""Covers, sections, blocks, tables, figures, headers and footers in a guide."""
