"""The frames of films."""
