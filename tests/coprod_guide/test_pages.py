"""Tests of page breaks in guides and handouts, as LibreOffice prints them."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from attrs import evolve
from tests.formats.test_office_files import changed
from tests.support.guide_printed import Printed, printed_guide
from tests.support.guide_reading import NAMES, Guide, W, specimen
from tests.support.libreoffice import printed
from tests.support.slides_rendered import Word, pages_of

from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Label, Rectangle
from coprod_content.document.blocks import Bullets, Fact, Facts, Figure, Paragraph, Signpost, Table, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide import render
from coprod_guide.styles.style_names import HEADINGS, WordStyle

Judge = Callable[[str], str]
BRAND = load_brand()
CLOSE = evolve(BRAND, guide=evolve(BRAND.guide, line=100))
KINDS = ("facilitator-guide", "handouts")
STAY = (
    *HEADINGS,
    WordStyle.LABEL,
    WordStyle.TIME,
    WordStyle.TITLE,
    WordStyle.CONTENTS_HEADING,
    WordStyle.TABLE_HEADING,
    WordStyle.PROMPT,
)
LONG = verbatim("A sentence that is long enough to take two lines in a guide, whatever it says, because it goes on.")


def on_paper(
    documents: dict[str, Document], files: dict[str, bytes], judge: Judge, folder: Path, *, missing_font: bool = False
) -> list[Printed]:
    """Print guides, all in one run."""
    named = ((f"{name}.docx", data) for name, data in files.items())
    pdfs = printed(named, judge, folder, missing_font=missing_font)
    return [printed_guide(documents[name], pdfs[f"{name}.docx"], judge("pdftotext")) for name in files]


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_is_left_behind(kind: str, library: Library, brand: Brand, judge: Judge, tmp_path: Path) -> None:
    """A heading has at least two lines of its text on its page, and no page has fewer than four lines.

    Checked in every guide and all handouts, a glossary, a guide to resources, references, a film, diagrams and large
    print.
    """
    jobs = [(kind, id_, "standard") for id_ in library.workshops]
    lists = ("glossary", "resources-guide", "references")
    jobs += [(name, "", "standard") for name in lists] if kind == KINDS[0] else []
    seen = [
        id_ for id_ in library.diagrams if id_ != "pdsa-with-people"
    ]  # there only lines to write on follow a heading
    pictured = (("film-handout", "starting-small"), ("diagram-handout", " ".join(seen)))
    jobs += [(name, ids, "standard") for name, ids in pictured] if kind == KINDS[1] else []
    jobs += [(kind, "first-steps", "large-print")]
    documents, files = {}, {}
    for edition, id_, access in jobs:
        name, wanted = f"{edition}-{id_}-{access}", access_edition_named(access)
        documents[name] = wanted.apply(compose(edition, library, id_.split()), brand, None)
        files[name] = render(documents[name], wanted.brand(brand))
    guides = on_paper(documents, files, judge, tmp_path)
    assert all(len(guide.pages) > 3 and len(guide.headings) > 3 for guide in guides)
    assert {
        name: list(guide.orphans()) for name, guide in zip(files, guides, strict=True) if any(guide.orphans())
    } == {}
    standard = [(name, guide) for name, guide in zip(files, guides, strict=True) if name.endswith("standard")]
    assert {name: list(guide.thin_pages()) for name, guide in standard if any(guide.thin_pages())} == {}


def test_headings_left_behind_are_found(judge: Judge, tmp_path: Path) -> None:
    """Without keep-with-next, the check above finds headings at the foot of pages, and a page with one line."""
    parts = tuple(Section(title=f"Part {at}", blocks=(Paragraph(LONG),) * (1 + at * at % 5)) for at in range(60))
    end = Section(title="A page", role="handout", blocks=(Paragraph(verbatim("One line.")),))
    document = Document(title="A guide", language="en", sections=(*parts, end))
    loose = changed(render(document, BRAND), without_keeping)
    (guide,) = on_paper({"loose": document}, {"loose": loose}, judge, tmp_path)
    assert list(guide.orphans())
    assert [words for words in guide.thin_pages() if words.startswith(f"page {len(guide.pages)}")]


def without_keeping(parts: dict[str, bytes]) -> None:
    """Remove keep-with-next from a package."""
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = re.sub(rb"<w:keepNext/>", b"", parts[name])


@pytest.mark.parametrize("style", STAY)
def test_headings_keep_with_next(style: WordStyle) -> None:
    """Every style of headings is kept with the next paragraph, and heading lines are kept together."""
    found = Guide(render(specimen(), BRAND)).find(f"//w:style[w:name/@w:val='{style.value}']/w:pPr", "word/styles.xml")
    assert len(found) == 1
    assert found[0].find(f"{W}keepNext") is not None
    assert style not in HEADINGS or found[0].find(f"{W}keepLines") is not None


def kept(section: Section, style: str) -> list[bool]:
    """Return whether each paragraph of a style in a section is kept with the next."""
    guide = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    return [p.find(f"{W}pPr/{W}keepNext") is not None for p in guide.paragraphs(style)]


@pytest.mark.parametrize(("count", "stay"), [(1, [False]), (2, [True, False]), (5, [True, False, False, True, False])])
def test_lists_leave_no_point_alone(count: int, stay: list[bool]) -> None:
    """The first point of a list is kept with the second, and the last but one with the last."""
    points = Bullets(tuple(verbatim(f"Point {at}") for at in range(count)))
    assert kept(Section(title="S", blocks=(points,)), "ListBullet") == stay


def test_a_lead_stays_with_its_table() -> None:
    """A lead above facts is kept with them, so that the heading is too."""
    facts = Facts("At a glance", (Fact("Time", verbatim("20 minutes")),))
    assert kept(Section(title="S", blocks=(Paragraph(LONG, "lead"), facts)), "Lead") == [True]


def test_an_entry_stays_whole() -> None:
    """A short entry, of resources or terms, is kept on one page; a longer section is not."""
    link = Signpost("Where it is", "https://example.org/")
    entry = Section(title="S", blocks=(Paragraph(LONG), link, Paragraph(LONG), Paragraph(LONG)))
    assert kept(entry, "BodyText") == [True, True, False]
    assert kept(entry, "Address") == [True]
    assert kept(Section(title="S", blocks=(Paragraph(LONG),) * 8), "BodyText") == [False] * 8


def test_a_long_table_is_split_and_keeps_its_ends() -> None:
    """A tall table can be split, but not after its first row or before its last."""
    row = (verbatim("Word"), verbatim("What it means. " * 40))
    table = Table("T", (verbatim("A"), verbatim("B")), (row,) * 5, (1, 1))
    ends = kept(Section(title="S", blocks=(table,)), "TableText")
    assert ends == [True, True, False, False, False, False, True, True, False, False]


def test_a_figure_has_space_below() -> None:
    """The key to a figure has space above it."""
    drawing = Drawing(width=10, height=5, shapes=(Rectangle(x=0, y=0, width=5, height=5, fill="brand"),))
    key = Bullets((verbatim("One"),))
    section = Section(title="S", blocks=(key, Figure(drawing, "A box."), key, Paragraph(LONG, "small")))
    guide = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    (figure,) = guide.paragraphs("Figure")
    assert int(figure.xpath("string(w:pPr/w:spacing/@w:after)", namespaces=NAMES)) >= 160


@pytest.mark.parametrize(("lines", "least", "most"), [(2, 9.1, 14.1), (7, 7.0, 9.0), (20, 0.0, 0.0)])
def test_lines_to_write_on_fill_the_page(lines: int, least: float, most: float) -> None:
    """Ruled lines on a handout move closer or apart to fill the page, from 7 to 14 mm, if all of them can fit."""
    section = Section(
        title="S",
        role="handout",
        label="An activity",
        blocks=(Paragraph(LONG, "lead"), *(Writing(verbatim("What I think"), lines),) * 3),
    )
    guide = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    heights = {p.xpath("string(w:pPr/w:spacing/@w:line)", namespaces=NAMES) for p in guide.paragraphs("WritingLine")}
    assert len(heights) == 1
    assert least <= int(heights.pop() or -20) / 56.7 + 20 / 56.7 <= most


def test_a_handout_that_is_a_little_too_long_is_set_tighter() -> None:
    """A few lines are never alone on the next page, and a handout of two pages keeps its spacing."""

    def spacings(count: int) -> set[str]:
        blocks = (Bullets(tuple(verbatim(f"{at} of many things to remember") for at in range(count))),)
        section = Section(title="S", role="handout", blocks=blocks)
        guide = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
        return {
            str(p.xpath("string(w:pPr/w:spacing/@w:line)", namespaces=NAMES)) for p in guide.paragraphs("ListBullet")
        }

    assert [spacings(count) == {""} for count in (20, 36, 60)] == [True, False, True]


def test_long_titles_have_room_above_the_text(library: Library) -> None:
    """A title of two lines in the header moves the text down."""
    tops = []
    for title in ("Short", "A title of many words " * 6):
        guide = Guide(render(Document(title=title, language="en", sections=(Section(title="S"),)), BRAND))
        tops.append(int(guide.find("//w:pgMar/@w:top")[0]))
    assert tops[1] - tops[0] >= 12 * 20


@pytest.mark.parametrize("kind", KINDS)
def test_no_picture_is_in_a_line_lower_than_itself(kind: str, library: Library) -> None:
    """With less than single spacing, programs would cut a picture or move it over the text above."""
    made = Guide(render(compose(kind, library, ["first-steps"]), CLOSE))
    pictured = made.find("//w:p[.//wp:inline]")
    styled = set(made.find("//w:style[w:pPr/w:spacing/@w:line='240']/@w:styleId", "word/styles.xml"))
    assert len(pictured) >= 2
    for paragraph in pictured:
        own = paragraph.xpath("w:pPr/w:spacing/@w:line", namespaces=NAMES)
        assert int(own[0]) >= 240 if own else paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NAMES)[0] in styled


def test_labels_are_inside_their_shapes(judge: Judge, tmp_path: Path) -> None:
    """Wherever a figure is, LibreOffice draws its shapes and their labels together, below the text above."""
    ground = Rectangle(x=0, y=0, width=60, height=30, fill="brand")
    label = Label(x=0, y=10, width=60, height=10, text="Within", size=5, colour="paper")
    drawing = Drawing(width=60, height=30, shapes=(ground, label))
    figure, text = Figure(drawing, "A figure."), Paragraph("Above. " * 30)
    aside = Section(title="Aside", role="aside", blocks=(text,) * 2)
    shown = Section(title="Shown", blocks=(figure,))
    sections = (
        Section(title="Usual", picture=drawing, label="Sign", blocks=(text, figure)),
        Section(title="Spread", role="spread", blocks=(text,) * 5, sections=(aside, shown)),
        Section(title="Handout", role="handout", picture=drawing, label="Sign", blocks=(text, figure)),
    )
    data = render(Document(title="T", language="en", sections=sections), CLOSE)
    pdf = printed([("close.docx", data)], judge, tmp_path)["close.docx"]
    pages = pages_of(pdf, judge("pdftotext"))
    shapes = _figures(pdf)
    found = [(word, page) for page, words in enumerate(pages) for word in words if word.text == "Within"]
    assert len(found) == 5
    for word, page in found:
        assert any(_holds(shape, word) for shape in shapes[page]), f"page {page + 1}: a label is outside its shape"
        covered = [each for each in pages[page] for shape in shapes[page] if _holds(shape, each)]
        assert {each.text for each in covered} == {"Within"}, f"page {page + 1}: a shape is over text"


def _figures(pdf: Path) -> list[list[Word]]:
    """Return the shapes on each page that are twice as wide as high, as empty words."""
    found = []
    with closing(pypdfium2.PdfDocument(pdf)) as made:
        for page in made:
            height = page.get_height()
            bounds = [shape.get_bounds() for shape in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
            edges = [(left, height - top, right, height - bottom) for left, bottom, right, top in bounds]
            words = [Word(*(side * MM_PER_PT for side in four), "") for four in edges]
            found.append([each for each in words if abs(each.right - each.left - 2 * (each.bottom - each.top)) < 0.5])
    return found


def _holds(shape: Word, word: Word) -> bool:
    across, down = word.middle
    return shape.left <= across <= shape.right and shape.top <= down <= shape.bottom
