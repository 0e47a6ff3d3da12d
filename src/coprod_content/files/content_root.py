"""Reading content roots: their items, and findings about their files."""

import os
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
from coprod_content.files.converter import converted
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import ParsedYaml, read_yaml
from coprod_content.findings.finding import Finding, Level, Place, nearest

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
SINGLE_FILES = {"about.yaml", "brand.yaml", "retire.yaml", *(f"{kind.plural}.yaml" for kind in KINDS if kind.one_file)}
FOLDERS = {kind.plural for kind in KINDS if not kind.one_file}


@frozen(kw_only=True)
class ContentRoot:
    """The contents of one content root.

    `retired` lists the ids in its `retire.yaml`, with their places. `broken` lists the ids of items that could not be
    read, and the names of kinds whose shared file could not be read.
    """

    path: Path
    items: tuple[Item, ...] = ()
    retired: tuple[tuple[str, Place], ...] = ()
    about: About | None = None
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class _ItemSource:
    """An item to convert, with its parsed file and path in it."""

    kind: Kind
    id: str
    parsed: ParsedYaml
    file: str
    within: FieldPath = ()


def canonical_root() -> Path:
    """Return the folder that contains the canonical content.

    In a checkout it is `content/`; otherwise it is inside the installed package.
    """
    checkout = Path(__file__).parents[3] / "content"
    return checkout if (checkout / "about.yaml").is_file() else Path(str(resources.files("coprod_content"))) / "content"


def read_root(path: Path) -> ContentRoot:
    """Read a content root, recording findings about its files."""
    fault = root_fault(path)
    if fault:
        return ContentRoot(path=path, findings=(fault,))
    findings = list(_unread_files(path))
    items: list[Item] = []
    broken: list[str] = []
    for entry in _entries(path, findings, broken):
        if item := _item(entry, path, findings):
            items.append(item)
        else:
            broken.append(entry.id)
    return ContentRoot(
        path=path,
        items=tuple(items),
        retired=tuple(_retired(path, findings)),
        about=_about(path, findings),
        broken=tuple(broken),
        findings=tuple(findings),
    )


def root_fault(path: Path) -> Finding | None:
    """Return a finding if a path is not a folder, or None."""
    if path.is_dir():
        return None
    what = "is a file, not a folder." if path.exists() else "there is no such folder."
    return _finding(path, "no-root", what, "Give a folder laid out like content/. `coprod new root DIR` makes one.")


def file_fault(path: Path, root: Path) -> Finding | None:
    """Check that a path is a file in a root.

    Return a finding if not, or None. A symbolic link that leads out of the root is rejected.
    """
    if _is_plain_file_in(path, root) or (path.is_file() and path.resolve().is_relative_to(root.resolve())):
        return None
    what = "is not a file of this content root."
    return _finding(path, "file-name", what, "Put the file itself here, not a link to it.")


def _is_plain_file_in(path: Path, root: Path) -> bool:
    """Whether a file is directly in a root or in its subfolders.

    This quick check, which most files pass, rejects symbolic links.
    """
    folder = path.parent
    if folder != root and (folder.parent != root or folder.name == ".." or folder.is_symlink()):
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _unread_files(root: Path) -> Iterator[Finding]:
    """Yield findings about folders and YAML files that are ignored."""
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name not in FOLDERS and not path.name.startswith("."):
            fix = nearest(path.name, FOLDERS) or f"Known folders: {', '.join(sorted(FOLDERS))}."
            yield _finding(path, "unknown-folder", "this folder is not read.", fix, "warning")
        elif path.suffix.lower() in (".yaml", ".yml") and path.name not in SINGLE_FILES:
            fix = nearest(path.name, SINGLE_FILES) or "An item's file belongs in the folder of its kind."
            yield _finding(path, "unknown-file", "this file is not read.", fix, "warning")


def _finding(path: Path, code: str, what: str, fix: str, level: Level = "error") -> Finding:
    return Finding(code=code, level=level, where=Place(display_path(path)), what=what, fix=fix)


def _entries(root: Path, findings: list[Finding], broken: list[str]) -> Iterator[_ItemSource]:
    for kind in KINDS:
        if kind.one_file:
            yield from _shared_file(root, kind, findings, broken)
            continue
        for path in _item_files(root / kind.plural, findings):
            fault = _bad_name(path)
            if fault:
                findings.append(fault)
            parsed = None if fault else _parsed(path, root, findings)
            if parsed is None:
                broken.append(path.stem)
            else:
                yield _ItemSource(kind, path.stem, parsed, f"{kind.plural}/{path.name}")


def _item_files(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.suffix.lower() in (".yaml", ".yml"):
            yield path
        elif path.is_dir():
            fix = "Move the files in it one folder up."
            findings.append(_finding(path, "unknown-folder", "this folder is not read.", fix, "warning"))


def _shared_file(root: Path, kind: Kind, findings: list[Finding], broken: list[str]) -> Iterator[_ItemSource]:
    path = root / f"{kind.plural}.yaml"
    parsed = _parsed(path, root, findings)
    if parsed and isinstance(parsed.value, dict):
        for id_ in parsed.value:
            yield _ItemSource(kind, id_, parsed, path.name, (id_,))
    elif parsed:
        what = f"expected ids of {kind.plural}, each with its fields below it."
        findings.append(Finding(code="mapping", where=parsed.place(()), what=what))
        broken.append(kind.name)
    elif os.path.lexists(path):
        broken.append(kind.name)


def _bad_name(path: Path) -> Finding | None:
    if path.suffix != ".yaml":
        return _finding(path, "file-name", f"ends in {path.suffix}.", f"Rename it to {path.stem}.yaml.")
    if path.stem.lower() in _DEVICES:
        what = f"'{path.stem}' cannot be a file name on Windows."
        return _finding(path, "file-name", what, "Choose another id.")
    return None


def _parsed(path: Path, root: Path, findings: list[Finding]) -> ParsedYaml | None:
    if not os.path.lexists(path):
        return None
    fault = file_fault(path, root)
    if fault:
        findings.append(fault)
        return None
    try:
        parsed = read_yaml(path, display_path(path))
    except UnreadableFile as error:
        findings.append(error.finding)
        return None
    findings += parsed.findings
    return parsed


def _item(entry: _ItemSource, root: Path, findings: list[Finding]) -> Item | None:
    value: Any = entry.parsed.value
    for key in entry.within:
        value = value[key]
    source = Source(root.as_posix(), entry.file, entry.within)
    given = {"id": entry.id, "source": source}
    return converted(entry.kind.type, value, given, entry.parsed, entry.within, findings)


def _about(root: Path, findings: list[Finding]) -> About | None:
    parsed = _parsed(root / "about.yaml", root, findings)
    return converted(About, parsed.value, {}, parsed, (), findings) if parsed else None


def _retired(root: Path, findings: list[Finding]) -> Iterator[tuple[str, Place]]:
    """Yield each id in `retire.yaml` with its place."""
    parsed = _parsed(root / "retire.yaml", root, findings)
    if parsed is None:
        return
    value = parsed.value
    if not isinstance(value, dict) or set(value) != {"retire"} or not isinstance(value["retire"], list):
        what, fix = "expected one key, retire, with a list of ids.", "For example: retire: [emotional-touchpoints]"
        findings.append(Finding(code="mapping", where=parsed.place(()), what=what, fix=fix))
        return
    for index, id_ in enumerate(value["retire"]):
        yield str(id_), parsed.place(("retire", index))
