"""The texts and ids of an item are found, each with its path and the marker of its type."""

import attrs
import pytest

from coprod_content import Library
from coprod_content.content.field_types import IdOf, InlineText
from coprod_content.content.item_texts import Pointer, pointers, text_fields, texts
from coprod_content.content.model import BreakSlot, Term, Tool, Workshop
from coprod_content.content.source import Source, field_name

TERM = Term(
    id="power",
    source=Source("content", "terms.yaml", ("power",)),
    term="Power",
    meaning="Who *decides* [@egan2020].",
    why="See [this](https://www.example.org).",
    see=("consent", "trust"),
)
CHOICES = {"mode", "source", "kind", "setting", "standing", "moments"}


def test_text_fields_come_in_order_with_their_paths() -> None:
    """Each value has the path to its place in the file. The source of the item is not one of them."""
    assert [(leaf.path, leaf.value) for leaf in text_fields(TERM)] == [
        (("id",), "power"),
        (("term",), "Power"),
        (("meaning",), "Who *decides* [@egan2020]."),
        (("why",), "See [this](https://www.example.org)."),
        (("see", 0), "consent"),
        (("see", 1), "trust"),
    ]


def test_a_text_field_has_the_marker_of_its_type() -> None:
    """Optional fields and lists have the marker of what they contain."""
    markers = {leaf.path[0]: leaf.marker for leaf in text_fields(TERM)}
    assert markers["see"] == IdOf("term")
    assert markers["meaning"] == InlineText(most=4000, markup=True)
    assert {leaf.path: leaf.marker for leaf in text_fields(attrs.evolve(TERM, preferred="So"))}[
        ("preferred",)
    ] == InlineText(300, False)


def test_pointers_are_ids_citations_and_links() -> None:
    """Each pointer has its kind and target, in the order of the fields."""
    assert list(pointers(TERM)) == [
        Pointer(("meaning",), "reference", "egan2020"),
        Pointer(("why",), "link", "https://www.example.org", "this"),
        Pointer(("see", 0), "term", "consent"),
        Pointer(("see", 1), "term", "trust"),
    ]


def test_pointers_come_from_fields_with_markup_only() -> None:
    """A line without markup is not searched for links."""
    found = list(pointers(attrs.evolve(TERM, term="No [@citation] here")))
    assert found == list(pointers(TERM))


def test_texts_are_what_people_read() -> None:
    """Ids are left out, and texts are as written."""
    assert [path for path, _ in texts(TERM)] == [("term",), ("meaning",), ("why",)]


def test_slots_of_an_agenda_are_numbered() -> None:
    """Paths go through lists of different classes."""
    found = {field_name(leaf.path): leaf.value for leaf in text_fields(BreakSlot(minutes=5))}
    assert found == {"title": "Break"}


@pytest.mark.parametrize("type_", [Tool, Workshop])
def test_no_string_of_an_item_is_missed(library: Library, type_: type) -> None:
    """Every text and id of every real item is found, except for choices."""

    def strings(value: object) -> list[object]:
        if isinstance(value, dict):
            return [s for key, v in value.items() if key not in CHOICES for s in strings(v)]
        if isinstance(value, list | tuple):
            return [s for v in value for s in strings(v)]
        return [value] if isinstance(value, str) else []

    for item in library:
        if isinstance(item, type_):
            assert [leaf.value for leaf in text_fields(item)] == strings(attrs.asdict(item))


def test_about_has_text_fields_too(library: Library) -> None:
    """What the library says about itself is searched like an item."""
    assert (("title",), library.about.title) in texts(library.about)
    assert any(pointer.kind == "link" for pointer in pointers(library.about))
