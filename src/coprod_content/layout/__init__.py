"""Measuring text, and fitting documents into frames."""
