"""Checks on libraries, documents, wording, reading age and coverage."""
