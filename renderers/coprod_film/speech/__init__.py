"""The sound of films: voices, recordings and spoken text."""
