"""Short phrases for minutes, people, settings and times of day, the same wherever they are printed."""

from datetime import date

from coprod_content.content.model import MinutesRange, PeopleRange

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SETTINGS = {"in-person": "In person", "online": "Online", "either": "In person or online"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def minutes_in_words(count: int) -> str:
    """A length of time in words: `1 minute`, `45 minutes`."""
    return f"{count} minute" if count == 1 else f"{count} minutes"


def seconds_in_words(count: int) -> str:
    """The length of a film: `1 minute 5 seconds`."""
    whole, rest = divmod(count, 60)
    parts = [minutes_in_words(whole)] if whole else []
    if rest or not parts:
        parts.append("1 second" if rest == 1 else f"{rest} seconds")
    return " ".join(parts)


def minutes_range(span: MinutesRange) -> str:
    """A range of minutes: `20 to 60 minutes`."""
    return minutes_in_words(span.least) if span.least == span.most else f"{span.least} to {span.most} minutes"


def people_range(span: PeopleRange) -> str:
    """A range of people: `3 to 40 people`."""
    if span.least == span.most:
        return f"{span.least} person" if span.least == 1 else f"{span.least} people"
    return f"{span.least} to {span.most} people"


def setting_in_words(name: str) -> str:
    """Where something takes place, as a label."""
    return _SETTINGS[name]


def date_in_words(date: str) -> str:
    """A day given as year-month-day, in words: `23 November 2026`; as it was given where there is no such month."""
    year, month, number = date.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= len(_MONTHS) else date


def clock_after(clock: str, by: int) -> str:
    """The time of day some minutes after `HH:MM`, going round at midnight."""
    hours, mins = clock.split(":")
    total = (int(hours) * 60 + int(mins) + by) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def weekday_and_date(day: str) -> str:
    """A day that is given as year-month-day: `Thursday 3 December 2026`; one that no calendar has, as it is given."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{_WEEKDAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1]} {found.year}"
