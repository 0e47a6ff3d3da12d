"""The library as a website that works offline and without scripts."""

from coprod_site.site_files import SiteFile, make_site

__all__ = ["SiteFile", "make_site"]
