"""Sessions in progress: cut what is left, and learn from what happened."""
