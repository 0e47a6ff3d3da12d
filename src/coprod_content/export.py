"""Write a Library as JSON, and read it back."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from coprod_content.checks.library import library_errors
from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS
from coprod_content.content.library import Items, Library
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import found, problems
from coprod_content.findings.finding import ContentError, Finding, Place

FORMAT = "coprod_content/1"


def to_json(library: Library) -> str:
    """Return the library as JSON text, with items grouped by kind."""
    value: dict[str, Any] = {"format": FORMAT, "about": CONVERTER.unstructure(library.about)}
    for kind in KINDS:
        value[kind.plural] = [CONVERTER.unstructure(item) for item in library.of_kind(kind.name).values()]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str, name: str = "library.json") -> Library:
    """Read a library from JSON text that `to_json` wrote.

    `name` is the name of the file in findings. Raises ContentError with all findings.
    """
    value = _object(text, name)
    findings: list[Finding] = []
    findings += (
        _finding(name, path, "duplicate-key", "the key is given more than once.") for path in _repeated(value, ())
    )
    about = _structured(value.pop("about", {}), About, ("about",), name, findings)
    fields: dict[str, Any] = {}
    taken: dict[str, FieldPath] = {}
    for kind in KINDS:
        entries = value.pop(kind.plural, [])
        if not isinstance(entries, list):
            findings.append(_finding(name, (kind.plural,), "list", f"expected a list, {found(entries)}."))
            continue
        paths: list[FieldPath] = [(kind.plural, at) for at in range(len(entries))]
        items = [_structured(e, kind.type, path, name, findings) for e, path in zip(entries, paths, strict=True)]
        fields[kind.plural] = Items(tuple(item for item in items if item is not None))
        for item, path in zip(items, paths, strict=True):
            if item is not None and (first := taken.setdefault(item.id, path)) != path:
                what = f"the id '{item.id}' is already used by {field_name(first)}."
                findings.append(_finding(name, (*path, "id"), "duplicate-id", what, "Change one of the two ids."))
    for key in value:
        findings.append(Finding(code="unknown-key", where=Place(name), field=key, what="there is no such key here."))
    if about is None or findings:
        raise ContentError(findings)
    library = Library(about=about, **fields)
    errors = [finding for finding in library_errors(library) if finding.level == "error"]
    if errors:
        raise ContentError(errors)
    return library


class _Object(dict[str, Any]):
    """A JSON object as a dictionary that records its duplicate keys."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs) if len(self) < len(pairs) else Counter[str]()
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


def _repeated(value: object, path: FieldPath) -> Iterator[FieldPath]:
    """Yield the path of each duplicate key, at any depth."""
    if isinstance(value, _Object):
        yield from ((*path, key) for key in value.repeated)
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from _repeated(entry, (*path, key))


def _finding(name: str, path: FieldPath, code: str, what: str, fix: str = "") -> Finding:
    return Finding(code=code, where=Place(name), field=field_name(path), what=what, fix=fix)


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_Object)
    except (ValueError, RecursionError) as error:
        where = Place(name, error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else Place(name)
        what = str(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        if type(error) is ValueError:  # Python refuses integers of more than 4,300 digits
            what = "a whole number has thousands of digits"
        raise ContentError([Finding(code="not-json", where=where, what=f"this is not JSON: {what}.")]) from error
    if not isinstance(value, dict) or value.pop("format", None) != FORMAT:
        what, fix = f"expected an object with the format '{FORMAT}'.", "`coprod export --format json` writes one."
        raise ContentError([Finding(code="not-json", where=Place(name, 1, 1), what=what, fix=fix)])
    return value


def _structured(value: Any, cls: type, path: tuple[str | int, ...], name: str, findings: list[Finding]) -> Any:
    try:
        return CONVERTER.structure(value, cls)
    except Exception as error:
        findings += (problem.finding(Place(name), path) for problem in problems(error))
        return None
