"""Reference managers can read every reference, with only the details that are known."""

import json
import re

from attrs import evolve

from coprod_content import Library
from coprod_content.content.library import Items
from coprod_content.content.model import Reference
from coprod_content.document.reference_exports import bibtex, csl_json

WORK = Reference(
    id="ng2020",
    authors=("Ng, A", "Health & Care Trust", "et al."),
    year=2020,
    title="50% of {everything}",
    container="A Journal",
    volume="3",
    finding="Something.",
)


def _only(library: Library, work: Reference) -> Library:
    return evolve(library, references=Items((work,)))


def test_every_reference_is_in_both(library: Library) -> None:
    """CSL-JSON and BibTeX both have every reference."""
    ids = list(library.references)
    assert [item["id"] for item in json.loads(csl_json(library))] == ids
    assert re.findall(r"^@\w+\{(.+),$", bibtex(library), re.MULTILINE) == ids


def test_csl_has_only_known_details(library: Library) -> None:
    """People have family and given names, organisations are literal, and unknown fields are missing."""
    (item,) = json.loads(csl_json(_only(library, WORK)))
    assert item == {
        "id": "ng2020",
        "type": "article-journal",
        "title": "50% of {everything}",
        "author": [{"family": "Ng", "given": "A"}, {"literal": "Health & Care Trust"}],
        "issued": {"date-parts": [[2020]]},
        "container-title": "A Journal",
        "volume": "3",
        "note": "There are more authors than these.",
    }


def test_bibtex_keeps_names_and_escapes_special_characters(library: Library) -> None:
    """Organisations stay whole, `et al.` becomes `others`, and special characters do not break the file."""
    assert bibtex(_only(library, WORK)) == (
        "@article{ng2020,\n"
        "  author = {Ng, A and {Health \\& Care Trust} and others},\n"
        "  title = {{50\\% of \\{everything\\}}},\n"
        "  journal = {A Journal},\n"
        "  year = {2020},\n"
        "  volume = {3},\n"
        "}\n"
    )


def test_a_page_without_a_journal_is_not_an_article(library: Library) -> None:
    """A work with only a title and an address is not listed as anything more."""
    page = Reference(id="x", authors=("Us",), title="A page", url="https://www.example.org/a_b", finding="Something.")
    assert "  doi = {10.1/x},\n  url = {https://www.example.org/a_b},\n" in bibtex(
        _only(library, evolve(page, doi="10.1/x"))
    )
    assert json.loads(csl_json(_only(library, page)))[0]["type"] == "document"
    assert bibtex(_only(library, page)) == (
        "@misc{x,\n  author = {{Us}},\n  title = {{A page}},\n  url = {https://www.example.org/a_b},\n}\n"
    )
