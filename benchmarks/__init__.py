"""Measurements of speed and memory, each beside a peer in the same run.

They print figures. A run only fails if a pack takes longer to check and fit than to render.
"""
