"""Importing functions late, and finding entry points."""
