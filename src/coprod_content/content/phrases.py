"""Phrases for durations, group sizes, settings, dates and times of day."""

from datetime import date

from coprod_content.content.model import MinutesRange, PeopleRange, WeekRange

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SETTINGS = {"in-person": "In person", "online": "Online", "either": "In person or online"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def minutes_in_words(count: int) -> str:
    """Return a duration in words, such as `1 minute` or `45 minutes`."""
    return f"{count} minute" if count == 1 else f"{count} minutes"


def seconds_in_words(count: int) -> str:
    """Return a duration in words, such as `1 minute 5 seconds`."""
    whole, rest = divmod(count, 60)
    parts = [minutes_in_words(whole)] if whole else []
    if rest or not parts:
        parts.append("1 second" if rest == 1 else f"{rest} seconds")
    return " ".join(parts)


def minutes_range(span: MinutesRange) -> str:
    """Return a range of durations, such as `20 to 60 minutes`."""
    return minutes_in_words(span.least) if span.least == span.most else f"{span.least} to {span.most} minutes"


def weeks_in_words(count: int) -> str:
    """Return a number of weeks, such as `1 week` or `12 weeks`."""
    return "1 week" if count == 1 else f"{count} weeks"


def weeks_range(span: WeekRange) -> str:
    """Return a range of weeks, such as `Weeks 1 to 6`."""
    return f"Week {span.first}" if span.first == span.last else f"Weeks {span.first} to {span.last}"


def people_range(span: PeopleRange) -> str:
    """Return a range of group sizes, such as `3 to 40 people`."""
    if span.least == span.most:
        return f"{span.least} person" if span.least == 1 else f"{span.least} people"
    return f"{span.least} to {span.most} people"


def setting_in_words(name: str) -> str:
    """Return the label for a setting, such as `In person`."""
    return _SETTINGS[name]


def mode_in_words(mode: str | None) -> str:
    """Return the display name of a mode, such as `Small groups`.

    Returns an empty string for None.
    """
    return mode.capitalize() if mode else ""


def ways_to_answer(*, online: bool) -> str:
    """Return how a group answers one question on a slide."""
    return f"About 2 minutes, all together. {'Say it, type it' if online else 'Answer aloud'}, or just think."


def ways_to_discuss(*, online: bool) -> str:
    """Return how a group talks about the questions that follow a film."""
    if online:
        return "About 3 minutes, all together. Choose one question. Say it, type it, or just think."
    return "In pairs, about 3 minutes. Choose one question. Then a few answers aloud, or pass."


def date_in_words(date: str) -> str:
    """Return a date such as `2026-11-23` in words: `23 November 2026`.

    A date whose month is not from 1 to 12 is returned unchanged.
    """
    year, month, number = date.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= len(_MONTHS) else date


def clock_after(clock: str, by: int) -> str:
    """Return the time of day that is `by` minutes after `clock`.

    Both times have the form `HH:MM`. After 23:59 comes 00:00.
    """
    hours, mins = clock.split(":")
    total = (int(hours) * 60 + int(mins) + by) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def weekday_and_date(day: str) -> str:
    """Return a date with its weekday, such as `Thursday 3 December 2026`.

    `day` has the form `2026-12-03`. If there is no such date, it is returned unchanged.
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{_WEEKDAYS[found.weekday()]} {date_in_words(day)}"
