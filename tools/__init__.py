"""Scripts for people who work on the library. Nothing here is installed."""
