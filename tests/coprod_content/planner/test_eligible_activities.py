"""What the items of a library offer to a planner, and for how many points."""

from typing import Any

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY, mini_library, tool

from coprod_content.content.library import Items, Library
from coprod_content.content.model import MinutesRange, PeopleRange, Tool
from coprod_content.planner.activity import Activity, durations
from coprod_content.planner.eligible_activities import eligible_activities, exclusion_reason, usable_postcards
from coprod_content.planner.request import PlanRequest

TEMPLATE = LIBRARY.templates["in-a-room"]
REQUEST = PlanRequest(minutes=90, people=12, purpose="decide", themes=("sharing-power",))
_SHORT = LIBRARY.tools["fishbowl"].short
TOOL = tool("a-tool", moments=("deepening", "opening"), short=evolve(_SHORT, minutes=15), next=("fishbowl",))


def offered(request: PlanRequest = REQUEST, *tools: Tool, **kinds: Any) -> dict[tuple[str, bool], Activity]:
    """Return the activities that a library of a few items offers, by id and whether they are short."""
    found = eligible_activities(request, mini_library(*tools, **kinds), TEMPLATE)
    assert list(found) == sorted(found, key=lambda each: (each.id, each.short))
    return {(each.id, each.short): each for each in found}


def test_a_tool_is_offered_whole_and_short() -> None:
    """The whole lasts as its file says and is designed for its steps. The short version lasts up to one minute less."""
    found = offered(REQUEST, TOOL)
    assert list(found) == [("a-tool", False), ("a-tool", True)]
    whole, short = found.values()
    assert (whole.least, whole.designed, whole.most) == (30, 40, 60)
    assert (short.least, short.designed, short.most) == (15, 15, 29)
    assert whole.moments == short.moments == (0, 1)
    assert (whole.kind, whole.title, whole.next) == ("tool", TOOL.title, frozenset(("fishbowl",)))
    assert list(whole.durations) == [30, 35, 40, 45, 50, 55, 60]
    assert list(short.durations) == [15, 20, 25]


def test_a_tool_without_a_shorter_variant_is_offered_whole_only() -> None:
    """A short version as long as the whole is not one, nor is one without minutes."""
    for minutes in (None, 30):
        assert list(offered(REQUEST, evolve(TOOL, short=evolve(TOOL.short, minutes=minutes)))) == [("a-tool", False)]
    assert ("a-tool", True) in offered(REQUEST, evolve(TOOL, short=evolve(TOOL.short, minutes=25)))


@pytest.mark.parametrize(
    ("changes", "whole", "short"),
    [
        ({}, 0, -5),
        ({"purposes": ("decide",)}, 4, -1),
        ({"theme": "sharing-power"}, 3, -2),
        ({"further_themes": ("sharing-power",)}, 1, -4),
        ({"theme": "sharing-power", "further_themes": ("alignment",), "purposes": ("decide",)}, 7, 2),
        ({"purposes": ("decide",), "moments": ("deciding",)}, 5, 4),
        ({"purposes": ("decide",), "moments": ("deciding", "closing")}, 4, -1),
        ({"moments": ("deciding",)}, 0, -5),
    ],
)
def test_the_points_of_a_tool(changes: dict[str, object], whole: int, short: int) -> None:
    """They are those of the table in docs/planning.md."""
    found = offered(REQUEST, evolve(TOOL, **changes))
    assert [each.points for each in found.values()] == [whole, short]
    assert {each.serves for each in found.values()} == {"decide" in changes.get("purposes", ())}
    deciding = changes.get("moments") == ("deciding",) and "purposes" in changes
    assert {each.deciding for each in found.values()} == {deciding}


def test_an_activity_knows_the_requested_themes_only() -> None:
    """Its own and further themes count alike."""
    tool = evolve(TOOL, further_themes=("sharing-power", "nurturing-capability"))
    request = evolve(REQUEST, themes=("sharing-power", "alignment"))
    assert {each.themes for each in offered(request, tool).values()} == {frozenset(("sharing-power", "alignment"))}


def test_a_tool_without_a_moment_is_for_going_deeper() -> None:
    """Moments are kept in their order, each once."""
    assert {each.moments for each in offered(REQUEST, evolve(TOOL, moments=())).values()} == {(1,)}
    several = evolve(TOOL, moments=("closing", "deciding", "closing"))
    assert {each.moments for each in offered(REQUEST, several).values()} == {(2, 3)}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "left-out"}, "You asked to leave it out."),
        ({"people": PeopleRange(least=13, most=20)}, "It is for 13 to 20 people."),
        ({"people": PeopleRange(least=2, most=11)}, "It is for 2 to 11 people."),
        ({"setting": "online"}, "It only works online."),
        (
            {"minutes": MinutesRange(least=80, most=90), "short": evolve(TOOL.short, minutes=76)},
            "It takes 80 to 90 minutes, and no activity can last longer than 75 minutes without a break.",
        ),
        ({"minutes": MinutesRange(least=80, most=90)}, ""),
        ({"minutes": MinutesRange(least=75, most=90), "short": evolve(TOOL.short, minutes=None)}, ""),
        ({"people": PeopleRange(least=12, most=12), "setting": "in-person"}, ""),
    ],
)
def test_a_tool_that_cannot_be_used_has_a_reason(changes: dict[str, object], reason: str) -> None:
    """A tool with a reason is not offered."""
    tool, request = evolve(TOOL, **changes), evolve(REQUEST, without=("left-out",))
    assert exclusion_reason(tool, request) == reason
    assert bool(offered(request, tool)) == (not reason)


def test_a_call_cannot_use_tools_for_a_room() -> None:
    """The reason names the room."""
    online = evolve(REQUEST, setting="online")
    assert exclusion_reason(evolve(TOOL, setting="in-person"), online) == "It needs people in the same room."
    assert exclusion_reason(TOOL, online) == exclusion_reason(evolve(TOOL, setting="online"), online) == ""


def test_films_and_diagrams_of_the_themes_are_offered_early() -> None:
    """A film lasts its length, rounded up, and seven minutes to discuss it; a diagram ten. Both can have five more."""
    film, diagram = LIBRARY.films["sharing-power-film"], LIBRARY.diagrams["three-circles"]
    shown = {"films": Items((film,)), "diagrams": Items((diagram,))}
    found = offered(REQUEST, **shown)
    minutes = -(-film.seconds // 60) + 7
    assert [(each.id, each.kind, each.least, each.designed, each.most) for each in found.values()] == [
        (film.id, "film", minutes, minutes, minutes + 5),
        (diagram.id, "diagram", 10, 10, 15),
    ]
    assert {(each.moments, each.points, each.short) for each in found.values()} == {((0, 1), 0, False)}
    assert {each.title for each in found.values()} == {film.title, diagram.title}
    assert {each.themes for each in found.values()} == {frozenset(("sharing-power",))}
    unrelated = evolve(REQUEST, themes=("no-theme",))
    assert offered(unrelated, **shown) == {}
    assert list(offered(evolve(unrelated, must=(film.id,)), **shown)) == [(film.id, False)]
    assert list(offered(evolve(REQUEST, without=(film.id,)), **shown)) == [(diagram.id, False)]


def test_postcards_need_three_people_and_three_cards() -> None:
    """Cards that are required are enough, however few."""
    cards = LIBRARY.find(kind="postcard", theme="sharing-power")
    (found,) = offered(REQUEST, postcards=Items(cards[:3])).values()
    assert (found.id, found.kind, found.title) == ("postcards", "postcards", TEMPLATE.postcards.title)
    assert (found.moments, found.least, found.designed, found.most, found.points) == ((0, 1), 10, 15, 20, 1)
    assert found.themes == frozenset()
    assert offered(REQUEST, postcards=Items(cards[:2])) == {}
    assert offered(evolve(REQUEST, must=(cards[0].id,)), postcards=Items(cards[:1]))
    assert offered(evolve(REQUEST, people=3), postcards=Items(cards))
    assert offered(evolve(REQUEST, people=2), postcards=Items(cards)) == {}


def test_usable_postcards_are_required_or_about_a_requested_theme(library: Library) -> None:
    """Without themes all cards are usable, apart from those to leave out."""
    cards = tuple(library.postcards.values())
    assert usable_postcards(evolve(REQUEST, themes=()), library) == cards
    own = tuple(card for card in cards if card.theme == "sharing-power")
    assert usable_postcards(REQUEST, library) == own
    other = next(card for card in cards if card.theme != "sharing-power")
    request = evolve(REQUEST, must=(other.id,), without=(own[0].id,))
    assert set(usable_postcards(request, library)) == {other, *own[1:]}


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (1, 12, [5, 10]),
        (10, 10, [10]),
        (11, 14, []),
        (11, 15, [15]),
        (65, 200, [65, 70, 75]),
        (76, 200, []),
        (0, 5, [5]),
    ],
)
def test_durations_are_multiples_of_five_without_a_break(least: int, most: int, expected: list[int]) -> None:
    """There may be none."""
    assert list(durations(least, most)) == expected
