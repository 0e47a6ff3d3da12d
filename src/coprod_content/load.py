"""Loading content roots into a Library: read, give types, overlay, cross-check."""

from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, frozen

from coprod_content.checks import errors_in
from coprod_content.findings import ContentError, Finding, Place, nearest
from coprod_content.kinds import KINDS, Kind
from coprod_content.library import Items, Library
from coprod_content.model import About, Item, Theme
from coprod_content.source import FieldPath, Source, field_name, shown
from coprod_content.structure import CONVERTER, problems
from coprod_content.yamlfile import Reading, Unreadable, read

T = TypeVar("T")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_SINGLE_FILES = {"about.yaml", "brand.yaml", "retire.yaml", *(f"{kind.plural}.yaml" for kind in KINDS if kind.one_file)}
_FOLDERS = {kind.plural for kind in KINDS if not kind.one_file}


def canonical_root() -> Path:
    """Where the canonical content lies: in the checkout if there is one, else in the installed package."""
    checkout = Path(__file__).parents[2] / "content"
    return checkout if (checkout / "about.yaml").is_file() else Path(str(resources.files("coprod_content"))) / "content"


def load(*roots: Path | str) -> Library:
    """The Library of content roots, later ones over earlier ones; without any, the canonical content.

    A later root replaces or adds whole items by id, and its `retire.yaml` removes some.
    Raises ContentError with every problem of every file.
    """
    library, findings = examine(*roots)
    if library is None or any(finding.level == "error" for finding in findings):
        raise ContentError(findings)
    return library


def examine(*roots: Path | str) -> tuple[Library | None, tuple[Finding, ...]]:
    """The Library of content roots as far as it can be read, and what is wrong with it."""
    read_roots = [_read_root(Path(root)) for root in (roots or (canonical_root(),))]
    findings = [finding for root in read_roots for finding in root.findings]
    items: dict[str, Item] = {}
    retired: set[str] = set()
    for root in read_roots:
        findings += _unknown_retired(root, items)
        for id_ in root.retired:
            items.pop(id_, None)
        retired = (retired | set(root.retired)) - {item.id for item in root.items}
        findings += _clashes(root, items)
        items |= {item.id: item for item in root.items}
    about = next((root.about for root in reversed(read_roots) if root.about), None)
    if about is None:
        if not findings:
            findings.append(_no_about(read_roots[0]))
        return None, tuple(findings)
    library = _library(about, items.values())
    broken = {id_ for root in read_roots for id_ in root.broken}
    return library, (*findings, *errors_in(library, broken, retired))


@frozen(kw_only=True)
class _Root:
    """What one content root holds. `broken` are the ids of items that could not be read."""

    path: str
    items: tuple[Item, ...] = ()
    retired: tuple[str, ...] = ()
    about: About | None = None
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class _Entry:
    """One item to be: its kind, its id, the reading of its file and the path of the item in it."""

    kind: Kind
    id: str
    reading: Reading
    file: str
    within: FieldPath = ()


def _read_root(path: Path) -> _Root:
    if not path.is_dir():
        what = "is a file, not a folder." if path.exists() else "there is no such folder."
        fix = "Give a folder laid out like content/; `coprod new pack DIR` makes one."
        finding = Finding(code="no-root", where=Place(shown(path)), what=what, fix=fix)
        return _Root(path=path.as_posix(), findings=(finding,))
    findings = list(_strangers(path))
    items, broken = [], []
    for entry in _entries(path, findings):
        item = _item(entry, path, findings)
        if item is None:
            broken.append(entry.id)
        else:
            items.append(item)
    return _Root(
        path=path.as_posix(),
        items=tuple(items),
        retired=tuple(_retired(path, findings)),
        about=_about(path, findings),
        broken=tuple(broken),
        findings=tuple(findings),
    )


def _strangers(root: Path) -> Iterator[Finding]:
    """Folders and YAML files that nothing would read, so that a misspelt one is not passed over in silence."""
    for path in sorted(root.iterdir()):
        where = Place(shown(path))
        if path.is_dir() and path.name not in _FOLDERS and not path.name.startswith("."):
            fix = nearest(path.name, _FOLDERS) or f"Known folders: {', '.join(sorted(_FOLDERS))}."
            yield Finding(code="unknown-folder", level="warning", where=where, what="this folder is not read.", fix=fix)
        elif path.suffix in (".yaml", ".yml") and path.name not in _SINGLE_FILES:
            fix = nearest(path.name, _SINGLE_FILES) or "An item's file belongs in the folder of its kind."
            yield Finding(code="unknown-file", level="warning", where=where, what="this file is not read.", fix=fix)


def _entries(root: Path, findings: list[Finding]) -> Iterator[_Entry]:
    for kind in KINDS:
        if kind.one_file:
            yield from _shared_file(root, kind, findings)
            continue
        for path in sorted((root / kind.plural).glob("*.y*ml")):
            finding = _bad_name(path, root)
            if finding:
                findings.append(finding)
                continue
            reading = _reading(path, root, findings)
            if reading:
                yield _Entry(kind, path.stem, reading, f"{kind.plural}/{path.name}")


def _shared_file(root: Path, kind: Kind, findings: list[Finding]) -> Iterator[_Entry]:
    path = root / f"{kind.plural}.yaml"
    reading = _reading(path, root, findings) if path.exists() else None
    if reading is None:
        return
    if not isinstance(reading.value, dict):
        what = f"expected the id of a {kind.name} and its fields under it."
        findings.append(Finding(code="mapping", where=reading.place(()), what=what))
        return
    for id_ in reading.value:
        yield _Entry(kind, id_, reading, path.name, (id_,))


def _bad_name(path: Path, root: Path) -> Finding | None:
    where = Place(shown(path))
    if path.suffix != ".yaml":
        return Finding(code="file-name", where=where, what="ends in .yml.", fix=f"Rename it to {path.stem}.yaml.")
    if path.stem.lower() in _DEVICES:
        what = f"'{path.stem}' cannot be a file name on Windows."
        return Finding(code="file-name", where=where, what=what, fix="Choose another id.")
    if not path.resolve().is_relative_to(root.resolve()) or not path.is_file():
        what = "is not a file of this content root."
        return Finding(code="file-name", where=where, what=what, fix="Put the file itself here, not a link to it.")
    return None


def _reading(path: Path, root: Path, findings: list[Finding]) -> Reading | None:
    try:
        reading = read(path, shown(path))
    except Unreadable as error:
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
    return _typed(entry.kind.type, value, given, entry.reading, entry.within, findings)


def _typed(
    cls: type[T], value: Any, given: dict[str, Any], reading: Reading, within: FieldPath, findings: list[Finding]
) -> T | None:
    if isinstance(value, dict):
        for key in given.keys() & value.keys():
            what, fix = "is not written in the file.", "The id is the name of the file. Delete this line."
            place = reading.place((*within, key), key=True)
            findings.append(Finding(code="unknown-key", where=place, field=key, what=what, fix=fix))
        value = {**value, **given}
    try:
        return CONVERTER.structure(value, cls)
    except Exception as error:
        for problem in problems(error):
            path = () if problem.path == ("id",) else problem.path
            findings.append(
                Finding(
                    code=problem.code,
                    where=reading.place((*within, *path), key=problem.key),
                    field=field_name(problem.path),
                    what=problem.what,
                    fix=problem.fix,
                )
            )
        return None


def _about(root: Path, findings: list[Finding]) -> About | None:
    path = root / "about.yaml"
    reading = _reading(path, root, findings) if path.exists() else None
    return _typed(About, reading.value, {}, reading, (), findings) if reading else None


def _retired(root: Path, findings: list[Finding]) -> Iterator[str]:
    """The ids in `retire.yaml`, which holds one key, `retire`, with a list."""
    path = root / "retire.yaml"
    reading = _reading(path, root, findings) if path.exists() else None
    if reading is None:
        return
    value = reading.value
    if not isinstance(value, dict) or set(value) != {"retire"} or not isinstance(value["retire"], list):
        what, fix = "expected one key, retire, with a list of ids.", "For example: retire: [emotional-touchpoints]"
        findings.append(Finding(code="mapping", where=reading.place(()), what=what, fix=fix))
        return
    yield from (str(id_) for id_ in value["retire"])


def _unknown_retired(root: _Root, below: dict[str, Item]) -> Iterator[Finding]:
    for id_ in root.retired:
        if id_ not in below:
            where = Place(shown(Path(root.path) / "retire.yaml"))
            what = f"there is no '{id_}' to retire in the roots before this one."
            yield Finding(code="unknown-id", where=where, field="retire", what=what, fix=nearest(id_, below))


def _clashes(root: _Root, below: dict[str, Item]) -> Iterator[Finding]:
    """Ids are unique in a library; an overlay may replace an item only by one of the same kind."""
    seen = dict(below)
    for item in root.items:
        other = seen.get(item.id)
        if other is not None and type(other) is not type(item):
            what = f"the id '{item.id}' is already that of {other.source}."
            where = Place(shown(item.source.path))
            yield Finding(code="duplicate-id", where=where, what=what, fix="Give one of the two another id.")
        seen[item.id] = item


def _no_about(root: _Root) -> Finding:
    what = "there is no about.yaml in any content root."
    return Finding(
        code="no-about",
        where=Place(shown(Path(root.path))),
        what=what,
        fix="Name the canonical content as the first root, or write one.",
    )


def _library(about: About, items: Iterable[Item]) -> Library:
    """Items by kind: themes by number, what belongs to a theme after its number, then by id."""
    pool = tuple(items)
    numbers = {item.id: item.number for item in pool if isinstance(item, Theme)}

    def rank(item: Item) -> tuple[int, str]:
        return numbers.get(item.id, numbers.get(getattr(item, "theme", ""), 99)), item.id

    library = Library(about=about)
    for kind in KINDS:
        chosen = sorted((item for item in pool if type(item) is kind.type), key=rank)
        library = evolve(library, **{kind.plural: Items(tuple(chosen))})
    return library
