"""Write a Library as JSON, and read it back."""

import json
from typing import Any

from coprod_content.checks.library import library_errors
from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS
from coprod_content.content.library import Items, Library
from coprod_content.files.converter import CONVERTER, problems
from coprod_content.findings.finding import ContentError, Finding, Place

FORMAT = "coprod_content/1"


def to_json(library: Library) -> str:
    """Return the library as a JSON object, with items grouped by kind."""
    value: dict[str, Any] = {"format": FORMAT, "about": CONVERTER.unstructure(library.about)}
    for kind in KINDS:
        value[kind.plural] = [CONVERTER.unstructure(item) for item in library.of_kind(kind.name).values()]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str, name: str = "library.json") -> Library:
    """Read a library from JSON text that `to_json` wrote.

    Raises ContentError with all findings, which give `name` as the file name.
    """
    value = _object(text, name)
    findings: list[Finding] = []
    about = _structured(value.pop("about", {}), About, ("about",), name, findings)
    fields: dict[str, Any] = {}
    for kind in KINDS:
        entries = value.pop(kind.plural, [])
        items = [_structured(e, kind.type, (kind.plural, at), name, findings) for at, e in enumerate(entries)]
        fields[kind.plural] = Items(tuple(item for item in items if item is not None))
    for key in value:
        findings.append(Finding(code="unknown-key", where=Place(name), field=key, what="there is no such key here."))
    if about is None or findings:
        raise ContentError(findings)
    library = Library(about=about, **fields)
    errors = library_errors(library)
    if errors:
        raise ContentError(errors)
    return library


def _object(text: str, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = Place(name, error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else Place(name)
        raise ContentError([Finding(code="not-json", where=where, what=f"this is not JSON: {error}.")]) from error
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
