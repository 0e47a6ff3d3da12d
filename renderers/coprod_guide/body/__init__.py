"""The body of a guide: sections, blocks, tables, figures and running text."""
