"""The brand: palette, type, logo, paper and card stock."""
