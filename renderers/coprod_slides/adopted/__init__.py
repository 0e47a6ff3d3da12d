"""Turn any PowerPoint template into the layouts that decks need."""
