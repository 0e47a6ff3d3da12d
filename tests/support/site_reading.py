"""Reading the pages and scripts of the site."""

import json
import posixpath

from tests.support.web_reading import Reading

SEARCH_SCRIPTS = {"search.js"}


def reading(page: str) -> Reading:
    """Return a page as a screen reader reads it."""
    return Reading(page.encode())


def resolved(path: str, address: str) -> str:
    """Return the file in the site's folder that an address on a page leads to, with any #anchor."""
    where, _, name = address.partition("#")
    where = where.partition("?")[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), where)) if where else path
    return f"{target}#{name}" if name else target


def script_value(files: dict[str, bytes], name: str) -> object:
    """Return the value in a script of data."""
    text = files[name].decode()
    return json.loads(text[text.index("=") + 1 :].rstrip().removesuffix(";"))
