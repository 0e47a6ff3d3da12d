"""Events as iCalendar files (RFC 5545)."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from coprod_content.brand.organisation import Organisation
from coprod_content.checks.kinds.event_times import LONDON, is_time_zone, usual_time_zone
from coprod_content.content.field_types import suggested_id
from coprod_content.content.library import Library
from coprod_content.content.model import Event, Workshop
from coprod_content.text.spans import plain, text_of

_LONGEST = 75  # bytes in a line
_LOCAL, _STAMP = "%Y%m%dT%H%M%S", "%Y%m%dT000000Z"
_EMAIL = re.compile(r"[^\s@,;:<>()\"]+@[^\s@,;:<>()\"]+\.[^\s@,;:<>()\"]*\w")
_SEQUENCE = re.compile(rb"SEQUENCE:(\d+)\r\n")
_LONDON_RULES = (
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


def calendar_file(workshop: Workshop, library: Library, organisation: Organisation | None = None) -> bytes:
    """Return an iCalendar file with a workshop's event.

    Return empty bytes if there is no event, or if it has no date or an unknown time zone. The identifier depends only
    on the workshop and the organisation, so that a later file updates the same event.
    """
    event = workshop.event
    zone = (event.time_zone or usual_time_zone(library.about.language)) if event else ""
    if event is None or event.day is None or not is_time_zone(zone):
        return b""
    host = event.organisation or (organisation.name if organisation else "")
    contact = event.contact or (organisation.contact if organisation else None) or ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//coprod_content//EN",
        *(_LONDON_RULES if zone == LONDON else ()),
        "BEGIN:VEVENT",
        f"UID:{workshop.id}.{suggested_id(host) or 'session'}@coprod-content",
        f"DTSTAMP:{datetime.fromisoformat(library.about.date):{_STAMP}}",
        "SEQUENCE:0",
        *_times(workshop, event.day, zone),
        *_details(workshop, event, host, contact),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def updated(new: bytes, earlier: Path) -> bytes:
    """Return a calendar file as an update to the file at `earlier`.

    If anything has changed, the sequence number is one higher than in that file. Otherwise, that file's bytes are
    returned. If there is no such file, or it has no sequence number, `new` is returned. Raises OSError if the earlier
    file cannot be read.
    """
    old = earlier.read_bytes() if earlier.is_file() else b""
    found = _SEQUENCE.search(old)
    if not found:
        return new
    same = _SEQUENCE.sub(b"", old) == _SEQUENCE.sub(b"", new)
    return old if same else _SEQUENCE.sub(b"SEQUENCE:%d\r\n" % (int(found[1]) + 1), new)


def _times(workshop: Workshop, day: str, zone: str) -> Iterator[str]:
    starts = datetime.fromisoformat(f"{day}T{workshop.starts}")
    for name, time in (("DTSTART", starts), ("DTEND", starts + timedelta(minutes=workshop.minutes))):
        if zone == LONDON:
            yield f"{name};TZID={LONDON}:{time:{_LOCAL}}"
        else:
            yield f"{name}:{time.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC):{_LOCAL}}Z"


def _details(workshop: Workshop, event: Event, host: str, contact: str) -> Iterator[str]:
    email = _EMAIL.search(contact)
    about = (
        plain(text_of(workshop.summary)),
        f"Join here: {event.link}" if event.link else "",
        f"Access: {event.access}" if event.access else "",
        f"Organised by {host}." if host else "",
        f"Questions: {contact}" if contact else "",
    )
    yield f"SUMMARY:{_escaped(workshop.title)}"
    text = "\n".join(filter(None, about))
    yield f"DESCRIPTION:{_escaped(text)}"
    if place := event.place or event.link:
        yield f"LOCATION:{_escaped(place)}"
    if event.link:
        yield f"URL:{event.link}"
    if email:
        name = re.sub(r'["\x00-\x1f]', "", host or email[0])
        yield f'ORGANIZER;CN="{name}":mailto:{email[0]}'
    if contact:
        yield f"CONTACT:{_escaped(contact)}"


def _escaped(words: str) -> str:
    return re.sub(r"[\\;,]", r"\\\g<0>", words).replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes."""
    piece, size, most = "", 0, _LONGEST
    for character in line:
        length = len(character.encode())
        if size + length > most:
            yield piece
            piece, size, most = " ", 1, _LONGEST
        piece, size = piece + character, size + length
    yield piece
