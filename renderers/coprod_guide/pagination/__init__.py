"""Pagination: estimated text heights and rules for keeping text together."""
