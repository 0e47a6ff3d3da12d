"""The library as a website that works offline and without scripts."""

from coprod_content.files.films.made_films import UnusableFilm
from coprod_site.films.made_films import MadeFilm, made_films
from coprod_site.site_files import SiteFile, make_site

__all__ = ["MadeFilm", "SiteFile", "UnusableFilm", "made_films", "make_site"]
