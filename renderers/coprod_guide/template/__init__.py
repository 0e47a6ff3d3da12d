"""The reference document for guides, and its package."""
