"""Sound, audio files, and the voices that speak text."""
