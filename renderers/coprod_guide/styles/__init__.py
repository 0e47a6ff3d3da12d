"""The style sheet and the lists of a guide."""
