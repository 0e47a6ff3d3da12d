"""The reference document for guides, and the parts of its package."""
