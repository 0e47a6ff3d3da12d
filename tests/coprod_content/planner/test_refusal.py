"""Refusals are true, and name the smallest changes that help."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY, mini_library, tool

from coprod_content.content.library import Items, Library
from coprod_content.content.model import PeopleRange
from coprod_content.planner.plan import plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest

CHOICE = tool("a-choice", 30, 40, purposes=("decide",))
ABOUT = tool("b-about", 20, 30, theme="sharing-power")
LONG = tool("c-long", 70, 75, moments=("deepening",))


def refused(library: Library = LIBRARY, **values: object) -> Refusal:
    """Return the refusal of a session of 90 minutes in which 12 people decide, unless given otherwise."""
    answer = plan(PlanRequest(**{"minutes": 90, "people": 12, "purpose": "decide", **values}), library)
    assert isinstance(answer, Refusal)
    return answer


def relaxations(library: Library, **values: object) -> list[str]:
    """Return what a refusal says that would help."""
    return [each.words for each in refused(library, **values).relaxations]


def test_the_length_that_a_refusal_names_is_the_shortest_possible() -> None:
    """With five minutes less there is still no agenda."""
    refusal = refused(minutes=30, themes=("sharing-power", "alignment"), must=("fishbowl",))
    longer = next(each for each in refusal.relaxations if each.words.endswith("longer"))
    request = longer.request
    assert isinstance(plan(evolve(request, minutes=request.minutes - 5), LIBRARY), Refusal)
    assert longer.words == f"make the session {request.minutes - 30} minutes longer"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"must": ("open-space",)}, "“Open space” cannot be included. It takes 150 to 360 minutes"),
        ({"people": 500}, "No tool suits the purpose “Decide” and 500 people in one room."),
        (
            {"people": 500, "setting": "online", "themes": ("sharing-power",)},
            "No tool about Power sharing suits 500 people meeting online.",
        ),
        ({"setting": "online", "must": ("shadowing-together",)}, "It is for 2 to 4 people."),
    ],
)
def test_a_refusal_names_what_is_in_the_way(values: dict[str, object], message: str) -> None:
    """An item that cannot be used, or a group that no tool is for, is named."""
    refusal = refused(**values)
    assert message in str(refusal)
    assert refusal.relaxations


def test_a_refusal_without_an_obstacle_says_that_not_everything_fits() -> None:
    """It blames no tool, purpose or theme if there are suitable ones."""
    refusal = refused(mini_library(CHOICE, ABOUT), minutes=30, themes=("sharing-power",))
    assert refusal.reasons == ("No agenda of 30 minutes for 12 people can include everything you asked for.",)
    assert refusal.request == PlanRequest(minutes=30, people=12, purpose="decide", themes=("sharing-power",))
    one = refused(mini_library(CHOICE), people=1).reasons
    assert one == (
        "No agenda of 90 minutes for 1 person can include everything you asked for.",
        "No tool suits the purpose “Decide” and 1 person in one room.",
    )


def test_a_purpose_without_a_tool_is_named_although_there_are_other_tools() -> None:
    """Tools for other purposes do not help."""
    reason = "No tool suits the purpose “Decide” and 12 people in one room."
    assert reason in refused(mini_library(ABOUT)).reasons
    assert reason not in refused(mini_library(CHOICE, ABOUT), minutes=30, themes=("sharing-power",)).reasons


def test_further_themes_count() -> None:
    """A tool with a further theme is a suitable tool about it."""
    tools = CHOICE, tool("b-about", 20, 30, further_themes=("sharing-power",))
    assert len(refused(mini_library(*tools), minutes=30, themes=("sharing-power",)).reasons) == 1


def test_a_required_item_that_never_fits_is_left_out() -> None:
    """If time cannot help, the only change is to leave the item out."""
    refusal = refused(must=("open-space",))
    assert [(each.words, each.request.must) for each in refusal.relaxations] == [("leave out “Open space”", ())]
    assert str(refusal).endswith(" An agenda is possible if you leave out “Open space”.")


def test_a_longer_or_a_shorter_session_may_help() -> None:
    """The smallest change in each direction is named first."""
    assert relaxations(mini_library(CHOICE), minutes=30) == ["make the session 10 minutes longer"]
    assert relaxations(mini_library(CHOICE), minutes=90) == ["make the session 10 minutes shorter"]
    longer = refused(mini_library(CHOICE), minutes=30).relaxations[0]
    assert longer.request.minutes == 40


def test_at_most_two_hours_more_or_less_are_tried() -> None:
    """A change of 120 minutes is named, a larger one is not."""
    library = mini_library(tool("a-choice", 60, 75, purposes=("decide",)), LONG, tool("d-long", 70, 75))
    request = {"must": ("a-choice", "c-long", "d-long")}
    needed = next(minutes for minutes in range(100, 300, 5) if not _is_refused(library, minutes, **request))
    assert "make the session 120 minutes longer" in relaxations(library, minutes=needed - 120, **request)
    assert not any(words.startswith("make it") for words in relaxations(library, minutes=needed - 125, **request))


def _is_refused(library: Library, minutes: int, **values: object) -> bool:
    request = PlanRequest(minutes=minutes, people=12, purpose="decide", **values)
    return isinstance(plan(request, library), Refusal)


def test_a_session_cannot_get_longer_than_its_day_or_the_longest_plan() -> None:
    """Changes that would make the request itself invalid are not named."""
    assert relaxations(mini_library(CHOICE), minutes=30, starts="23:30") == []
    assert relaxations(mini_library(CHOICE), minutes=30, starts="23:20") == ["make the session 10 minutes longer"]
    assert str(refused(mini_library(CHOICE), minutes=480, starts="09:00")).endswith(
        "No small change would make it possible."
    )


def test_fewer_wishes_may_help() -> None:
    """Each theme and required item is named by itself, and each item to leave out."""
    library = mini_library(CHOICE, ABOUT, LONG)
    assert relaxations(library, minutes=45, themes=("sharing-power",)) == [
        "make the session 20 minutes longer",
        "leave out theme 4, Power sharing",
    ]
    assert relaxations(library, minutes=45, must=("c-long",))[-1] == "leave out “C long”"
    assert relaxations(library, minutes=45, without=("a-choice",)) == ["allow “A choice” after all"]
    allowed = refused(library, minutes=45, without=("a-choice", "b-about")).relaxations[0].request
    assert allowed.without == ("b-about",)


def test_another_group_or_place_may_help() -> None:
    """The nearest sizes on both sides, and the other setting if it has a template."""
    tools = (
        evolve(CHOICE, id="few", people=PeopleRange(least=2, most=8)),
        evolve(CHOICE, id="fewer", people=PeopleRange(least=2, most=6)),
        evolve(CHOICE, id="many", people=PeopleRange(least=20, most=40)),
        evolve(CHOICE, id="call", setting="online"),
    )
    library = mini_library(*tools)
    assert relaxations(library, minutes=45) == ["plan for 8 people", "plan for 20 people", "meet online"]
    groups = refused(library, minutes=45).relaxations
    assert [each.request.people for each in groups] == [8, 20, 12]
    assert groups[2].request.setting == "online"
    room = mini_library(evolve(CHOICE, setting="in-person"))
    assert relaxations(room, minutes=45, setting="online") == ["meet in one room"]
    calls = Items((LIBRARY.templates["on-screen"],))
    assert relaxations(evolve(room, templates=calls), minutes=45, setting="online") == []


def test_no_lunch_may_help() -> None:
    """It is named if there was one."""
    assert relaxations(mini_library(CHOICE), minutes=60, lunch_minutes=40) == [
        "make the session 30 minutes longer",
        "leave out lunch",
    ]


def test_changes_are_combined_if_none_helps_by_itself() -> None:
    """As few wishes as possible are given up together; time is changed as well only if that is not enough."""
    library = mini_library(CHOICE, tool("long-one", 75, 75), tool("long-two", 75, 75), ABOUT)
    asked = {"minutes": 45, "themes": ("sharing-power",), "must": ("long-one", "long-two"), "starts": "23:10"}
    assert relaxations(library, **asked) == [
        "leave out theme 4, Power sharing and leave out “Long one” and leave out “Long two”"
    ]
    (only,) = refused(library, **asked).relaxations
    assert (only.request.themes, only.request.must) == ((), ())
    late = {"minutes": 30, "must": ("long-one",), "starts": "23:20"}
    assert relaxations(library, **late) == ["leave out “Long one”, and make the session 10 minutes longer"]
