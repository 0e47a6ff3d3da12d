"""Sound, its loudness, and the voices that speak text."""
