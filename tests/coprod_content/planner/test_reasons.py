"""Reasons for what is on an agenda, and for what is not."""

from tests.coprod_content.planner.test_plan import planned

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot


def test_a_link_between_tools_is_used_and_named() -> None:
    """If other things are equal, a tool is followed by one that it leads to."""
    answer = planned(minutes=180, people=8, purpose="test-a-change", themes=("co-production-at-the-heart-of-qi",))
    assert any("It follows on from “" in why for why in answer.reasons)


def test_every_omitted_tool_has_a_reason(library: Library) -> None:
    """Each tool for the purpose is either on the agenda or listed with the reason why not."""
    answer = planned(purpose="make-sense-together", without=("one-two-four-all",))
    omitted = {each.id: each.why for each in answer.omitted_tools}
    assert omitted["one-two-four-all"] == "You asked to leave it out."
    assert omitted["open-space"] == (
        "It takes 150 to 360 minutes, and nothing can last longer than 75 minutes without a break."
    )
    used = {slot.tool for slot in answer.workshop.agenda if isinstance(slot, ToolSlot)}
    assert not used & set(omitted)
    assert {tool.id for tool in library.tools.values() if "make-sense-together" in tool.purposes} <= used | set(omitted)
