"""Editions of the real content: what they contain, and in which order."""

import os
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.outline import outline
from tests.support.roots import small_root

from coprod_content import Library, UnknownId, load
from coprod_content.content.item_texts import texts
from coprod_content.content.library import Items
from coprod_content.content.model import BreakSlot, FilmSlot, PostcardSlot, Tool, ToolSlot, Workshop
from coprod_content.content.phrases import clock_after, minutes_in_words
from coprod_content.document.blocks import Bullets, Facts, Signpost, Table, Writing, block_texts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import EDITIONS, SelectionError, UnknownEdition, compose
from coprod_content.editions.items.easy_read import easy_read_ids
from coprod_content.text import urls
from coprod_content.text.spans import plain, text_of

GOLDEN = Path(__file__).parents[2] / "golden"
WORKSHOPS = ("first-steps", "power-sharing")
NAMES = [edition.name for edition in EDITIONS]
CARDS = ("postcards", "postcard-index", "postcard-overview", "postcard-box", "tool-cards", "tool-box")
OUTLINED = [
    ("deck", "first-steps"),
    ("facilitator-guide", "first-steps"),
    ("run-sheet", "first-steps"),
    ("handouts", "first-steps"),
    ("postcards", ""),
    ("postcard-index", ""),
    ("postcard-overview", ""),
    ("postcard-box", ""),
    ("tool-cards", ""),
    ("tool-box", ""),
    ("theme-guide", "sharing-power"),
    ("theme-slides", "sharing-power"),
    ("chat", "online-hour"),
    ("film-deck", "starting-small"),
    ("film-handout", "starting-small"),
    ("film-transcript", "starting-small"),
    ("diagram-deck", "three-circles"),
    ("diagram-handout", "three-circles"),
    ("references", ""),
    ("canvases", "first-steps"),
    ("forms", "consent-form"),
    ("organiser-notes", "first-steps"),
    ("introduction", ""),
    ("evidence-slides", ""),
    ("cases", ""),
    ("case-slides", ""),
    ("programme-guide", "first-project-in-twelve-weeks"),
    ("programme-slides", "first-project-in-twelve-weeks"),
    ("resources-guide", ""),
    ("glossary", ""),
    ("easy-read", "first-steps"),
    ("easy-read-postcards", ""),
    ("print-test-sheet", ""),
]
MADE: dict[tuple[int, str, tuple[str, ...]], tuple[Library, Document]] = {}


def test_the_slides_of_every_theme_tell_a_story_with_its_source() -> None:
    """It is a film, or a resource of the type "story", whose address is on the slide."""
    library = load()
    for theme in library.themes:
        (story,) = (each for each in compose("theme-slides", library, [theme]).sections if "A story" in each.title)
        (item,) = story.items
        links = [block.url for block in story.blocks if isinstance(block, Signpost)]
        assert item in library.films or links == [library.resources[item].url]


def made(name: str, library: Library, *ids: str) -> Document:
    """Compose an edition of some items, by default of all; a second time from memory."""
    key = (id(library), name, ids)
    if key not in MADE:
        MADE[key] = (library, composed(name, library, *ids))  # the library is kept, so its id stays its own
    return MADE[key][1]


def composed(name: str, library: Library, *ids: str) -> Document:
    edition = next(edition for edition in EDITIONS if edition.name == name)
    every = () if not edition.needs_selection else all_of(edition.kind, library)
    return compose(name, library, ids or every)


def all_of(kind: str, library: Library) -> tuple[str, ...]:
    """Return the ids of a kind, or those of all items with an easy-read text."""
    return easy_read_ids(library) if kind == "item" else tuple(library.of_kind(kind))


def said(document: Document) -> str:
    return "\n".join(words_of(document)).replace("\u00a0", " ")


def with_role(document: Document, role: str) -> list[Section]:
    return [section for _, section in document.walk() if section.role == role]


def tools_of(workshop: Workshop, library: Library) -> list[Tool]:
    return [library.tools[slot.tool] for slot in workshop.agenda if isinstance(slot, ToolSlot)]


@pytest.mark.parametrize(("name", "id_"), OUTLINED)
def test_an_edition_still_matches_its_golden_outline(library: Library, name: str, id_: str) -> None:
    """The outline was read and agreed; UPDATE_GOLDEN=1 rewrites it."""
    text = outline(made(name, library, *filter(None, [id_])))
    path = GOLDEN / f"{'-'.join(filter(None, [name, id_]))}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), (
        f"{path.name} differs; read the change, then run with UPDATE_GOLDEN=1"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_edition_has_a_golden_outline(name: str) -> None:
    """The exceptions are editions composed from the parts of another."""
    assert name in {outlined for outlined, _ in OUTLINED} | {"article", "literature-review"}


@pytest.mark.parametrize("name", NAMES)
def test_document_properties_come_from_the_library(library: Library, name: str) -> None:
    """Title, language, date, author, edition and imprint do not depend on the machine."""
    document = made(name, library)
    about = library.about
    assert (document.language, document.date, document.author) == (about.language, about.date, about.title)
    assert (document.edition, document.imprint) == (name, about.imprint)
    assert document.title
    assert document.subtitle
    assert "co-production" in document.keywords


@pytest.mark.thorough
@pytest.mark.parametrize("name", NAMES)
def test_the_same_library_composes_the_same_document(library: Library, name: str) -> None:
    """Composing is a function of the library and the selection."""
    assert made(name, library) == composed(name, load())


@pytest.mark.parametrize("name", NAMES)
def test_every_edition_without_an_imprint_on_each_page_has_credits(library: Library, name: str) -> None:
    """One section has the statement, credit and licence. Cards, boxes, sheets and posters have an imprint."""
    credits_ = with_role(made(name, library), "credits")
    if name in (*CARDS, "easy-read-postcards", "print-test-sheet", "run-sheet", "chat", "canvases", "forms"):
        assert credits_ == []
        return
    (section,) = credits_
    told = [plain(text) for block in section.blocks for text in block_texts(block)]
    about = library.about
    basis = (about.basis,) if name != "easy-read" else ()  # which cites nothing
    assert [plain(text_of(prose)) for prose in (about.statement, about.credit, *basis, about.licence)] == told


@pytest.mark.parametrize("name", [name for name in NAMES if name != "print-test-sheet"])
def test_sections_name_the_items_they_were_made_from(library: Library, name: str) -> None:
    """A finding about a section can then name a file."""
    document = made(name, library)
    assert all(id_ in {item.id for item in library} for _, section in document.walk() for id_ in section.items)
    assert any(section.items for _, section in document.walk())


@pytest.mark.parametrize("name", NAMES)
def test_citations_are_numbered_from_one_and_listed(library: Library, name: str) -> None:
    """Every number leads to its work in the list, and every listed work is cited."""
    document = made(name, library)
    spans = [
        span
        for _, section in document.walk()
        for block in (*section.blocks, *section.notes)
        for text in block_texts(block)
        for span in text
        if span.citation
    ]
    listed = with_role(document, "references")
    works = listed[0].items if listed else ()
    assert {(span.text, span.citation) for span in spans} == {(str(at), id_) for at, id_ in enumerate(works, start=1)}
    assert list(dict.fromkeys(span.text for span in spans)) == [str(at) for at in range(1, len(works) + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_every_link_is_sound(library: Library, name: str) -> None:
    """Links that editions add follow the same rules as those in content files."""
    blocks = [block for _, section in made(name, library).walk() for block in (*section.blocks, *section.notes)]
    addresses = [block.url for block in blocks if isinstance(block, Signpost)]
    addresses += [span.url for block in blocks for text in block_texts(block) for span in text if span.url]
    assert [url for url in addresses if urls.url_fault(url)] == []
    without = ("run-sheet", *CARDS, "print-test-sheet", "easy-read-postcards", "chat", "canvases", "forms")
    assert bool(addresses) == (name not in without)


@pytest.mark.parametrize("ids", [*((id_,) for id_ in WORKSHOPS), WORKSHOPS])
def test_no_two_slides_have_the_same_title(library: Library, ids: tuple[str, ...]) -> None:
    """Screen readers list slides by title, for one workshop or for two."""
    titles = [section.title.casefold() for _, section in compose("deck", library, ids).walk()]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("id_", WORKSHOPS)
@pytest.mark.parametrize("name", ["deck", "facilitator-guide", "handouts"])
def test_agenda_times_add_up(library: Library, name: str, id_: str) -> None:
    """Each item starts when the previous one ends, and the last ends with the workshop."""
    workshop = library.workshops[id_]
    tables = [
        block
        for _, section in compose(name, library, [id_]).walk()
        for block in section.blocks
        if isinstance(block, Table) and plain(block.header[0]) == "Time"
    ]
    assert len(tables) == 1
    rows = [[plain(cell) for cell in row] for row in tables[0].rows]
    clock = workshop.starts
    for row, slot in zip(rows, workshop.agenda, strict=False):
        assert (row[0], row[2]) == (clock, str(slot.minutes))
        clock = clock_after(clock, slot.minutes)
    assert clock == clock_after(workshop.starts, workshop.minutes)
    assert [row[0] for row in rows[len(workshop.agenda) :]] in ([], [clock])


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_the_steps_of_a_tool_take_the_time_that_the_agenda_gives_it(library: Library, id_: str) -> None:
    """The minutes on its slides add up to those of the agenda item."""
    workshop = library.workshops[id_]
    activities = with_role(compose("deck", library, [id_]), "activity")
    for slot in workshop.agenda:
        if isinstance(slot, ToolSlot):
            steps = [
                section.minutes
                for section in activities
                if section.items == (slot.tool,) and "Situation" not in section.label
            ]
            assert sum(steps) == slot.minutes
            assert (len(steps) == 1) == (slot.minutes < library.tools[slot.tool].minutes.least)


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_a_deck_has_a_slide_for_every_item_of_the_agenda(library: Library, id_: str) -> None:
    """It starts with a cover and the agenda, shows each tool, break and closing, and ends with the credits."""
    workshop = library.workshops[id_]
    deck = compose("deck", library, [id_])
    roles = [section.role for section in deck.sections]
    assert roles[0] == "cover"
    assert roles.index("agenda") < 4
    assert roles[-1] == "credits"
    assert roles.count("glance") == len(tools_of(workshop, library))
    assert roles.count("break") == sum(isinstance(slot, BreakSlot) for slot in workshop.agenda)
    assert roles.count("closing") == 1
    assert [s.items[0] for s in deck.sections if s.role == "glance"] == [
        tool.id for tool in tools_of(workshop, library)
    ]
    assert all(section.group for section in deck.sections)
    assert all(not section.sections for section in deck.sections)


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_slides_have_the_words_to_say(library: Library, id_: str) -> None:
    """Facilitators find everything that the workshop asks them to say."""
    deck = said(compose("deck", library, [id_]))
    wanted = [say for slot in library.workshops[id_].agenda if (say := getattr(slot, "say", None))]
    assert wanted
    assert [say for say in wanted if plain(text_of(say)) not in deck] == []


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_a_facilitator_guide_has_every_tool_postcard_and_term(library: Library, id_: str) -> None:
    """It contains everything that the workshop uses."""
    workshop = library.workshops[id_]
    guide = made("facilitator-guide", library, id_)
    told = said(guide)
    for tool in tools_of(workshop, library):
        assert any(section.items == (tool.id,) and section.title == tool.title for _, section in guide.walk())
        for prose in (*tool.access, *tool.safety, *tool.traps, *tool.closing_questions):
            assert _in(told, prose)
    for slot in workshop.agenda:
        for card in slot.postcards if isinstance(slot, PostcardSlot) else ():
            assert library.postcards[card].question in told
    for term in workshop.terms:
        assert library.terms[term].term in told
    for prose in (*workshop.before, *workshop.access, *workshop.safety, *workshop.next_steps, *workshop.outcomes):
        assert plain(text_of(prose)) in told


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_every_handout_is_included(library: Library, id_: str) -> None:
    """Each tool with a handout has a page with lines to write on, and each term is explained."""
    workshop = library.workshops[id_]
    document = compose("handouts", library, [id_])
    pages = {section.title: section for section in with_role(document, "handout")}
    handouts = [tool.handout for tool in tools_of(workshop, library) if tool.handout]
    assert handouts
    for handout in handouts:
        lines = [block.lines for block in pages[handout.title].blocks if isinstance(block, Writing)]
        assert lines == [prompt.lines for prompt in handout.prompts]
    told = said(document)
    assert all(library.terms[term].term in told for term in workshop.terms)


def test_every_postcard_has_two_sides(library: Library) -> None:
    """The front has the question and facts, the back helps to ask it, and both have the colour of the theme."""
    document = compose("postcards", library)
    assert [section.items[0] for section in document.sections] == list(library.postcards)
    for section, card in zip(document.sections, library.postcards.values(), strict=True):
        (back,) = section.sections
        assert (section.role, back.role) == ("card-front", "card-back")
        (facts,) = section.blocks
        assert isinstance(facts, Facts)
        assert section.title == card.question
        assert [plain(fact.value) for fact in facts.items[:2]] == [card.moment.capitalize(), ", ".join(card.audience)]
        assert section.accent == back.accent == f"theme_{library.themes[card.theme].number}"
        told = "\n".join(plain(text) for block in back.blocks for text in block_texts(block))
        assert all(plain(text_of(prose)) in told for prose in (card.why, *card.follow_ups, card.listen_for))


def test_every_tool_has_a_card_with_its_steps(library: Library) -> None:
    """The back numbers the steps and gives their minutes."""
    document = compose("tool-cards", library)
    assert [section.title for section in document.sections] == [tool.title for tool in library.tools.values()]
    for section, tool in zip(document.sections, library.tools.values(), strict=True):
        steps = section.sections[0].blocks[0]
        assert isinstance(steps, Bullets)
        assert steps.style == "number"
        assert [plain(text).replace("\u00a0", " ") for text in steps.items] == [
            f"{plain(text_of(step.title))} ({minutes_in_words(step.minutes)})" for step in tool.steps
        ]


def test_theme_guides_have_every_text_of_every_tool(library: Library) -> None:
    """Only the handout, the short list of materials and the simple words are left out."""
    for theme in library.themes.values():
        told = said(compose("theme-guide", library, [theme.id]))
        for tool in library.tools.values():
            if tool.theme == theme.id:
                elsewhere = {"handout", "kit", "easy_read"}
                missing = [prose for path, prose in texts(tool) if path[0] not in elsewhere and not _in(told, prose)]
                assert missing == []


def _in(told: str, prose: str) -> bool:
    """Whether a document contains a text, whatever the numbers of its citations."""
    pieces = "".join("\0" if span.citation else span.text for span in text_of(prose)).split("\0")
    return all(piece.strip() in told for piece in pieces)


def test_a_theme_or_a_workshop_selects_its_cards(library: Library) -> None:
    """No card appears twice."""
    by_theme = compose("postcards", library, ["sharing-power"])
    assert {library.postcards[s.items[0]].theme for s in by_theme.sections} == {"sharing-power"}
    twice = compose("postcards", library, ["sharing-power", by_theme.sections[0].items[0], "sharing-power"])
    assert twice.sections == by_theme.sections
    workshop = compose("tool-cards", library, ["first-steps"])
    assert [s.items[0] for s in workshop.sections] == [
        t.id for t in tools_of(library.workshops["first-steps"], library)
    ]
    one = compose("tool-cards", library, ["group-agreement", "sharing-power"])
    assert one.sections[0].items == ("group-agreement",)


def test_items_appear_in_the_selected_order(library: Library) -> None:
    """The order of the ids is the order of the cards."""
    ids = tuple(library.tools)[:3][::-1]
    assert tuple(section.items[0] for section in compose("tool-cards", library, ids).sections) == ids


@pytest.mark.parametrize(
    ("name", "ids", "error", "message"),
    [
        ("dek", ["first-steps"], UnknownEdition, "There is no edition 'dek'. Did you mean 'deck'?"),
        ("qqqq", [], UnknownEdition, "There is no edition 'qqqq'."),
        ("deck", [], SelectionError,
         "The edition 'deck' needs the id of a workshop. `coprod list workshops` shows the ids."),
        ("deck", ["group-agreement"], SelectionError,
         "'group-agreement' is a tool, but this edition is made from workshops."),
        ("postcards", ["group-agreement"], SelectionError,
         "'group-agreement' is a tool, but this edition is made from postcards, themes or workshops."),
        ("postcards", ["power-sharing"], SelectionError,
         "The edition 'postcards' would be empty: 'power-sharing' has nothing that it is made from. Choose others."),
        ("tool-cards", ["consent"], SelectionError,
         "'consent' is a term, but this edition is made from tools, themes or workshops."),
        ("introduction", ["sharing-power"], SelectionError,
         "The edition 'introduction' does not take ids. Leave them out."),
        ("deck", ["frist-steps"], UnknownId, "There is no item 'frist-steps'. Did you mean 'first-steps'?"),
    ],
)  # fmt: skip
def test_an_unusable_selection_is_refused_with_advice(
    library: Library, name: str, ids: list[str], error: type[Exception], message: str
) -> None:
    """An unknown edition or id, or one of the wrong kind, is an error that says what to do."""
    with pytest.raises(error) as caught:
        compose(name, library, ids)
    assert str(caught.value) == message


def test_a_film_is_shown_scene_by_scene_with_its_words(tmp_path: Path) -> None:
    """A workshop with a film has its scenes in the deck and its storyboard in the guide."""
    small = load(small_root(tmp_path / "content"))
    meeting = small.workshops["meeting"]
    agenda = (*meeting.agenda[:-1], FilmSlot(film="once", minutes=3), evolve(meeting.agenda[-1], minutes=2))
    library = evolve(small, workshops=Items((evolve(meeting, agenda=agenda),)))
    deck = compose("deck", library, ["meeting"])
    assert [s.title for s in deck.sections if s.group == "A short film"] == [
        "Before watching: A short film", "A short film: Once", "After watching: A short film",
    ]  # fmt: skip
    for name in ("deck", "facilitator-guide"):
        told = said(compose(name, library, ["meeting"]))
        assert "Once upon a time." in told
        assert "What do you expect?" in told
    assert "A line." in said(deck)
    assert said(compose("handouts", library, ["meeting"]))


def test_every_edition_can_be_composed_from_the_smallest_library(tmp_path: Path) -> None:
    """Optional fields that are missing leave no trace."""
    small = load(small_root(tmp_path / "content"))
    for edition in EDITIONS:
        if edition.kind:
            document = made(edition.name, small)
            assert "None" not in said(document)
            assert document.sections
