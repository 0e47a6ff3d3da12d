"""Exact search for the best sequence of activities."""
