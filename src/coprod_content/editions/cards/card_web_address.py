"""The address of the web page that a printed card links to."""

from coprod_content.content.library import Library
from coprod_content.document.blocks import Signpost

PRINTED = "printed"
"""The query parameter that holds a printed card's date."""


def card_path(id_: str) -> str:
    """Return a card page's path, relative to the library's web address."""
    return f"cards/{id_}.html"


def card_page_signpost(id_: str, library: Library, further: str = "") -> tuple[Signpost, ...]:
    """Return a link from a printed card to its web page.

    The tuple is empty if the library has no web address. `further` is the title of anything else that the page links
    to, and is added to the label.
    """
    about = library.about
    if not about.url:
        return ()
    label = f"This card today, and “{further}”" if further else "This card today"
    return (Signpost(label, f"{about.url.rstrip('/')}/{card_path(id_)}?{PRINTED}={about.date}"),)
