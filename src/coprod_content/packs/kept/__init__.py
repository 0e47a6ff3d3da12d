"""Finished files that are kept between runs, and why others are made again."""
