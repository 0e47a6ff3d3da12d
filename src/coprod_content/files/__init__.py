"""Reading YAML content files, converting values to items, and locating fields."""
