"""Calendar files: the event, in the right place and at the right time, updated by a later file."""

from pathlib import Path

from attrs import evolve

from coprod_content import Library
from coprod_content.brand.organisation import Organisation
from coprod_content.content.model import Event, Workshop
from coprod_content.editions.workshop.calendar_file import calendar_file, updated

EVENT = Event(
    place="Town Hall, room 2", day="2027-03-30", contact="Sam, sam@example.org", access="Step-free; quiet room"
)


def held(library: Library, **changes: object) -> Workshop:
    """Return a workshop with its event."""
    return evolve(library.workshops["first-steps"], event=evolve(EVENT, **changes))


def unfolded(data: bytes) -> list[str]:
    """Return the lines of a calendar file, each whole."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_event_has_its_time_place_and_organiser(library: Library) -> None:
    """Commas and semicolons are escaped, and no line has more than 75 bytes."""
    data = calendar_file(held(library), library, Organisation(name="Trust für alle"))
    lines = unfolded(data)
    assert {
        "UID:first-steps.trust-fur-alle@coprod-content",
        "DTSTART;TZID=Europe/London:20270330T100000",
        "DTEND;TZID=Europe/London:20270330T113000",
        "TZID:Europe/London",
        r"LOCATION:Town Hall\, room 2",
        'ORGANIZER;CN="Trust für alle":mailto:sam@example.org',
    } <= set(lines)
    (about,) = (line for line in lines if line.startswith("DESCRIPTION:"))
    assert r"\nAccess: Step-free\; quiet room\n" in about
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_another_time_zone_is_written_as_universal_time(library: Library) -> None:
    """A day without a time zone is refused by `coprod check`, and has no file in a library in another language."""
    lines = unfolded(calendar_file(held(library, time_zone="Europe/Paris", link="https://example.org/call"), library))
    assert {"DTSTART:20270330T080000Z", "URL:https://example.org/call"} <= set(lines)
    french = evolve(library, about=evolve(library.about, language="fr"))
    assert calendar_file(held(library), french) == b""
    assert calendar_file(library.workshops["first-steps"], library) == b""


def test_a_later_file_updates_the_event(library: Library, tmp_path: Path) -> None:
    """The same event gives the same bytes. A changed one has the same identifier and a higher sequence number."""
    first, file = calendar_file(held(library), library), tmp_path / "invite.ics"
    assert updated(first, file) == first
    file.write_bytes(first)
    assert updated(first, file) == first
    moved = updated(calendar_file(held(library, place="Library"), library), file)
    assert (b"SEQUENCE:1\r\n" in moved, b"UID:first-steps.session@" in moved) == (True, True)
    file.write_bytes(moved)
    assert updated(calendar_file(held(library, place="Library"), library), file) == moved
