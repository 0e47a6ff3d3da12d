"""Slides inherit from their layouts, layouts state everything, and a change in a master reaches every slide."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from attrs import evolve
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.support.libreoffice import printed
from tests.support.pictures import picture
from tests.support.slides_reading import NAMES, Deck, rendered, workshop
from tests.support.slides_rendered import Word, pages_of

from coprod_content import Library
from coprod_content.brand.brand import Brand, ReferenceFiles
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Block, Bullets, Photograph
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.text.spans import verbatim
from coprod_slides import reference_deck
from coprod_slides.template.template_reader import template_of

BRAND = load_brand()
EVERY_PACK, EVERY_THEME, EVERY_CASE = (
    pytest.param(edition, ids, marks=pytest.mark.thorough)
    for edition, ids in (("deck", "workshops"), ("theme-slides", "themes"), ("case-slides", "cases"))
)
SKINS = {getattr(BRAND.palette, f"skin_{number}").removeprefix("#").upper() for number in range(1, 6)}
BODY = {"rot", "vert", "wrap", "lIns", "tIns", "rIns", "bIns", "numCol", "spcCol", "rtlCol", "anchor", "anchorCtr"}


def placeholders(deck: Deck) -> Iterator[tuple[Any, Any]]:
    """Yield the placeholders with text on slides, each with its slide in python-pptx."""
    for slide in deck.slides():
        for shape in slide.placeholders:
            if shape.has_text_frame:
                yield shape, slide


def inherited_size(shape: Any, slide: Any, level: int) -> int:
    """Return the type size, in hundredths of a point, that the layout or the master gives."""
    index = shape.placeholder_format.idx
    layout = next(each for each in slide.slide_layout.placeholders if each.placeholder_format.idx == index)
    master = slide.slide_layout.slide_master
    style = "titleStyle" if index == 0 else "bodyStyle"
    found = [
        *layout._element.xpath(f".//a:lstStyle/a:lvl{level}pPr/a:defRPr/@sz"),
        *master._element.xpath(f"p:txStyles/p:{style}/a:lvl{level}pPr/a:defRPr/@sz"),
    ]
    return int(found[0])


def assert_inherits(deck: Deck, name: str) -> None:
    """Fail if a slide repeats what its layout says."""
    for shape, slide in placeholders(deck):
        element = shape._element
        where = (name, shape.name, shape.text_frame.text[:40])
        assert not element.xpath("./p:spPr/*"), where
        assert not element.xpath(
            ".//a:bodyPr/@* | .//a:bodyPr/*[not(self::a:normAutofit[not(@*)])] | .//a:lstStyle/*"
        ), where
        assert not element.xpath(".//a:solidFill | .//a:lnSpc | .//a:spcBef | .//a:spcAft | .//a:buChar"), where
        assert not element.xpath(".//a:pPr/@marL | .//a:pPr/@indent | .//a:pPr/@algn"), where
        for paragraph in element.xpath(".//a:p"):
            level = int((paragraph.xpath("a:pPr/@lvl") or ["0"])[0]) + 1
            for size in paragraph.xpath("a:r/a:rPr/@sz"):
                assert int(size) < inherited_size(shape, slide, level), where
    assert {each.get("val") for each in deck.find("//a:srgbClr")} <= SKINS
    assert not deck.find("//p:sp[not(p:nvSpPr/p:nvPr/p:ph)][.//a:t][not(ancestor::p:grpSp)]")


@pytest.mark.parametrize(
    ("edition", "ids"),
    [("deck", ("first-steps",)), ("easy-read", ("first-steps",)), EVERY_PACK, EVERY_THEME, EVERY_CASE],
)
def test_slides_repeat_nothing_of_their_layout(edition: str, ids: Any, library: Library) -> None:
    """A placeholder has no position, spacing or colour of its own, and a type size only where text was shrunk.

    "Reset" in PowerPoint removes all of these. It changes only such sizes, and autofit then shrinks the text.
    """
    for id_ in getattr(library, ids) if isinstance(ids, str) else ids:
        assert_inherits(Deck(rendered(compose(edition, library, (id_,)), BRAND)), id_)


def test_layouts_state_everything() -> None:
    """No program has to guess an inset, anchor, autofit, spacing, bullet or border."""
    deck = Deck(reference_deck(BRAND))
    for name in deck.names(r"slide(Layouts|Masters)/[^/]+\.xml$"):
        root = deck.part(name)
        for body in root.xpath("//p:sp/p:txBody/a:bodyPr", namespaces=NAMES):
            assert {*body.keys()} == BODY, name
            assert [child.tag.rpartition("}")[2] for child in body] == ["normAutofit"], name
        for level in root.xpath("//a:lstStyle/* | //p:txStyles/*/*", namespaces=NAMES):
            assert {*level.keys()} == {"marL", "marR", "indent", "algn", "rtl"}, name
            for child in ("a:lnSpc", "a:spcBef", "a:spcAft", "a:defRPr[@sz and @b and @i and @u]/a:solidFill"):
                assert level.xpath(child, namespaces=NAMES), (name, child)
            assert level.xpath("a:buNone | a:buChar | a:buAutoNum", namespaces=NAMES), name
        for properties in root.xpath("//p:sp/p:spPr[a:prstGeom]", namespaces=NAMES):
            assert properties.xpath("a:ln", namespaces=NAMES), name
            assert properties.xpath("a:noFill | a:solidFill", namespaces=NAMES), name
    style = deck.part("ppt/tableStyles.xml")
    borders = style.xpath("//a:wholeTbl/a:tcStyle/a:tcBdr/*", namespaces=NAMES)
    assert {border.tag.rpartition("}")[2] for border in borders} == {
        *("left", "right", "top", "bottom", "insideH", "insideV")
    }
    assert all(border.xpath("a:ln/a:noFill | a:ln/a:solidFill", namespaces=NAMES) for border in borders)


def test_drawings_and_tables_state_everything(library: Library) -> None:
    """Shapes that a slide draws itself state their line, fill, insets, anchor and autofit, and cells their margins."""
    deck = Deck(rendered(compose("deck", library, ("first-steps",)), BRAND))
    slides = [deck.part(name) for name in deck.names(r"slides/slide\d+\.xml$")]
    own = "//p:sp[not(p:nvSpPr/p:nvPr/p:ph)] | //p:cxnSp | //p:pic[not(p:nvPicPr/p:nvPr/p:ph)]"
    drawn = [shape for slide in slides for shape in slide.xpath(own, namespaces=NAMES)]
    assert len(drawn) > 50
    for shape in drawn:
        assert shape.xpath("p:spPr/a:ln", namespaces=NAMES)
        assert not shape.tag.endswith("}sp") or shape.xpath("p:spPr/a:noFill | p:spPr/a:solidFill", namespaces=NAMES)
        for body in shape.xpath("p:txBody/a:bodyPr", namespaces=NAMES):
            assert {*body.keys()} == BODY
            assert [child.tag.rpartition("}")[2] for child in body] == ["noAutofit"]
    cells = [cell for slide in slides for cell in slide.xpath("//a:tcPr", namespaces=NAMES)]
    assert cells
    assert all({*cell.keys()} == {"anchor", "marL", "marR", "marT", "marB"} for cell in cells)


WIDE, TALL = (
    Photograph(picture("JPEG", *size), "Three people at a table", "Ours") for size in ((1600, 900), (900, 1600))
)


def without_photo_layouts() -> Brand:
    """Return a brand whose reference deck has no layouts with a place for a photo."""
    deck, out = Presentation(io.BytesIO(reference_deck(BRAND))), io.BytesIO()
    for layout in [each for each in deck.slide_layouts if each.name in ("Picture and text", "Full picture")]:
        deck.slide_layouts.remove(layout)
    deck.save(out)
    return evolve(BRAND, reference=ReferenceFiles(slides="own.pptx"), files=(("own.pptx", out.getvalue()),))


@pytest.mark.parametrize("has_places", [True, False])
@pytest.mark.parametrize("blocks", [(WIDE,), (TALL,), (Bullets((verbatim("One"),)), WIDE)])
def test_photos_state_everything(blocks: tuple[Block, ...], has_places: bool) -> None:
    """A photo has its alternative text, its own proportions and no outline, in a placeholder or on its own."""
    document = Document(title="T", language="en", sections=(Section(title="Us", blocks=blocks),))
    deck = Deck(rendered(document, BRAND if has_places else without_photo_layouts()))
    found = [
        (shape, slide)
        for name, slide in zip(deck.names(r"slides/slide\d+\.xml$"), deck.slides(), strict=True)
        for shape in deck.part(name).xpath("//p:pic", namespaces=NAMES)
    ]
    photos = [block for block in blocks if isinstance(block, Photograph)]
    for (shape, slide), photo in zip(found, photos, strict=True):
        assert bool(shape.xpath("p:nvPicPr/p:nvPr/p:ph", namespaces=NAMES)) is has_places
        assert_photo(shape, slide, photo)


def assert_photo(shape: Any, slide: Any, photo: Photograph) -> None:
    """Fail if a picture's properties are left to the program that shows it."""

    def stated(path: str) -> Any:
        return shape.xpath(path, namespaces=NAMES)

    assert stated("p:nvPicPr/p:cNvPr/@descr") == [photo.alt]
    assert stated("p:nvPicPr/p:cNvPicPr/a:picLocks/@noChangeAspect") == ["1"]
    assert stated("p:blipFill/a:blip/@r:embed")
    assert stated("p:blipFill/a:stretch/a:fillRect")
    crop = dict.fromkeys("ltrb", 0.0)
    crop |= {side: int(n) / 100_000 for each in stated("p:blipFill/a:srcRect") for side, n in each.items()}
    if stated("p:nvPicPr/p:nvPr/p:ph"):
        places = slide.slide_layout.placeholders
        (place,) = (each for each in places if each.placeholder_format.type == PP_PLACEHOLDER.PICTURE)
        assert not stated("p:spPr/*")
        assert place._element.xpath("p:spPr/a:ln")
        shown = place.width / place.height
    else:
        assert stated("p:spPr/a:prstGeom/@prst") == ["rect"]
        assert stated("p:spPr/a:ln/a:noFill")
        across, down = (int(stated(f"p:spPr/a:xfrm/a:ext/@{side}")[0]) for side in ("cx", "cy"))
        shown = across / down
    width, height = photo.size
    seen = width * (1 - crop["l"] - crop["r"]) / (height * (1 - crop["t"] - crop["b"]))
    assert seen == pytest.approx(shown, rel=0.01)


def test_lists_begin_with_a_bullet() -> None:
    """Where a body is a list, people who type get a bullet at once."""
    bodies = {layout.name: layout.placeholder("body") for layout in template_of(BRAND).layouts}
    bullets = {name: body.level().bullet for name, body in bodies.items() if body}
    assert bullets["Title and list"] == bullets["Closing"] == bullets["Activity: everyone"] == "•"
    assert bullets["Title and text"] == bullets["Question"] == ""


def test_an_accent_has_its_own_master() -> None:
    """The master of a theme maps the main colour to the theme's accent, and its layouts show the theme's sign."""
    deck = Deck(rendered(workshop(), BRAND))
    for name in deck.names(r"slideMasters/slideMaster\d{4}\.xml$"):
        number = name.removesuffix(".xml")[-4]
        assert deck.part(name).xpath("//p:clrMap/@tx2", namespaces=NAMES) == [f"accent{number}"]
    names = deck.names(r"theme/theme\d+\.xml$")
    titles = [deck.part(name).get("name") for name in names]
    assert {f"{BRAND.name}, theme 2", f"{BRAND.name}, theme 4"} <= {*titles}


def edited(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """Return a deck after a change to the text of its XML parts, given their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(name, content.decode()).encode() if name.endswith(".xml") else content)
    return out.getvalue()


def restyled(name: str, xml: str) -> str:
    """Move the title of each layout or master by 10 mm to the right, and change the theme's fonts and colours."""
    if "slideLayouts/" in name or "slideMasters/" in name:
        title = re.search(r'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="(\d+)"', xml)
        if title:
            start, end = title.span(1)
            return xml[:start] + str(int(title[1]) + 360_000) + xml[end:]
    if "theme/" in name:
        xml = re.sub(r'(<a:latin typeface=")[^"+]+', r"\1Liberation Serif", xml)
        return re.sub(r'(<a:(?:dk2|lt2|accent\d)><a:srgbClr val=")\w{6}', r"\1FF00FF", xml)
    return xml


def looks(pdf: Path) -> list[tuple[set[str], bool]]:
    """Return the fonts of each page, and whether it has the new colour."""
    with pikepdf.open(pdf) as pages:
        return [
            (
                {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in page.Resources.Font.values()},
                b"1 0 1 rg" in page.Contents.read_bytes(),
            )
            for page in pages.pages
        ]


def first_words(pages: tuple[tuple[Word, ...], ...], titles: list[str]) -> list[Word]:
    """Return the first word of each slide's title, which is the highest of the largest words that match."""
    found = []
    for words, title in zip(pages, titles, strict=True):
        alike = [word for word in words if word.text == title.split()[0]]
        found.append(max(alike, key=lambda word: word.bottom - word.top))
    return found


@pytest.mark.parametrize("id_", ["first-steps", "power-sharing"])
def test_a_change_in_a_master_reaches_every_slide(
    id_: str, library: Library, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Titles moved in PowerPoint's master and layouts, a new font and new theme colours are seen on all slides."""
    data = rendered(compose("deck", library, (id_,)), BRAND)
    files = {"before.pptx": data, "after.pptx": edited(data, restyled)}
    pdfs = printed(files.items(), judge, tmp_path)
    titles = [slide.shapes.title.text_frame.text.replace("\u00a0", " ") for slide in Deck(data).slides()]
    before, after = (first_words(pages_of(pdfs[name], judge("pdftotext")), titles) for name in files)
    stayed = [title for title, old, new in zip(titles, before, after, strict=True) if not 8 < new.left - old.left < 12]
    assert stayed == []
    assert looks(pdfs["after.pptx"]) == [({"LiberationSerif"}, True)] * len(titles)
