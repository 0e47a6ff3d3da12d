"""Walking an item meets every text and id in it, with its path and what its field takes."""

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
CHOICES = {"source", "kind", "setting", "standing", "moments"}


def test_leaves_come_in_the_order_of_the_fields_with_their_paths() -> None:
    """Each value has the path by which its file is searched; the source is no part of the item."""
    assert [(leaf.path, leaf.value) for leaf in text_fields(TERM)] == [
        (("id",), "power"),
        (("term",), "Power"),
        (("meaning",), "Who *decides* [@egan2020]."),
        (("why",), "See [this](https://www.example.org)."),
        (("see", 0), "consent"),
        (("see", 1), "trust"),
    ]


def test_a_leaf_knows_the_marker_of_its_field() -> None:
    """Optional fields and lists have the marker of what is in them."""
    markers = {leaf.path[0]: leaf.marker for leaf in text_fields(TERM)}
    assert markers["see"] == IdOf("term")
    assert markers["meaning"] == InlineText(most=4000, markup=True)
    assert {leaf.path: leaf.marker for leaf in text_fields(attrs.evolve(TERM, preferred="So"))}[
        ("preferred",)
    ] == InlineText(300, False)


def test_pointers_are_ids_citations_and_links() -> None:
    """Each kind of pointer comes with what it points to, in the order of the fields."""
    assert list(pointers(TERM)) == [
        Pointer(("meaning",), "reference", "egan2020"),
        Pointer(("why",), "link", "https://www.example.org", "this"),
        Pointer(("see", 0), "term", "consent"),
        Pointer(("see", 1), "term", "trust"),
    ]


def test_pointers_come_from_fields_with_markup_only() -> None:
    """A line without markup is not parsed for it."""
    found = list(pointers(attrs.evolve(TERM, term="No [@citation] here")))
    assert found == list(pointers(TERM))


def test_words_are_what_people_read() -> None:
    """Ids are left out, texts are given as written."""
    assert [path for path, _ in texts(TERM)] == [("term",), ("meaning",), ("why",)]


def test_a_slot_among_others_is_walked_with_its_number() -> None:
    """Paths go through lists of different classes."""
    found = {field_name(leaf.path): leaf.value for leaf in text_fields(BreakSlot(minutes=5))}
    assert found == {"title": "Break"}


@pytest.mark.parametrize("type_", [Tool, Workshop])
def test_walking_meets_every_string_of_an_item(library: Library, type_: type) -> None:
    """Nothing that is said in a real item is passed over: the leaves are all texts and ids, without what is chosen."""

    def strings(value: object) -> list[object]:
        if isinstance(value, dict):
            return [s for key, v in value.items() if key not in CHOICES for s in strings(v)]
        if isinstance(value, list | tuple):
            return [s for v in value for s in strings(v)]
        return [value] if isinstance(value, str) else []

    for item in library:
        if isinstance(item, type_):
            assert [leaf.value for leaf in text_fields(item)] == strings(attrs.asdict(item))


def test_the_library_says_something_of_itself_that_can_be_walked(library: Library) -> None:
    """What the library says of itself is walked like an item."""
    assert (("title",), library.about.title) in texts(library.about)
    assert any(pointer.kind == "link" for pointer in pointers(library.about))
