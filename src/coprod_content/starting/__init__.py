"""Starting a content root with an organisation's own brand."""
