"""The reference document of a guide, and its package."""
