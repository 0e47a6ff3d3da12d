"""What people write over a tool in their agenda appears wherever they look for the item."""

import re
from html import unescape

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.model import ToolSlot
from coprod_content.document.blocks import Block, Callout, Table, block_texts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.editions.sections.timed_agenda import timed_slots
from coprod_content.editions.workshop.run_sheet_cues import slot_cue
from coprod_content.packs.build import make, make_file
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import read_workshop, with_workshop, workshop_text
from coprod_content.text.spans import plain

FIRST, SECOND = "Which letter hurts most?", "Who will write it anew?"
FOCUS = "Read the letters aloud first. Stop after ten minutes."
ID, TOOL = "first-steps", "what-matters-to-you"


@pytest.fixture(scope="module")
def letters(library: Library) -> Library:
    """A library whose workshop runs one tool twice, under a different title each time."""
    workshop = library.workshops[ID]
    slots = [slot for slot in workshop.agenda if isinstance(slot, ToolSlot)]
    titles = {slots[0]: FIRST, slots[1]: SECOND}
    agenda = tuple(
        ToolSlot(minutes=20, tool=TOOL, title=titles[slot], focus=FOCUS, who="Amara Osei")
        if isinstance(slot, ToolSlot) and slot in titles
        else slot
        for slot in workshop.agenda
    )
    return with_workshop(library, evolve(workshop, agenda=agenda))


def titles(document: Document) -> list[str]:
    return [section.title for _, section in document.walk()]


def named(document: Document, title: str) -> Section:
    (found,) = (section for _, section in document.walk() if section.title == title)
    return found


def printed(document: Document) -> str:
    return "\n".join(words_of(document)).replace("\u00a0", " ")


def of_tool(document: Document) -> list[Section]:
    return [section for _, section in document.walk() if section.items == (TOOL,)]


def test_the_guide_calls_an_item_by_its_own_title(letters: Library) -> None:
    """The title of the item is the heading, and is above what to bring.

    The tool's title appears once in each item, beside the time, and once with the reference matter at the end.
    """
    guide = compose("facilitator-guide", letters, [ID])
    tool = letters.tools[TOOL]
    assert [section.title for section in of_tool(guide)] == [FIRST, SECOND, f"More about “{tool.title}”"]
    assert tool.title not in titles(guide)
    for title in (FIRST, SECOND):
        section = named(guide, title)
        assert f"minutes, led by Amara Osei. Tool: {tool.title} Theme 2" in section.label
        assert named(guide, f"For “{title}”").blocks


def test_the_guide_says_what_to_look_out_for_in_the_item(letters: Library) -> None:
    """It is between the purpose and the steps."""
    guide = compose("facilitator-guide", letters, [ID])
    for title in (FIRST, SECOND):
        blocks = named(guide, title).blocks
        (focus,) = (block for block in blocks if isinstance(block, Callout))
        assert (focus.title, *map(plain, focus.paragraphs)) == ("In this workshop", FOCUS)
        assert blocks.index(focus) == len(blocks) - 1 == 1


def test_slides_call_an_item_by_its_own_title(letters: Library) -> None:
    """Each slide of the item and its part of the deck have the title of the item.

    The tool's title appears once, on the first slide.
    """
    deck = compose("deck", letters, [ID])
    tool = letters.tools[TOOL]
    for title in (FIRST, SECOND):
        slides = [section for section in of_tool(deck) if section.group == title]
        assert slides[0].title == title
        assert slides[0].label.endswith(f" · Tool: {tool.title}")
        assert len(slides) == len(tool.steps) + 2
        assert all(f" · {title} · Step\u00a0" in slide.label for slide in slides[1:-1])
        assert slides[-1].label == f"To close: {title}"
    assert printed(deck).count(f"Tool: {tool.title}") == 2
    assert tool.title not in {section.group for section in deck.sections}


def test_handouts_name_the_item_that_they_belong_to(letters: Library) -> None:
    """A handout that is used twice names the item each time, and its pages have different titles."""
    pages = of_tool(compose("handouts", letters, [ID]))
    assert [page.label for page in pages] == [FIRST, SECOND]
    assert [page.title for page in pages] == ["What matters to me (1 of 2)", "What matters to me (2 of 2)"]


@pytest.mark.thorough
def test_a_tool_that_is_used_twice_causes_no_finding(letters: Library, brand: Brand) -> None:
    """A workshop that runs one tool twice makes its whole pack without a finding."""
    workshop = letters.workshops[ID]
    for spec in pack_files(workshop, letters):
        assert make_file(spec, letters, brand).findings == (), spec.name


def test_the_run_sheet_names_short_cuts_as_its_rows_do(letters: Library) -> None:
    """Facilitators who run late can find the row that a short cut is about.

    The row names the tool if there is space.
    """
    (sheet,) = compose("run-sheet", letters, [ID]).sections
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    rows = [plain(row[1]) for row in table.rows]
    tool = letters.tools[TOOL].title
    assert [row.removesuffix(f" (Tool: {tool})") for row in rows if row.startswith((FIRST, SECOND))] == [FIRST, SECOND]
    lines = [plain(text) for block in sheet.blocks for text in block_texts(block)]
    late = [line for line in lines if line.startswith("If you run late: ")]
    assert [line.split("”")[0] for line in late] == [f"If you run late: “{FIRST}", f"If you run late: “{SECOND}"]


def test_an_item_without_a_title_has_no_line_about_its_tool(library: Library) -> None:
    """The tool's title is the heading, and is not repeated beside the time. The same goes for an equal title."""
    workshop = library.workshops["first-steps"]
    same = tuple(
        evolve(slot, title=library.tools[slot.tool].title) if isinstance(slot, ToolSlot) else slot
        for slot in workshop.agenda
    )
    twin = with_workshop(library, evolve(workshop, agenda=same))
    for edition in ("facilitator-guide", "deck", "handouts", "run-sheet"):
        assert "Tool: " not in printed(compose(edition, library, ["first-steps"]))
        assert compose(edition, twin, ["first-steps"]) == compose(edition, library, ["first-steps"])


@pytest.mark.parametrize("edition", ["facilitator-guide", "deck", "handouts", "run-sheet"])
@pytest.mark.parametrize("to", ["plain", "web"])
def test_no_full_stop_follows_a_question(letters: Library, brand: Brand, edition: str, to: str) -> None:
    """A title that ends with a mark gets no full stop, in any edition, on its page or in its text."""
    made = make(edition, to, letters, brand, (ID,)).data or b""
    words = unescape(re.sub(r"<style.*?</style>|<[^>]*>", "", made.decode(), flags=re.DOTALL))
    assert FIRST in words
    assert not [mark for mark in ("?.", "!.", "..", "?”.", "!”.") if mark in words.replace("...", "")]


OPENING = "Here are two letters that we sent last week. Which of them would hurt you more?"


@pytest.fixture(scope="module")
def opened(letters: Library) -> Library:
    """A library with opening words for the first tool of its workshop, and one whose short version alone fits."""
    workshop = letters.workshops[ID]
    first, second = (slot for slot in workshop.agenda if isinstance(slot, ToolSlot))
    changed = {first: evolve(first, say=OPENING), second: evolve(second, say=OPENING, minutes=10, focus=None)}
    agenda = tuple(changed.get(slot, slot) if isinstance(slot, ToolSlot) else slot for slot in workshop.agenda)
    return with_workshop(letters, evolve(workshop, agenda=agenda))


def test_opening_words_replace_the_first_words_of_a_tool(opened: Library) -> None:
    """They are in the notes and in the guide, and the slide has the task.

    The tool's first words are gone, and its other words stay.
    """
    tool = opened.tools[TOOL]
    deck, guide = (compose(edition, opened, [ID]) for edition in ("deck", "facilitator-guide"))
    for title in (FIRST, SECOND):
        slide = next(section for section in deck.sections if section.group == title and section.role == "activity")
        task = tool.steps[0].task if title == FIRST else tool.short.task
        assert task
        assert slide.title.startswith(task.ask)
        assert ("Say", OPENING) in callouts(slide.notes)
        first = next(part for _, part in named(guide, title).walk() if ("Say", OPENING) in callouts(part.blocks))
        assert first.title == (tool.steps[0].title if title == FIRST else "What to do")
    assert printed(deck).count(OPENING) == 2
    assert printed(guide).count(OPENING) == 2
    for document in (deck, guide):
        assert tool.steps[0].say not in printed(document)
        assert all(step.say in printed(document) for step in tool.steps[1:] if step.say)
    assert tool.short.say in printed(guide)  # of the first item, which could be cut short


def test_the_cue_of_an_item_begins_with_its_opening_words(opened: Library) -> None:
    """The run sheet has them first, and then what to look out for, or else the closing question."""
    items = [item for item in timed_slots(opened.workshops[ID], opened) if item.title in (FIRST, SECOND)]
    first, second = (slot_cue(item, opened, 1) for item in items)
    assert plain(first.first) == plain(second.first) == "Say: Here are two letters that we sent last week."
    assert plain(first.last) == FOCUS  # its first sentence has but five words
    assert plain(second.last) == f"To close: {opened.tools[TOOL].closing_questions[0]}"


def test_opening_words_are_kept_in_the_file_of_a_workshop(opened: Library) -> None:
    """They come back when the file is read again."""
    workshop = opened.workshops[ID]
    again = read_workshop(workshop_text(workshop).encode(), f"{ID}.yaml", opened)
    assert again.agenda == workshop.agenda


def callouts(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.title, " ".join(map(plain, block.paragraphs))) for block in blocks if isinstance(block, Callout)]
