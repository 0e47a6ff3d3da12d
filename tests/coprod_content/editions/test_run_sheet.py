"""The run sheet: one page, whole sentences, clock times that add up, and a name beside each item."""

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from attrs import evolve
from tests.support.held import NAMES, held, with_held
from tests.support.libreoffice import printed

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.item_texts import texts
from coprod_content.content.model import BreakSlot, Tool, Workshop
from coprod_content.document.blocks import Table, block_texts
from coprod_content.document.document import Section
from coprod_content.editions import compose
from coprod_content.editions.sections.agenda import timed_slots
from coprod_content.editions.workshop.run_sheet_cues import first_sentences, slot_kit
from coprod_content.editions.workshop.run_sheet_fit import PORTRAIT
from coprod_content.packs.build import make
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import Text, plain, text_of

LABELS = re.compile(r"(Say|Ask|Then|To close|After it): ")
SLOTS = 11


def sheet(library: Library, id_: str) -> Section:
    """The one section of a run sheet."""
    (section,) = compose("run-sheet", library, [id_]).sections
    return section


def table(section: Section) -> Table:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return found


def said(section: Section) -> str:
    return "\n".join(plain(text) for block in section.blocks for text in block_texts(block))


def versions(library: Library) -> Iterator[tuple[str, Library]]:
    """Every workshop as it is, and as it is held by people with names."""
    for id_ in library.workshops:
        yield id_, library
        yield id_, with_held(library, id_)


def long_day(library: Library, times: int) -> Workshop:
    """A workshop whose agenda is that of half a day several times over."""
    half = library.workshops["half-day"]
    return evolve(half, id="long-day", minutes=half.minutes * times, agenda=half.agenda * times)


def test_every_run_sheet_is_one_page_in_word(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """LibreOffice prints each of all workshops on one sheet of A4 on its side, with names and without."""
    made = {
        f"{id_}-{at}.docx": make("run-sheet", "guide", shelf, brand, (id_,)).data or b""
        for at, (id_, shelf) in enumerate(versions(library))
    }
    assert len(made) == 2 * len(library.workshops)
    for name, path in printed(made.items(), judge, tmp_path).items():
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == 1, name
            left, low, right, high = (float(edge) for edge in pdf.pages[0].mediabox)
            assert (right - left, high - low) == pytest.approx((841.9, 595.3), abs=1)


def test_every_run_sheet_is_one_page_of_pdf(library: Library, brand: Brand) -> None:
    """So does Typst; the heading of the page is the first of the file."""
    for id_, shelf in versions(library):
        data = make("run-sheet", "cards-reading", shelf, brand, (id_,)).data or b""
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == 1, id_
            assert float(pdf.pages[0].mediabox[2]) > float(pdf.pages[0].mediabox[3])


def test_several_workshops_have_a_page_each(library: Library, brand: Brand) -> None:
    """A run sheet of three workshops has three pages."""
    ids = ("first-steps", "half-day", "online-hour")
    data = make("run-sheet", "cards-reading", library, brand, ids).data or b""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(ids)


@pytest.mark.parametrize("purpose", ["decide", "understand-experience"])
def test_a_whole_day_has_one_upright_page(
    purpose: str, library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """From nine to five, with lunch and all themes, a planned day has one page of Word and one of PDF."""
    request = PlanRequest(
        minutes=480, people=15, purpose=purpose, themes=tuple(library.themes), starts="09:00", lunch_minutes=45
    )
    planned = plan(request, library, "A whole day")
    assert isinstance(planned, Plan)
    shelf = with_workshop(library, planned.workshop)
    word, pdf = (make("run-sheet", to, shelf, brand, ("a-whole-day",)).data or b"" for to in ("guide", "cards-reading"))
    (path,) = printed([("day.docx", word)], judge, tmp_path).values()
    for made in (path.read_bytes(), pdf):
        with pikepdf.open(io.BytesIO(made)) as file:
            assert len(file.pages) == 1
            assert float(file.pages[0].mediabox[2]) < float(file.pages[0].mediabox[3])


def test_a_longer_day_says_less_and_then_goes_on_to_another_page(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """What does not fit is left out; what is left still has every item, from the first page on."""
    short, long = (with_workshop(library, long_day(library, times)) for times in (1, 2))
    assert len(sheet(short, "long-day").blocks) > len(sheet(long, "long-day").blocks) == 1
    assert PORTRAIT.is_too_small_for(sheet(long, "long-day"))
    assert len(table(sheet(long, "long-day")).rows) == 2 * SLOTS + 1
    data = make("run-sheet", "cards-reading", long, brand, ("long-day",)).data or b""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
    (tmp_path / "day.pdf").write_bytes(data)
    command = [judge("pdftotext"), str(tmp_path / "day.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    first, second, _ = text.split("\f")
    assert "The end" in second
    assert first.count("Start again at") == second.count("Start again at") == 2


@pytest.mark.parametrize("id_", ["first-steps", "half-day", "online-hour", "who-decides"])
def test_clock_times_add_up(library: Library, id_: str) -> None:
    """Each row starts when the one before ends, and the last says when people go."""
    rows = table(sheet(library, id_)).rows
    times = [plain(row[0]).split(" to ") for row in rows]
    assert times[0][0] == library.workshops[id_].starts
    assert [start for start, *_ in times[1:]] == [end for _, end in times[:-1]]
    assert plain(rows[-1][1]) == "The end"


def test_breaks_and_the_end_stand_out(library: Library) -> None:
    """All words after the time are strong there, and nowhere else, which is what renderers go by."""
    for workshop in library.workshops.values():
        rows = table(sheet(library, workshop.id)).rows
        strong = [all(span.strong for cell in row[1:] for span in cell) for row in rows]
        assert strong == [isinstance(slot, BreakSlot) for slot in workshop.agenda] + [True]


def test_no_sentence_is_cut(library: Library) -> None:
    """Every sentence of a cue stands as it is in the workshop, a tool or a film."""
    known = {sentence for item in library for _, prose in texts(item) for sentence in _whole(text_of(prose))}
    for workshop in library.workshops.values():
        for item, row in zip(timed_slots(workshop, library), table(sheet(library, workshop.id)).rows, strict=False):
            cue = LABELS.sub("", plain(row[2]))
            if isinstance(item.slot, BreakSlot):
                assert cue == f"Start again at {item.ends}"
                continue
            assert cue
            assert [sentence for sentence in _whole(text_of(cue)) if sentence not in known] == []


def _whole(text: Text) -> list[str]:
    return [plain(sentence).strip() for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Welcome. We are here to improve something together.", " More."),
        ("Use the short variant. Agree on three or four promises.", " More."),
        ("One sentence that is quite long enough.", " And another one that is long as well."),
        ("Short. Short.", ""),
        ("Somebody found that it helps them", " [@egan2020]. More."),
    ],
)
def test_a_cue_opens_with_a_sentence_that_says_something(first: str, rest: str) -> None:
    """A sentence of a few words takes the next one with it; citations have no place on a page without references."""
    assert plain(first_sentences(first + rest)) == f"{first.rstrip('.')}."


def test_who_leads_is_said_or_left_to_be_written(library: Library) -> None:
    """Each item has its name in the last column; where there is none, and in breaks, the cell is empty."""
    names = [plain(row[-1]) for row in table(sheet(with_held(library, "first-steps"), "first-steps")).rows]
    slots = held(library.workshops["first-steps"]).agenda
    assert names == [*("" if isinstance(slot, BreakSlot) else slot.who for slot in slots), ""]
    assert set(names) == {*NAMES, ""}
    assert {plain(row[-1]) for row in table(sheet(library, "first-steps")).rows} == {""}


def test_an_empty_cell_is_said_to_be_empty_in_plain_text(library: Library, brand: Brand) -> None:
    """Whoever transcribes it knows that there is room for a name, and that nothing was lost."""
    text = (make("run-sheet", "plain", library, brand, ("first-steps",)).data or b"").decode()
    rows = table(sheet(library, "first-steps")).rows
    assert text.count("Who: [Empty]") == len(rows)
    assert "Materials: 24 postcards\nWho: [Empty]" in text


def test_the_head_says_when_where_and_with_whom(library: Library) -> None:
    """Title, day, place, organisation, start, end and people stand above the table."""
    section = sheet(with_held(library, "first-steps"), "first-steps")
    assert section.title == library.workshops["first-steps"].title
    assert section.label == (
        "Run sheet · Thursday 3 December 2026 · Conference room 2, Elm House · Northfield Community Health Trust"
    )
    assert table(section).caption == "10:00 to 11:30 · 90 minutes · 6 to 20 people · in person"
    assert said(section).startswith("Ada Okafor: welcomes people · Sam Lee: keeps time and writes up · Priya: looks")


def test_materials_are_said_in_short_and_once_more_together(library: Library) -> None:
    """Every tool of the library has its materials in a few words; one of an overlay that has none says them in full."""
    assert [tool.id for tool in library.tools.values() if not tool.kit] == []
    workshop = library.workshops["first-steps"]
    section = sheet(library, "first-steps")
    ready = next(line for line in said(section).splitlines() if line.startswith("Have ready before people arrive: "))
    for item, row in zip(timed_slots(workshop, library), table(section).rows, strict=False):
        things = slot_kit(item, library)
        assert plain(row[3]).casefold() == ", ".join(things).casefold()
        assert all(thing in ready for thing in things)
    bare = evolve(library.tools["group-agreement"], kit=())
    tools = tuple(bare if tool.id == bare.id else tool for tool in library.tools.values())
    item = next(item for item in timed_slots(workshop, library) if item.title == bare.title)
    assert slot_kit(item, evolve(library, tools=type(library.tools)(tools))) == bare.materials


def test_what_to_do_when_late_comes_from_the_tools(library: Library) -> None:
    """Only a tool that takes less time in short is named, with the first of its own words on how."""
    tool: Tool = library.tools["what-matters-to-you"]
    line = f"If you run late: “{tool.title}” has a short version of {tool.short.minutes} minutes. "
    assert f"{line}{plain(first_sentences(tool.short.how[0]))}" in said(sheet(library, "first-steps"))
    assert "If you run late" not in said(sheet(library, "board-session"))  # whose tool is run in short already


def test_times_are_large_and_nothing_is_small(library: Library, brand: Brand) -> None:
    """In Word the time at which an item starts is half as large again as the text, which is as large as the brand's."""
    data = make("run-sheet", "guide", library, brand, ("half-day",)).data or b""
    (found,) = docx.Document(io.BytesIO(data)).tables
    starts = [row.cells[0].paragraphs[0].runs[0] for row in found.rows[1:]]
    assert [run.text for run in starts] == [plain(row[0][:1]) for row in table(sheet(library, "half-day")).rows]
    assert {run.font.size.pt for run in starts if run.font.size} == {brand.guide.heading_2}
    assert brand.guide.heading_2 >= 1.5 * brand.guide.small >= 18


def test_large_print_lists_what_the_table_says(library: Library, brand: Brand) -> None:
    """In large type the table is a list, on an upright page, and may take more than one."""
    made = make("run-sheet", "guide", library, brand, ("first-steps",), access="large-print")
    section = docx.Document(io.BytesIO(made.data or b"")).sections[0]
    assert section.page_height > section.page_width
    assert not [block for block in made.document.sections[0].blocks if isinstance(block, Table)]
    for item in timed_slots(library.workshops["first-steps"], library):
        assert f"Time: {item.starts} to {item.ends}" in said(made.document.sections[0])
