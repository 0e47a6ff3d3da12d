"""The page of the web edition that a printed card leads to."""

from coprod_content.content.library import Library
from coprod_content.document.blocks import Signpost

PRINTED = "printed"
"""What stands before the day of the card in the address of its page."""


def card_path(id_: str) -> str:
    """Where the page of a card lies in the web edition."""
    return f"cards/{id_}.html"


def page_signpost(id_: str, library: Library, further: str = "") -> tuple[Signpost, ...]:
    """The way from a printed card to its page, with the day of what was printed; none where the library has no address.

    `further` is the title of something else that the page leads to.
    """
    about = library.about
    if not about.url:
        return ()
    label = f"This card today, and “{further}”" if further else "This card today"
    return (Signpost(label, f"{about.url.rstrip('/')}/{card_path(id_)}?{PRINTED}={about.date}"),)
