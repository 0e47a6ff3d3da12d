"""Load content roots into a Library."""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve

from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS
from coprod_content.content.library import Items, Library
from coprod_content.content.model import Article, Item, Purpose, Series, Theme
from coprod_content.content.retirement import (
    ItemsAfterRetirement,
    RetiredId,
    RootItem,
    after_retirement,
    without_references,
)
from coprod_content.content.source import NOWHERE, Source, display_path
from coprod_content.files.cache.remembered import RootStates, root_states
from coprod_content.files.content_root import ContentRoot, canonical_root, read_root, root_fault
from coprod_content.files.field_positions import place_of
from coprod_content.files.our_content import stands_alone, with_ours
from coprod_content.files.root_files import single_file
from coprod_content.findings.finding import ContentError, Finding, nearest


class ContentWarning(UserWarning):
    """A warning about content, such as a file that is not read."""


def load(*roots: Path | str) -> Library:
    """Read a Library from content roots, on top of the canonical content.

    A later root adds or replaces whole items by id, and removes those listed in its `retire.yaml`. The canonical
    content is left out if the first root is a complete library: it has an `about.yaml` that does not say `include_ours:
    yes`. Raises ContentError with every error in every file, and issues a ContentWarning for each warning.
    """
    library, findings = examine(*roots)
    if library is None or any(finding.level == "error" for finding in findings):
        raise ContentError(findings)
    for finding in findings:
        if finding.level == "warning":
            warnings.warn(str(finding), ContentWarning, stacklevel=2)
    return library


def examine(*roots: Path | str) -> tuple[Library | None, tuple[Finding, ...]]:
    """Return a Library made from content roots, and all findings about it.

    Unlike `load`, this function does not raise ContentError for errors. The Library contains every item that can be
    read. It is None if no `about.yaml` can be read, or a root is not a folder.
    """
    return _remembered_library(_states(roots))


def examine_with_advice(*roots: Path | str) -> tuple[Library | None, tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the Library and findings that `examine` returns, and advice.

    Advice consists of findings that leave a library usable, such as one about a workshop without a break.
    """
    states = _states(roots)
    library, findings = _remembered_library(states)
    return library, findings, states.remembered("advice", lambda: _advice(library))


def _states(roots: Iterable[Path | str]) -> RootStates:
    return root_states(with_ours([Path(root) for root in roots]))


def _remembered_library(states: RootStates) -> tuple[Library | None, tuple[Finding, ...]]:
    return states.remembered("library", lambda: _examined([_remembered_root(path, states) for path in states.roots]))


def _remembered_root(path: Path, states: RootStates) -> ContentRoot:
    return states.of(path).remembered("root", lambda: read_root(path))


def examine_file(file: Path | str, *roots: Path | str) -> tuple[Library | None, tuple[Finding, ...]]:
    """Return a Library that includes a file's items, and the file's findings.

    If the file is in a content root, the whole root is read, after `roots`. Otherwise, the kind of item is inferred
    from the fields in the file. If no `roots` are given, the canonical content is included, unless the file's root is a
    complete library. The Library is None in the same cases as for `examine`.
    """
    return examine_file_with_advice(file, *roots)[:2]


def examine_file_with_advice(
    file: Path | str, *roots: Path | str
) -> tuple[Library | None, tuple[Finding, ...], tuple[Finding, ...]]:
    """Examine a file as `examine_file` does, and also return advice."""
    from coprod_content.files.item_file import read_item_file, root_around  # not needed for content from the cache

    path = Path(file)
    own = root_around(path)
    others = () if own and not roots and stands_alone(own) else with_ours([Path(root) for root in roots])
    if own:
        states = root_states((*(root for root in others if root.resolve() != own.resolve()), own))
        library, findings = _remembered_library(states)
        advice = states.remembered("advice", lambda: _advice(library))
    else:
        states = root_states(others)
        library, findings = _examined([*(_remembered_root(root, states) for root in others), read_item_file(path)])
        advice = _advice(library)
    return library, _of_file(path, findings), _of_file(path, advice)


def _of_file(path: Path, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.where and each.where.file == display_path(path))


def _advice(library: Library | None) -> tuple[Finding, ...]:
    from coprod_content.checks.easy_read import easy_read_findings
    from coprod_content.checks.library import library_advice

    return (*library_advice(library), *easy_read_findings(library)) if library else ()


def _examined(read_roots: list[ContentRoot]) -> tuple[Library | None, tuple[Finding, ...]]:
    from coprod_content.checks.library import library_errors  # not needed if the result is in the cache
    from coprod_content.files.amending.amended_items import amended_items

    findings = [finding for root in read_roots for finding in root.findings]
    if any(root_fault(root.path) for root in read_roots):
        return None, tuple(findings)
    broken = {name for root in read_roots for name in root.broken}
    items: dict[str, RootItem] = {}
    retired: dict[str, Item | None] = {}
    entries: dict[str, RetiredId] = {}
    for at, root in enumerate(read_roots):
        below = {id_: each.item for id_, each in items.items()}
        findings += _unknown_retired(root, below, broken)
        for id_, where in root.retired:
            entries.setdefault(id_, RetiredId(id=id_, root=at, where=where))
        retired |= {id_: below.get(id_) for id_ in sorted({id_ for id_, _ in root.retired})}
        items = {id_: each for id_, each in items.items() if id_ not in retired}
        for item in root.items:
            retired.pop(item.id, None)
            entries.pop(item.id, None)
        clashes = tuple(_clashes(root, {id_: each.item for id_, each in items.items()}))
        findings += (finding for _, finding in clashes)
        broken |= {item.id for item, _ in clashes}
        left_out = [item.source for item, _ in clashes]
        own = (_replacing(item, below) for item in root.items if item.source not in left_out)
        items |= {item.id: RootItem(item=item, root=at) for item in own}
        for amended in amended_items(root, {i: below[i] for i in items.keys() & below.keys()}, broken, retired):
            findings += amended.findings
            if amended.item:
                items[amended.id] = items[amended.id].amended(amended.item, amended.pointers, at)
    about, source = _about_of(read_roots, entries.values())
    left = after_retirement(items.values(), entries.values())
    gone = (*filter(None, retired.values()), *(each.item for each in left.unavailable))
    library = _library(about or _UNKNOWN, left, gone)
    findings += (*left.findings, *library_errors(library, broken, retired, source))
    return (library if about else None), ours_last(findings)


def ours_last(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, with files of the canonical content last."""
    ours = f"{display_path(canonical_root())}/"

    def position(finding: Finding) -> tuple[bool, str]:
        file = finding.where.file if finding.where else ""
        return file.startswith(ours), file

    return tuple(sorted(findings, key=position))


_UNKNOWN = About(
    title="?", language="en", date="2026-01-01", statement="?", credit="?", basis="?", licence="?", imprint="?"
)


def _about_of(roots: list[ContentRoot], retired: Iterable[RetiredId]) -> tuple[About | None, Source]:
    """Return the About of the last root with one, and its source.

    Returns None and NOWHERE if no root has one. Citations of references that later roots retire are removed.
    """
    for at, root in reversed(list(enumerate(roots))):
        if root.about:
            about = without_references(root.about, [entry.id for entry in retired if entry.root > at]) or root.about
            return about, Source(root.path.as_posix(), single_file(root.path, "about").name)
    return None, NOWHERE


def _unknown_retired(root: ContentRoot, below: dict[str, Item], broken: set[str]) -> Iterator[Finding]:
    own = {item.id for item in root.items}
    for id_, where in root.retired:
        if id_ not in below and id_ not in broken:
            what = f"there is no '{id_}' to retire in the roots before this one."
            fix = nearest(id_, below) or "Correct the id, or take it off the list."
            if id_ in own:
                what = f"'{id_}' is in this content root, and only items of earlier roots can be retired."
                fix = "Delete its file, or delete the id here."
            yield Finding(code="unknown-id", where=where, field="retire", what=what, fix=fix)


def _replacing(item: Item, below: dict[str, Item]) -> Item:
    """Return an item that records the source of the one it replaces.

    `below` contains the items of earlier roots, by id.
    """
    if item.id not in below:
        return item
    copied = item == below[item.id]
    return evolve(item, source=evolve(item.source, base=below[item.id].source, copied=copied))


def _clashes(root: ContentRoot, below: dict[str, Item]) -> Iterator[tuple[Item, Finding]]:
    """Yield items whose id another kind of item has, with findings."""
    seen = dict(below)
    for item in root.items:
        other = seen.get(item.id)
        if other is not None and type(other) is not type(item):
            what, fix = f"the id '{item.id}' is already used by {other.source}.", "Choose another id for this item."
            yield item, Finding(code="duplicate-id", where=place_of(item.source, ()), what=what, fix=fix)
        else:
            seen[item.id] = item


def _library(about: About, left: ItemsAfterRetirement, retired: tuple[Item, ...]) -> Library:
    """Return a Library with its items ordered by theme number and id.

    Articles are ordered by series first. `left` contains the items after retirement, and `retired` those that were left
    out.
    """
    pool = left.items
    numbers = {item.id: item.number for item in pool if isinstance(item, Theme)}
    series = [item.id for item in pool if isinstance(item, Series)]

    def rank(item: Item) -> tuple[int, int, str]:
        if isinstance(item, Article):
            return series.index(item.series) if item.series in series else -1, item.order or 99, item.id
        number = numbers.get(item.id, numbers.get(getattr(item, "theme", ""), 99))
        # Purposes and series keep the order of their file.
        return number, 0, "" if isinstance(item, Purpose | Series) else item.id

    fields: dict[str, Any] = {
        kind.plural: Items(
            tuple(sorted((item for item in pool if type(item) is kind.type), key=rank)),
            tuple(each for each in left.unavailable if type(each.item) is kind.type),
        )
        for kind in KINDS
    }
    return Library(about=about, retired=retired, unavailable=left.unavailable, **fields)
