"""Copy an item of the library into a content root."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content._version import __version__
from coprod_content.content.kinds import Kind
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.source import AMEND, display_path
from coprod_content.files.amending.writing_back import RootFile
from coprod_content.files.amending.yaml_edits import rewritten
from coprod_content.files.root_files import single_file
from coprod_content.files.text_file import decode_utf8, read_bytes
from coprod_content.files.yaml_reader import YamlValue, parse_yaml, read_yaml
from coprod_content.overlays.raw_items import RawItem, own_items, raw_items, retired_ids
from coprod_content.overlays.stamps import Stamp


class AdoptionError(Exception):
    """Error raised if an item cannot be copied."""


@frozen
class Adoption:
    """The files that copy an item into a content root.

    `file` is the item's file in the root, `stamp` the library's version of the item, and `photos` the photos and videos
    to copy.
    """

    file: RootFile
    stamp: Stamp
    photos: tuple[Path, ...] = ()


def adoption(id_: str, root: Path, library: Sequence[Path]) -> Adoption:
    """Return the files that copy an item into a root.

    `library` contains the content roots that the library is read from. The folder `root` need not exist. Raises
    AdoptionError, UnknownId or UnreadableFile.
    """
    items = raw_items(library)
    if id_ not in items:
        raise UnknownId(id_, tuple(items))
    item = items[id_]
    _refuse(item, root)
    return Adoption(_copy(item, root), stamp_of(item, library), tuple(_photos(item)))


def stamp_of(item: RawItem, library: Sequence[Path]) -> Stamp:
    """Return a stamp with an item's fields and the library's version.

    `library` contains the content roots that the library is read from.
    """
    return Stamp(item.id, item.kind.name, library_version(library), item.fields)


def library_version(library: Sequence[Path]) -> str:
    """Return the version of the library, and the date of its content."""
    dates = [_about(root).get("date") for root in library]
    last = next((str(date) for date in reversed(dates) if date), "")
    return f"coprod-content {__version__}, content of {last}" if last else f"coprod-content {__version__}"


def _about(root: Path) -> dict[str, YamlValue]:
    path = single_file(root, "about")
    value = read_yaml(path, display_path(path)).value if path.is_file() else {}
    return value if isinstance(value, dict) else {}


def _refuse(item: RawItem, root: Path) -> None:
    """Raise AdoptionError if the root has the item in any form."""
    if not root.is_dir():
        return
    own = next((each for each in own_items(root) if each.id == item.id), None)
    if own:
        raise AdoptionError(f"'{item.id}' is already in {display_path(own.source.path)}. Change it there.")
    if (root / AMEND / f"{item.id}.yaml").exists():
        what = f"{display_path(root / AMEND / item.id)}.yaml amends '{item.id}'."
        raise AdoptionError(f"{what} Add your changes there, or delete that file first.")
    if item.id in retired_ids(root):
        raise AdoptionError(
            f"'{item.id}' is retired in {display_path(root)}. Take it off the list in retire.yaml first."
        )


def _copy(item: RawItem, root: Path) -> RootFile:
    """Return a root's file with a copy of an item.

    If items of this kind share one file, it is the root's file with the item added.
    """
    if item.kind.one_file:
        return _in_shared_file(item.id, item.kind, item.fields, root)
    base = item.source
    while base.amends and base.base:
        base = base.base
    text = decode_utf8(read_bytes(base.path, display_path(base.path)), display_path(base.path))
    return RootFile(f"{item.kind.plural}/{item.id}.yaml", rewritten(text, item.fields))


def _in_shared_file(id_: str, kind: Kind, fields: dict[str, YamlValue], root: Path) -> RootFile:
    path = single_file(root, kind.plural)
    text = decode_utf8(read_bytes(path, display_path(path)), display_path(path)) if path.is_file() else ""
    value = parse_yaml(text, display_path(path)).value
    others = value if isinstance(value, dict) else {}
    return RootFile(path.name, rewritten(text, {**others, id_: fields}))


def _photos(item: RawItem) -> list[Path]:
    """Return the photos or video that an item names."""
    agenda: Any = item.fields.get("agenda", ())
    slots = (
        [slot.get("picture") for slot in agenda if isinstance(slot, dict)] if item.kind.plural == "workshops" else []
    )
    slots += [item.fields.get("sign_video")] if item.kind.plural == "films" else []
    names = [str(picture["file"]) for picture in slots if isinstance(picture, dict) and "file" in picture]
    return [path for name in dict.fromkeys(names) if (path := item.source.path.parent / Path(name).name).is_file()]
