"""What changed in the library and what changed here are merged, and nothing typed here is lost."""

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.overlays.three_way import Choice, MergedFields, merged_fields

PAIRS: dict[str, Any] = {
    "title": "Pairs",
    "minutes": {"least": "5", "most": "9"},
    "kit": ["chairs", "pens"],
    "steps": [{"title": "Talk", "say": "Hi.", "do": ["One talks."]}, {"title": "Swap", "do": ["The other talks."]}],
}


def _merged(was: Any, theirs: Any, ours: Any, choice: Choice = "undecided") -> MergedFields:
    return merged_fields(was, theirs, ours, lambda _: choice)


def _with(path: str, value: object) -> dict[str, Any]:
    """Return PAIRS with the value at a path such as `steps.0.say` replaced."""
    fields: Any = deepcopy(PAIRS)
    *before, last = (int(step) if step.isdigit() else step for step in path.split("."))
    inside = fields
    for step in before:
        inside = inside[step]
    inside[last] = value
    return dict(fields)


@pytest.mark.parametrize(
    ("theirs", "ours", "outcomes"),
    [
        (("title", "Two"), ("kit", ["chairs", "pens", "bell"]), {"title": "taken", "kit": "kept"}),
        (("title", "Two"), ("title", "Two"), {"title": "same"}),
        (("title", "Two"), ("title", "Three"), {"title": "conflict"}),
        (("minutes.least", "6"), ("minutes.most", "8"), {"minutes › least": "taken", "minutes › most": "kept"}),
        (
            ("steps.0.say", "Ho."),
            ("steps.1.do", ["Swap."]),
            {"steps › Talk": "taken", "steps › Swap": "kept"},
        ),
        (("steps.0.say", "Ho."), ("steps.0.say", "Ha."), {"steps › Talk › say": "conflict"}),
        (("kit", ["chairs", "pens", "paper"]), ("kit", ["chairs", "bell", "pens"]), {"kit": "kept"}),
        (("steps", PAIRS["steps"][:1]), ("steps.1.do", ["Swap."]), {"steps": "conflict"}),
        (("minutes", "9"), ("minutes.most", "8"), {"minutes": "conflict"}),
        (("title", "A  pair\n"), ("title", "A pair"), {"title": "same"}),
    ],
)
def test_each_field_is_taken_or_kept_or_a_conflict(theirs, ours, outcomes: dict[str, str]) -> None:
    """Fields, fields inside fields, and entries of lists are told apart by their names and labels."""
    merged = _merged(PAIRS, _with(*theirs), _with(*ours))
    assert {each.name: each.outcome for each in merged.differences} == outcomes


def test_lists_that_both_sides_extend_are_joined() -> None:
    """The library's additions come first where both are in one place."""
    merged = _merged(PAIRS, _with("kit", ["chairs", "pens", "paper"]), _with("kit", ["chairs", "pens", "bell"]))
    assert merged.value["kit"] == ["chairs", "pens", "paper", "bell"]
    assert merged.base["kit"] == ["chairs", "pens", "paper"]


@pytest.mark.parametrize(
    ("choice", "value", "base"), [("theirs", "B", "B"), ("ours", "C", "B"), ("undecided", "C", "A")]
)
def test_a_conflict_that_is_decided_is_not_asked_again(choice: Choice, value: str, base: str) -> None:
    """A decision is compared with the library's version next time, and an open one with the version that was copied."""
    merged = _merged({"title": "A"}, {"title": "B"}, {"title": "C"}, choice)
    assert (merged.value, merged.base) == ({"title": value}, {"title": base})
    again = _merged(merged.base, {"title": "B"}, merged.value)
    assert [each.outcome for each in again.differences].count("conflict") == (choice == "undecided")


def _edited(fields: dict[str, Any], random: Random, count: int, sign: str) -> dict[str, Any]:
    """Return fields after some edits. Every new text contains `sign`."""
    fields = deepcopy(fields)
    for _ in range(count):
        name, word = random.choice(["title", "minutes", "kit", "kit", "steps", "steps"]), f"{sign}{random.randrange(5)}"
        entries: list[Any] = fields.setdefault(name, []) if name in ("kit", "steps") else []
        match name, random.random():
            case "title", chance:
                fields.pop("title", None) if chance < 0.2 else fields.update(title=word)
            case "minutes", _:
                fields["minutes"] = {**fields.get("minutes", {}), random.choice(["least", "most", "usual"]): word}
            case _, chance if chance < 0.4 and word not in [e if isinstance(e, str) else e["title"] for e in entries]:
                new = word if name == "kit" else {"title": word, "say": word}
                entries.insert(random.randrange(len(entries) + 1), new)
            case _, chance if chance < 0.6 and len(entries) > 1:
                entries.pop(random.randrange(len(entries)))
            case _, chance if chance < 0.65 and len(entries) > 1:
                entries.insert(0, entries.pop())
            case "steps", _ if entries:
                random.choice(entries)["say"] = word
    return fields


def _texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {text for entry in value.values() for text in _texts(entry)}
    return {text for entry in value for text in _texts(entry)} if isinstance(value, list) else {value or ""}


@given(seed=st.integers(0, 10**9))
def test_no_edit_is_lost_and_the_order_of_upgrades_does_not_matter(seed: int) -> None:
    """Two upgrades and one give the same, unless there is a conflict. Another upgrade changes nothing."""
    random = Random(seed)
    was = _edited(PAIRS, random, 4, "was")
    first = _edited(was, random, random.randrange(4), "first")
    second = _edited(first, random, random.randrange(4), "second")
    ours = _edited(was, random, random.randrange(4), "ours")
    straight = _merged(was, second, ours)
    to_first = _merged(was, first, ours)
    then = _merged(to_first.base, second, to_first.value)
    conflicts = [each for each in straight.differences if each.outcome == "conflict"]
    assert _texts(ours) - _texts(was) <= _texts(straight.value)
    reported = {text for each in conflicts for text in _texts(each.theirs)}
    assert _texts(second) - _texts(was) <= _texts(straight.value) | reported
    for each in straight.differences:
        if each.outcome == "kept" and not isinstance(each.ours, list):
            assert _texts(each.ours) <= _texts(straight.value) | {""}
    again = _merged(straight.base, second, straight.value)
    assert again.value == straight.value
    assert not [each for each in again.differences if each.outcome == "taken"]
    if not any(each.outcome == "conflict" for merged in (straight, to_first, then) for each in merged.differences):
        assert straight.value == then.value
