"""The web edition: the whole library as a site of pages that works from a folder, offline, without a script."""

from coprod_site.making import site

__all__ = ["site"]
