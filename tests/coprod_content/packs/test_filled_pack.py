"""A filled pack: its forms know the event and the organisation, and its calendar file has the day."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from attrs import evolve
from lxml import etree

from coprod_content import Brand, Library
from coprod_content.brand.organisation import Organisation
from coprod_content.content.model import Event, TeamMember, Workshop
from coprod_content.packs.build import make_file
from coprod_content.packs.pack import FileResult, make_pack
from coprod_content.planner.workshop_file import with_workshop

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = "The Old Ropeworks, Quay Street"
NAMED = (
    "invitation",
    "payment-claim",
    "consent-form",
    "about-me",
    "session-feedback",
    "agreement-sheet",
    "certificate",
)
KNOWN = {
    "workshop": "First steps in co-production",
    "day": "Thursday 11 February 2027",
    "time": "10:00 to 11:30",
    "place": PLACE,
    "access": "Step-free, with a quiet room",
    "organisation": "Marsh Lane & Quay NHS Foundation Trust",
    "contact": "Priya Nair, 01632 960471, together@marshlane.example",
    "team": "Priya Nair (host)",
}


@pytest.fixture(scope="module")
def held(library: Library) -> Workshop:
    """Return the first workshop, held by an invented trust."""
    team = (TeamMember(name="Priya Nair", part="host"),)
    event = Event(
        place=PLACE,
        day="2027-02-11",
        time_zone="Europe/London",
        access=KNOWN["access"],
        contact=KNOWN["contact"],
        team=team,
    )
    return evolve(library.workshops["first-steps"], event=event)


def answers(data: bytes) -> Iterator[tuple[str, str, bool]]:
    """Yield the tag and text of each control, and whether it shows a placeholder."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag").get(f"{W}val")
        yield tag, "".join(control.itertext(f"{W}t")), properties.find(f"{W}showingPlcHdr") is not None


def test_the_forms_of_a_pack_know_the_event_and_the_organisation(
    library: Library, brand: Brand, held: Workshop
) -> None:
    """Whatever a form asks of the event or the organisation is filled in, and the rest is left to people."""
    ours = evolve(brand, organisation=Organisation(name=KNOWN["organisation"]))
    named = [f"first-steps-forms-{id_}" for id_ in NAMED]
    forms = {f"first-steps-forms-{id_}": library.forms[id_] for id_ in NAMED}

    def one(spec: object, library: Library, brand: Brand) -> FileResult:
        wanted = getattr(spec, "name", "") in named and getattr(spec, "renderer", "") == "guide"
        return FileResult(spec=spec, built=make_file(spec, library, brand) if wanted else None)  # type: ignore[arg-type]

    pack = make_pack(held, with_workshop(library, held), ours, make_one=one)
    made = {name.removesuffix(".docx"): built for name, built in pack.built}
    assert [*made] == sorted(named, key=[f"first-steps-forms-{id_}" for id_ in held.forms].index)
    for name, built in made.items():
        assert built.findings == ()
        filled = {tag: words for tag, words, is_placeholder in answers(built.data or b"") if not is_placeholder}
        expected = {field.name: KNOWN[field.fill] for field in forms[name].fields if field.fill}
        assert expected.items() <= filled.items(), name
        typed = {field.name for field in forms[name].fields if not field.fill and not field.options}
        assert not typed & filled.keys(), name
    ((name, calendar),) = pack.calendar
    assert name == "first-steps-invite.ics"
    assert b"DTSTART;TZID=Europe/London:20270211T100000\r\n" in calendar
    assert PLACE.replace(",", "\\,").encode() in calendar.replace(b"\r\n ", b"")
