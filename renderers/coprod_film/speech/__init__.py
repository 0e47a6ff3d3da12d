"""The speech in films: who speaks it, and recordings of people."""
