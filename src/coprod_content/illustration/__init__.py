"""Drawing people and scenes."""
