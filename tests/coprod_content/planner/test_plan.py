"""Plans: agendas that add up and keep every rule, refusals that are true, cuts, files and lines of the command line."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coprod_content.cli.test_cli import coprod

from coprod_content import Library, load
from coprod_content.checks.library import workshop_errors
from coprod_content.content.library import Items
from coprod_content.content.model import (
    BreakSlot,
    ClosingSlot,
    FilmSlot,
    PostcardSlot,
    Slot,
    TalkSlot,
    ToolSlot,
    Workshop,
)
from coprod_content.planner.best_agenda import best_agenda, candidates
from coprod_content.planner.cut_workshop import CUTS, CutError, cut_workshop
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest, PlanRequestError, plan_request
from coprod_content.planner.schedule import best_schedule
from coprod_content.planner.workshop_file import read_workshop, workshop_text

LIBRARY = load()
ITEMS = (*LIBRARY.tools, *LIBRARY.films, *LIBRARY.diagrams, *tuple(LIBRARY.postcards)[:5])


@st.composite
def asks(draw: st.DrawFn) -> PlanRequest:
    """Anything that may be asked of the canonical library."""
    must = draw(st.lists(st.sampled_from(ITEMS), max_size=2, unique=True))
    without = draw(st.lists(st.sampled_from(ITEMS), max_size=4, unique=True))
    return PlanRequest(
        minutes=draw(st.integers(20, 480)),
        people=draw(st.integers(1, 130)),
        setting=draw(st.sampled_from(("in-person", "online"))),
        purpose=draw(st.sampled_from(tuple(LIBRARY.purposes))),
        themes=tuple(draw(st.lists(st.sampled_from(tuple(LIBRARY.themes)), max_size=6, unique=True))),
        must=tuple(must),
        without=tuple(id_ for id_ in without if id_ not in must),
        starts=draw(st.sampled_from(("09:00", "13:45"))),
        break_minutes=draw(st.sampled_from((5, 10, 12, 20))),
        lunch_minutes=draw(st.sampled_from((0, 0, 40))),
    )


@settings(max_examples=60)
@given(asks())
def test_every_answer_adds_up_and_breaks_no_rule_and_every_refusal_is_true(request: PlanRequest) -> None:
    """A plan keeps every rule that is stated; each change that a refusal names makes a plan possible by itself."""
    answer = plan(request, LIBRARY)
    if isinstance(answer, Refusal):
        assert answer.reasons
        for change in answer.relaxations:
            assert change.request != request
            assert isinstance(plan(change.request, LIBRARY), Plan), change.words
    else:
        _keeps_the_rules(request, answer)
        assert plan(request, LIBRARY) == answer


@given(asks())
def test_a_short_variant_is_used_only_where_no_agenda_of_whole_tools_fits(request: PlanRequest) -> None:
    """With as few breaks, no agenda of whole tools is possible, nor does the whole tool fit where it is used short.

    A tool that chooses is used short wherever the whole is too long for the session.
    """
    every = candidates(request, LIBRARY)
    agenda = best_agenda(request, every)
    if agenda is None or not any(each.activity.short for each in agenda.sequence.placed):
        return
    placed = [each.activity for each in agenda.sequence.placed]
    if any(each.short and not each.chooses for each in placed):
        whole = best_agenda(request, every.whole)
        assert whole is None or len(whole.budget.breaks) > len(agenda.budget.breaks)
    talk = bool(agenda.sequence.schedule.talk)
    for at, short in enumerate(placed):
        for form in every.activities:
            if short.short and form.id == short.id and not form.short:
                assert best_schedule((*placed[:at], form, *placed[at + 1 :]), talk, agenda.budget) is None


def _keeps_the_rules(request: PlanRequest, planned: Plan) -> None:
    workshop = planned.workshop
    assert workshop_errors(workshop, LIBRARY) == ()
    assert sum(slot.minutes for slot in workshop.agenda) == request.minutes == workshop.minutes
    assert len(planned.reasons) == len(workshop.agenda)
    assert all(planned.reasons)
    first, last = workshop.agenda[0], workshop.agenda[-1]
    assert isinstance(first, TalkSlot)
    assert any("needs" in why for why in planned.reasons[:1])
    assert isinstance(last, ClosingSlot)
    _breaks_are_in_time(request, workshop)
    used = [name for slot in workshop.agenda for name in _items(slot)]
    assert len(used) == len(set(used))
    assert not set(used) & set(request.without)
    assert set(used) >= set(request.must)
    tools = [LIBRARY.tools[slot.tool] for slot in workshop.agenda if isinstance(slot, ToolSlot)]
    for tool in tools:
        assert tool.people.least <= request.people <= tool.people.most
        assert tool.setting in (request.setting, "either")
    assert any(request.purpose in tool.purposes for tool in tools)
    for theme in request.themes:
        assert any(theme in _themes(slot) for slot in workshop.agenda)
    for slot in workshop.agenda:
        short = isinstance(slot, ToolSlot) and slot.minutes < LIBRARY.tools[slot.tool].minutes.least
        assert bool(short) == (isinstance(slot, ToolSlot) and slot.focus is not None)


def _breaks_are_in_time(request: PlanRequest, workshop: Workshop) -> None:
    since = 0
    for slot in workshop.agenda:
        since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
        assert since <= 75
    breaks = [slot.minutes for slot in workshop.agenda if isinstance(slot, BreakSlot)]
    assert set(breaks) <= {request.break_minutes, request.lunch_minutes}
    assert (request.lunch_minutes in breaks) or not request.lunch_minutes


def _items(slot: Slot) -> tuple[str, ...]:
    match slot:
        case ToolSlot(tool=id_) | FilmSlot(film=id_):
            return (id_,)
        case PostcardSlot(postcards=ids):
            return ids
        case TalkSlot(diagram=str(id_)):
            return (id_,)
        case _:
            return ()


def _themes(slot: Slot) -> tuple[str, ...]:
    match slot:
        case ToolSlot(tool=id_):
            tool = LIBRARY.tools[id_]
            return (tool.theme, *tool.further_themes)
        case FilmSlot(film=id_):
            return LIBRARY.films[id_].themes
        case TalkSlot(diagram=str(id_)):
            return LIBRARY.diagrams[id_].themes
        case _:
            return ()


def test_the_minutes_that_a_refusal_names_are_the_fewest() -> None:
    """Five minutes less than the refusal says are not enough."""
    request = PlanRequest(
        minutes=30, people=12, purpose="decide", themes=("sharing-power", "alignment"), must=("fishbowl",)
    )
    refusal = plan(request, LIBRARY)
    assert isinstance(refusal, Refusal)
    more = next(change for change in refusal.relaxations if "more minutes" in change.words)
    assert isinstance(plan(evolve(request, minutes=more.request.minutes - 5), LIBRARY), Refusal)
    assert str(more.request.minutes - request.minutes) in more.words


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"must": ("open-space",)}, "“Open space” cannot be in it."),
        ({"people": 500}, "No tool for “Decide” suits so many people in this setting."),
        ({"setting": "online", "must": ("shadowing-together",)}, "It is for 2 to 4 people."),
    ],
)
def test_a_refusal_says_what_stands_in_the_way(changed: dict[str, object], said: str) -> None:
    """An item that cannot be used, or a group that nothing is for, is named."""
    refusal = plan(plan_request({"minutes": 90, "people": 12, "purpose": "decide", **_lists(changed)}), LIBRARY)
    assert isinstance(refusal, Refusal)
    assert said in str(refusal)
    assert refusal.relaxations


def _lists(values: dict[str, object]) -> dict[str, object]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def test_a_must_that_no_agenda_has_room_for_is_dropped_not_the_whole_ask() -> None:
    """Where time cannot help, the change named is to leave the item out."""
    refusal = plan(PlanRequest(minutes=90, people=12, purpose="decide", must=("open-space",)), LIBRARY)
    assert isinstance(refusal, Refusal)
    assert [change.request.must for change in refusal.relaxations] == [()]


def test_an_agenda_goes_from_opening_to_deciding() -> None:
    """Moments come in their order, and somebody always decides: a tool, or the talk of the template."""
    for purpose in LIBRARY.purposes:
        for minutes in (30, 60, 90, 180):
            planned = plan(PlanRequest(minutes=minutes, people=12, purpose=purpose), LIBRARY)
            assert isinstance(planned, Plan)
            titles = [getattr(slot, "title", None) for slot in planned.workshop.agenda]
            assert ("What we take from this" in titles) != any("group decides" in why for why in planned.reasons)


@pytest.mark.parametrize("people", [6, 14, 20])
@pytest.mark.parametrize("minutes", [60, 90, 120, 180])
def test_who_comes_to_decide_has_a_tool_that_decides(minutes: int, people: int) -> None:
    """Where the group decides stands a tool that is for deciding, and in two hours one that weighs a list."""
    planned = plan(PlanRequest(minutes=minutes, people=people, purpose="decide"), LIBRARY)
    assert isinstance(planned, Plan)
    slots = zip(planned.workshop.agenda, planned.reasons, strict=True)
    deciding = [slot.tool for slot, why in slots if isinstance(slot, ToolSlot) and "group decides" in why]
    assert deciding
    assert all("decide" in LIBRARY.tools[id_].purposes for id_ in deciding)
    assert minutes != 120 or {"shared-priorities", "nominal-group-technique"} & set(deciding)


def test_one_activity_may_be_the_one_that_decides() -> None:
    """An hour for a test of a change has the planning of a test in it, though that suits no moment but deciding."""
    planned = plan(PlanRequest(minutes=60, people=8, purpose="test-a-change"), LIBRARY)
    assert isinstance(planned, Plan)
    assert [slot.tool for slot in planned.workshop.agenda if isinstance(slot, ToolSlot)] == ["pdsa-together"]


def test_a_link_between_tools_is_used_and_named() -> None:
    """Of agendas that are else alike the one is taken in which a tool leads to the next."""
    request = PlanRequest(minutes=180, people=8, purpose="test-a-change", themes=("co-production-at-the-heart-of-qi",))
    planned = plan(request, LIBRARY)
    assert isinstance(planned, Plan)
    assert any("leads to it" in why for why in planned.reasons)


def test_what_was_left_out_has_a_reason() -> None:
    """Each tool for the purpose that is not in the agenda is listed with why, and none that is in it."""
    request = PlanRequest(minutes=90, people=12, purpose="make-sense-together", without=("one-two-four-all",))
    planned = plan(request, LIBRARY)
    assert isinstance(planned, Plan)
    left = {each.id: each.why for each in planned.omitted_tools}
    assert left["one-two-four-all"] == "You asked for an agenda without it."
    assert left["open-space"].startswith("It takes 150 to 360 minutes")
    used = {slot.tool for slot in planned.workshop.agenda if isinstance(slot, ToolSlot)}
    assert not used & set(left)
    assert {tool.id for tool in LIBRARY.tools.values() if request.purpose in tool.purposes} <= used | set(left)


def test_a_plan_is_a_workshop_that_can_be_kept_and_read_again() -> None:
    """What is planned is written as YAML and read back without a finding."""
    planned = plan(PlanRequest(minutes=120, people=20, purpose="share-power", lunch_minutes=30), LIBRARY)
    assert isinstance(planned, Plan)
    text = workshop_text(planned.workshop)
    assert read_workshop(text.encode(), f"{planned.workshop.id}.yaml", LIBRARY) == planned.workshop
    assert "title: Lunch" in text


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"minutes": "ten"}, "minutes", "expected a whole number from 20 to 480 minutes"),
        ({"minutes": "19"}, "minutes", "expected a whole number from 20 to 480 minutes"),
        ({"purpose": "decid"}, "purpose", "Did you mean 'decide'?"),
        ({"themes": ["sharing-powr"]}, "themes", "Did you mean 'sharing-power'?"),
        ({"must": ["fishbowll"]}, "must", "Did you mean 'fishbowl'?"),
        ({"must": ["first-steps"]}, "must", "is a workshop, which no agenda item is made from"),
        ({"must": ["fishbowl"], "without": ["fishbowl"]}, "without", "has to be in and must not be in"),
        ({"starts": "23:30"}, "starts", "after midnight"),
        ({"starts": "25:00"}, "starts", "a time of day"),
        ({"setting": "outside"}, "setting", "in-person"),
        ({"colour": "red"}, "colour", "there is no such key"),
    ],
)
def test_an_ask_that_makes_no_sense_is_refused_by_field(values: dict[str, object], field: str, said: str) -> None:
    """Each thing that is wrong is a finding at its field, with a way out."""
    with pytest.raises(PlanRequestError) as error:
        plan(plan_request({"minutes": 90, "people": 12, "purpose": "decide", **values}), LIBRARY)
    assert any(finding.field.startswith(field) and said in str(finding) for finding in error.value.findings)


def test_a_library_without_a_template_says_so() -> None:
    """A library of somebody else's that has no template for a setting cannot plan for it, and says what to write."""
    bare = evolve(LIBRARY, templates=Items(()))
    with pytest.raises(PlanRequestError, match="there is no template"):
        plan(PlanRequest(minutes=60, people=12, purpose="decide"), bare)


@pytest.mark.parametrize("minutes", [*CUTS, 47])
def test_a_cut_keeps_the_order_and_adds_up(library: Library, minutes: int) -> None:
    """A shorter workshop has the welcome, the closing and at least one item between, all from the whole, in order."""
    for workshop in library.workshops.values():
        if minutes >= workshop.minutes:
            with pytest.raises(CutError):
                cut_workshop(workshop, minutes, library)
            continue
        shorter = cut_workshop(workshop, minutes, library)
        assert workshop_errors(shorter, library) == ()
        since = 0
        for slot in shorter.agenda:
            since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
            assert since <= 75
        whole = [_named(slot) for slot in workshop.agenda if not isinstance(slot, BreakSlot)]
        kept = [_named(slot) for slot in shorter.agenda if not isinstance(slot, BreakSlot)]
        places = [whole.index(name) for name in kept]
        assert places == sorted(places)
        assert places[0] == 0
        assert places[-1] == len(whole) - 1
        assert len(kept) >= 3


def _named(slot: Slot) -> object:
    return slot.kind, getattr(slot, "title", None), _items(slot)


def test_what_cannot_be_cut_says_so(library: Library) -> None:
    """Ten minutes have room for a welcome and a closing, which is no workshop."""
    with pytest.raises(CutError, match="do not fit in 10 minutes"):
        cut_workshop(library.workshops["first-steps"], 10, library)


def test_plan_writes_a_file_that_pack_takes(tmp_path: Path) -> None:
    """`plan` prints clock times and reasons and writes a workshop; `pack` makes its files without a finding."""
    out = tmp_path / "thursday.yaml"
    asked = ("--minutes", "60", "--people", "12", "--purpose", "decide", "--theme", "4", "--title", "Our Thursday")
    ran = coprod("plan", *asked, "--out", out)
    assert ran.exit_code == 0, ran.output
    assert "10:00" in ran.output
    assert "It is about Power sharing." in ran.output
    assert out.read_text(encoding="utf-8").startswith("title: Our Thursday\n")
    ran = coprod("pack", out, "--out", tmp_path / "pack")
    assert ran.exit_code == 0, ran.output
    assert ", 0 findings" in ran.output


def test_plan_and_cut_say_what_is_wrong_and_write_nothing(tmp_path: Path) -> None:
    """Each mistake is a line with a way out, and no file is begun."""
    out = tmp_path / "x.yaml"
    ran = coprod("plan", "--minutes", "ten", "--people", "0", "--purpose", "decid", "--out", out)
    assert ran.exit_code == 2
    assert len(ran.stderr.splitlines()) == 2
    ran = coprod("plan", "--minutes", "30", "--people", "12", "--purpose", "decide", "--must", "fishbowl", "--out", out)
    assert ran.exit_code == 1
    assert "- drop “fishbowl”" in ran.stderr
    assert coprod(
        "plan", "--minutes", "60", "--people", "9", "--purpose", "decide", "--out", tmp_path / "x.txt"
    ).exit_code
    assert coprod("cut", "board-session", "--minutes", "60", "--out", tmp_path).exit_code == 1
    assert "Did you mean 'first-steps'?" in coprod("cut", "first-step", "--out", tmp_path).output
    assert list(tmp_path.iterdir()) == []


def test_cut_writes_a_file_for_each_length(tmp_path: Path) -> None:
    """Without lengths a workshop is cut to those that people have time for, as far as it is longer."""
    ran = coprod("cut", "half-day", "--out", tmp_path)
    assert ran.exit_code == 0, ran.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"half-day-{n}.yaml" for n in CUTS]


def test_purposes_are_offered_in_the_order_of_their_file(library: Library) -> None:
    """From the first meeting on, as people work together, and not by the alphabet."""
    first, *_, last = library.purposes
    assert (first, last) == ("start-a-relationship", "review")


def test_every_tool_is_for_a_purpose_and_a_moment(library: Library) -> None:
    """The planner can choose every tool of the canonical library, and every purpose has tools for it."""
    assert [tool.id for tool in library.tools.values() if not (tool.purposes and tool.moments)] == []
    for purpose in library.purposes:
        assert sum(purpose in tool.purposes for tool in library.tools.values()) >= 5
