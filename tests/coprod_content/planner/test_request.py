"""Requests: what is wrong with one is a finding at its field."""

import pytest
from attrs import evolve
from tests.support.planning import LIBRARY

from coprod_content.content.library import Items
from coprod_content.planner.plan import plan
from coprod_content.planner.request import PlanRequest, PlanRequestError, plan_request


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"minutes": "ten"}, "minutes", "expected a whole number from 20 to 480 minutes"),
        ({"minutes": "19"}, "minutes", "expected a whole number from 20 to 480 minutes"),
        ({"purpose": "decid"}, "purpose", "Did you mean 'decide'?"),
        ({"purpose": "zzz"}, "purpose", "Known purposes: start-a-relationship, "),
        ({"themes": ["sharing-powr"]}, "themes", "Did you mean 'sharing-power'?"),
        ({"must": ["fishbowll"]}, "must", "Did you mean 'fishbowl'?"),
        (
            {"must": ["first-steps"]},
            "must",
            "'first-steps' (workshop) cannot be an activity. Choose a tool, a film, a diagram or a postcard.",
        ),
        (
            {"must": ["fishbowl"], "without": ["fishbowl"]},
            "without",
            "'fishbowl' is both required and excluded. Remove it from one of the two lists.",
        ),
        (
            {"starts": "23:30"},
            "starts",
            "the session would end after midnight. Start earlier, or choose a shorter time.",
        ),
        ({"starts": "25:00"}, "starts", "a time of day"),
        ({"setting": "outside"}, "setting", "in-person"),
        ({"colour": "red"}, "colour", "there is no such key"),
    ],
)
def test_an_invalid_request_is_refused_by_field(values: dict[str, object], field: str, message: str) -> None:
    """Each problem is a finding at its field, with a way out."""
    with pytest.raises(PlanRequestError) as error:
        plan(plan_request({"minutes": 90, "people": 12, "purpose": "decide", **values}), LIBRARY)
    assert any(finding.field.startswith(field) and message in str(finding) for finding in error.value.findings)
    assert all(finding.code.replace("-", "").islower() for finding in error.value.findings)


def test_a_request_made_in_python_is_checked_too() -> None:
    """Values out of range are findings, not exceptions from deep inside the planner."""
    with pytest.raises(PlanRequestError, match="a time of day"):
        plan(PlanRequest(minutes=90, people=12, purpose="decide", starts="9am"), LIBRARY)


def test_a_session_can_end_at_midnight_exactly() -> None:
    """Only later than that is refused."""
    plan(PlanRequest(minutes=60, people=12, purpose="decide", starts="23:00"), LIBRARY)
    with pytest.raises(PlanRequestError, match="after midnight"):
        plan(PlanRequest(minutes=60, people=12, purpose="decide", starts="23:01"), LIBRARY)


def test_a_library_without_a_template_is_reported() -> None:
    """A library without a template for the setting cannot be planned from; the finding says what to add."""
    bare = evolve(LIBRARY, templates=Items(()))
    with pytest.raises(PlanRequestError, match="there is no template for in-person sessions") as error:
        plan(PlanRequest(minutes=60, people=12, purpose="decide"), bare)
    assert [finding.field for finding in error.value.findings] == ["setting"]
