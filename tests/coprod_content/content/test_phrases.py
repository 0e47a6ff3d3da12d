"""Phrases for minutes, people, dates and times, and minutes of steps that add up."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coprod_content import Library
from coprod_content.content.model import MinutesRange, PeopleRange, Step
from coprod_content.content.phrases import (
    clock_after,
    date_in_words,
    minutes_in_words,
    minutes_range,
    people_range,
    setting_in_words,
)


@pytest.mark.parametrize(("count", "expected"), [(1, "1 minute"), (2, "2 minutes"), (90, "90 minutes")])
def test_one_minute_is_singular(count: int, expected: str) -> None:
    """Numbers agree with their noun."""
    assert minutes_in_words(count) == expected


def test_a_date_is_written_in_words() -> None:
    """Dates have the name of the month and no leading zero. A date with an impossible month stays as it is."""
    assert date_in_words("2026-11-23") == "23 November 2026"
    assert date_in_words("2027-01-05") == "5 January 2027"
    assert date_in_words("2026-13-01") == "2026-13-01"
    assert date_in_words("2026-00-01") == "2026-00-01"


@pytest.mark.parametrize(
    ("least", "most", "time", "people"),
    [
        (20, 60, "20 to 60 minutes", "20 to 60 people"),
        (5, 5, "5 minutes", "5 people"),
        (1, 1, "1 minute", "1 person"),
        (1, 2, "1 to 2 minutes", "1 to 2 people"),
    ],
)
def test_a_range_of_one_is_one_number(least: int, most: int, time: str, people: str) -> None:
    """A range has two numbers, or one if they are equal."""
    assert minutes_range(MinutesRange(least=least, most=most)) == time
    assert people_range(PeopleRange(least=least, most=most)) == people


@pytest.mark.parametrize(
    ("name", "expected"), [("in-person", "In person"), ("online", "Online"), ("either", "In person or online")]
)
def test_a_setting_is_a_label(name: str, expected: str) -> None:
    """Every setting has a label."""
    assert setting_in_words(name) == expected


@pytest.mark.parametrize(
    ("clock", "by", "time"),
    [("10:00", 0, "10:00"), ("09:55", 10, "10:05"), ("23:50", 20, "00:10"), ("00:00", 1440, "00:00")],
)
def test_time_after_minutes_wraps_at_midnight(clock: str, by: int, time: str) -> None:
    """Hours have two digits, and after 23:59 comes 00:00."""
    assert clock_after(clock, by) == time


@given(st.integers(0, 23), st.integers(0, 59), st.lists(st.integers(1, 480), max_size=6))
def test_times_add_up(hour: int, minute: int, steps: list[int]) -> None:
    """The end of an agenda is the end of its last item."""
    clock = start = f"{hour:02d}:{minute:02d}"
    for step in steps:
        clock = clock_after(clock, step)
    assert clock == clock_after(start, sum(steps))


def steps_of(lengths: list[int]) -> tuple[Step, ...]:
    return tuple(Step(title="A", minutes=length, do=("B",)) for length in lengths)


@given(lengths=st.lists(st.integers(1, 120), min_size=1, max_size=10), total=st.integers(1, 480))
def test_scaled_minutes_add_up(library: Library, lengths: list[int], total: int) -> None:
    """If there is a minute for each step, the scaled steps add up to the total and none is empty."""
    tool = evolve(library.tools["group-agreement"], steps=steps_of(lengths))
    scaled = tool.scaled_step_minutes(total)
    assert len(scaled) == len(lengths)
    assert min(scaled) >= 1
    assert sum(scaled) == total if total >= len(lengths) else scaled == tuple(lengths)


@given(lengths=st.lists(st.integers(1, 60), min_size=1, max_size=8), factor=st.integers(1, 5))
def test_scaling_keeps_the_proportions(library: Library, lengths: list[int], factor: int) -> None:
    """In twice the time, each step takes twice as long."""
    tool = evolve(library.tools["group-agreement"], steps=steps_of(lengths))
    assert tool.scaled_step_minutes(sum(lengths)) == tuple(lengths)
    assert tool.scaled_step_minutes(factor * sum(lengths)) == tuple(factor * length for length in lengths)


@given(lengths=st.lists(st.integers(1, 60), min_size=2, max_size=8), total=st.integers(8, 200))
def test_a_longer_step_never_gets_less(library: Library, lengths: list[int], total: int) -> None:
    """Rounding changes the order of lengths by at most the minute that it distributes."""
    tool = evolve(library.tools["group-agreement"], steps=steps_of(lengths))
    scaled = tool.scaled_step_minutes(total)
    for one, of_one in zip(lengths, scaled, strict=True):
        for other, of_other in zip(lengths, scaled, strict=True):
            assert one <= other or of_one >= of_other - 1
