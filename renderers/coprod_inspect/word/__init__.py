"""Inspect Word documents."""
