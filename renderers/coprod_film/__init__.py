"""Films with speech, captions and description, made from storyboards."""

from coprod_film.film_files import FilmFiles, make_film
from coprod_film.film_problem import FilmProblem
from coprod_film.options import FilmOptions
from coprod_film.speech.recordings import recording_paths, shot_names, unused_files

__all__ = ["FilmFiles", "FilmOptions", "FilmProblem", "make_film", "recording_paths", "shot_names", "unused_files"]
