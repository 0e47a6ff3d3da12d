"""The canonical content is complete, sound, and fit to be read aloud."""

import re
from collections import Counter

import pytest

from coprod_content import Library, examine
from coprod_content.checks.easy_read import easy_read_findings
from coprod_content.checks.library import library_advice
from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields, texts
from coprod_content.content.model import ClosingSlot, Item
from coprod_content.text.spans import plain, text_of

THEMES = {
    1: "Strong leadership and culture change",
    2: "Starting from what matters to people",
    3: "Co-production at the heart of QI",
    4: "Power sharing",
    5: "Nurturing capability",
    6: "Community, system & organisational alignment",
}
MOST_WORDS = 25


def test_the_canonical_content_is_clean(library: Library) -> None:
    """The canonical content has no findings, and no advice."""
    assert examine()[1] == ()
    assert library_advice(library) == ()
    assert easy_read_findings(library) == ()


def test_the_six_themes_have_the_names_of_the_suite(library: Library) -> None:
    """Names and numbers are exactly those of NHS England's suite."""
    assert {theme.number: theme.title for theme in library.themes.values()} == THEMES


@pytest.mark.parametrize(
    ("kind", "least"),
    [("theme", 6), ("tool", 48), ("postcard", 96), ("resource", 110), ("form", 18), ("term", 60), ("article", 10),
     ("diagram", 6), ("film", 5), ("picture", 40), ("workshop", 10), ("reference", 100)],
)  # fmt: skip
def test_there_is_enough_to_choose_from(library: Library, kind: str, least: int) -> None:
    """Each kind has as many items as the library promises."""
    assert len(library.of_kind(kind)) >= least


def test_every_resource_has_a_secure_address(library: Library) -> None:
    """Browsers warn about pages at http addresses."""
    assert not [resource.url for resource in library.resources.values() if not resource.url.startswith("https://")]


def test_every_theme_has_tools_postcards_and_resources(library: Library) -> None:
    """Every theme has eight tools, sixteen postcards and some resources."""
    tools = Counter(tool.theme for tool in library.tools.values())
    cards = Counter(card.theme for card in library.postcards.values())
    resources = Counter(theme for resource in library.resources.values() for theme in resource.themes)
    for theme in library.themes:
        assert tools[theme] >= 8, theme
        assert cards[theme] >= 16, theme
        assert resources[theme] >= 8, theme


@pytest.mark.parametrize("id_", ["introduction", "getting-started", "three-circles", "first-steps", "power-sharing"])
def test_items_that_editions_and_guides_name_exist(library: Library, id_: str) -> None:
    """Ids that programs and documentation use stay."""
    assert library[id_].id == id_


def test_every_tool_has_steps_that_add_up(library: Library) -> None:
    """The steps of a tool take as long as the tool says, and the short version less."""
    for tool in library.tools.values():
        assert tool.minutes.least <= sum(step.minutes for step in tool.steps) <= tool.minutes.most, tool.id
        assert tool.short.minutes is not None, tool.id
        assert tool.short.minutes < tool.minutes.least, tool.id


def test_every_tool_says_how_people_can_take_part_and_stay_safe(library: Library) -> None:
    """Every tool has access, safety, words to say and a source."""
    for tool in library.tools.values():
        assert any(step.say for step in tool.steps), tool.id
        assert len(tool.access) >= 2, tool.id
        assert len(tool.safety) >= 2, tool.id
        origin = tool.origin
        sources = (origin.url, origin.references, tool.references, "[@" in origin.credit)
        assert any(sources) or origin.standing == "own", tool.id


def questions(library: Library) -> list[tuple[str, str]]:
    """Yield every question to people, with the id of its item."""
    asked: list[tuple[Item, tuple[str, ...]]] = [
        *((theme, theme.questions) for theme in library.themes.values()),
        *((tool, tool.closing_questions) for tool in library.tools.values()),
        *((card, (card.question, *card.follow_ups)) for card in library.postcards.values()),
        *((diagram, diagram.questions) for diagram in library.diagrams.values()),
        *((film, (*film.before, *film.after)) for film in library.films.values()),
        *((w, tuple(s.question for s in w.agenda if isinstance(s, ClosingSlot))) for w in library.workshops.values()),
    ]
    return [(item.id, question) for item, these in asked for question in these]


def test_questions_are_short_enough_to_be_heard_once(library: Library) -> None:
    """Questions have at most 25 words, and end with a question mark."""
    for id_, question in questions(library):
        assert len(question.split()) <= MOST_WORDS, f"{id_}: {question}"
        assert question.endswith("?"), f"{id_}: {question}"


def sentences(prose: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", plain(text_of(prose)))


def test_postcards_have_no_sentence_over_25_words(library: Library) -> None:
    """Cards can be read at a glance."""
    for card in library.postcards.values():
        for _, prose in texts(card):
            for sentence in sentences(prose):
                assert len(sentence.split()) <= MOST_WORDS, f"{card.id}: {sentence}"


def test_no_two_postcards_ask_the_same(library: Library) -> None:
    """Every postcard asks a different question."""
    asked = [card.question.casefold() for card in library.postcards.values()]
    assert len(asked) == len(set(asked))


def test_titles_are_unique_within_a_kind(library: Library) -> None:
    """People who choose by title get the item that they meant."""
    for kind in ("themes", "tools", "resources", "articles", "workshops", "diagrams"):
        titles = [item.title.casefold() for item in library.of_kind(kind).values()]
        assert len(titles) == len(set(titles)), kind


def test_every_reference_says_what_it_is_cited_for(library: Library) -> None:
    """References have authors, a title and a finding in our words."""
    for reference in library.references.values():
        assert reference.authors
        assert len(reference.finding.split()) >= 5, reference.id


def test_a_diagram_can_be_read_as_well_as_seen(library: Library) -> None:
    """Each part of a diagram is named in its drawing, and the alternative text names the main parts."""
    for diagram in library.diagrams.values():
        drawn = {word.casefold() for word in diagram.drawing.words}
        assert {part.name.casefold() for part in diagram.parts} <= drawn, diagram.id
        assert len(diagram.alt.split()) >= 10, diagram.id


def test_the_library_says_that_it_is_independent(library: Library) -> None:
    """The library cannot be mistaken for NHS England's."""
    assert "NHS England did not make or endorse it." in library.about.statement
    assert "independent of NHS England" in library.about.imprint


def paragraphs(item: Item) -> set[str]:
    """Return every prose field of at least eight words, case-folded.

    Licences, easy-read texts and limits of resources may repeat, so they are left out.
    """
    every = (leaf for leaf in text_fields(item) if leaf.path[0] not in ("easy_read", "limits"))
    prose = (leaf for leaf in every if isinstance(leaf.marker, InlineText) and leaf.marker.markup)
    folded = (" ".join(str(leaf.value).casefold().split()) for leaf in prose if leaf.path[-2:] != ("origin", "licence"))
    return {paragraph for paragraph in folded if len(paragraph.split()) >= 8}


def test_no_two_items_share_a_paragraph(library: Library) -> None:
    """No text is copied from one item into another."""
    said_in: dict[str, list[str]] = {}
    for item in library:
        for paragraph in paragraphs(item):
            said_in.setdefault(paragraph, []).append(item.id)
    shared = {paragraph: ids for paragraph, ids in said_in.items() if len(ids) > 1}
    assert len(said_in) > 3000
    assert shared == {}
