"""Films with speech, captions and audio description, made from storyboards."""

from coprod_film.film_files import FilmFiles, make_film
from coprod_film.film_problem import FilmProblem
from coprod_film.options import FilmOptions

__all__ = ["FilmFiles", "FilmOptions", "FilmProblem", "make_film"]
