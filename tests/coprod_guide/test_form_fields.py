"""Form fields in Word: content controls that a screen reader can name."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.support.roots import FORM, small_root

from coprod_content import Brand, Library, load
from coprod_content.packs.build import make
from coprod_content.text.quotation_marks import curly

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


def read_in_order(root: etree._Element) -> list[tuple[str, str]]:
    """Return the tag of each control, and the other text, in reading order."""
    found = []
    for each in root.find(f"{W}body").iter(f"{W}sdt", f"{W}t"):
        if each.tag == f"{W}sdt":
            found.append(("control", value(each, "tag")))
        elif next(each.iterancestors(f"{W}sdtContent"), None) is None:
            found.append(("text", each.text or ""))
    return found


def test_every_control_of_every_form_is_named_and_comes_after_its_label(library: Library, brand: Brand) -> None:
    """Each has a title, a tag of its own, and words to replace; controls are in the order of the fields in the file."""
    for form in library.forms.values():
        data = make("forms", "guide", library, brand, [form.id]).data or b""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        controls = tuple(root.iter(f"{W}sdt"))
        tags = [value(control, "tag") for control in controls]
        assert len(set(tags)) == len(tags), form.id
        assert all(value(each, "alias").strip() and "".join(each.itertext(f"{W}t")) for each in controls), form.id
        names = {field.name: field for field in form.fields}
        longest = sorted(names, key=len, reverse=True)
        owners = [next((name for name in longest if f"{tag}-".startswith(f"{name}-")), "") for tag in tags]
        assert [*filter(None, dict.fromkeys(owners))] == [*names], form.id
        seen = ""
        for kind, words in read_in_order(root):
            seen += words if kind == "text" else ""
            if kind == "control" and words in names:
                assert curly(names[words].label) in seen, (form.id, words)
