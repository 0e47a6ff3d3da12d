"""Form fields in Word: content controls that a screen reader can name."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.support.roots import FORM, small_root

from coprod_content import Brand, load
from coprod_content.packs.build import make

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture
def controls(tmp_path: Path, brand: Brand) -> tuple[etree._Element, ...]:
    """Return the content controls of the form of the small root."""
    library = load(small_root(tmp_path / "root", {"forms/agree.yaml": FORM}))
    made = make("forms", "guide", library, brand, ["agree"])
    assert made.findings == ()
    with zipfile.ZipFile(io.BytesIO(made.data or b"")) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return tuple(root.iter(f"{W}sdt"))


def value(control: etree._Element, name: str) -> str:
    """Return a property of a control."""
    return control.find(f"{W}sdtPr/{W}{name}").get(f"{W}val")


def test_every_control_has_its_own_title_tag_and_number(controls: tuple[etree._Element, ...]) -> None:
    """Screen readers say the title, programs read the tag, and Word repairs a file in which numbers repeat."""
    titles = [value(control, "alias") for control in controls]
    assert titles[:4] == ["Your name", "Day", "I agree: Yes", "I agree: No"]
    assert {"What, row 1", "How much, row 2"} < set(titles)
    assert len({value(control, "tag") for control in controls}) == len(controls) == 13
    assert len({value(control, "id") for control in controls}) == len(controls)


def test_each_kind_of_field_is_the_control_for_it(controls: tuple[etree._Element, ...]) -> None:
    """Dates can be picked, options ticked, and a scale chosen from a list. Placeholders are marked as such."""
    by_tag = {value(control, "tag"): control.find(f"{W}sdtPr") for control in controls}
    assert by_tag["day"].find(f"{W}date") is not None
    assert by_tag["agree-1"].find(f"{W14}checkbox") is not None
    assert [item.get(f"{W}value") for item in by_tag["how"].iter(f"{W}listItem")] == ["Bad", "Fine", "Good"]
    assert by_tag["why"].find(f"{W}text").get(f"{W}multiLine") == "1"
    empty = {tag for tag, properties in by_tag.items() if properties.find(f"{W}showingPlcHdr") is not None}
    assert empty == {tag for tag in by_tag if not tag.startswith(("agree", "where"))}


def test_a_box_is_kept_on_one_page_but_not_with_the_next_field(controls: tuple[etree._Element, ...]) -> None:
    """Otherwise, several boxes would all move to the next page, and leave most of a page empty."""
    (answer,) = (control.getparent() for control in controls if value(control, "tag") == "why")
    kept = [each.find(f"{W}pPr/{W}keepNext").get(f"{W}val", "1") for each in (answer, answer.getnext())]
    assert kept == ["1", "0"]
