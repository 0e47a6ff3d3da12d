"""Plan a workshop for a given length, group and purpose."""
