"""Documents that all renderers read, with their sections, blocks and citations."""
