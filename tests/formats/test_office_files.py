"""Office files open without repair: they are valid by the schemas and whole as packages."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator

import pytest
from tests.support.office import faults, holes

from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_content.editions import EDITIONS, compose
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import Renderer, names, renderer
from coprod_content.testing import HOSTILE, specimen

BRAND = load_brand()
OFFICE = (".pptx", ".docx")
FORMATS = [name for name in names() if renderer(name).suffix in OFFICE]
CONTROL = "".join(map(chr, range(32))) + "\x7f\x85\ud800\udfff\ufffe\uffff" + "\U0001fffe"


def rendered(document: Document, found: Renderer) -> bytes:
    """Return the file of a document, fitted first if the format has frames."""
    fitted = fit(document, found.frames(BRAND)).document if found.frames else document
    return found.render(fitted, BRAND)


def documents(library: Library, most: int | None = None) -> Iterator[tuple[str, Document]]:
    """Yield each edition of each item that it can be made of, or of the first few items; one film and one diagram."""
    for edition in EDITIONS:
        if edition.kind == "item":
            continue
        ids = tuple(library.of_kind(edition.kind)) if edition.needs_selection and edition.kind else ("",)
        for id_ in ids[: 1 if edition.kind in {"film", "diagram"} else most]:
            yield f"{edition.name}-{id_ or 'all'}", compose(edition.name, library, (id_,) if id_ else ())


def faults_by_document(name: str, made: Iterable[tuple[str, Document]]) -> dict[str, list[str]]:
    """Return the names of documents whose file in a format has faults, with the first three of each."""
    found = renderer(name)
    wrong = {id_: faults(rendered(document, found), found.suffix) for id_, document in made}
    assert len(wrong) > 15
    return {id_: reported[:3] for id_, reported in wrong.items() if reported}


@pytest.mark.thorough
@pytest.mark.parametrize("name", FORMATS)
def test_every_edition_is_valid(name: str, library: Library) -> None:
    """Every edition is a valid deck and a valid guide, whatever it is usually made as."""
    assert faults_by_document(name, documents(library, most=1)) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("name", FORMATS)
def test_every_edition_of_every_item_is_valid(name: str, library: Library) -> None:
    """The same holds for every workshop, theme and article."""
    assert faults_by_document(name, documents(library)) == {}


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_valid(name: str) -> None:
    """Text that is markup, control characters and half characters give valid files, in every block."""
    found = renderer(name)
    words = ". ".join((*HOSTILE, f"Control {CONTROL} characters"))
    assert faults(rendered(specimen(words), found), found.suffix) == []


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return a package after a change to its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def without(old: bytes, new: bytes, name: str) -> Callable[[dict[str, bytes]], None]:
    """Return a change that replaces some bytes of a part."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


SLIDE = "ppt/slides/slide1.xml"
PLANTED = {
    "an orphan": (lambda parts: parts.update({"ppt/slides/slide999.xml": b"<a/>"}), "nothing leads to"),
    "no content type": (without(b"/ppt/slides/slide1.xml", b"/ppt/x.xml", "[Content_Types].xml"), "no content type"),
    "a type of nothing": (without(b"/ppt/slides/slide1.xml", b"/ppt/x.xml", "[Content_Types].xml"), "has no part"),
    "a part gone": (lambda parts: parts.pop("ppt/presProps.xml"), "which is not there"),
    "an id twice": (without(b'<p:cNvPr id="3"', b'<p:cNvPr id="2"', SLIDE), "the id 2 is there 2 times"),
    "a slide number too low": (without(b'id="256"', b'id="255"', "ppt/presentation.xml"), "from 256"),
    "a relationship gone": (without(b'r:id="rId1"', b'r:id="rId999"', "ppt/presentation.xml"), "uses rId999"),
}


@pytest.mark.parametrize(("change", "words"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found(change: Callable[[dict[str, bytes]], object], words: str) -> None:
    """Each kind of hole is found in a deck that has just that one, and nothing in the deck without it."""
    data = rendered(specimen(), renderer("slides"))
    assert holes(data) == []
    found = holes(changed(data, change))
    assert any(words in hole for hole in found), found
