"""Write our reference deck, and read the reference deck of a brand."""
