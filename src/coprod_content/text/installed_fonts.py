"""The `fontpkg` module, changed so that it skips broken font packages."""

import importlib.resources
import json
from collections.abc import Iterator
from importlib.metadata import EntryPoint, distributions

import fontpkg
from fontpkg import _registry

from coprod_content.importing.entry_points import entry_points_in

__all__ = ["fontpkg"]


def _sound_entry_points(*, group: str) -> Iterator[EntryPoint]:
    """Yield the entry points of the font packages that are not broken."""
    try:
        found = entry_points_in(group)
    except Exception:  # one malformed file hides the entry points of all packages
        found = _readable_entry_points(group)
    return (entry for entry in found if _is_sound(entry, group))


def _readable_entry_points(group: str) -> Iterator[EntryPoint]:
    for distribution in distributions():
        try:
            entries = [entry for entry in distribution.entry_points if entry.group == group]
        except Exception:
            entries = []
        yield from entries


def _is_sound(entry: EntryPoint, group: str) -> bool:
    """Return whether a font package can be imported and its metadata read."""
    try:
        loaded = entry.load()
        if group == _registry.ENTRY_POINT_GROUP:
            json.loads((importlib.resources.files(loaded) / "metadata.json").read_text(encoding="utf-8"))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return False
    return True


_registry.entry_points = _sound_entry_points
