"""Sign language videos, to play beside films on the site."""

from pathlib import Path

from attrs import frozen

from coprod_content.content.model import Item
from coprod_content.content.model.film import Film
from coprod_content.files.films.sign_videos import sign_video_path, video_type


@frozen
class SignedFilm:
    """A sign language video.

    `name` is its name on the site, and `type` its media type.
    """

    path: Path
    name: str
    type: str


def signed_film(item: Item) -> SignedFilm | None:
    """Return a film's sign language video.

    Returns None for any other item, and for a film without such a video.
    """
    path = sign_video_path(item) if isinstance(item, Film) else None
    return SignedFilm(path, f"{item.id}-signed{path.suffix.lower()}", video_type(path)) if path else None
