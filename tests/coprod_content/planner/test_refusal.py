"""Refusals are true, and name the smallest changes that help."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY

from coprod_content.planner.plan import plan
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest


def refused(**values: object) -> Refusal:
    """Return the refusal of a request of 90 minutes, 12 people and the purpose "decide", unless given otherwise."""
    answer = plan(PlanRequest(**{"minutes": 90, "people": 12, "purpose": "decide", **values}), LIBRARY)
    assert isinstance(answer, Refusal)
    return answer


def test_the_length_that_a_refusal_names_is_the_shortest_possible() -> None:
    """With five minutes less there is still no agenda."""
    refusal = refused(minutes=30, themes=("sharing-power", "alignment"), must=("fishbowl",))
    longer = next(each for each in refusal.relaxations if each.words.endswith("longer"))
    request = longer.request
    assert isinstance(plan(evolve(request, minutes=request.minutes - 5), LIBRARY), Refusal)
    assert longer.words == f"make it {request.minutes - 30} minutes longer"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"must": ("open-space",)}, "“Open space” cannot be part of it. It takes 150 to 360 minutes"),
        ({"people": 500}, "There is no suitable tool for “Decide” with 500 people in one room."),
        (
            {"people": 500, "setting": "online", "themes": ("sharing-power",)},
            "There is no suitable tool about Power sharing with 500 people meeting online.",
        ),
        ({"setting": "online", "must": ("shadowing-together",)}, "It is for 2 to 4 people."),
    ],
)
def test_a_refusal_names_what_is_in_the_way(values: dict[str, object], message: str) -> None:
    """An item that cannot be used, or a group that no tool is for, is named."""
    refusal = refused(**values)
    assert message in str(refusal)
    assert refusal.relaxations


def test_a_required_item_that_never_fits_is_left_out() -> None:
    """If time cannot help, the only change is to leave the item out."""
    refusal = refused(must=("open-space",))
    assert [(each.words, each.request.must) for each in refusal.relaxations] == [("leave out “Open space”", ())]
    assert str(refusal).endswith(" It becomes possible if you leave out “Open space”.")
