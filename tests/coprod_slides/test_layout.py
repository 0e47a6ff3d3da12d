"""Slides are laid out as measured, also on the layouts of a brand's own reference deck."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Mm
from tests.support.pictures import picture
from tests.support.slides_reading import MM, NAMES, Deck, rendered, workshop

from coprod_content import Library
from coprod_content.brand.brand import Brand, Logo, ReferenceFiles
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Circle, Drawing, Label
from coprod_content.document.blocks import Bullets, Facts, Paragraph, Signpost, Table
from coprod_content.document.document import ROLES, Document, Section
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.testing import specimen_blocks
from coprod_content.text.spans import verbatim
from coprod_slides import reference_deck, render, slide_frames
from coprod_slides.template.layouts import LAYOUT_DESIGNS
from coprod_slides.template.template_reader import template_of

BRAND = load_brand()
WIDTH, HEIGHT, SAFE = 338.67, 190.5, 5
LENGTHS = st.integers(1, 400)
PIECES = st.sampled_from(["word ", "Sentence here. ", "unbreakable", "漢字", "a-b", "é ", "\u00a0", "WWWW "])


def deck_with(brand: Brand, change: Callable[[Any], None]) -> Brand:
    """Return a brand whose reference deck is ours after a change."""
    deck = Presentation(io.BytesIO(reference_deck(brand)))
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return evolve(brand, reference=ReferenceFiles(slides="own.pptx"), files=(("own.pptx", out.getvalue()),))


def layout_of(deck: Any, name: str) -> Any:
    """Return a layout of a deck by name."""
    return next(layout for layout in deck.slide_layouts if layout.name == name)


def leaves(shapes: Any) -> Iterator[Any]:
    """Yield the shapes of a slide, including those in groups."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from leaves(shape.shapes)
        else:
            yield shape


@given(st.lists(st.tuples(PIECES, LENGTHS), min_size=1, max_size=4), st.sampled_from([*ROLES, "tomorrow"]), LENGTHS)
def test_fits_or_is_reported(pieces: list[tuple[str, int]], role: str, length: int) -> None:
    """Text of any length fits its slide in every role, or there is a Finding."""
    words = "".join(piece * (count // len(pieces) + 1) for piece, count in pieces)[:1200]
    title = (pieces[0][0] * length)[:150]
    made = specimen_blocks(words)
    blocks = tuple(block for block in made if isinstance(block, Paragraph | Bullets | Facts | Table | Signpost))
    if not (title.strip() and words.strip()):
        return
    document = Document(
        title="T", language="en", sections=(Section(title=title, role=role, label="Label", blocks=blocks),)
    )
    fitted = fit(document, slide_frames(BRAND))
    within = []
    for _, section in fitted.document.walk():
        frame = slide_frames(BRAND).of(section)
        within.append(
            frame.stacked_height(section.blocks) <= frame.height + 1e-6 and frame.title_type(section) is not None
        )
    assert all(within) or fitted.findings
    assert fit(fitted.document, slide_frames(BRAND)).document == fitted.document
    assert render(fitted.document, BRAND)


def test_content_fits(library: Library) -> None:
    """All decks of the library fit without a finding, and the overview of every tool fits on one slide."""
    for edition, ids in (("deck", library.workshops), ("theme-slides", library.themes)):
        for id_ in ids:
            fitted = fit(compose(edition, library, (id_,)), slide_frames(BRAND))
            assert fitted.findings == (), (edition, id_)
            glances = [section.title for section in fitted.document.sections if section.role == "glance"]
            assert [title for title in glances if " of 2)" in title] == []


@pytest.mark.thorough
def test_guides_fit_on_slides(library: Library) -> None:
    """All guides of the library fit on slides without a finding."""
    for edition, ids in (("facilitator-guide", library.workshops), ("theme-guide", library.themes)):
        for id_ in ids:
            assert fit(compose(edition, library, (id_,)), slide_frames(BRAND)).findings == (), (edition, id_)


def test_boxes_inside() -> None:
    """No placeholder of the reference deck, and no shape of a fitted slide, reaches over the edge."""
    for layout in Presentation(io.BytesIO(reference_deck(BRAND))).slide_layouts:
        for shape in layout.placeholders:
            assert shape.left >= 0
            assert shape.left + shape.width <= WIDTH * MM
            assert shape.top >= 0
            assert shape.top + shape.height <= HEIGHT * MM
    for slide in Deck(rendered(workshop(), BRAND)).slides():
        assert all(shape.top + shape.height <= HEIGHT * MM for shape in leaves(slide.shapes))


def test_reference_deck() -> None:
    """Our reference deck is widescreen, has every layout in the brand's colours and font, and no slides."""
    deck = Presentation(io.BytesIO(reference_deck(BRAND)))
    names = [layout.name for layout in deck.slide_layouts]
    assert [name for name in names if name in LAYOUT_DESIGNS] == list(LAYOUT_DESIGNS)
    assert {"Two columns", "Picture and text", "Table", "Big number", "Team", "Organisation", "Blank"} <= {*names}
    assert (deck.slide_width, deck.slide_height, len(deck.slides)) == (12_192_000, 6_858_000, 0)
    theme = Deck(reference_deck(BRAND)).part("ppt/theme/theme1.xml")
    colours = theme.xpath("//a:clrScheme/*/a:srgbClr/@val", namespaces=NAMES)
    palette = BRAND.palette
    assert [f"#{colour.lower()}" for colour in colours[:6]] == [
        palette.ink,
        palette.paper,
        palette.brand,
        palette.sun,
        palette.theme_1,
        palette.theme_2,
    ]
    assert theme.xpath("//a:minorFont/a:latin/@typeface", namespaces=NAMES) == [BRAND.fonts.office]


def test_moved_boxes() -> None:
    """Text follows a box that a reference deck has moved, and is fitted to it."""

    def moved(deck: Any) -> None:
        for shape in layout_of(deck, "Title and list").placeholders:
            if shape.placeholder_format.idx == 1:
                shape.left, shape.top, shape.width, shape.height = Mm(40), Mm(60), Mm(100), Mm(50)

    brand = deck_with(BRAND, moved)
    frame = slide_frames(brand).of(Section(title="A", blocks=(Bullets((verbatim("B"),)),)))
    assert (round(frame.width), round(frame.height)) == (100, 50)
    points = Section(
        title="Points", blocks=(Bullets(tuple(verbatim(f"A point of some words, {n}") for n in range(9))),)
    )
    slides = Deck(rendered(Document(title="T", language="en", sections=(points,)), brand)).slides()
    assert len(slides) > len(Deck(rendered(Document(title="T", language="en", sections=(points,)), BRAND)).slides())
    for slide in slides:
        body = slide.placeholders[1]
        assert body.left == Mm(40)
        assert body.top + body.height == Mm(110)


def test_inherited_boxes() -> None:
    """A placeholder without a position has that of the master, and a deck without a notes master takes ours."""

    def stripped(deck: Any) -> None:
        for shape in layout_of(deck, "Title and text").placeholders:
            if shape.placeholder_format.idx == 0 and shape._element.spPr.xfrm is not None:
                shape._element.spPr.remove(shape._element.spPr.xfrm)
        for id_, relationship in list(deck.part.rels.items()):
            if relationship.reltype.endswith("/notesMaster"):
                deck.part.rels.pop(id_)
        listed = deck.element.find(f"{{{NAMES['p']}}}notesMasterIdLst")
        deck.element.remove(listed)

    brand = deck_with(BRAND, stripped)
    title = template_of(brand).layout("Title and text")["title"].box
    master = Presentation(io.BytesIO(reference_deck(BRAND))).slide_masters[0].placeholders[0]
    assert (round(title.x * MM), round(title.width * MM)) == (master.left, master.width)
    deck = Deck(rendered(workshop(), brand))
    assert deck.names(r"notesMasters/notesMaster\d+\.xml$")
    assert any(slide.has_notes_slide for slide in deck.slides())


def test_own_colours() -> None:
    """A brand's reference deck brings its theme, masters and layouts, but not its slides."""

    def changed(deck: Any) -> None:
        layout = layout_of(deck, "Cover")
        layout.shapes[0].name = "Our own circle"
        deck.slides.add_slide(layout).shapes.title.text = "Not wanted"

    deck = Deck(rendered(workshop(), deck_with(BRAND, changed)))
    layouts = [deck.part(name) for name in deck.names(r"slideLayouts/slideLayout\d+\.xml$")]
    assert any(root.xpath("//p:cNvPr[@name='Our own circle']", namespaces=NAMES) for root in layouts)
    assert "Not wanted" not in " ".join(deck.words(at) for at in range(len(deck.slides())))


def test_other_sizes() -> None:
    """Slides are set in the brand's type sizes, with which text was fitted, not in those of the deck."""

    def smaller(deck: Any) -> None:
        for owner in (layout_of(deck, "Title and list"), deck.slide_master):
            for size in owner._element.iter(f"{{{NAMES['a']}}}defRPr"):
                size.set("sz", "1200")

    points = Section(title="Points", blocks=(Bullets((verbatim("A point"),)),))
    deck = Deck(rendered(Document(title="T", language="en", sections=(points,)), deck_with(BRAND, smaller)))
    assert deck.find("//a:p[.//a:t='A point']//a:rPr/@sz") == ["2800"]


def lacking_parts(deck: Any) -> None:
    layout_of(deck, "Break").name = "Pause"
    label = next(shape for shape in layout_of(deck, "Question").placeholders if shape.placeholder_format.idx == 10)
    label._element.getparent().remove(label._element)


def test_other_layouts_are_composed() -> None:
    """A reference deck that lacks layouts or placeholders is used all the same: what it lacks is composed."""
    brand = deck_with(BRAND, lacking_parts)
    template = template_of(brand)
    assert template.adopted
    assert {layout.name for layout in template.layouts} == {*LAYOUT_DESIGNS}
    assert Deck(rendered(workshop(), brand)).slides()


def test_unreadable_files() -> None:
    """A reference deck that is no deck, or is missing, is refused with what to do."""
    named = evolve(BRAND, reference=ReferenceFiles(slides="own.pptx"))
    with pytest.raises(ValueError, match=r"'own.pptx' cannot be used: .* Save it again in PowerPoint\."):
        rendered(workshop(), evolve(named, files=(("own.pptx", b"not a deck"),)))
    with pytest.raises(ValueError, match=r"'own\.pptx' is not among the brand's files"):
        rendered(workshop(), named)


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", "png"), ("JPEG", "jpg")])
def test_logo(kind: str, suffix: str) -> None:
    """The logo is on cover and closing, in its proportions, with its alternative text."""
    files = (("logo", picture(kind)),)
    deck = Deck(rendered(workshop(), evolve(BRAND, logo=Logo(file="logo", alt="Our trust"), files=files)))
    pictures = [shape for slide in deck.slides() for shape in slide.shapes if shape.name.startswith("Logo ")]
    assert [abs(shape.width / shape.height - 3) < 0.01 for shape in pictures] == [True, True]
    assert deck.find("//p:pic[.//p:ph[@idx='16']]//p:cNvPr/@descr") == ["Our trust", "Our trust"]
    assert deck.names(rf"media/logo\.{suffix}$")


def test_unfit_logos() -> None:
    """A missing logo, or one in another format, is refused with advice."""
    named = evolve(BRAND, logo=Logo(file="logo.gif", alt="Our trust"))
    with pytest.raises(ValueError, match=r"'logo\.gif' is a GIF picture\. Save it as PNG, JPEG or SVG"):
        rendered(workshop(), evolve(named, files=(("logo.gif", picture("GIF")),)))
    with pytest.raises(ValueError, match=r"'logo\.gif' is not among the brand's files"):
        rendered(workshop(), named)


def test_figure_in_proportion() -> None:
    """A drawing keeps its proportions, and its labels are at least 18 points."""
    from coprod_content.document.blocks import Figure

    shapes = (
        Circle(x=50, y=50, radius=20, fill="sun", opacity=30),
        Label(x=0, y=0, width=50, height=10, text="Tiny", size=1, align="right", colour="line"),
    )
    figure = Figure(Drawing(width=100, height=100, shapes=shapes), "A circle.")
    deck = Deck(rendered(Document(title="T", language="en", sections=(Section(title="A", blocks=(figure,)),)), BRAND))
    group = next(shape for shape in deck.slides()[0].shapes if hasattr(shape, "shapes"))
    circle, label = group.shapes
    assert group.width == group.height
    assert abs(circle.width / group.width - 0.4) < 0.001
    assert abs(circle.left + circle.width / 2 - (group.left + group.width / 2)) <= 2
    assert label.text_frame.paragraphs[0].runs[0].font.size.pt == 18
    assert deck.find("//p:grpSp//a:alpha/@val") == ["30000"]
