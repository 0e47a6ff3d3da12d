"""Addresses of the site's pages and assets, relative to its folder."""

from coprod_content.content.kinds import page_path
from coprod_content.content.model import Item

HOME = "index.html"
SEARCH = "search.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
STYLE = "assets/style.css"
ICON = "assets/icon.svg"
LOGO = "assets/logo"
SHARED = "assets/shared.png"
SITEMAP = "sitemap.xml"


def index_of(plural: str) -> str:
    """Return the address of the page that lists items of one kind.

    `plural` is the kind's plural name, such as `tools`.
    """
    return f"{plural}/index.html"


def path_of(item: Item) -> str:
    """Return the address of an item's page, or "" if none."""
    return page_path(item)


def run_page(id_: str) -> str:
    """Return the address of the page from which people run a workshop."""
    return f"run/{id_}.html"


def asset(name: str) -> str:
    """Return the address of a script or picture shared by pages."""
    return f"assets/{name}"


def sign(number: int, *, ground: bool) -> str:
    """Return the address of a theme's symbol.

    If `ground` is true, the symbol's colours are for use on a background in the theme's colour. Otherwise they are for
    use on the page's usual background.
    """
    return asset(f"sign-{number}{'-ground' if ground else ''}.svg")


def pictogram(id_: str) -> str:
    """Return the address of a pictogram, which has its own background."""
    return asset(f"picture-{id_}.svg")
