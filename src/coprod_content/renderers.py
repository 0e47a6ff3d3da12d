"""Renderers: plugins that turn a Document into the bytes of one format."""

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points

from attrs import frozen

from coprod_content.brand import Brand
from coprod_content.document import Document
from coprod_content.findings import nearest
from coprod_content.frame import Frames

GROUP = "coprod_content.renderers"


@frozen(kw_only=True)
class Renderer:
    """One format: the suffix of its files, its media type, and a pure function that makes the bytes.

    `render` reads no file, clock, network or global and prints nothing. A format with pages of a fixed size also gives
    `frames`, the boxes that text has to fit; its documents are fitted (see `fit`) before they are rendered. `reference`
    makes the file whose layouts and styles a brand may replace by its own. A format that embeds its fonts gives
    `uncovered`, the characters of a document that none of them has.
    """

    suffix: str
    media_type: str
    render: Callable[[Document, Brand], bytes]
    frames: Callable[[Brand], Frames] | None = None
    reference: Callable[[Brand], bytes] | None = None
    uncovered: Callable[[Document, Brand], str] | None = None


class RendererError(Exception):
    """A renderer that cannot be used: which, whose, and what to do."""


class UnknownRenderer(RendererError):
    """A name that no installed package answers to."""


def names() -> tuple[str, ...]:
    """The names of the installed renderers. Imports none of them. Raises RendererError where two share a name."""
    return tuple(_found())


def package_of(name: str) -> str:
    """The distribution that brings a renderer, with its version."""
    found = _entry(name).dist
    return f"{found.name} {found.version}" if found else "unknown package"


def renderer(name: str) -> Renderer:
    """The renderer of a name, imported now.

    Raises UnknownRenderer, or RendererError when its package does not import or brings something else.
    """
    entry = _entry(name)
    try:
        loaded = entry.load()
    except ModuleNotFoundError as error:
        raise RendererError(f"{_whose(name)} needs the module '{error.name}'. {_install(entry)}") from error
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise RendererError(f"{_whose(name)} does not import ({why}). Report it to those who make it.") from error
    if not isinstance(loaded, Renderer):
        raise RendererError(
            f"{_whose(name)} is not a Renderer but {type(loaded).__name__}. Report it to those who make it."
        )
    return loaded


def _whose(name: str) -> str:
    return f"The renderer '{name}' of {package_of(name)}"


def _install(entry: EntryPoint) -> str:
    package = entry.dist.name if entry.dist else "its package"
    extra = f"[{entry.extras[0]}]" if entry.extras else ""
    return f'Install it with: pip install "{package}{extra}"'


def _entry(name: str) -> EntryPoint:
    found = _found()
    if name not in found:
        near = nearest(name, found)
        raise UnknownRenderer(" ".join(p for p in (f"There is no renderer '{name}'.", near) if p))
    return found[name]


def _found() -> Mapping[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value)):
        if entry.name in found and found[entry.name].value != entry.value:
            owners = " and ".join(e.dist.name if e.dist else "?" for e in (found[entry.name], entry))
            raise RendererError(f"Two renderers are called '{entry.name}', of {owners}. Uninstall one of the packages.")
        found[entry.name] = entry
    return found
