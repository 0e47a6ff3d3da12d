"""Sections, blocks and titles that several editions share."""
