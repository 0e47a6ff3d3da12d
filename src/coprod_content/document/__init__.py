"""The neutral document that every renderer reads, and its citations."""
