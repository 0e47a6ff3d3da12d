"""Certificates: one page with a border, on which the name is the largest answer."""

import io
import itertools
import zipfile

import pytest
from attrs import evolve
from lxml import etree
from pikepdf import Pdf

from coprod_content import Brand, Library
from coprod_content.brand.organisation import Organisation
from coprod_content.content.model import Event
from coprod_content.packs.build import make
from coprod_content.planner.workshop_file import with_workshop

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SELECTED = ["first-steps", "certificate"]


@pytest.fixture
def held(library: Library) -> Library:
    """Return the library with a workshop that is held on a day."""
    event = Event(day="2027-02-11", place="Town Hall", organisation="Marsh Lane & Quay NHS Foundation Trust")
    return with_workshop(library, evolve(library.workshops["first-steps"], event=event))


def paragraphs(library: Library, brand: Brand, access: str) -> tuple[etree._Element, list[tuple[str, str, bool]]]:
    """Return a Word certificate, and each paragraph's style, text and whether a control is in it."""
    data = make("forms", "guide", library, brand, SELECTED, access=access).data or b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    shown = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(p.itertext(f"{W}t")), p.find(f"{W}sdt") is not None)
        for p in root.iter(f"{W}p")
    ]
    return root, shown


def test_the_name_is_the_largest_answer_and_each_label_is_before_its_answer(held: Library, brand: Brand) -> None:
    """The page has a border. What the event does not know is signed at the end, side by side."""
    root, shown = paragraphs(held, brand, "standard")
    assert root.find(f"{W}body/{W}sectPr/{W}pgBorders") is not None
    read = [(words, answer) for _, words, answer in shown if words]
    before = [words for (words, _), (_, answer) in itertools.pairwise(read) if answer]
    assert before[:5] == ["Name", "Session or project", "When", "What they did", "Organisation"]
    assert next(style for style, _, answer in shown if answer) == "CertificateName"
    table = root.find(f"{W}body/{W}tbl")
    rows = [["".join(c.itertext(f"{W}t")) for c in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows == [["Signed by", "Date"], ["Write here", "Choose or type a date"]]


@pytest.mark.parametrize("access", ["standard", "large-print", "high-contrast"])
def test_a_certificate_to_print_is_one_page(held: Library, brand: Brand, access: str) -> None:
    """The lines to write on fit, also in large print with a long name of an organisation."""
    ours = evolve(brand, organisation=Organisation(name="Marsh Lane & Quay NHS Foundation Trust"))
    data = make("forms", "cards-reading", held, ours, SELECTED, access=access).data or b""
    with Pdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
