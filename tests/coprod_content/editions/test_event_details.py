"""Date, place, organisation and team of a workshop, in every edition and format."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.held import EVENT, NAMES, held, with_held
from tests.support.libreoffice import printed

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.model import Event, TeamMember
from coprod_content.content.phrases import weekday_and_date
from coprod_content.document.blocks import Callout, Facts, block_texts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.packs.build import make, make_file
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import read_workshop, workshop_text
from coprod_content.text.quotation_marks import curly
from coprod_content.text.spans import plain

WHEN = "Thursday 3 December 2026"
HOSTILE = '<b>&amp;{{7*7}} **x** [y](http://e.org) #set $q$ \\n" %s ]]>'
EDITIONS = ("deck", "facilitator-guide", "handouts", "run-sheet")


def told(document: Document) -> str:
    return "\n".join(words_of(document))


def said(section: Section) -> str:
    return "\n".join(plain(text) for block in section.blocks for text in block_texts(block))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_written_in_english_words(day: date) -> None:
    """Weekday, day, month and year do not depend on the language of the machine."""
    weekday, number, month, year = weekday_and_date(day.isoformat()).split(" ")
    assert (weekday[:3], month[:3]) == tuple(day.ctime().split()[:2])
    assert (int(number), int(year)) == (day.day, day.year)


def test_an_impossible_date_is_kept_as_given() -> None:
    """A content file can contain one, and nothing fails because of it."""
    assert weekday_and_date("2026-02-31") == "2026-02-31"
    assert weekday_and_date("2026-12-03") == WHEN


def test_the_deck_opens_with_the_event(library: Library) -> None:
    """The first slide says when, where and by whom; its notes say who does what."""
    cover = compose("deck", with_held(library, "first-steps"), ["first-steps"]).sections[0]
    assert f"{WHEN} · Conference room 2, Elm House · Northfield Community Health Trust" in said(cover)
    team = next(note for note in cover.notes if isinstance(note, Callout) and note.title == "Who does what")
    assert [plain(text) for text in team.paragraphs] == [f"{member.name}: {member.part}" for member in EVENT.team]


def test_the_guide_has_event_and_team_on_its_cover_and_beside_each_item(library: Library) -> None:
    """Date and place are among the facts, the team has its own list, and each item names its leader."""
    document = compose("facilitator-guide", with_held(library, "first-steps"), ["first-steps"])
    cover, _, purpose, *_ = document.sections
    (facts,) = (block for block in cover.blocks if isinstance(block, Facts))
    values = {fact.label: plain(fact.value) for fact in facts.items}
    assert values["Time"] == f"{WHEN}, 90 minutes, 10:00 to 11:30"
    assert values["Where"] == "In person, Conference room 2, Elm House, Northfield Community Health Trust"
    (team,) = (block for block in purpose.blocks if isinstance(block, Facts))
    assert [(fact.label, plain(fact.value)) for fact in team.items] == [(m.name, m.part) for m in EVENT.team]
    items = next(section for section in document.sections if section.title == "The session, item by item").sections
    slots = held(library.workshops["first-steps"]).agenda
    for section, slot in zip(items, slots, strict=True):
        who = getattr(slot, "who", None)
        assert (f"{slot.minutes} minutes, led by {who}" in section.label) == bool(who)
        assert ("led by" in section.label) == bool(who)


def test_handouts_begin_with_date_and_place(library: Library) -> None:
    """People keep this page."""
    first = compose("handouts", with_held(library, "first-steps"), ["first-steps"]).sections[0]
    assert f"{WHEN} · Conference room 2, Elm House · Northfield Community Health Trust" in said(first)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_organisation_is_the_author(library: Library, edition: str) -> None:
    """File properties name the organisation, or the library if there is none."""
    assert compose(edition, with_held(library, "first-steps"), ["first-steps"]).author == EVENT.organisation
    assert compose(edition, library, ["first-steps"]).author == library.about.title


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_empty_event_changes_nothing(library: Library, edition: str) -> None:
    """All fields of an event are optional."""
    empty = with_held(library, "first-steps", Event(), (None,))  # type: ignore[arg-type]  # nobody leads
    assert compose(edition, empty, ["first-steps"]) == compose(edition, library, ["first-steps"])


def test_cards_do_not_mention_the_event(library: Library) -> None:
    """People keep cards after the day."""
    assert compose("postcards", with_held(library, "first-steps"), ["first-steps"]) == compose(
        "postcards", library, ["first-steps"]
    )


def test_an_event_survives_writing_and_reading_a_workshop(library: Library) -> None:
    """Every field comes back as it was typed."""
    workshop = held(library.workshops["half-day"])
    assert read_workshop(workshop_text(workshop).encode(), "half-day.yaml", library) == workshop


def test_hostile_names_are_plain_words_in_every_format(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Markup of any format is printed in each file of the pack as it was typed, with curly quotation marks."""
    event = Event(organisation=HOSTILE, place=HOSTILE, day=EVENT.day, team=(TeamMember(name=HOSTILE, part=HOSTILE),))
    hostile = with_held(library, "power-sharing", event, (HOSTILE,))
    workshop, seen, printed = hostile.workshops["power-sharing"], set(), curly(HOSTILE)
    for spec in pack_files(workshop, hostile):
        made = make_file(spec, hostile, brand)
        assert made.findings == (), spec.name
        if spec.edition in ("canvases", "forms"):  # canvases are kept after the day, and forms have chosen details
            continue
        assert printed in told(made.document)
        assert _squeezed(printed) in _squeezed(_read(made.data or b"", made.suffix, judge, tmp_path)), spec.name
        seen.add(made.suffix)
    assert seen == {".pptx", ".docx", ".html", ".pdf"}
    plain_text = make("run-sheet", "plain", hostile, brand, ("power-sharing",)).data or b""
    assert printed in plain_text.decode()


def _read(data: bytes, suffix: str, judge: Callable[[str], str], folder: Path) -> str:
    """Return the words of a file: text nodes of markup, or the text of a PDF."""
    if suffix == ".pdf":
        (folder / "made.pdf").write_bytes(data)
        command = [judge("pdftotext"), str(folder / "made.pdf"), "-"]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    if suffix == ".html":
        return _text_nodes(data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = (name for name in archive.namelist() if re.fullmatch(r"(ppt/slides/slide\d+|word/document)\.xml", name))
        return "".join(_text_nodes(archive.read(name).decode()) for name in parts)


def _text_nodes(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def _squeezed(words: str) -> str:
    """Return words without spaces and zero-width spaces, where lines break."""
    return re.sub(r"[\s\u200b]", "", words)


def test_a_run_sheet_with_a_long_team_keeps_its_agenda_on_the_first_page(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """With a long place name and a team of eight, only the text below the agenda continues on a second page."""
    team = tuple(TeamMember(name=f"Person {at} of the team", part="welcomes people and takes notes") for at in range(8))
    event = evolve(EVENT, place="The large meeting room on the second floor of the community centre", team=team)
    shelf = with_held(library, "first-steps", event, NAMES)
    data = make("run-sheet", "guide", shelf, brand, ("first-steps",)).data or b""
    (path,) = printed([("team.docx", data)], judge, tmp_path).values()
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        first, second = (page.get_textpage().get_text_range() for page in pdf)
    assert "The end" in first
    assert "If you run late" in second
