"""The document model shared by all renderers, with citations and bibliographies."""
