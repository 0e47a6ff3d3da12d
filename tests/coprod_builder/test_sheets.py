"""Pages of Word files on a page: what is drawn is what is in the file, where a program that opens it prints it."""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, PackageLoader
from tests.support.guide_reading import NAMES, Guide
from tests.support.guide_reading import specimen as guide_specimen
from tests.support.libreoffice import printed
from tests.support.slides_rendered import Word
from tests.support.slides_rendered import pages_of as printed_pages

from coprod_builder.canvas import Row, Run, Shape
from coprod_builder.canvas.lettering import width
from coprod_builder.sheets import Sheet, pages_of
from coprod_builder.sheets.filling import filled_pages
from coprod_builder.sheets.strips import Strip, gap
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import MM_PER_PT, font_metrics
from coprod_content.packs.build import make, rendered
from coprod_content.testing import HOSTILE, specimen
from coprod_content.text.spans import verbatim
from coprod_guide import render

Judge = Callable[[str], str]
BRAND = load_brand()
ACROSS, DOWN = 2.5, 4.5
"""Points by which a line may stand elsewhere. LibreOffice cuts the empty edges off a drawing, which Word does not, so
that what is below a drawing stands up to 4 points higher there."""
FILES = (
    ("facilitator-guide", "what-matters-morning", "standard"),
    ("facilitator-guide", "online-hour", "large-print"),
    ("handouts", "first-steps", "standard"),
    ("handouts", "online-hour", "high-contrast"),
    ("run-sheet", "first-steps", "standard"),
    ("easy-read", "first-steps", "standard"),
)


def word_file(library: Library, brand: Brand, edition: str, id_: str, access: str) -> bytes:
    """An edition as a Word file."""
    data = make(edition, "guide", library, brand, (id_,), access=access).data
    assert data
    return data


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """The lines of text on a page."""
    return (thing for thing in sheet.things if isinstance(thing, Row))


def said(row: Row) -> str:
    """The letters of a line, without spaces."""
    return "".join("".join(run.words for run in row.runs).split())


def edges(thing: Row | Shape) -> tuple[float, float, float, float]:
    """The left, upper, right and lower edge of what is drawn."""
    if isinstance(thing, Shape):
        return thing.x, thing.y, thing.x + thing.width, thing.y + thing.height
    length = sum(width(run, font_metrics("Arial")) for run in thing.runs)
    left = thing.x - length * {"start": 0.0, "middle": 0.5, "end": 1.0}[thing.anchor]
    return left, thing.y - max(run.size for run in thing.runs) * 0.75, left + length, thing.y


def assert_on_paper(sheets: tuple[Sheet, ...]) -> None:
    """Nothing of a page is beyond its edges."""
    for sheet in sheets:
        for thing in sheet.things:
            left, top, right, low = edges(thing)
            assert left >= -0.01, (sheet.number, thing)
            assert top >= -0.01, (sheet.number, thing)
            assert right <= sheet.width + 0.01, (sheet.number, thing)
            assert low <= sheet.height + 0.01, (sheet.number, thing)


def letters_of(data: bytes) -> Counter[str]:
    """The letters in the text of a Word file, by another reader of it."""
    texts = Guide(data).find("//w:body//w:t[not(ancestor::mc:Fallback)]/text()")
    return Counter("".join("".join(texts).split()))


def near(row: Row, page: tuple[Word, ...]) -> bool:
    """Whether a line stands on a printed page where it does here, with the same words in it.

    The box of a word in a PDF reaches from the line its letters stand on 0.35 of their size down and 0.95 up.
    """
    size = max(run.size for run in row.runs)
    here = [word for word in page if abs(word.bottom / MM_PER_PT - 0.35 * size - row.y) < DOWN + 0.1 * size]
    line = sorted(here, key=lambda word: word.left)
    starts = [at for at, word in enumerate(line) if said(row).startswith(word.text)]
    left, _, right, _ = edges(row)
    for at in starts:
        words = ""
        for word in line[at:]:
            words += word.text
            if words == said(row):
                ends = (line[at].left / MM_PER_PT - left, word.right / MM_PER_PT - right)
                return all(abs(end) < ACROSS for end in ends)
    return False


def test_lines_stand_where_libreoffice_prints_them(
    library: Library, brand: Brand, judge: Judge, tmp_path: Path
) -> None:
    """A guide, handouts, a run sheet and pages in large print have as many pages as in print, and of 100 lines at least
    98 are on the same page in the same place with the same words."""
    files = {f"{'-'.join(each)}.docx": word_file(library, brand, *each) for each in FILES}
    pdfs = printed(files.items(), judge, tmp_path)
    for name, data in files.items():
        sheets, pages = pages_of(data), printed_pages(pdfs[name], judge("pdftotext"))
        assert len(sheets) == len(pages), name
        lines = [
            (row, page)
            for sheet, page in zip(sheets, pages, strict=True)
            for row in rows_of(sheet)
            if said(row).strip("•☐")
        ]
        far = [said(row) for row, page in lines if not near(row, page)]
        assert len(lines) >= 50, name
        assert len(far) <= 0.02 * len(lines), (name, len(far), len(lines), far[:9])


@pytest.mark.parametrize("words", [" ".join(HOSTILE), "Some words", "x" * 200, "A word. " * 400])
def test_all_is_drawn_whatever_it_says(words: str, library: Library, brand: Brand) -> None:
    """Every block with text that breaks layouts is drawn whole, on the paper, rows that are higher than it among
    them."""
    for document in (specimen(words), guide_specimen()):
        data = rendered(document, "guide", library, brand).data
        assert data
        sheets = pages_of(data)
        assert not letters_of(data) - Counter("".join(said(row) for sheet in sheets for row in rows_of(sheet)))
        assert_on_paper(sheets)


@pytest.mark.parametrize("name", FILES, ids="-".join)
def test_a_file_is_drawn_whole_and_on_its_paper(name: tuple[str, str, str], library: Library, brand: Brand) -> None:
    """All letters of a file are drawn, nothing beyond the edges, and pages are numbered and have titles."""
    data = word_file(library, brand, *name)
    sheets = pages_of(data)
    assert not letters_of(data) - Counter("".join(said(row) for sheet in sheets for row in rows_of(sheet)))
    assert_on_paper(sheets)
    assert [sheet.number for sheet in sheets] == list(range(1, len(sheets) + 1))
    assert all(sheet.title for sheet in sheets)
    assert {(round(sheet.width), round(sheet.height)) for sheet in sheets} == {
        (842, 595) if name[0] == "run-sheet" else (595, 842)
    }


def test_a_page_is_called_by_its_first_heading(library: Library, brand: Brand) -> None:
    """The title of a page is its first heading, or else what it begins with."""
    titles = [sheet.title for sheet in pages_of(word_file(library, brand, "handouts", "first-steps", "standard"))]
    assert titles[:3] == ["First steps in co-production", "Our group agreement", "Three circles of co-produced QI"]


def test_pages_are_numbered_as_in_print() -> None:
    """Each page but the first says which it is and how many there are."""
    data = render(guide_specimen(), BRAND)
    sheets = pages_of(data)
    feet = [[said(row) for row in rows_of(sheet) if row.anchor == "end"] for sheet in sheets]
    assert feet == [[], *([f"Page{at}of{len(sheets)}"] for at in range(2, len(sheets) + 1))]


def test_hostile_text_stays_text() -> None:
    """What looks like markup in a file is letters in its drawing."""
    words = "<script>alert(1)</script> & \"quotes\" 'single'"
    section = Section(title=words, blocks=(Paragraph(verbatim(words)),))
    data = render(Document(title=words, language="en", imprint=words, sections=(section,)), BRAND)
    environment = Environment(loader=PackageLoader("coprod_builder"), autoescape=True)
    macro = environment.get_template("slide.html").module.slide  # type: ignore[attr-defined]  # a macro of the template
    drawn = "".join(str(macro(sheet, sheet.title)) for sheet in pages_of(data))
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;") >= 3


def test_header_rows_are_repeated() -> None:
    """A table that goes on over pages has its header on each of them."""
    row = (verbatim("Word"), verbatim("What it means. " * 12))
    table = Table("T", (verbatim("Column A"), verbatim("Column B")), (row,) * 30, (1, 1))
    sheets = pages_of(
        render(Document(title="T", language="en", sections=(Section(title="S", blocks=(table,)),)), BRAND)
    )
    assert len(sheets) > 2
    assert all("ColumnA" in [said(row) for row in rows_of(sheet)] for sheet in sheets)


def test_addresses_are_broken_after_slashes() -> None:
    """A long address goes on in the next line after a slash, words with one do not."""
    address = "https://www.example.org/" + "a-folder/" * 3 + "anotherfolderwithalongname/" * 3
    told = Paragraph(verbatim(f"{address} {'either/or ' * 40}"))
    data = render(Document(title="T", language="en", sections=(Section(title="S", blocks=(told,)),)), BRAND)
    rows = [said(row) for sheet in pages_of(data) for row in rows_of(sheet)]
    first = next(at for at, row in enumerate(rows) if row.startswith("https"))
    assert rows[first].endswith("/")
    assert not any(row.endswith("either/") for row in rows[first + 1 :])


def test_what_is_not_of_ours_is_left_out() -> None:
    """A file that somebody else made is drawn as far as it is like ours, without a fault."""
    word = docx.Document()
    word.add_heading("A heading", 1)
    for words in ("An entry", "Another"):
        word.add_paragraph(words, style="List Bullet")
    word.add_paragraph().add_run("Aslant").italic = True
    table = word.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Merged"
    word.add_page_break()
    word.add_paragraph("The end.")
    out = io.BytesIO()
    word.save(out)
    rows = {said(row): row for sheet in pages_of(out.getvalue()) for row in rows_of(sheet)}
    assert {"Aheading", "•", "Anentry", "Another", "Aslant", "Merged", "Theend."} <= set(rows)
    assert rows["Aslant"].runs[0].slant
    assert rows["Another"].y - rows["Anentry"].y < 1.5 * rows["Another"].runs[0].size


STRIPS = st.lists(
    st.builds(
        Strip,
        height=st.floats(1, 60),
        before=st.floats(0, 20),
        after=st.floats(0, 20),
        kept=st.booleans(),
        new_page=st.booleans(),
    ),
    max_size=40,
)


@given(strips=STRIPS, rooms=st.lists(st.floats(60, 200), min_size=1, max_size=3))
def test_pages_are_filled_and_hold_together(strips: list[Strip], rooms: list[float]) -> None:
    """All strips are on the pages in their order, none reaches beyond a page, and a page ends after what is kept with
    the next only where nothing else is on it that could end it."""
    pages = filled_pages(strips, rooms)
    assert [id(strip) for page in pages for strip, _ in page] == [id(strip) for strip in strips]
    for at, page in enumerate(pages):
        room = rooms[min(at, len(rooms) - 1)]
        reach = [y + strip.height - strip.slack for strip, y in page]
        assert all(low <= room + 0.1 for low in reach[1:])
        assert all(
            y == pytest.approx(above_y + above.height + gap(above, strip))
            for (above, above_y), (strip, y) in pairwise(page)
        )
        assert not any(strip.new_page for strip, _ in page[1:])
        if at + 1 < len(pages) and page[-1][0].kept and not pages[at + 1][0][0].new_page:
            assert all(strip.kept for strip, _ in page)


def test_links_are_underlined_and_words_keep_their_kind() -> None:
    """Strong words are strong, links have a line below them, and what stands between them has neither."""
    data = render(guide_specimen(), BRAND)
    runs = {run.words.strip(): run for sheet in pages_of(data) for row in rows_of(sheet) for run in row.runs}
    found = {words: (runs[words].strong, runs[words].under) for words in ("point", "with", "words")}
    assert found == {"point": (True, False), "with": (False, False), "words": (False, True)}
    assert isinstance(runs["words"], Run)


def test_every_shape_of_a_file_is_drawn() -> None:
    """The shapes of a figure are on the page, each in its form, and a line with the head of an arrow ends in it."""
    data = render(guide_specimen(), BRAND)
    shapes = Guide(data).part().xpath("//wps:wsp[wps:cNvSpPr[not(@txBox)] or wps:cNvCnPr]", namespaces=NAMES)
    drawn = [thing for sheet in pages_of(data) for thing in sheet.things if isinstance(thing, Shape)]
    assert Counter(shape.kind for shape in drawn if shape.kind != "rect") == {"ellipse": 1, "line": 1}
    filled = {shape.fill.colour for shape in drawn if shape.fill}
    palette = BRAND.palette
    assert {palette.theme_1, palette.theme_2, palette.sun} <= filled
    assert len(shapes) == 5, "four of the figure, and the unseen ground below them"
    (line,) = (shape for shape in drawn if shape.kind == "line")
    (_, (x, y)), head = line.points, line.head
    assert min(across for across, _ in head) < x < max(across for across, _ in head)
    assert min(down for _, down in head) < y < max(down for _, down in head)
