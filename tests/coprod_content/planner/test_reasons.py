"""Reasons for what is on an agenda, and for what is not."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY, mini_library, tool

from coprod_content.content.library import Items, Library
from coprod_content.content.model import PeopleRange, Tool
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest

SHORT = LIBRARY.tools["fishbowl"].short
WELCOME = "Every session opens with names, access needs and promises to each other."
BREAK = "Nobody sits for more than 75 minutes without a break."
TALK = "None of these activities ends in a decision, so people agree one thing before they go."
CLOSING = "Every session ends with what happens next."


def planned(library: Library, minutes: int, **values: object) -> Plan:
    """Return the plan of a session in which 12 people decide."""
    answer = plan(PlanRequest(minutes=minutes, people=12, purpose="decide", **values), library)
    assert isinstance(answer, Plan)
    return answer


def test_each_activity_says_why_it_is_there() -> None:
    """Its purpose, theme, link and moment, in this order."""
    library = mini_library(
        tool("a-start", moments=("opening",), next=("b-middle",)),
        tool("b-middle", moments=("deepening",), theme="sharing-power", further_themes=("alignment",)),
        tool("c-choice", moments=("deciding",), purposes=("decide",)),
    )
    request = {"themes": ("alignment", "sharing-power"), "must": ("a-start",)}
    alignment = LIBRARY.themes["alignment"].title
    assert planned(library, 140, **request).reasons == (
        WELCOME,
        f"You asked for it. It is about {alignment}. It opens the session.",
        f"It is about {alignment} and Power sharing. It follows on from “A start”.",
        BREAK,
        f"It suits the purpose “Decide”. It is about {alignment}. This is where the group decides.",
        CLOSING,
    )


def test_a_short_variant_is_explained() -> None:
    """The reason names the minutes of the whole tool."""
    variant = evolve(SHORT, minutes=20)
    library = mini_library(tool("a-choice", 40, 60, moments=("deepening",), purposes=("decide",), short=variant))
    why = "There is only time for the short version. The full version takes 40 to 60 minutes."
    assert planned(library, 45).reasons == (WELCOME, f"It suits the purpose “Decide”. {why}", TALK, CLOSING)


def test_an_activity_without_another_reason_fills_the_time() -> None:
    """It goes into the middle of the session."""
    cards = Items(LIBRARY.find(kind="postcard", theme="sharing-power"))
    library = mini_library(tool("a-start", 30, 40, moments=("opening",), purposes=("decide",)), postcards=cards)
    assert planned(library, 75).reasons == (
        WELCOME,
        "It suits the purpose “Decide”. It opens the session.",
        "It works well in the middle and fills the time that is left.",
        TALK,
        CLOSING,
    )


def test_a_talk_after_a_break_is_explained() -> None:
    """If no activity decides, the talk does, and the break before it has its own reason."""
    library = mini_library(tool("a-long-one", 60, 60, moments=("deepening",), purposes=("decide",)))
    assert planned(library, 95).reasons == (WELCOME, "It suits the purpose “Decide”.", BREAK, TALK, CLOSING)


def test_an_activity_can_end_the_session() -> None:
    """A closing activity follows one that decides."""
    library = mini_library(
        tool("a-choice", 20, 30, moments=("deciding",), purposes=("decide",)),
        tool("b-end", 20, 30, moments=("closing",)),
    )
    reasons = planned(library, 65, must=("b-end",)).reasons
    assert reasons[1:3] == (
        "It suits the purpose “Decide”. This is where the group decides.",
        "You asked for it. It rounds off the session.",
    )


def test_required_postcards_are_named_as_such() -> None:
    """They are one activity, whichever cards are required."""
    cards = LIBRARY.find(kind="postcard", theme="sharing-power")
    library = mini_library(tool("a-choice", 20, 30, purposes=("decide",)), postcards=Items(cards))
    assert any(why.startswith("You asked for it.") for why in planned(library, 60, must=(cards[0].id,)).reasons)
    assert not any(why.startswith("You asked for it.") for why in planned(library, 60).reasons)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (tool("other", people=PeopleRange(least=13, most=20), purposes=("decide",)), "It is for 13 to 20 people."),
        (
            tool("other", 46, 60, purposes=("decide",)),
            "It takes at least 46 minutes, and activities have only 45 minutes.",
        ),
        (
            tool("other", 50, 60, purposes=("decide",), short=evolve(SHORT, minutes=46)),
            "It takes at least 46 minutes, and activities have only 45 minutes.",
        ),
        (
            tool("other", 30, 60, purposes=("decide",)),
            "It would also fit, but the chosen activities score more points, or the same number and come "
            "first alphabetically.",
        ),
    ],
)
def test_every_omitted_tool_has_a_reason(other: Tool, why: str) -> None:
    """It is the first of these that is true: it cannot be used, it is too long, or it has fewer points."""
    library = mini_library(tool("chosen", 30, 60, purposes=("decide",)), other)
    answer = planned(library, 60)
    assert [(each.id, each.title, each.why) for each in answer.omitted_tools] == [("other", "Other", why)]


def test_a_tool_that_would_leave_too_little_time_is_omitted() -> None:
    """It takes more than twice the share of each activity."""
    library = mini_library(
        tool("a-start", 20, 30, moments=("opening",), purposes=("decide",)),
        tool("b-middle", 20, 30, moments=("deepening",), purposes=("decide",)),
        tool("c-choice", 20, 30, moments=("deciding",), purposes=("decide",)),
        tool("d-long", 65, 75, purposes=("decide",)),
        tool("e-less-long", 56, 75, purposes=("decide",)),
    )
    answer = planned(library, 120, must=("a-start", "b-middle", "c-choice"))
    reasons = {each.id: each.why for each in answer.omitted_tools}
    assert reasons["d-long"] == "It takes 65 to 75 minutes, which leaves too little time for other activities."
    assert reasons["e-less-long"].startswith("It would also fit,")


def test_only_tools_that_suit_the_request_are_listed_as_omitted() -> None:
    """With themes these are the tools about them, without themes those for the purpose, and any to leave out."""
    library = mini_library(
        tool("a-chosen", 30, 60, purposes=("decide",), theme="sharing-power"),
        tool("b-about", 30, 60, further_themes=("sharing-power",)),
        tool("c-purpose", 30, 60, purposes=("decide",)),
        tool("d-neither", 30, 60),
    )
    assert [each.id for each in planned(library, 60, themes=("sharing-power",)).omitted_tools] == ["b-about"]
    assert [each.id for each in planned(library, 60).omitted_tools] == ["c-purpose"]
    omitted = planned(library, 60, without=("d-neither",)).omitted_tools
    assert [(each.id, each.why) for each in omitted][1:] == [("d-neither", "You asked to leave it out.")]
