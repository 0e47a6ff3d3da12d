"""Slides of a PowerPoint file, drawn for a web page."""
