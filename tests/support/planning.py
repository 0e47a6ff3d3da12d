"""Requests for plans, drawn from the canonical library."""

from math import ceil

from hypothesis import strategies as st

from coprod_content import load
from coprod_content.content.model import FilmSlot, PostcardSlot, Slot, TalkSlot, Tool, ToolSlot
from coprod_content.planner.request import PlanRequest

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
