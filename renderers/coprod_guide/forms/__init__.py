"""Forms: their heads, their fields and certificates."""
