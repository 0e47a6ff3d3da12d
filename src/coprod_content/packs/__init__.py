"""Build files, assemble them into packs and write the packs to disk."""
