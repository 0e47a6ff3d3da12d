"""Previews of a pack's files, shown before downloading."""
