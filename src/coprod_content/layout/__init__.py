"""Measuring text and fitting documents into frames of a fixed size."""
