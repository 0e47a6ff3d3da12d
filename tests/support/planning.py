"""Requests for plans, and small sets of activities to plan with."""

from math import ceil
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from coprod_content import load
from coprod_content.content.library import Items, Library
from coprod_content.content.model import (
    FilmSlot,
    MinutesRange,
    PeopleRange,
    PostcardSlot,
    Slot,
    TalkSlot,
    Tool,
    ToolSlot,
)
from coprod_content.planner.activity import Activity
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.time_allocation import TimeAllocation

LIBRARY = load()
_ITEMS = (*LIBRARY.tools, *LIBRARY.films, *LIBRARY.diagrams, *tuple(LIBRARY.postcards)[:5])
_SHORTENABLE = tuple(
    tool
    for tool in LIBRARY.tools.values()
    if tool.short.minutes and tool.short.minutes + 15 < tool.minutes.least <= 60 and tool.setting != "online"
)


@st.composite
def requests(draw: st.DrawFn) -> PlanRequest:
    """Any valid request."""
    must = draw(st.lists(st.sampled_from(_ITEMS), max_size=2, unique=True))
    without = draw(st.lists(st.sampled_from(_ITEMS), max_size=4, unique=True))
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


@st.composite
def tight_requests(draw: st.DrawFn) -> PlanRequest:
    """Requests with just too little or just enough time for the whole of the required tools."""
    first = draw(st.sampled_from(_SHORTENABLE))
    tools = (first, *draw(st.lists(st.sampled_from(_companions(first)), max_size=1)))
    shortest = sum(_rounded(tool.short.minutes or 0) for tool in tools)
    whole = sum(_rounded(tool.minutes.least) for tool in tools)
    around = 15 if shortest < 40 else 30
    return PlanRequest(
        minutes=around + draw(st.integers(shortest, whole + 20)),
        people=draw(st.integers(max(t.people.least for t in tools), min(t.people.most for t in tools))),
        purpose=draw(st.sampled_from(first.purposes)),
        must=tuple(tool.id for tool in tools),
    )


def _companions(tool: Tool) -> list[Tool]:
    """Return the tools that suit some of the same groups."""
    return [
        other
        for other in _SHORTENABLE
        if other is not tool and max(tool.people.least, other.people.least) <= min(tool.people.most, other.people.most)
    ]


def _rounded(minutes: int) -> int:
    return 5 * ceil(minutes / 5)


def items_of(slot: Slot) -> tuple[str, ...]:
    """Return the ids of the content items that a slot uses."""
    match slot:
        case ToolSlot(tool=id_) | FilmSlot(film=id_):
            return (id_,)
        case PostcardSlot(postcards=ids):
            return ids
        case TalkSlot(diagram=str(id_)):
            return (id_,)
        case _:
            return ()


IDS = ("ask", "bake", "call", "dance", "eat")
THEMES = ("one", "two")


@st.composite
def activity_lists(draw: st.DrawFn) -> tuple[Activity, ...]:
    """A few activities, some with a short version, with random links, purposes and lengths."""
    found = []
    for id_ in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True)):
        least = draw(st.sampled_from((10, 20, 23, 45)))
        whole = Activity(
            id=id_,
            kind="tool",
            title=id_,
            moments=tuple(sorted(draw(st.sets(st.integers(0, 3), min_size=1)))),
            least=least,
            designed=least + draw(st.sampled_from((0, 5, 12))),
            most=least + draw(st.sampled_from((2, 15, 40))),
            points=draw(st.integers(0, 8)),
            themes=frozenset(draw(st.sets(st.sampled_from(THEMES)))),
            serves=draw(st.booleans()),
            next=frozenset(draw(st.sets(st.sampled_from(IDS), max_size=2))),
        )
        found.append(whole)
        if draw(st.booleans()):
            short = evolve(whole, least=5, designed=5, most=least - 1, points=whole.points - 5, short=True)
            found.append(short)
    return tuple(sorted((each for each in found if each.durations), key=lambda each: (each.id, each.short)))


allocations = st.builds(
    TimeAllocation,
    minutes=st.integers(2, 24).map(lambda steps: 5 * steps),
    breaks=st.sampled_from(((), (10,), (15, 10))),
    welcome=st.sampled_from((5, 12)),
    closing=st.sampled_from((5, 10)),
)
requirements = st.builds(
    Requirements,
    must=st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
    themes=st.lists(st.sampled_from(THEMES), max_size=2, unique=True).map(tuple),
    purpose=st.booleans(),
)


def activity(id_: str, **values: Any) -> Activity:
    """Return an activity of 20 to 40 minutes for every moment but the closing, unless given otherwise."""
    least = values.setdefault("least", 20)
    values.setdefault("most", max(40, least))
    defaults = {"kind": "tool", "title": id_, "moments": (0, 1, 2), "designed": least, "points": 0}
    return Activity(id=id_, **{**defaults, **values})


def tool(id_: str, least: int = 30, most: int = 60, **changes: Any) -> Tool:
    """Return a tool for 4 to 20 people anywhere, designed for `least` + 10 minutes, that suits no purpose."""
    model = LIBRARY.tools["fishbowl"]
    first, second, *_ = model.steps
    values = {
        "id": id_,
        "title": id_.replace("-", " ").capitalize(),
        "minutes": MinutesRange(least=least, most=most),
        "people": PeopleRange(least=4, most=20),
        "steps": (evolve(first, minutes=least), evolve(second, minutes=10)),
        "short": evolve(model.short, minutes=None),
        "setting": "either",
        "theme": "alignment",
        "further_themes": (),
        "purposes": (),
        "moments": ("opening", "deepening", "deciding"),
        "next": (),
    }
    return evolve(model, **{**values, **changes})


def mini_library(*tools: Tool, **kinds: Items[Any]) -> Library:
    """Return the canonical library with these tools alone, and no films, diagrams or postcards unless given."""
    empty = {kind: Items[Any]() for kind in ("films", "diagrams", "postcards")}
    return evolve(LIBRARY, tools=Items(tools), **{**empty, **kinds})
