"""Content files: reading YAML, converting values to items, and places of fields."""
