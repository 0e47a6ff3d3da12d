"""Export references to reference managers, as CSL-JSON and BibTeX."""

import json
from typing import Any

from coprod_content.content.library import Library
from coprod_content.content.model import Reference
from coprod_content.document.citations import address_of

_MORE = "et al."
_LATEX = str.maketrans(
    {
        **{character: f"\\{character}" for character in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def csl_json(library: Library) -> str:
    """Return a library's references as CSL-JSON 1.0.2, omitting unknown details."""
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
        "URL": work.url or address_of(work),
        "note": "There are more authors than these." if _MORE in work.authors else None,
    }
    return {key: value for key, value in fields.items() if value}


def _type(work: Reference) -> tuple[str, str]:
    """Return a work's CSL type and BibTeX type."""
    if work.container and (work.volume or work.doi):
        return "article-journal", "article"
    return ("document", "misc")


def _person(name: str) -> dict[str, str]:
    """Return the CSL name of a person (`Surname, Initials`) or organisation."""
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}


def bibtex(library: Library) -> str:
    """Return a library's references as BibTeX entries, omitting unknown details."""
    return "\n".join(_entry(work) for work in library.references.values())


def _entry(work: Reference) -> str:
    kind = _type(work)[1]
    names = ["others" if name == _MORE else _bibtex_name(name) for name in work.authors]
    escaped = {
        "journal" if kind == "article" else "howpublished": work.container,
        "year": work.year,
        "volume": work.volume,
        "number": work.issue,
        "pages": work.pages,
    }
    fields = {
        "author": " and ".join(names),
        "title": f"{{{work.title.translate(_LATEX)}}}",
        **{key: str(value).translate(_LATEX) for key, value in escaped.items() if value},
        "doi": work.doi,
        "url": work.url,
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{kind}{{{work.id},\n{lines}}}\n"


def _bibtex_name(name: str) -> str:
    escaped = name.translate(_LATEX)
    return escaped if ", " in name else f"{{{escaped}}}"
