"""Rounds: seconds for each person, and words that only look like a round."""

import pytest
from attrs import evolve
from tests.support.roots import small_root

from coprod_content import load
from coprod_content.checks.kinds.turns import short_turns
from coprod_content.content.field_types import Mode
from coprod_content.content.model import Tool
from coprod_content.content.model.tool import Task


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Tool:
    """Return the small library's tool, which is for up to 20 people."""
    return load(small_root(tmp_path_factory.mktemp("turns") / "content")).tools["pairs"]


def found(tool: Tool, words: str, minutes: int = 6, mode: Mode | None = "everyone") -> list[str]:
    """Return what is found when a first step has these words as a line, then as an instruction."""
    step, *_ = tool.steps
    line = evolve(step, minutes=minutes, mode=mode, task=Task(ask="What helps?", lines=(words, "Look")))
    told = evolve(step, minutes=minutes, mode=mode, do=(f"Wait. {words}",))
    return [finding.what for steps in ((line,), (told,)) for finding in short_turns(evolve(tool, steps=steps))]


@pytest.mark.parametrize(
    "words",
    [
        "One sentence each",
        "A word or two each",
        "Say one thing, or pass",
        "Go round the group once.",
        "Ask everyone for one thing to keep.",
        "Each person says what they expected.",
        "Take one idea from each person in turn.",
        "Everybody writes a line and reads it out.",
        "Read each one aloud.",
    ],
)
def test_a_round_needs_twenty_seconds_for_everyone(tool: Tool, words: str) -> None:
    """Six minutes are too short for 20 people, and seven are enough. The message counts."""
    first, second = found(tool, words)
    assert first == second == f"'{words}' gives each of 20 people 18 seconds in 6 minutes."
    assert found(tool, words, minutes=7) == []


@pytest.mark.parametrize(
    "words",
    [
        "Name each group of cards",
        "Ask each person to put up one note.",
        "Each table gives one point.",
        "Outer ring: five or six people, one sentence each",
        "Promise each other three things",
        "Call out what everyone should know",
        "Everyone thinks alone, then a few people speak.",
    ],
)
def test_other_uses_of_each_and_everyone_are_no_round(tool: Tool, words: str) -> None:
    """Notes go up at the same time, and tables or a few people speak for the rest."""
    assert found(tool, words) == []


def test_people_in_pairs_speak_at_the_same_time(tool: Tool) -> None:
    """A large group needs no more time than one pair."""
    assert found(tool, "One sentence each", mode="pairs") == []
