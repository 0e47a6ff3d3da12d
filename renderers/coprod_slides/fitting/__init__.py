"""Measure text on slides, choose type sizes, and outline a document as slides."""
