"""Any PowerPoint template becomes the layouts that decks need, and keeps its look."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from lxml import etree
from pptx import Presentation
from pptx.util import Mm
from tests.support.decks_by_others import (
    STRANGE,
    A,
    P,
    as_template,
    built,
    crowded_master,
    low_titles,
    no_layouts,
    one_index,
    portrait,
    repacked,
    sloping_cover,
    tiny_boxes,
    turned_line,
    with_template,
    with_unsafe_content,
)
from tests.support.office import holes
from tests.support.slides_reading import Deck, rendered

from coprod_content.access.large_print import large_print_brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.organisation import Organisation
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Shape
from coprod_content.document.blocks import Bullets, Fact, Facts, Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import verbatim
from coprod_inspect.slides.inspector import inspector
from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.template.layouts import LAYOUT_DESIGNS
from coprod_slides.template.template_reader import template_of

BRAND = load_brand()
_FILL, _LINE = "{*}spPr/{*}solidFill/{*}schemeClr", "{*}spPr/{*}ln/{*}solidFill/{*}schemeClr"
POINTS = Bullets((verbatim("One thing to do"), verbatim("Another, said in a few more words than the first")))
SAID = Paragraph(verbatim("A sentence of the usual length, which somebody reads aloud."))
PARTS = Facts("Steps", (Fact("Pairs", verbatim("Talk")), Fact("At the end", verbatim("A date"))))
TABLE = Table("When", (verbatim("Time"), verbatim("What")), ((verbatim("10:00"), verbatim("Welcome")),), (1, 3))
WELCOME = (verbatim("10:00"), verbatim("Welcome, and who is here"), verbatim("10"))
DOCUMENT = Document(
    title="A workshop",
    language="en-GB",
    author="A",
    imprint="Made for a test",
    sections=(
        Section(title="A workshop with a title of some length", role="cover", label="Workshop", blocks=(SAID,)),
        Section(title="The first part", role="divider", label="10:00", blocks=(SAID,)),
        Section(title="What we will do", role="agenda", blocks=(TABLE,)),
        Section(title="At a glance", role="glance", label="Tool", minutes=20, blocks=(SAID, PARTS)),
        Section(title="What matters to you?", role="activity", mode="alone", label="Tool", minutes=5, blocks=(POINTS,)),
        Section(title="Who decides here, and who should?", role="question", label="Card"),
        Section(title="What is known", role="evidence", blocks=(SAID, Paragraph(verbatim("Source"), style="small"))),
        Section(title="Points to take away", role="body", label="End", blocks=(POINTS,)),
    ),
)


@cache
def strange(name: str) -> bytes:
    """Return a strange template by name."""
    return STRANGE[name]()


@pytest.mark.parametrize("name", STRANGE)
def test_strange_templates(name: str) -> None:
    """A deck in a strange template has no fault, and has the template's masters, size and own layouts."""
    brand = with_template(BRAND, strange(name))
    data = rendered(DOCUMENT, brand)
    assert [fault.what for fault in inspector.inspect(data)] == []
    assert holes(data) == []
    theirs, made = Presentation(io.BytesIO(strange(name))), Presentation(io.BytesIO(data))
    assert (made.slide_width, made.slide_height) == (theirs.slide_width, theirs.slide_height)
    assert len(made.slide_masters) == len(theirs.slide_masters)
    names = [layout.name for master in theirs.slide_masters for layout in master.slide_layouts]
    kept = [layout.name for master in made.slide_masters for layout in master.slide_layouts]
    assert [each for each in kept if each in names] == names
    assert "Sample text" not in " ".join(Deck(data).words(at) for at in range(len(made.slides)))


@pytest.mark.parametrize("kind", ["template", "presentation.macroEnabled", "template.macroEnabled", "slideshow"])
def test_kinds_of_file(kind: str) -> None:
    """Templates, slide shows and files with macros are used like decks."""
    family = "ms-powerpoint" if "macro" in kind else "openxmlformats-officedocument.presentationml"
    data = as_template(built(lambda deck: None), f"application/vnd.{family}.{kind}.main+xml".encode())
    assert template_of(with_template(BRAND, data)).adopted


def test_unsafe_content_is_left_out() -> None:
    """A picture from the web and a link to a file are left out, and the template says so; our deck is safe."""
    brand = with_template(BRAND, built(with_unsafe_content))
    adopted = template_of(brand).adopted
    assert adopted
    assert "a picture that is not in the file on slideLayout2" in adopted.dropped
    assert "a link that is not safe on slideLayout2" in adopted.dropped
    made = rendered(DOCUMENT, brand)
    assert [fault.what for fault in inspector.inspect(made)] == []
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"example.org" not in everything
    assert b"/etc/passwd" not in everything


def with_embedded_font(deck: Any) -> None:
    """Say that a font is embedded."""
    fonts = etree.SubElement(deck.part._element, f"{P}embeddedFontLst")
    etree.SubElement(etree.SubElement(fonts, f"{P}embeddedFont"), f"{P}font").set("typeface", "Frutiger")


def test_embedded_fonts_are_left_out() -> None:
    """A template says that its embedded fonts are not carried over."""
    adopted = template_of(with_template(BRAND, built(with_embedded_font))).adopted
    assert adopted
    assert adopted.dropped == ("its embedded fonts, which must be installed on each computer that shows the decks",)


def with_root(ending: str, data: bytes) -> bytes:
    """Return a deck in which the contents of a part are replaced."""
    return repacked(built(str), lambda name, part: data if name.endswith(ending) else part)


def with_changed(ending: str, old: bytes, new: bytes) -> bytes:
    return repacked(built(str), lambda name, part: part.replace(old, new) if name.endswith(ending) else part)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected with a password"),
        (built(lambda deck: None)[:9000], "damaged"),
        (repacked(built(lambda deck: None), lambda name, part: None if "slideMaster" in name else part), "missing"),
        *((with_root(f"{name}1.xml", b"<a/>"), "is not the kind of part") for name in ("Master", "Layout", "theme")),
        (with_changed("presentation.xml", b'cx="9144000"', b'cx="twelve"'), "slide size that is not a number"),
        (with_root("Master1.xml", f"<m:sldMaster xmlns:m='{P[1:-1]}'/>".encode()), "lacks its list of shapes"),
    ],
)
def test_refusals(data: bytes, message: str) -> None:
    """A file that is not a template is refused in one line that names it."""
    with pytest.raises(ValueError, match=message) as refused:
        template_of(with_template(BRAND, data))
    assert "\n" not in str(refused.value)
    assert "'theirs.pptx'" in str(refused.value)


def test_sizes_and_readability() -> None:
    """Text is never under 18 points, and is readable where the template's own would not be."""
    brand = with_template(BRAND, strange("unreadable"))
    template = template_of(brand)
    assert template.adopted
    assert (template.adopted.paper, template.adopted.ink) == ("#102040", "#ffffff")
    for name in LAYOUT_DESIGNS:
        assert template.layout(name)["title"].level().colour
    small = Deck(rendered(DOCUMENT, with_template(BRAND, strange("huge_title"))))
    sizes = [int(size) for size in small.find("//p:sld//a:rPr/@sz")]
    assert min(sizes) >= 1800
    assert re.search(r"[a-z]", small.words(0))


@pytest.mark.parametrize("template", [low_titles, tiny_boxes, portrait])
def test_room_for_long_titles(template: Callable[[Any], None]) -> None:
    """In large print, too, every layout holds a long title and a label of two lines."""
    frames = slide_frames(large_print_brand(with_template(BRAND, built(template))))
    title = "What was in the open, what behind the scenes, what never questioned?"
    section = Section(title=title, label="Who decides what, and who would like to know")
    assert [frame.layout for frame in frames.layouts if not frame.title_type(section)] == []


def low_cover_title(deck: Any) -> None:
    """Put the title of a cover below its text, just above the foot of the slide."""
    for shape in deck.slide_layouts[0].placeholders:
        if shape.placeholder_format.type in (3, 4):
            is_title = shape.placeholder_format.type == 3
            shape.left, shape.top, shape.width, shape.height = Mm(14), Mm(150 if is_title else 100), Mm(226), Mm(17)


@pytest.mark.parametrize(("template", "on_cover"), [(lambda _: None, True), (low_cover_title, False)])
def test_a_long_name_has_room_on_a_cover(template: Callable[[Any], None], on_cover: bool) -> None:
    """A name of two lines is on the cover, clear of title and text. Without room for it, it is in the credits."""
    name = "Bwrdd Iechyd Prifysgol Cwm Gwernfelen a'r Mynyddoedd Duon, Ymddiriedolaeth Gofal Cymunedol"
    brand = evolve(with_template(BRAND, built(template)), organisation=Organisation(name=name))
    first, *_ = Deck(rendered(evolve(DOCUMENT, imprint=name), brand)).slides()
    shown = [each for each in first.placeholders if each.name.startswith("Imprint")]
    assert bool(shown) is on_cover
    others = [each for each in first.placeholders if each.name.startswith(("Title", "Text"))]
    assert not any(each.top < other.top + other.height for each in shown for other in others)


def test_a_label_is_clear_of_a_title_in_a_wider_font() -> None:
    """A computer without the template's font breaks a title into more lines, which must not reach the label above."""
    title = "First steps in co-production"
    cover = Section(title=title, role="cover", label="Workshop", blocks=(SAID,))
    data = rendered(evolve(DOCUMENT, sections=(cover,)), with_template(BRAND, built(lambda _: None)))
    slide = Presentation(io.BytesIO(data)).slides[0]
    (label,) = (shape for shape in slide.placeholders if shape.text_frame.text == "Workshop")
    two_lines = Mm(2 * 44 * 1.2 * 25.4 / 72)
    top = slide.shapes.title.top + (slide.shapes.title.height - two_lines) / 2
    assert label.top + label.height <= top


def test_columns_of_times_have_room_for_a_wider_font() -> None:
    """In a narrow template, times and minutes do not break if a computer lacks its font."""
    table = Table("When", (verbatim("Time"), verbatim("What"), verbatim("Minutes")), 9 * (WELCOME,), (1, 9, 1))
    agenda = Section(title="Times", role="agenda", blocks=(table,))
    data = rendered(evolve(DOCUMENT, sections=(agenda,)), with_template(BRAND, built(portrait)))
    (grid,) = (shape.table for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_table)
    first, _, last = (column.width / Mm(1) for column in grid.columns)
    frame = next(each for each in slide_frames(with_template(BRAND, built(portrait))).layouts if each.own)
    for width, words in ((first, "10:00"), (last, "Minutes")):
        assert width - 2 * frame.pad >= 1.19 * frame.metrics.width(words, frame.table, strong=True)


def test_own_layouts_come_first() -> None:
    """Covers, parts and text are on the template's own layouts, and only what it lacks is composed."""
    made = Presentation(io.BytesIO(rendered(DOCUMENT, with_template(BRAND, built(lambda deck: None)))))
    used = [slide.slide_layout.name for slide in made.slides]
    assert used[:3] == ["Title Slide", "Section Header", "Title and Content"]
    assert used[4:] == ["Activity: alone", "Question", "Evidence", "Title and Content"]
    names = {layout.name for layout in made.slide_layouts}
    assert "Break" not in names  # composed, but used by no slide


def test_high_contrast_has_our_own_layouts() -> None:
    """In high contrast, a template is not used, because nobody knows whether it is readable enough."""
    brand = evolve(with_template(BRAND, built(lambda deck: None)), contrast="high")
    assert template_of(brand).adopted is None


LABELS = ("We need this", "We would like this", "What we will do about it")
CANVAS = Drawing(
    width=280,
    height=170,
    shapes=tuple(Label(x=4 + 92 * at, y=4, width=80, height=24, size=9, text=text) for at, text in enumerate(LABELS)),
)


def canvas_slides(template: Callable[[Any], None]) -> list[tuple[str, str]]:
    """Return the layout and the words of each slide of an activity with a canvas."""
    blocks = (POINTS, Figure(CANVAS, "Three columns."))
    section = Section(title="What is missing?", role="activity", mode="pairs", minutes=5, blocks=blocks)
    deck = Deck(rendered(evolve(DOCUMENT, sections=(section,)), with_template(BRAND, built(template))))
    return [(slide.slide_layout.name, deck.words(at)) for at, slide in enumerate(deck.slides())]


def small_slides(deck: Any) -> None:
    """Make slides as small as those of web-based programs, 254 by 143 mm."""
    no_layouts(deck)
    deck.slide_height = Mm(143)


def test_labels_of_a_canvas_fit() -> None:
    """Where labels do not fit beside the task, the canvas has another slide, with a key if it is too small."""
    beside, large = canvas_slides(lambda deck: None), canvas_slides(small_slides)
    assert [name for name, _ in beside] == ["Activity: pairs", "Title and Content"]
    assert all(label in beside[1][1] for label in LABELS)
    assert "·" not in beside[1][1]
    assert "1 We would like this · 2 What we will do about it" in " ".join(words for _, words in large)


def test_pictures_of_people_are_on_light_panels() -> None:
    """On a dark master, people are drawn in the colours of a light page, in front of a panel."""
    face = Path(commands="M0,0 L9,0 L9,9 Z", fill="skin_2", colour="ink", weight=1)
    document = evolve(DOCUMENT, sections=(Section(title="Why?", role="question", picture=_drawing(face)),))
    for name, panels in (("dark", 1), ("no_layouts", 0)):
        (slide,) = Deck(rendered(document, with_template(BRAND, strange(name)))).trees()
        drawn = slide.findall(".//{*}grpSp/{*}sp")
        assert len(drawn) == panels + 1
        if panels:
            panel, line = (shape.find(path).attrib["val"] for shape, path in zip(drawn, (_FILL, _LINE), strict=True))
            assert (panel, line) == ("lt1", "dk1")


def test_drawings_and_labels_have_the_colours_of_themes() -> None:
    """On composed layouts and the template's own, a label and a drawing of theme 4 are in its colour."""
    dot = _drawing(Circle(x=5, y=5, radius=5, fill="theme_4"))
    sections = (
        Section(title="Why?", role="question", label="Card", accent="theme_4", picture=dot),
        Section(title="Points", role="body", label="End", accent="theme_4", blocks=(Figure(dot, "A dot"),)),
    )
    deck = Deck(rendered(evolve(DOCUMENT, sections=sections), with_template(BRAND, built(lambda _: None))))
    for slide in deck.trees():
        assert slide.find(f".//{{*}}grpSp/{{*}}sp/{_FILL}").attrib["val"] == "accent4"
        assert "accent4" in [each.attrib["val"] for each in slide.findall(".//{*}rPr/{*}solidFill/{*}schemeClr")]


def _drawing(shape: Shape) -> Drawing:
    return Drawing(width=10, height=10, shapes=(shape,))


def test_titles_are_clear_of_a_turned_line() -> None:
    """A line under titles that is drawn as a turned strip is below every title and above the text."""
    layouts = template_of(with_template(BRAND, built(turned_line))).layouts
    places = dict(next(each for each in layouts if each.name == "Title and text").placeholders)
    assert places["title"].box.bottom <= 27.4
    assert places["title"].box.width > 150
    assert places["body"].box.y >= 28.6


def test_text_of_a_cover_stays_on_one_colour() -> None:
    """It ends within 2 mm of where a slope begins below it, although the slope's own box is behind all of it."""
    layouts = template_of(with_template(BRAND, built(sloping_cover))).layouts
    text = dict(next(each for each in layouts if each.name == "Cover").placeholders)["body"].box
    assert text.y < 110
    assert 120 < text.bottom <= 80 + text.x * 110 / 254 + 2


def test_the_master_with_room_for_text_is_used() -> None:
    """Of two masters with the same layout, decks use the one without a shape in the middle of its text."""
    slides = Presentation(io.BytesIO(rendered(DOCUMENT, with_template(BRAND, crowded_master())))).slides
    masters = {slide.slide_layout.slide_master.part.partname for slide in slides}
    assert len(masters) == 1
    shapes = [shape for slide in slides for shape in slide.slide_layout.shapes if not shape.is_placeholder]
    assert not [shape for shape in shapes if shape.left == Mm(90) and shape.top == Mm(80)]


def test_text_has_a_place_of_its_own_if_placeholders_share_an_index() -> None:
    """If a layout's title and text have the same index, slides give the position of each."""
    slide = Presentation(io.BytesIO(rendered(DOCUMENT, with_template(BRAND, built(one_index))))).slides[-1]
    placed = [shape for shape in slide.placeholders if shape._element.spPr.find(f"{A}xfrm") is not None]
    assert {"Title", "Text"} <= {shape.name.split()[0] for shape in placed}


def test_titles_on_a_fill_of_their_own_keep_their_colour() -> None:
    """White titles on a dark fill stay as they are, although the slide behind the fill is white."""
    layouts = template_of(with_template(BRAND, strange("filled_titles"))).layouts
    assert {each["title"].level().colour for each in layouts if each.own} == {None}


def test_the_countdown_ends_beside_a_low_slide_number() -> None:
    """The bar of a countdown does not cover a slide number at the lower edge."""
    slides = Presentation(io.BytesIO(rendered(DOCUMENT, with_template(BRAND, strange("low_numbers"))))).slides
    bars = [shape for slide in slides for shape in slide.shapes if shape.name.startswith("Countdown")]
    assert bars
    assert {bar.left + bar.width for bar in bars} < {*range(Mm(201))}
