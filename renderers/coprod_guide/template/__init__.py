"""Reference documents for guides, some made from an organisation's Word template."""
