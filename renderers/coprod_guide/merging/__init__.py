"""Add our styles and lists to those of a template."""
