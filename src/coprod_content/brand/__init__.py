"""How things look: palette, type, logo, paper and card stock."""
