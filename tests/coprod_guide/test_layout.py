"""Tests of lists, steps, contents, cover, tables, headers and footers of a guide."""

import pytest
from attrs import evolve
from lxml import etree
from tests.support.guide_reading import NAMES, Guide, W, png, specimen, steps, words_in

from coprod_content.brand.brand import Logo
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Rectangle
from coprod_content.document.blocks import Bullets, Callout, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle, font_metrics
from coprod_content.text.spans import strong, verbatim
from coprod_guide import render
from coprod_guide.page_setup import text_width
from coprod_guide.pagination.paragraph_changes import hyphen_indent
from coprod_guide.styles.block_styles import table_styles
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_office.reading.xml import WP

BRAND = load_brand()


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(render(specimen(), BRAND))


def lists_of(guide: Guide, style: str) -> list[list[str]]:
    """Return the list id and start number of each paragraph in a style."""
    ids = [p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMES)[0] for p in guide.paragraphs(style)]
    return [
        [id_, *guide.find(f"//w:num[@w:numId='{id_}']//w:startOverride/@w:val", "word/numbering.xml")] for id_ in ids
    ]


def test_numbers_restart(guide: Guide) -> None:
    """A numbered list begins at its start number, whatever was counted before."""
    (one, two, four, five) = lists_of(guide, "ListNumber")
    assert one == two
    assert four == five
    assert (one[1], four[1]) == ("1", "4")
    assert one[0] != four[0]


def test_steps_restart() -> None:
    """Word counts steps from one under each parent, and continues after a gap."""
    tools = tuple(Section(title=title, sections=steps("A", "B", "C")) for title in ("First", "Second"))
    gap = Section(title="Third", sections=(evolve(steps("A")[0], number=4),))
    made = Guide(render(Document(title="T", language="en", sections=(*tools, gap)), BRAND))
    lists = lists_of(made, "Heading2")
    assert lists == [lists[0]] * 3 + [lists[3]] * 3 + [lists[6]]
    assert [lists[at][1] for at in (0, 3, 6)] == ["1", "1", "4"]
    assert len({lists[at][0] for at in (0, 3, 6)}) == 3


def test_step_that_its_label_names() -> None:
    """A step whose label gives its number is not numbered again."""
    step = Section(title="Go", role="step", number=2, label="Step 2")
    made = Guide(render(Document(title="T", language="en", sections=(step,)), BRAND))
    assert made.find("//w:p[w:pPr/w:numPr]") == []


def test_minutes() -> None:
    """Minutes are shown unless the label gives them."""
    one = Section(title="One", minutes=20, label="10:00 to 10:20, 20 minutes")
    two = Section(title="Two", minutes=1)
    read = Guide(render(Document(title="T", language="en", sections=(one, two)), BRAND)).words()
    assert read.count("20 minutes") == 1
    assert "Two\n1 minute" in read


def test_contents_list(guide: Guide) -> None:
    """The contents list is a filled field that links to every part and never asks to be updated."""
    entries = [words_in(p) for p in guide.find("//w:sdt//w:p")]
    assert entries[:4] == ["Run sheet2", "The session4", "Power mapping4", "World café4"]
    toc, *pages = guide.find("//w:instrText/text()")
    assert toc == r' TOC \o "1-2" \h \z \u '
    assert pages == [rf" PAGEREF {name} \h " for name in guide.find("//w:sdt//w:hyperlink/@w:anchor")]
    kinds = guide.find("//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * len(pages), "end"]
    assert guide.find("//w:updateFields", "word/settings.xml") == guide.find("//@w:dirty") == []
    assert guide.find("//w:sdt/w:sdtPr/w:alias/@w:val") == ["Contents"]


def test_long_contents_list() -> None:
    """A contents list that would not fit a page shows only the first level.

    One with very few first-level entries can fill two pages.
    """
    for chapters, count, deepest in ((1, 50, 2), (1, 80, 1), (5, 10, 1)):
        parts = tuple(Section(title=f"Part {at}") for at in range(count))
        body = tuple(Section(title=f"All {at}", sections=parts) for at in range(chapters))
        sections = (Section(title="C", role="cover"), Section(title="Contents", role="contents"), *body)
        made = Guide(render(Document(title="T", language="en", sections=sections), BRAND))
        assert len(made.find("//w:sdt//w:p")) == (chapters if deepest == 1 else chapters + count)
        assert made.find("//w:instrText/text()")[0] == rf' TOC \o "1-{deepest}" \h \z \u '


def test_contents_list_is_added() -> None:
    """A document with a cover and more than four parts gets a contents list; a shorter one does not."""
    cover, parts = Section(title="C", role="cover"), tuple(Section(title=f"Part {at}") for at in range(5))
    long = Guide(render(Document(title="T", language="en", sections=(cover, *parts)), BRAND))
    short = Guide(render(Document(title="T", language="en", sections=(cover, *parts[1:])), BRAND))
    assert (len(long.find("//w:sdt")), len(short.find("//w:sdt"))) == (1, 0)


def test_cover(guide: Guide) -> None:
    """A cover has the title once, in the title style, and the next section starts a new page."""
    (title,) = guide.paragraphs("Title")
    assert words_in(title) == "First steps"
    assert [words_in(p) for p in guide.paragraphs("Subtitle")] == ["Facilitator guide"]
    (contents,) = guide.paragraphs("TOCHeading")
    assert contents.find(f"{W}pPr/{W}pageBreakBefore") is not None


@pytest.mark.parametrize(("language", "has_logo"), [("en", False), ("ar", False), ("en", True), ("ar", True)])
def test_cover_reaches_the_edges(language: str, has_logo: bool) -> None:
    """The colour and picture of a cover reach the edges of the page, and a logo is on paper where lines start.

    The lines on the cover have its colour as their fill, so that they can be read without the drawings.
    """
    logo = {"logo": Logo(file="logo.png", alt="Us"), "files": (("logo.png", png()),)} if has_logo else {}
    picture = Drawing(width=60, height=20, shapes=(Rectangle(x=0, y=0, width=60, height=20, fill="tint"),))
    cover = Section(title="Cover", role="cover", label="Guide", picture=picture, blocks=(Paragraph(strong("Today")),))
    document = Document(title="T", language=language, sections=(cover, Section(title="One")))
    made = Guide(render(document, evolve(BRAND, **logo)))
    edges = [_edges(anchor) for anchor in made.find("//wp:anchor")]
    ground, art, *corner = edges
    for left, top, right, _ in (ground, art):
        assert left < 0
        assert top < 0
        assert right > 210
    assert art[3] < ground[3] < 297
    assert len(corner) == has_logo
    for left, _, right, _ in corner:
        assert (left < 0) == (language == "en")
        assert (right > 210) == (language == "ar")
    lines = [*made.paragraphs("Title"), *made.paragraphs("Subtitle"), *made.paragraphs("CoverLabel")]
    assert [words_in(line) for line in lines] == ["Cover", "Today", "Guide"]
    fills = {line.find(f"{W}pPr/{W}shd").get(f"{W}fill") for line in lines}
    assert fills == {BRAND.palette.brand[1:].upper()}


def _edges(anchor: etree._Element) -> tuple[float, ...]:
    """Return the left, upper, right and lower edge of a drawing on the page, in millimetres."""
    left, top = (int(each) / 36_000 for each in anchor.xpath(".//wp:posOffset/text()", namespaces=NAMES))
    extent = anchor.find(f"{WP}extent")
    return left, top, left + int(extent.get("cx")) / 36_000, top + int(extent.get("cy")) / 36_000


@pytest.mark.parametrize(
    "title", ["Our first steps in co-production", "A short talk about well-being and co-production"]
)
def test_titles_do_not_break_inside_words(title: str) -> None:
    """A title that would break after a hyphen is indented instead, and keeps its characters."""
    measured = font_metrics("Arial")
    cover = Section(title=title, role="cover")
    (line,) = Guide(render(Document(title="T", language="en", sections=(cover,)), BRAND)).paragraphs("Title")
    assert words_in(line).replace("\u00a0", " ") == title
    width = text_width(BRAND) - int(line.find(f"{W}pPr/{W}ind").get(f"{W}right")) * MM_PER_TWIP
    type_, words = TextStyle(BRAND.guide.cover, strong=True), verbatim(words_in(line))
    assert measured.lines(words, width, type_) == measured.lines(words, width, type_, break_hyphens=False)
    assert measured.lines(words, width, type_) > 1


@pytest.mark.parametrize("length", range(20, 30))
def test_a_cover_has_as_many_lines_in_every_font(length: int) -> None:
    """The colour ends below the title in the brand's font and in Arial, although their letters differ in width."""
    title = "Co-design: a group at working pairs"[:length].strip()
    (line,) = Guide(
        render(Document(title="T", language="en", sections=(Section(title=title, role="cover"),)), BRAND)
    ).paragraphs("Title")
    indent = line.find(f"{W}pPr/{W}ind")
    width = text_width(BRAND) - (0 if indent is None else int(indent.get(f"{W}right"))) * MM_PER_TWIP
    type_, words = TextStyle(BRAND.guide.cover, strong=True), verbatim(words_in(line))
    fonts = [font_metrics(family) for family in (BRAND.fonts.office, "Arial")]
    assert len({font.lines(words, width * scale, type_) for font in fonts for scale in (0.99, 1, 1.01)}) == 1


def test_titles_that_fit_are_not_indented() -> None:
    """A title without a hyphen, or with a word that is wider than a line, keeps its width."""

    def measure(words: str) -> float:
        return float(len(words))

    for words in ("co-production", "no hyphens here", "a very-long-compound-word-of-many-parts", "- a dash"):
        assert hyphen_indent(words, [measure], 10.0 if "very" in words else 14.0) == 0
    assert hyphen_indent("steps in co-production", [measure], 18.0) > 0
    assert hyphen_indent("one two", [measure], measure("one two")) > 0  # it could take one line or two


def test_handouts_start_pages() -> None:
    """A handout and what follows it each start a page; the first one leaves no empty page."""
    sections = (Section(title="Page", role="handout"), Section(title="Next", role="handout"), Section(title="After"))
    made = Guide(render(Document(title="T", language="en", sections=sections), BRAND))
    breaks = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in made.paragraphs("Heading1")]
    assert breaks == [False, True, True]
    assert made.paragraphs("Title") == []


def test_headers_and_footers(guide: Guide) -> None:
    """Every page has the title, imprint and page number, except the cover."""
    assert words_in(guide.part("word/running-header.xml")) == "First steps: facilitator guide"
    assert words_in(guide.part("word/running-footer.xml")) == "An imprintPage 1 of 1"
    assert guide.find("//w:fldSimple/@w:instr", "word/running-footer.xml") == [" PAGE ", " NUMPAGES "]
    assert words_in(guide.part("word/first-footer.xml")) == "An imprint"
    assert len(guide.find("//w:sectPr/w:titlePg")) == 1


def test_long_imprint() -> None:
    """An imprint that leaves no room for the page number has a separate line."""
    made = Guide(render(Document(title="T", language="en", imprint="Made by many people. " * 6), BRAND))
    assert len(made.find("//w:p", "word/running-footer.xml")) == 2


def test_blank_text_leaves_no_empty_line() -> None:
    """A paragraph without words is left out."""
    blank = Paragraph(verbatim("  "))
    callout = Callout("say", "Say", (verbatim(""), verbatim("Hello.")))
    section = Section(title="S", blocks=(blank, blank, callout))
    made = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    assert [words_in(p) for p in made.find("//w:body/w:p")] == ["T", "S", "Say", "Hello."]


@pytest.mark.parametrize("place", ["blocks", "notes"])
def test_callouts_stay_apart(place: str) -> None:
    """Consecutive callouts of one kind are two boxes, although Word joins boxes with the same edges."""
    twins = tuple(Callout("advice", title, (verbatim("Do."),)) for title in ("One", "Two"))
    section = evolve(Section(title="S"), **{place: twins})
    made = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    rights = [p.xpath("string(w:pPr/w:ind/@w:right)", namespaces=NAMES) for p in made.paragraphs("CalloutAdvice")]
    assert rights[0] == rights[1] != rights[2] == rights[3]


def test_columns() -> None:
    """Columns fill the text width, and none is too narrow for its longest word."""
    words = tuple(verbatim(word) for word in ("Minutes", "What happens then"))
    table = Table("T", words, (words,), (1, 40))
    made = Guide(render(Document(title="T", language="en", sections=(Section(title="S", blocks=(table,)),)), BRAND))
    narrow, wide = (int(width) for width in made.find("//w:gridCol/@w:w"))
    assert narrow + wide == 11906 - 2 * 1531
    assert narrow > 7 * 12 * 0.6 * 20


def test_introduction_is_kept_with_its_list() -> None:
    """A paragraph that ends in a colon is kept with the list after it."""
    section = Section(title="S", blocks=(Paragraph(verbatim("You need:")), Bullets((verbatim("Pens"),), "check")))
    made = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    (introduction,) = made.paragraphs("BodyText")
    assert introduction.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("depth", [1, 6, 9])
def test_deep_sections(depth: int) -> None:
    """Sections nested deeper than Word's headings have the last heading level."""
    section = Section(title="Deepest")
    for at in range(depth - 1, 0, -1):
        section = Section(title=f"Level {at}", sections=(section,))
    made = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    assert made.headings()[-1] == (min(depth, 6), "Deepest")


@pytest.mark.parametrize("body", [12, 14, 18])
def test_one_measure(body: int) -> None:
    """Text, tables, boxes, rules, contents, header and footer have the same width; only agenda items are wider."""
    brand = evolve(BRAND, guide=evolve(BRAND.guide, body=body, small=body))
    made = Guide(render(specimen(), brand))
    (size,), (margins,) = made.find("//w:pgSz"), made.find("//w:pgMar")
    width = int(size.get(f"{W}w")) - sum(int(margins.get(f"{W}{side}")) for side in ("left", "right"))
    assert width == pytest.approx(text_width(brand) / MM_PER_TWIP, abs=2)
    tables = [int(each) for each in made.find("/w:document/w:body/w:tbl/w:tblPr/w:tblW/@w:w")]
    assert tables
    assert {width} == set(tables)
    for part in ("word/styles.xml", "word/running-header.xml", "word/running-footer.xml"):
        assert all(int(tab) == pytest.approx(width, abs=2) for tab in made.find("//w:tab[@w:val='right']/@w:pos", part))
    for style in made.find("//w:style[starts-with(@w:styleId, 'Callout') and w:pPr]", "word/styles.xml"):
        assert not style.xpath("w:pPr/w:ind[@w:right < 0 or @w:left < 0]", namespaces=NAMES)
    drawings = [int(each) for each in made.find("//wp:inline/wp:extent/@cx")]
    assert all(each <= (width + 2) * 635 for each in drawings)


def test_table_styles_state_every_border() -> None:
    """No program draws a border because it is not set."""
    sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    for style in table_styles(BRAND):
        if style.table:
            assert [side for side in sides if f"<w:{side} w:val=" in style.table.split("</w:tblBorders>")[0]] == sides
