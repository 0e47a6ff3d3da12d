"""Findings: problems as values, and the rules behind their codes."""
