"""The style sheet and list definitions of a guide."""
