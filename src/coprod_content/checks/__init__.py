"""Checks of libraries and documents, of wording, reading age and coverage."""
