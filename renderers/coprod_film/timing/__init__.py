"""The times of scenes and captions."""
