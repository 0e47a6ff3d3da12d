"""Finished files kept between runs, and why others are made again."""
