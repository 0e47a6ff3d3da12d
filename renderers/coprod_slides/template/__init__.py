"""Write the default reference deck, and read a brand's own deck."""
