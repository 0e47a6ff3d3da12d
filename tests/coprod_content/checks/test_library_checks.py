"""Cross-checks of a library: what no single field can tell."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import SMALL, changed, small_root

from coprod_content import Finding, Library, Place, examine, load
from coprod_content.checks.library import library_advice, library_errors
from coprod_content.content.library import Items
from coprod_content.content.model import MinutesRange, PeopleRange, Term
from coprod_content.content.source import NOWHERE, Source
from coprod_content.files.field_positions import place_of


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The small library, read from `content` in the working folder."""
    monkeypatch.chdir(tmp_path)
    return load(small_root(Path("content")))


def errors(library: Library) -> list[tuple[str, str]]:
    """Code and field of each error."""
    return [(finding.code, finding.field) for finding in library_errors(library)]


def with_tool(library: Library, **changes: object) -> Library:
    tool = evolve(library.tools["pairs"], **changes)
    return evolve(library, tools=Items((tool,)))


def with_workshop(library: Library, **changes: object) -> Library:
    workshop = evolve(library.workshops["meeting"], **changes)
    return evolve(library, workshops=Items((workshop,)))


def test_a_sound_library_has_nothing_wrong(small: Library, library: Library) -> None:
    """Neither the small nor the canonical library has an error or needs advice."""
    assert library_errors(small) == library_advice(small) == ()
    assert library_errors(library) == library_advice(library) == ()


@pytest.mark.parametrize(("least", "most", "fails"), [(10, 30, False), (15, 15, False), (16, 30, True), (10, 14, True)])
def test_steps_add_up_to_the_range_of_the_tool(small: Library, least: int, most: int, fails: bool) -> None:
    """Fifteen minutes of steps fit a range with fifteen in it."""
    found = errors(with_tool(small, minutes=MinutesRange(least=least, most=most)))
    assert (("minutes", "steps") in found) == fails


def test_a_range_is_the_right_way_round(small: Library) -> None:
    """Least is not more than most, for minutes and for people, of tools and of workshops."""
    upside_down = PeopleRange(least=9, most=3)
    assert errors(with_tool(small, people=upside_down)) == [("range", "people")]
    assert errors(with_workshop(small, people=upside_down)) == [("range", "people")]
    assert ("range", "minutes") in errors(with_tool(small, minutes=MinutesRange(least=30, most=10)))
    finding = library_errors(with_tool(small, people=upside_down))[0]
    assert str(finding) == "content/tools/pairs.yaml:7:9: people: the least, 9, is more than the most, 3. Swap them."


@pytest.mark.parametrize(("minutes", "fails"), [(9, False), (10, True), (None, False)])
def test_the_short_variant_is_shorter(small: Library, minutes: int | None, fails: bool) -> None:
    """A variant for when time is short takes less than the tool's least."""
    short = evolve(small.tools["pairs"].short, minutes=minutes)
    library = with_workshop(with_tool(small, short=short), agenda=small.workshops["meeting"].agenda)
    assert (("minutes", "short.minutes") in errors(library)) == fails


@pytest.mark.parametrize(("total", "way"), [(50, "Take out 10 minutes."), (65, "Add 5 minutes.")])
def test_an_agenda_adds_up_to_its_workshop(small: Library, total: int, way: str) -> None:
    """The message says by how much it misses, and which way."""
    (finding,) = library_errors(with_workshop(small, minutes=total))
    assert (finding.code, finding.field, finding.fix) == ("minutes", "agenda", way)


@pytest.mark.parametrize(("minutes", "fails"), [(5, True), (6, False), (10, False), (30, False), (31, True)])
def test_an_agenda_gives_a_tool_the_time_that_it_takes(small: Library, minutes: int, fails: bool) -> None:
    """From the short variant to the most, and no further."""
    agenda = tuple(
        evolve(slot, minutes=minutes) if slot.kind == "tool" else slot for slot in small.workshops["meeting"].agenda
    )
    found = errors(with_workshop(small, agenda=agenda, minutes=40 + minutes))
    assert found == ([("minutes", "agenda[2].minutes")] if fails else [])


def test_two_themes_do_not_share_a_number(small: Library) -> None:
    """A number stands for one theme on every label."""
    second = evolve(small.themes["sharing"], id="second")
    (finding,) = library_errors(evolve(small, themes=Items((*small.themes.values(), second))))
    assert (finding.code, finding.what) == ("duplicate-number", "theme 1 is already 'Sharing'.")


def test_unknown_ids_are_told_with_what_is_near(small: Library) -> None:
    """An id of the wrong kind is unknown too."""
    (finding,) = library_errors(with_workshop(small, terms=("cares",)))
    assert finding.what == "there is no term 'cares'."
    assert finding.fix == "Did you mean 'carer'?"
    assert errors(with_workshop(small, terms=("pairs",))) == [("unknown-id", "terms[1]")]


def test_what_is_broken_is_not_missing_and_what_was_retired_is_told_apart(small: Library) -> None:
    """Broken ids and kinds are passed over; a retired id says why it is gone."""
    library = with_workshop(small, terms=("gone",))
    assert library_errors(library, broken={"gone"}) == ()
    assert library_errors(library, broken={"term"}) == ()
    assert library_errors(library, retired={"gone"})[0].what == "the term 'gone' was retired."


@pytest.mark.parametrize(
    ("prose", "what"),
    [
        ("[Us](http://localhost)", "the link on 'Us' has no host such as www.example.org."),
        ("[Us]()", "the link on 'Us' has no address."),
        ("[ ](https://www.example.org)", "the link on ' ' has no words."),
        ("[](nowhere)", "the link on 'nowhere' does not start with https:, http:, mailto: or tel:."),
    ],
)
def test_links_in_prose_are_checked(small: Library, prose: str, what: str) -> None:
    """A link inside a sentence is judged like a field that is a link."""
    (finding,) = library_errors(with_tool(small, purpose=prose))
    assert (finding.code, finding.field, finding.what) == ("link", "purpose", what)


def test_what_the_library_says_of_itself_is_checked_as_well(small: Library) -> None:
    """Links and citations in about.yaml have their place there."""
    about = evolve(small.about, credit="[Us](nowhere) and [@nobody]")
    found = library_errors(evolve(small, about=about), about=Source("content", "about.yaml"))
    assert [(f.code, str(f.where)) for f in found] == [
        ("link", "content/about.yaml:5:9"),
        ("unknown-id", "content/about.yaml:5:9"),
    ]


def test_more_than_75_minutes_without_a_break_bring_advice(small: Library) -> None:
    """The advice stands at the item that makes it too long, and stops no run."""
    talk, tool, pause, cards, closing = small.workshops["meeting"].agenda
    long = evolve(talk, minutes=56)
    (finding,) = library_advice(with_workshop(small, agenda=(long, tool, pause, cards, closing)))
    assert (finding.level, finding.field, finding.what) == ("advice", "agenda[2]", "76 minutes without a break.")
    assert library_advice(with_workshop(small, agenda=(evolve(talk, minutes=55), tool, pause, cards, closing))) == ()
    assert len(library_advice(with_workshop(small, agenda=(long, long, long, closing)))) == 1
    assert len(library_advice(with_workshop(small, agenda=(long, long, pause, long, long)))) == 2


def test_a_reference_that_nothing_cites_brings_advice(small: Library) -> None:
    """Pointing to a theme is not being cited, and being cited by about.yaml is."""
    reference = evolve(small.references["egan2020"], id="alone", themes=("sharing",))
    library = evolve(small, references=Items((*small.references.values(), reference)))
    (finding,) = library_advice(library)
    assert (finding.level, finding.what) == ("advice", "no item cites this reference.")
    assert library_advice(evolve(library, about=evolve(small.about, basis="See [@alone]."))) == ()


def test_the_place_of_a_field_is_read_from_its_file(small: Library) -> None:
    """Items of one file and items of a shared file both know where they stand."""
    assert place_of(small.tools["pairs"], ("steps", 1, "minutes")) == Place("content/tools/pairs.yaml", 16, 14)
    assert place_of(small.terms["staff"], ("why",)) == Place("content/terms.yaml", 9, 8)
    assert place_of(small.terms["staff"], ()) == Place("content/terms.yaml", 7, 3)


def test_a_place_is_as_exact_as_its_file_allows(small: Library) -> None:
    """A file that has become unreadable is named; an item from no file has no place; without a root nothing is read."""
    Path("content/tools/pairs.yaml").write_text("a: [")
    assert place_of(small.tools["pairs"], ("title",)) == Place("content/tools/pairs.yaml")
    term = Term(id="a", term="A", meaning="B", why="C")
    assert term.source == NOWHERE
    assert place_of(term, ("why",)) is None
    assert place_of(evolve(term, source=Source("", "content/terms.yaml")), ("why",)) == Place("content/terms.yaml")


def test_findings_of_checks_come_with_those_of_reading(tmp_path: Path) -> None:
    """Examining a root tells of a wrong field and of a wrong sum in one go."""
    changes = changed("terms.yaml", "see: [staff]", "see: []") | {
        "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"].replace("minutes: 60", "minutes: 61")
    }
    _, findings = examine(small_root(tmp_path / "content", changes))
    assert {finding.code for finding in findings} == {"empty", "minutes"}
    assert all(isinstance(finding, Finding) and finding.fix for finding in findings)
