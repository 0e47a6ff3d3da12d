"""Content files on disk: reading YAML, giving values types, and finding each field's line and column."""
