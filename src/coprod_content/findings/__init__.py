"""Findings, faults in finished files, and the rules that explain their codes."""
