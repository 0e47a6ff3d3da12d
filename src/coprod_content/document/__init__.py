"""Documents that every renderer reads: sections, blocks and citations."""
