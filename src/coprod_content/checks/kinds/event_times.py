"""Check the times of a workshop."""

from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.content.phrases import clock_after
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

LONDON = "Europe/London"
_BRITISH = ("en-GB", "cy", "gd")


def usual_time_zone(language: str) -> str:
    """Return the time zone to assume for a language, or "".

    Europe/London is assumed for British English, Welsh, Scottish Gaelic and any other tag that ends in `-GB`.
    """
    return LONDON if language in _BRITISH or language.endswith("-GB") else ""


@lru_cache
def is_time_zone(name: str) -> bool:
    """Return whether a string is the name of a known time zone.

    Europe/London is accepted even on computers that have no list of time zones.
    """
    try:
        return name == LONDON or bool(ZoneInfo(name))
    except (LookupError, OSError, ValueError):
        return False


def event_time_findings(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Yield the faults in a workshop's times and time zone."""
    yield from _after_midnight(workshop)
    event = workshop.event
    if event is None or event.day is None:
        return
    zone = event.time_zone or usual_time_zone(library.about.language)
    if not zone:
        what = "the event has a day but no time zone, so its calendar file would show the wrong time elsewhere."
        yield finding_in(
            workshop.source, ("event", "day"), "time-zone", what, "Add `time_zone`, such as Europe/Dublin."
        )
    elif not is_time_zone(zone):
        what, fix = f"there is no time zone '{zone}'.", "Write a continent and a city, such as Europe/London."
        yield finding_in(workshop.source, ("event", "time_zone"), "time-zone", what, fix)


def _after_midnight(workshop: Workshop) -> Iterator[Finding]:
    ends = clock_after(workshop.starts, workshop.minutes)
    if ends <= workshop.starts:
        what = f"the session starts at {workshop.starts} and ends at {ends} on the next day."
        fix = "Correct `starts`, or the minutes of the agenda."
        yield finding_in(workshop.source, ("starts",), "ends-next-day", what, fix)
