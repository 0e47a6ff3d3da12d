"""Films that play on the site."""
