"""Pagination: estimated text heights, and what Word keeps on one page."""
