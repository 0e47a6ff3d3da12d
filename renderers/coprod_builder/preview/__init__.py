"""Previews of a pack's files, shown before they are downloaded."""
