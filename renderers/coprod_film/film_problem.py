"""The error for films that cannot be made."""


class FilmProblem(Exception):
    """Error raised if a film cannot be made.

    The message is written for users.
    """
