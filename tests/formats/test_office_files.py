"""Every Office file that the library can become opens without repair: valid by the schemas, and whole as a package.

LibreOffice opens each of them, and every other that tests make, at the end of the run: see judging.py.
"""

import io
import zipfile
from collections.abc import Callable, Iterator

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
    """The file of a document, which is fitted first where the format has frames."""
    fitted = fit(document, found.frames(BRAND)).document if found.frames else document
    return found.render(fitted, BRAND)


def every_document(library: Library) -> Iterator[tuple[str, Document]]:
    """Every edition of the library: of each workshop, theme and article where it is of one; of a film and a diagram."""
    for edition in EDITIONS:
        if edition.kind == "item":
            continue
        ids = tuple(library.of_kind(edition.kind)) if edition.needs_selection and edition.kind else ("",)
        ids = ids[:1] if edition.kind in {"film", "diagram"} else ids  # `test_sites.py` makes all of them
        for id_ in ids:
            yield f"{edition.name}-{id_ or 'all'}", compose(edition.name, library, (id_,) if id_ else ())


@pytest.mark.parametrize("name", FORMATS)
def test_every_edition_is_valid(name: str, library: Library) -> None:
    """Every edition of every workshop and theme, as slides and as a guide."""
    found = renderer(name)
    wrong = {id_: faults(rendered(document, found), found.suffix) for id_, document in every_document(library)}
    assert len(wrong) > 25
    assert {id_: told[:3] for id_, told in wrong.items() if told} == {}


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_valid(name: str) -> None:
    """So is any text that broke writers of markup before, in every block; control characters and halves of characters
    too, of which the loader takes none.
    """
    found = renderer(name)
    for words in (". ".join(HOSTILE), f"Control {CONTROL} characters"):
        assert faults(rendered(specimen(words), found), found.suffix) == []


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A package after a change of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def without(old: bytes, new: bytes, name: str) -> Callable[[dict[str, bytes]], None]:
    """A change of some bytes of a part."""

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


@pytest.mark.parametrize(("change", "told"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_told(change: Callable[[dict[str, bytes]], object], told: str) -> None:
    """Each kind of hole is found in a deck that has just that one, and none before."""
    data = rendered(specimen(), renderer("slides"))
    assert holes(data) == []
    found = holes(changed(data, change))
    assert any(told in hole for hole in found), found
