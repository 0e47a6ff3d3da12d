"""Where things lie on the site: stable paths below its folder, and relative links from one page to another."""

from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item
from coprod_content.editions.items.item_page import has_page

HOME = "index.html"
SEARCH = "search.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
STYLE = "assets/style.css"


def index_of(plural: str) -> str:
    """The page that lists the items of a kind."""
    return f"{plural}/index.html"


def path_of(item: Item) -> str:
    """The page of an item; nothing where it has none."""
    return f"{kind_of(item).plural}/{item.id}.html" if has_page(item) else ""


def above(path: str) -> str:
    """What leads from a page to the folder of the site."""
    return "../" * path.count("/")


def asset(name: str) -> str:
    """Where a script or a picture that pages share lies."""
    return f"assets/{name}"


def sign(number: int, *, ground: bool) -> str:
    """The sign of a theme: white for the colour of the theme, or in that colour for paper."""
    return asset(f"sign-{number}{'-ground' if ground else ''}.svg")
