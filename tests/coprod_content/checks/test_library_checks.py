"""Cross-checks of a library: errors that no single field shows."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import SMALL, changed, small_root, written

from coprod_content import Finding, Library, Place, canonical_root, examine, load
from coprod_content.checks.library import library_advice, library_errors
from coprod_content.content.library import Items
from coprod_content.content.model import MinutesRange, PeopleRange, Term
from coprod_content.content.source import NOWHERE, Source
from coprod_content.files.field_positions import place_of


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return the small library, read from `content` in the working folder."""
    monkeypatch.chdir(tmp_path)
    return load(small_root(Path("content")))


def errors(library: Library) -> list[tuple[str, str]]:
    """Return the code and field of each error."""
    return [(finding.code, finding.field) for finding in library_errors(library)]


def with_tool(library: Library, **changes: object) -> Library:
    tool = evolve(library.tools["pairs"], **changes)
    return evolve(library, tools=Items((tool,)))


def with_workshop(library: Library, **changes: object) -> Library:
    workshop = evolve(library.workshops["meeting"], **changes)
    return evolve(library, workshops=Items((workshop,)))


def test_a_sound_library_has_no_findings(small: Library, library: Library) -> None:
    """Neither the small nor the canonical library has errors or advice."""
    assert library_errors(small) == library_advice(small) == ()
    assert library_errors(library) == library_advice(library) == ()


@pytest.mark.parametrize(("least", "most", "fails"), [(10, 30, False), (15, 15, False), (16, 30, True), (10, 14, True)])
def test_steps_must_add_up_to_the_range_of_the_tool(small: Library, least: int, most: int, fails: bool) -> None:
    """The tool has 15 minutes of steps."""
    found = errors(with_tool(small, minutes=MinutesRange(least=least, most=most)))
    assert (("minutes", "steps") in found) == fails


def test_a_range_must_be_the_right_way_round(small: Library) -> None:
    """The least is never more than the most, for minutes and people, of tools and workshops."""
    upside_down = PeopleRange(least=9, most=3)
    assert errors(with_tool(small, people=upside_down)) == [("range", "people")]
    assert errors(with_workshop(small, people=upside_down)) == [("range", "people")]
    assert ("range", "minutes") in errors(with_tool(small, minutes=MinutesRange(least=30, most=10)))
    finding = library_errors(with_tool(small, people=upside_down))[0]
    assert (
        str(finding)
        == "content/tools/pairs.yaml:7:9: people: the minimum, 9, is greater than the maximum, 3. Swap the two values."
    )


@pytest.mark.parametrize(("minutes", "fails"), [(9, False), (10, True), (None, False)])
def test_the_short_variant_must_be_shorter(small: Library, minutes: int | None, fails: bool) -> None:
    """It takes less than the minimum length of the full tool."""
    short = evolve(small.tools["pairs"].short, minutes=minutes)
    library = with_workshop(with_tool(small, short=short), agenda=small.workshops["meeting"].agenda)
    assert (("minutes", "short.minutes") in errors(library)) == fails


@pytest.mark.parametrize(("total", "way"), [(50, "Take out 10 minutes."), (65, "Add 5 minutes.")])
def test_an_agenda_must_add_up_to_its_workshop(small: Library, total: int, way: str) -> None:
    """The message says how many minutes to add or take out."""
    (finding,) = library_errors(with_workshop(small, minutes=total))
    assert (finding.code, finding.field, finding.fix) == ("minutes", "agenda", way)


@pytest.mark.parametrize(("minutes", "fails"), [(5, True), (6, False), (10, False), (30, False), (31, True)])
def test_an_agenda_must_give_a_tool_a_suitable_time(small: Library, minutes: int, fails: bool) -> None:
    """The time must lie between the short version and the most minutes of the tool."""
    agenda = tuple(
        evolve(slot, minutes=minutes) if slot.kind == "tool" else slot for slot in small.workshops["meeting"].agenda
    )
    found = errors(with_workshop(small, agenda=agenda, minutes=40 + minutes))
    assert found == ([("minutes", "agenda[2].minutes")] if fails else [])


def test_a_root_over_another_is_not_held_to_what_it_cannot_change(small: Library) -> None:
    """Its changes can be later than the date of the library below, whose about.yaml its editor does not own."""
    assert small
    dated = SMALL["postcards/who-decides.yaml"] + "changes: [{day: '2030-01-01', what: New.}]\n"
    written(Path("ours"), {"postcards/ours.yaml": dated})
    assert examine("content", "ours")[1] == ()
    written(Path("ours"), {"about.yaml": SMALL["about.yaml"]})
    assert [finding.code for finding in examine("content", "ours")[1]] == ["changes"]


def test_a_theme_with_a_number_of_ours_is_reported_in_its_own_file(tmp_path: Path) -> None:
    """Even if its id comes first, and so its file is read first."""
    root = written(tmp_path / "mine", {"themes/a-first.yaml": SMALL["themes/sharing.yaml"].replace("[@egan2020]", "")})
    (finding,) = (each for each in examine(canonical_root(), root)[1] if each.code == "duplicate-number")
    assert finding.where
    assert finding.where.file.endswith("mine/themes/a-first.yaml")


def test_two_themes_must_not_share_a_number(small: Library) -> None:
    """Labels identify a theme by its number."""
    second = evolve(small.themes["sharing"], id="second")
    (finding,) = library_errors(evolve(small, themes=Items((*small.themes.values(), second))))
    assert (finding.code, finding.what) == ("duplicate-number", "the theme 'Sharing' already has the number 1.")


def test_an_unknown_id_is_reported_with_the_nearest_match(small: Library) -> None:
    """An id of the wrong kind is unknown too."""
    (finding,) = library_errors(with_workshop(small, terms=("cares",)))
    assert finding.what == "there is no term 'cares'."
    assert finding.fix == "Did you mean 'carer'?"
    assert errors(with_workshop(small, terms=("pairs",))) == [("unknown-id", "terms[1]")]


def test_broken_items_are_not_missing_and_retired_ones_are_named_as_such(small: Library) -> None:
    """Ids of broken items are not reported again; the message on a retired id says why it is gone."""
    library = with_workshop(small, terms=("gone",))
    assert library_errors(library, broken={"gone"}) == ()
    assert library_errors(library, broken={"term"}) == ()
    assert library_errors(library, retired={"gone"})[0].what == "the term 'gone' was retired."


@pytest.mark.parametrize(
    ("prose", "what"),
    [
        ("[Us](http://localhost)", "the link 'Us' has no host such as www.example.org."),
        ("[Us]()", "the link 'Us' has no address."),
        ("[ ](https://www.example.org)", "the link has no text."),
        ("[](nowhere)", "the link 'nowhere' does not start with https:, http:, mailto: or tel:."),
    ],
)
def test_links_in_prose_are_checked(small: Library, prose: str, what: str) -> None:
    """A link in a sentence follows the same rules as a field with a link."""
    (finding,) = library_errors(with_tool(small, purpose=prose))
    assert (finding.code, finding.field, finding.what) == ("link", "purpose", what)


def test_about_yaml_is_checked_too(small: Library) -> None:
    """Findings give the position of its links and citations."""
    about = evolve(small.about, credit="[Us](nowhere) and [@nobody]")
    found = library_errors(evolve(small, about=about), about=Source("content", "about.yaml"))
    assert [(f.code, str(f.where)) for f in found] == [
        ("link", "content/about.yaml:5:9"),
        ("unknown-id", "content/about.yaml:5:9"),
    ]


def test_more_than_75_minutes_without_a_break_bring_advice(small: Library) -> None:
    """The advice is at the item that exceeds the limit, and there is one for each stretch without a break."""
    talk, tool, pause, cards, closing = small.workshops["meeting"].agenda
    long = evolve(talk, minutes=56)
    (finding,) = library_advice(with_workshop(small, agenda=(long, tool, pause, cards, closing)))
    assert (finding.level, finding.field, finding.what) == (
        "advice",
        "agenda[2]",
        "at the end of this item, 76 minutes have passed without a break.",
    )
    assert library_advice(with_workshop(small, agenda=(evolve(talk, minutes=55), tool, pause, cards, closing))) == ()
    assert len(library_advice(with_workshop(small, agenda=(long, long, long, closing)))) == 1
    assert len(library_advice(with_workshop(small, agenda=(long, long, pause, long, long)))) == 2


def test_a_reference_that_nothing_cites_brings_advice(small: Library) -> None:
    """Naming a theme does not count as being cited; a citation in about.yaml does."""
    reference = evolve(small.references["egan2020"], id="alone", themes=("sharing",))
    library = evolve(small, references=Items((*small.references.values(), reference)))
    (finding,) = library_advice(library)
    assert (finding.level, finding.what) == ("advice", "no item cites this reference.")
    assert library_advice(evolve(library, about=evolve(small.about, basis="See [@alone]."))) == ()


def test_the_place_of_a_field_is_read_from_its_file(small: Library) -> None:
    """It works for items with their own file and for items in a shared file."""
    assert place_of(small.tools["pairs"].source, ("steps", 1, "minutes")) == Place("content/tools/pairs.yaml", 16, 14)
    assert place_of(small.terms["staff"].source, ("why",)) == Place("content/terms.yaml", 9, 8)
    assert place_of(small.terms["staff"].source, ()) == Place("content/terms.yaml", 7, 3)


def test_a_place_is_as_exact_as_its_file_allows(small: Library) -> None:
    """An unreadable file has no line; without a root nothing is read; an item without a file has no place."""
    Path("content/tools/pairs.yaml").write_text("a: [")
    assert place_of(small.tools["pairs"].source, ("title",)) == Place("content/tools/pairs.yaml")
    term = Term(id="a", term="A", meaning="B", why="C")
    assert term.source == NOWHERE
    assert place_of(term.source, ("why",)) is None
    assert place_of(Source("", "content/terms.yaml"), ("why",)) == Place("content/terms.yaml")


def test_cross_checks_run_even_if_a_file_has_errors(tmp_path: Path) -> None:
    """One run reports both a wrong field and a wrong sum."""
    changes = changed("terms.yaml", "see: [staff]", "see: []") | {
        "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"].replace("minutes: 60", "minutes: 61")
    }
    _, findings = examine(small_root(tmp_path / "content", changes))
    assert {finding.code for finding in findings} == {"empty", "minutes"}
    assert all(isinstance(finding, Finding) and finding.fix for finding in findings)


@pytest.mark.parametrize("box", ["x: 61, y: 20", "x: 10, y: 41", "x: -1, y: 20"])
def test_a_label_outside_its_drawing_is_reported(tmp_path: Path, box: str) -> None:
    """Its text would be cut off, or cover what is beside the drawing."""
    _, (finding,) = examine(small_root(tmp_path, changed("diagrams/circles.yaml", "x: 10, y: 20", box)))
    assert (finding.code, finding.field) == ("outside-canvas", "drawing.shapes[2].text")
