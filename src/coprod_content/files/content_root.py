"""A content root: its files read and given types, with everything that is wrong in them."""

import stat
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS, Kind
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, Source, display_path
from coprod_content.files.conversion_findings import converted
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import ParsedYaml, read_yaml
from coprod_content.findings.finding import Finding, Level, Place, nearest

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_SINGLE_FILES = {"about.yaml", "brand.yaml", "retire.yaml", *(f"{kind.plural}.yaml" for kind in KINDS if kind.one_file)}
_FOLDERS = {kind.plural for kind in KINDS if not kind.one_file}


@frozen(kw_only=True)
class ContentRoot:
    """What one content root holds.

    `retired` are the ids in its `retire.yaml` and where they stand; `broken` the ids of items that could not be read,
    and the kinds whose one file could not be.
    """

    path: Path
    items: tuple[Item, ...] = ()
    retired: tuple[tuple[str, Place], ...] = ()
    about: About | None = None
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class _Entry:
    """One item to be: its kind, its id, the reading of its file and the path of the item in it."""

    kind: Kind
    id: str
    reading: ParsedYaml
    file: str
    within: FieldPath = ()


def canonical_root() -> Path:
    """Where the canonical content lies: in the checkout if there is one, else in the installed package."""
    checkout = Path(__file__).parents[3] / "content"
    return checkout if (checkout / "about.yaml").is_file() else Path(str(resources.files("coprod_content"))) / "content"


def read_root(path: Path) -> ContentRoot:
    """What a content root holds, and what is wrong with it."""
    fault = root_fault(path)
    if fault:
        return ContentRoot(path=path, findings=(fault,))
    findings = list(_strangers(path))
    items: list[Item] = []
    broken: list[str] = []
    for entry in _entries(path, findings, broken):
        item = _item(entry, path, findings)
        if item is None:
            broken.append(entry.id)
        else:
            items.append(item)
    return ContentRoot(
        path=path,
        items=tuple(items),
        retired=tuple(_retired(path, findings)),
        about=_about(path, findings),
        broken=tuple(broken),
        findings=tuple(findings),
    )


def root_fault(path: Path) -> Finding | None:
    """Why a path is no content root at all, or nothing."""
    if path.is_dir():
        return None
    what = "is a file, not a folder." if path.exists() else "there is no such folder."
    fix = "Give a folder laid out like content/; `coprod new pack DIR` makes one."
    return Finding(code="no-root", where=Place(display_path(path)), what=what, fix=fix)


def file_fault(path: Path, root: Path) -> Finding | None:
    """Why a path is no file of a content root: a link out of it, a folder, a device. Nothing for a file."""
    if _lies_in(path, root) or (path.is_file() and path.resolve().is_relative_to(root.resolve())):
        return None
    what, fix = "is not a file of this content root.", "Put the file itself here, not a link to it."
    return Finding(code="file-name", where=Place(display_path(path)), what=what, fix=fix)


def _lies_in(path: Path, root: Path) -> bool:
    """Whether a path is a file in a root or in a folder of it, with no link on the way: quickly told, true of most."""
    folder = path.parent
    if folder != root and (folder.parent != root or folder.name == ".." or folder.is_symlink()):
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _strangers(root: Path) -> Iterator[Finding]:
    """Folders and YAML files that nothing would read, so that a misspelt one is not passed over in silence."""
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name not in _FOLDERS and not path.name.startswith("."):
            fix = nearest(path.name, _FOLDERS) or f"Known folders: {', '.join(sorted(_FOLDERS))}."
            yield _finding(path, "unknown-folder", "this folder is not read.", fix, "warning")
        elif path.suffix.lower() in (".yaml", ".yml") and path.name not in _SINGLE_FILES:
            fix = nearest(path.name, _SINGLE_FILES) or "An item's file belongs in the folder of its kind."
            yield _finding(path, "unknown-file", "this file is not read.", fix, "warning")


def _finding(path: Path, code: str, what: str, fix: str, level: Level = "error") -> Finding:
    return Finding(code=code, level=level, where=Place(display_path(path)), what=what, fix=fix)


def _entries(root: Path, findings: list[Finding], broken: list[str]) -> Iterator[_Entry]:
    for kind in KINDS:
        if kind.one_file:
            yield from _shared_file(root, kind, findings, broken)
            continue
        for path in _item_files(root / kind.plural, findings):
            fault = _bad_name(path)
            if fault:
                findings.append(fault)
            reading = None if fault else _reading(path, root, findings)
            if reading is None:
                broken.append(path.stem)
            else:
                yield _Entry(kind, path.stem, reading, f"{kind.plural}/{path.name}")


def _item_files(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.suffix.lower() in (".yaml", ".yml"):
            yield path
        elif path.is_dir():
            fix = "Put the files of its items one folder up."
            findings.append(_finding(path, "unknown-folder", "this folder is not read.", fix, "warning"))


def _shared_file(root: Path, kind: Kind, findings: list[Finding], broken: list[str]) -> Iterator[_Entry]:
    path = root / f"{kind.plural}.yaml"
    reading = _reading_if_there(path, root, findings)
    if reading and isinstance(reading.value, dict):
        for id_ in reading.value:
            yield _Entry(kind, id_, reading, path.name, (id_,))
    elif reading:
        what = f"expected the id of a {kind.name} and its fields under it."
        findings.append(Finding(code="mapping", where=reading.place(()), what=what))
        broken.append(kind.name)
    elif path.exists() or path.is_symlink():
        broken.append(kind.name)


def _bad_name(path: Path) -> Finding | None:
    if path.suffix != ".yaml":
        return _finding(path, "file-name", f"ends in {path.suffix}.", f"Rename it to {path.stem}.yaml.")
    if path.stem.lower() in _DEVICES:
        what = f"'{path.stem}' cannot be a file name on Windows."
        return _finding(path, "file-name", what, "Choose another id.")
    return None


def _reading_if_there(path: Path, root: Path, findings: list[Finding]) -> ParsedYaml | None:
    return _reading(path, root, findings) if path.exists() or path.is_symlink() else None


def _reading(path: Path, root: Path, findings: list[Finding]) -> ParsedYaml | None:
    fault = file_fault(path, root)
    if fault:
        findings.append(fault)
        return None
    try:
        reading = read_yaml(path, display_path(path))
    except UnreadableFile as error:
        findings.append(error.finding)
        return None
    findings += reading.findings
    return reading


def _item(entry: _Entry, root: Path, findings: list[Finding]) -> Item | None:
    value: Any = entry.reading.value
    for key in entry.within:
        value = value[key]
    source = Source(root.as_posix(), entry.file, entry.within)
    given = {"id": entry.id, "source": source}
    return converted(entry.kind.type, value, given, entry.reading, entry.within, findings)


def _about(root: Path, findings: list[Finding]) -> About | None:
    reading = _reading_if_there(root / "about.yaml", root, findings)
    return converted(About, reading.value, {}, reading, (), findings) if reading else None


def _retired(root: Path, findings: list[Finding]) -> Iterator[tuple[str, Place]]:
    """The ids in `retire.yaml`, which holds one key, `retire`, with a list, and where each stands."""
    reading = _reading_if_there(root / "retire.yaml", root, findings)
    if reading is None:
        return
    value = reading.value
    if not isinstance(value, dict) or set(value) != {"retire"} or not isinstance(value["retire"], list):
        what, fix = "expected one key, retire, with a list of ids.", "For example: retire: [emotional-touchpoints]"
        findings.append(Finding(code="mapping", where=reading.place(()), what=what, fix=fix))
        return
    for index, id_ in enumerate(value["retire"]):
        yield str(id_), reading.place(("retire", index))
