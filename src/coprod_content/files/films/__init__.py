"""Reading films that were made, and recordings of their speakers."""
