"""Sections, blocks and titles shared by several editions."""
