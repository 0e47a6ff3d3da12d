"""Exporting references to reference managers, as CSL-JSON and BibTeX."""

import json
from collections.abc import Iterator
from typing import Any

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.citations import address_of

_MORE = "et al."
_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def csl_json(library: Library) -> str:
    """Return the library's references as a CSL-JSON array (CSL 1.0.2).

    Unknown details are left out.
    """
    items = [_csl(work) for work in library.references.values()]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl(work: Reference) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": work.id,
        "type": _type(work)[0],
        "title": work.title,
        "author": [_person(name) for name in work.authors if name != _MORE],
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "container-title": work.container,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "DOI": work.doi,
        "URL": address_of(work),
        "note": "There are more authors than these." if _MORE in work.authors else None,
    }
    return {key: value for key, value in fields.items() if value}


def _type(work: Reference) -> tuple[str, str]:
    """Return the CSL type and the BibTeX type of a work."""
    if work.container and (work.volume or work.doi):
        return "article-journal", "article"
    return ("document", "misc")


def _person(name: str) -> dict[str, str]:
    """Return a CSL name for `Surname, Initials` or for an organisation."""
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}


def bibtex(library: Library) -> str:
    """Return the references as BibTeX entries, omitting unknown details."""
    return "\n".join(_entry(work) for work in library.references.values())


def _entry(work: Reference) -> str:
    kind = _type(work)[1]
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in _fields(work, kind))
    return f"@{kind}{{{work.id},\n{lines}}}\n"


def _fields(work: Reference, kind: str) -> Iterator[tuple[str, str]]:
    names = ["others" if name == _MORE else _bibtex_name(name) for name in work.authors]
    yield "author", " and ".join(names)
    yield "title", f"{{{_latex(work.title)}}}"
    if work.container:
        yield ("journal" if kind == "article" else "howpublished"), _latex(work.container)
    for key, value in (("year", work.year), ("volume", work.volume), ("number", work.issue), ("pages", work.pages)):
        if value:
            yield key, _latex(str(value))
    if work.doi:
        yield "doi", work.doi
    elif work.url:
        yield "url", work.url


def _bibtex_name(name: str) -> str:
    return _latex(name) if ", " in name else f"{{{_latex(name)}}}"


def _latex(words: str) -> str:
    """Escape the special characters in text for LaTeX."""
    return "".join(_LATEX.get(character, character) for character in words)
