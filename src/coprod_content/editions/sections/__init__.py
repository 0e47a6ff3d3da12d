"""Sections and blocks that several editions share."""
