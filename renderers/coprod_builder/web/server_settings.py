"""Settings for what the builder serves and where it listens."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library


@frozen(kw_only=True)
class Serving:
    """A library and brand to serve, and an address to listen on.

    Worker processes load the same library and brand from the roots. `port` is the first port to try. `ready` is called
    with the URL as soon as a browser can open it.
    """

    library: Library
    brand: Brand
    content_roots: tuple[Path, ...]
    brand_roots: tuple[Path, ...]
    host: str
    port: int
    ready: Callable[[str], None]
