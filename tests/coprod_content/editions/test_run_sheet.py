"""The run sheet: one page or two, whole sentences, consistent times, and a name for each item."""

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import reduce
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
from coprod_content.editions.sections.timed_agenda import timed_slots
from coprod_content.editions.workshop.run_sheet_cues import first_sentences, slot_kit
from coprod_content.editions.workshop.run_sheet_fit import PORTRAIT
from coprod_content.packs.build import make
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import Text, plain, text_of

LABELS = re.compile(r"(Say|Ask|Then|To close|Afterwards): ")
SLOTS = 11
PAGES = {"half-day": 2}
BELOW = ("Have ready before people arrive: ", "Access:", "Safety:")


def sheet(library: Library, id_: str) -> Section:
    """Return the only section of a run sheet."""
    (section,) = compose("run-sheet", library, [id_]).sections
    return section


def table(section: Section) -> Table:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return found


def said(section: Section) -> str:
    return "\n".join(plain(text) for block in section.blocks for text in block_texts(block))


def versions(library: Library) -> Iterator[tuple[str, Library]]:
    """Yield every workshop without names, and with an event and names."""
    for id_ in library.workshops:
        yield id_, library
        yield id_, with_held(library, id_)


def long_day(library: Library, times: int) -> Workshop:
    """Return a workshop with the half-day agenda repeated."""
    half = library.workshops["half-day"]
    return evolve(half, id="long-day", minutes=half.minutes * times, agenda=half.agenda * times)


def test_every_run_sheet_says_what_to_have_ready_and_how_to_keep_people_safe(library: Library) -> None:
    """No workshop or day is too long for what to have ready, running late, access and safety."""
    shelves = [*versions(library), *(("long-day", with_workshop(library, long_day(library, at))) for at in (1, 2, 3))]
    for id_, shelf in shelves:
        words = said(sheet(shelf, id_))
        assert all(label in words for label in BELOW), id_
        assert "If you run late: " in words, id_


def test_every_run_sheet_is_one_page_in_word(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """LibreOffice prints every workshop, with and without names, in landscape: half a day on two pages of A4."""
    made = {
        f"{id_}.{at}.docx": make("run-sheet", "guide", shelf, brand, (id_,)).data or b""
        for at, (id_, shelf) in enumerate(versions(library))
    }
    assert len(made) == 2 * len(library.workshops)
    for name, path in printed(made.items(), judge, tmp_path).items():
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == PAGES.get(name.split(".")[0], 1), name
            left, low, right, high = (float(edge) for edge in pdf.pages[0].mediabox)
            assert (right - left, high - low) == pytest.approx((841.9, 595.3), abs=1)


@pytest.mark.parametrize("names", [False, True], ids=["without names", "with names"])
def test_every_run_sheet_is_one_page_in_pdf(names: bool, library: Library, brand: Brand) -> None:
    """Typst needs as many pages. All run sheets are in one file, and its outline leads to the first page of each."""
    shelf = reduce(with_held, library.workshops, library) if names else library
    data = make("run-sheet", "cards-reading", shelf, brand, tuple(shelf.workshops)).data or b""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        places = [page.objgen for page in pdf.pages]
        starts = [places.index(entry.destination[0].objgen) for entry in outline.root]
        ends = [*starts[1:], len(places)]
        found = {id_: end - start for id_, start, end in zip(shelf.workshops, starts, ends, strict=True)}
        assert found == {id_: PAGES.get(id_, 1) for id_ in shelf.workshops}
        assert all(page.mediabox[2] > page.mediabox[3] for page in pdf.pages)


def test_several_workshops_have_a_page_each(library: Library, brand: Brand) -> None:
    """The run sheets of three workshops have three pages."""
    ids = ("first-steps", "who-decides", "online-hour")
    data = make("run-sheet", "cards-reading", library, brand, ids).data or b""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(ids)


@pytest.mark.parametrize("purpose", ["decide", "understand-experience"])
def test_a_whole_day_has_two_portrait_pages(
    purpose: str, library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """A planned day from nine to five, with lunch and all themes, has two pages in Word and in PDF."""
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
            assert len(file.pages) == 2
            assert float(file.pages[0].mediabox[2]) < float(file.pages[0].mediabox[3])


def test_a_longer_day_has_short_cues_and_continues_on_other_pages(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Details are left out, but every item is kept."""
    long = with_workshop(library, long_day(library, 2))
    assert PORTRAIT.is_too_small_for(sheet(long, "long-day"))
    assert len(table(sheet(long, "long-day")).rows) == 2 * SLOTS + 1
    data = make("run-sheet", "cards-reading", long, brand, ("long-day",)).data or b""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) <= 3
    (tmp_path / "day.pdf").write_bytes(data)
    command = [judge("pdftotext"), str(tmp_path / "day.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert text.count("Start again at") == 4
    assert text.index("The end") < text.index("Have ready before people arrive")


@pytest.mark.parametrize("id_", ["first-steps", "half-day", "online-hour", "who-decides"])
def test_clock_times_add_up(library: Library, id_: str) -> None:
    """Each row starts when the previous one ends, and the last gives the end of the workshop."""
    rows = table(sheet(library, id_)).rows
    times = [plain(row[0]).split(" to ") for row in rows]
    assert times[0][0] == library.workshops[id_].starts
    assert [start for start, *_ in times[1:]] == [end for _, end in times[:-1]]
    assert plain(rows[-1][1]) == "The end"


def test_breaks_and_the_end_stand_out(library: Library) -> None:
    """Only in their rows are all words after the time bold; renderers rely on that."""
    for workshop in library.workshops.values():
        rows = table(sheet(library, workshop.id)).rows
        strong = [all(span.strong for cell in row[1:] for span in cell) for row in rows]
        assert strong == [isinstance(slot, BreakSlot) for slot in workshop.agenda] + [True]


def test_no_sentence_is_cut(library: Library) -> None:
    """Every sentence of a cue appears whole in the workshop, a tool or a film."""
    known = {sentence for item in library for _, prose in texts(item) for sentence in _whole(text_of(prose))}
    for workshop in library.workshops.values():
        *rows, _ = table(sheet(library, workshop.id)).rows
        for item, row in zip(timed_slots(workshop, library), rows, strict=True):
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
        ("Use the short version. Agree on three or four promises.", " More."),
        ("One sentence that is quite long enough.", " And another one that is long as well."),
        ("Short. Short.", ""),
        ("Somebody found that it helps them", " [@egan2020]. More."),
    ],
)
def test_a_cue_opens_with_a_sentence_that_says_something(first: str, rest: str) -> None:
    """A very short sentence takes the next one with it, and citations are left out."""
    assert plain(first_sentences(first + rest)) == f"{first.rstrip('.')}."


def test_the_last_column_names_the_leader_or_is_empty(library: Library) -> None:
    """It is empty for breaks, and if nobody has been named."""
    names = [plain(row[-1]) for row in table(sheet(with_held(library, "first-steps"), "first-steps")).rows]
    slots = held(library.workshops["first-steps"]).agenda
    assert names == [*("" if isinstance(slot, BreakSlot) else slot.who for slot in slots), ""]
    assert set(names) == {*NAMES, ""}
    assert {plain(row[-1]) for row in table(sheet(library, "first-steps")).rows} == {""}


def test_plain_text_marks_empty_cells(library: Library, brand: Brand) -> None:
    """People who transcribe it know that nothing was lost."""
    text = (make("run-sheet", "plain", library, brand, ("first-steps",)).data or b"").decode()
    rows = table(sheet(library, "first-steps")).rows
    assert text.count("Who: [Empty]") == len(rows)
    assert "Materials: 24 postcards\nWho: [Empty]" in text


def test_the_heading_says_when_where_and_with_whom(library: Library) -> None:
    """Title, date, place, organisation, team, times and people are above the table."""
    section = sheet(with_held(library, "first-steps"), "first-steps")
    assert section.title == library.workshops["first-steps"].title
    assert section.label == (
        "Run sheet · Thursday 3 December 2026 · Conference room 2, Elm House · Northfield Community Health Trust"
    )
    assert table(section).caption == "10:00 to 11:30 · 90 minutes · 6 to 20 people · in person"
    assert said(section).startswith("Ada Okafor: welcomes people · Sam Lee: keeps time and writes up · Priya: looks")


def test_materials_are_listed_for_each_item_and_for_the_whole_session(library: Library) -> None:
    """Our tools have short lists of materials; a tool without one uses its full list."""
    assert [tool.id for tool in library.tools.values() if not tool.kit] == []
    workshop = library.workshops["first-steps"]
    section = sheet(library, "first-steps")
    ready = next(line for line in said(section).splitlines() if line.startswith("Have ready before people arrive: "))
    for item, row in zip(timed_slots(workshop, library), table(section).rows[:-1], strict=True):
        things = slot_kit(item, library)
        assert plain(row[3]).casefold() == ", ".join(things).casefold()
        assert all(thing in ready for thing in things)
    bare = evolve(library.tools["group-agreement"], kit=())
    tools = tuple(bare if tool.id == bare.id else tool for tool in library.tools.values())
    item = next(item for item in timed_slots(workshop, library) if item.title == bare.title)
    assert slot_kit(item, evolve(library, tools=type(library.tools)(tools))) == bare.materials


def test_advice_on_running_late_comes_from_the_tools(library: Library) -> None:
    """Only tools with a shorter variant are named, with its first sentence."""
    tool: Tool = library.tools["what-matters-to-you"]
    line = f"If you run late: “{tool.title}” has a short version of {tool.short.minutes} minutes. "
    assert f"{line}{plain(first_sentences(tool.short.how[0]))}" in said(sheet(library, "first-steps"))
    assert "If you run late: Say less yourself." in said(sheet(library, "board-session"))
    assert "If you run late: Shorten “Small and soon” first." in said(sheet(library, "online-hour"))


def test_start_times_are_large(library: Library, brand: Brand) -> None:
    """In Word they are half as large again as the text, which has the size of the brand."""
    data = make("run-sheet", "guide", library, brand, ("half-day",)).data or b""
    (found,) = docx.Document(io.BytesIO(data)).tables
    starts = [row.cells[0].paragraphs[0].runs[0] for row in found.rows[1:]]
    assert [run.text for run in starts] == [plain(row[0][:1]) for row in table(sheet(library, "half-day")).rows]
    assert {run.font.size.pt for run in starts if run.font.size} == {brand.guide.heading_2}
    assert brand.guide.heading_2 >= 1.5 * brand.guide.small >= 18


def test_large_print_turns_the_table_into_a_list(library: Library, brand: Brand) -> None:
    """It is on a portrait page and may need more than one."""
    made = make("run-sheet", "guide", library, brand, ("first-steps",), access="large-print")
    section = docx.Document(io.BytesIO(made.data or b"")).sections[0]
    assert section.page_height > section.page_width
    assert not [block for block in made.document.sections[0].blocks if isinstance(block, Table)]
    for item in timed_slots(library.workshops["first-steps"], library):
        assert f"Time: {item.starts} to {item.ends}" in said(made.document.sections[0])


def test_a_guide_says_once_what_several_tools_share(library: Library) -> None:
    """Under the first tool, it says what to do with people left over from pairs, and the sentence about licences."""
    sections = compose("facilitator-guide", library, ["half-day"]).walk()
    guide = "\n".join(said(section) for _, section in sections)
    for words in ("If one person has no partner, make a group of three.", "This version is CC BY 4.0, like the rest"):
        assert guide.count(words) == 1
