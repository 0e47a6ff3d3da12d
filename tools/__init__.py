"""Helpers of those who work on the library. Nothing here is installed."""
