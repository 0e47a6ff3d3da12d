"""Tools with only the required fields, in every edition and format."""

from itertools import combinations
from pathlib import Path

import pytest
from attrs import NOTHING, evolve, fields
from tests.support.formats import each_format
from tests.support.roots import SMALL, small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.checks.completeness import missing_fields
from coprod_content.content.library import Items
from coprod_content.content.model import Tool
from coprod_content.document.blocks import Bullets, Callout, Facts
from coprod_content.document.document import Document, words_of
from coprod_content.editions import compose
from coprod_content.editions.items.item_page import item_page
from coprod_content.packs.build import make
from coprod_content.plugins.renderers import RENDERERS

BARE = """\
title: Walk and talk
purpose: Think while you move.
theme: sharing
minutes: {least: 10, most: 30}
people: {least: 2, most: 20}
steps:
  - title: Walk
    minutes: 10
    do: [Walk side by side.]
  - title: Tell
    minutes: 5
    do: [Say one thing that you heard.]
"""
EDITIONS = (
    ("deck", "meeting"),
    ("facilitator-guide", "meeting"),
    ("run-sheet", "meeting"),
    ("handouts", "meeting"),
    ("tool-cards", "pairs"),
    ("theme-guide", "sharing"),
)
OPTIONAL = missing_fields(Tool(id="x", title="", purpose="", theme="", minutes=None, people=None, steps=()))  # type: ignore[arg-type]
WITHOUT_BLOCKS = {"question", "contents"}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return a library whose only tool has only the required fields."""
    return load(small_root(tmp_path_factory.mktemp("bare") / "content", {"tools/pairs.yaml": BARE}))


def documents(library: Library) -> list[Document]:
    """Return every document that shows a tool."""
    return [*(compose(name, library, (id_,)) for name, id_ in EDITIONS), item_page(library.tools["pairs"], library)]


def empty_parts(document: Document) -> list[str]:
    """Return the titles of sections with nothing in them, or with an empty block."""
    found = []
    for _, section in document.walk():
        if not section.blocks and not section.sections and section.role not in WITHOUT_BLOCKS:
            found.append(section.title)
        for block in (*section.blocks, *section.notes):
            match block:
                case Bullets(items=()) | Callout(paragraphs=()) | Facts(items=()):
                    found.append(section.title)
                case _:
                    pass
    return found


def test_only_these_tool_fields_are_required() -> None:
    """A tool from another library can be added without invented text."""
    required = {field.name for field in fields(Tool) if field.default is NOTHING}
    assert required == {"id", "title", "purpose", "theme", "minutes", "people", "steps"}
    assert len(OPTIONAL) == 12


def test_a_tool_with_only_the_required_fields_leaves_no_empty_parts(bare: Library) -> None:
    """No heading or callout is left over from a field that is not given."""
    for document in documents(bare):
        assert empty_parts(document) == [], document.subtitle
        words = words_of(document)
        for left_over in ("You need", "Get ready", "Pitfalls", "Short of time", "Online", "At the end we ask", "None"):
            assert left_over not in words, (document.subtitle, left_over)


@pytest.mark.parametrize("left_out", [*combinations(OPTIONAL, 1), *combinations(OPTIONAL, len(OPTIONAL) - 1)])
def test_each_optional_field_can_be_left_out_or_given_alone(tmp_path: Path, left_out: tuple[str, ...]) -> None:
    """Each optional field can be the only one left out or the only one given, even if only a short version fits."""
    library = load(small_root(tmp_path / "content"))
    empty = {field.name: field.default for field in fields(Tool) if field.name in left_out}
    tool = evolve(library.tools["pairs"], **empty)
    assert set(missing_fields(tool)) == set(left_out)
    meeting = library.workshops["meeting"]
    for minutes in (20, 6):
        agenda = (meeting.agenda[0], evolve(meeting.agenda[1], minutes=minutes), *meeting.agenda[2:])
        changed = evolve(library, tools=Items((tool,)), workshops=Items((evolve(meeting, agenda=agenda),)))
        for document in documents(changed):
            assert empty_parts(document) == [], document.subtitle


@pytest.mark.parametrize("to", each_format(sorted(RENDERERS.names())))
def test_every_format_takes_a_tool_with_only_the_required_fields(to: str, bare: Library, brand: Brand) -> None:
    """Every edition that shows a tool is made without an error, in every format."""
    for name, id_ in EDITIONS:
        made = make(name, to, bare, brand, (id_,))
        assert made.data, (name, made.findings)
        assert not made.has_errors, (name, made.findings)


def test_the_words_of_a_bare_tool_are_all_there(bare: Library) -> None:
    """The purpose, the steps and what to do are shown."""
    words = words_of(compose("facilitator-guide", bare, ("meeting",)))
    for line in ("Think while you move.", "Walk side by side.", "Say one thing that you heard."):
        assert line in words
    assert SMALL["tools/pairs.yaml"] != BARE
