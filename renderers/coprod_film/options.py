"""Options for making a film."""

from attrs import field, frozen
from attrs.validators import deep_iterable, in_

CONTAINERS = ("mp4", "webm")
_HEIGHTS = (720, 1080)


@frozen(kw_only=True)
class FilmOptions:
    """Options for making a film.

    `height` is the height of the picture, in pixels. `formats` contains the endings of the film files to make, such as
    `mp4`. With `open_captions`, captions are part of the picture, and cannot be turned off. With `still`, nothing
    moves.
    """

    height: int = field(default=720, validator=in_(_HEIGHTS))
    formats: tuple[str, ...] = field(default=("mp4",), validator=deep_iterable(in_(CONTAINERS)))
    open_captions: bool = False
    still: bool = False
