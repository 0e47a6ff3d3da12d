"""Build finished files, make packs of them and write them to disk."""
