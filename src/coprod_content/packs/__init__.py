"""Finished files: building one, making a pack, and writing them to disk."""
