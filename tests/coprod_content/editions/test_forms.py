"""Forms: filled with an event, kept by someone, on a screen and on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve
from pikepdf import Pdf
from tests.support.roots import FORM, WORKSHOP, small_root

from coprod_content import Library, SelectionError, compose, load
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.organisation import Organisation
from coprod_content.content.model import Event, TeamMember
from coprod_content.document.document import Document
from coprod_content.document.fill_in import FillIn
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.editions.identity import identified
from coprod_content.editions.items.forms import forms_document
from coprod_content.loading import examine
from coprod_content.packs.build import render
from coprod_content.planner.workshop_file import with_workshop

EVENT = Event(
    place="Town Hall", day="2027-03-03", contact="Sam, 01632 960123", team=(TeamMember(name="Sam", part="host"),)
)


@pytest.fixture
def small(tmp_path: Path) -> Library:
    """Return a library with one form, which its workshop names."""
    held = WORKSHOP + "forms: [agree]\n"
    return load(small_root(tmp_path / "root", {"forms/agree.yaml": FORM, "workshops/meeting.yaml": held}))


def fields(document: Document) -> dict[str, FillIn]:
    """Return the fields of a document by name."""
    blocks = (block for _, section in document.walk() for block in section.blocks)
    return {block.name: block for block in blocks if isinstance(block, FillIn)}


def test_every_form_is_made_with_all_its_fields(library: Library) -> None:
    """The fields are those of the file, in order. If the time is not known, one more asks until when it is kept."""
    for id_, form in library.forms.items():
        made = fields(compose("forms", library, [id_]))
        assert [*made] == [field.name for field in form.fields] + ["kept-until"] * bool(
            form.keep and not form.keep.how_long
        )


def test_the_event_fills_in_what_it_knows(small: Library) -> None:
    """A field stays empty without an event, or if the event does not say."""
    held = with_workshop(small, evolve(small.workshops["meeting"], event=EVENT))
    assert fields(compose("forms", held, ["meeting"]))["day"].answer == "Wednesday 3 March 2027"
    assert fields(compose("forms", small, ["meeting", "agree"]))["day"].answer == ""
    assert fields(compose("forms", held, ["meeting"]))["name"].answer == ""


def test_the_organisation_of_the_brand_fills_in_its_name(library: Library) -> None:
    """An organisation that the event names comes first."""
    brand = evolve(load_brand(), organisation=Organisation(name="Any Trust", contact="us@example.org"))
    made = fields(identified(compose("forms", library, ["invitation"]), brand, library))
    assert (made["organisation"].answer, made["contact"].answer) == ("Any Trust", "us@example.org")
    event = evolve(EVENT, organisation="Another Trust")
    held = with_workshop(library, evolve(library.workshops["first-steps"], event=event))
    made = fields(identified(compose("forms", held, ["invitation", "first-steps"]), brand, held))
    assert (made["organisation"].answer, made["contact"].answer) == ("Another Trust", "Sam, 01632 960123")


def test_a_form_says_who_keeps_it_and_for_how_long(small: Library) -> None:
    """People read it before they answer."""
    (cover, *_) = compose("forms", small, ["agree"]).sections
    (*_, block) = cover.blocks
    assert block.text[0].text == "This form is kept by the organiser, for 6 months after the session."  # type: ignore[union-attr]


def test_what_cannot_be_chosen_is_refused(small: Library) -> None:
    """The message says what to choose."""
    other = evolve(small.workshops["meeting"], id="other", forms=())
    both = with_workshop(small, other)
    for ids, message in ((["meeting", "other"], "one workshop"), (["other"], "no form"), (["pairs"], "forms, and one")):
        with pytest.raises(SelectionError, match=message):
            compose("forms", both, ids)


def test_on_paper_each_field_is_a_line_a_list_or_a_table(small: Library) -> None:
    """Nothing that was typed is lost."""
    blocks = tuple(fields(compose("forms", small, ["agree"])).values())
    kinds = [type(block).__name__ for block in paper_blocks(blocks)]
    listed = ["Paragraph", "Bullets"]
    assert kinds == ["Writing", "Writing", *listed, *listed, "Writing", *listed, "Table", "Writing"]


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("kind: date", "kind: dat", "parts[1].fields[2].kind", "date"),
        (" label: Your name,", "", "parts[1].fields[1].label", "is missing"),
        ("6 months", "a while", "keep.how_long", "a period of time"),
        ("name: day", "name: name", "parts[1].fields[2].name", "has the name 'name' too"),
        ("label: Day", "label: Day, options: [One]", "parts[1].fields[2].options", "cannot have `options`"),
        ("label: Day", "label: Day, lines: 2", "parts[1].fields[2].lines", "cannot have `lines`"),
        ("label: Signature", "label: Signature, fill: day", "parts[1].fields[8].fill", "cannot have `fill`"),
    ],
)
def test_a_fault_in_a_form_has_its_line(tmp_path: Path, old: str, new: str, where: str, what: str) -> None:
    """An unknown kind, a missing label, a time that is not one, and fields that would not work are refused."""
    _, findings = examine(small_root(tmp_path / "root", {"forms/agree.yaml": FORM.replace(old, new, 1)}))
    (finding,) = findings
    assert finding.field == where
    assert finding.where
    assert str(finding.where).rpartition("/")[2].startswith("agree.yaml:")
    assert what in f"{finding.what} {finding.fix}"


@pytest.mark.thorough
def test_the_sheets_for_people_who_are_asked_fit_on_one_sheet(library: Library, brand: Brand) -> None:
    """The handout has two sides, and the offer of pay has one."""
    for id_, sides in (("before-you-answer", 2), ("pay-in-writing", 1)):
        made = render(forms_document(library, (id_,)), "cards-reading", brand)
        with Pdf.open(BytesIO(made.data or b"")) as pdf:
            assert len(pdf.pages) == sides, id_
