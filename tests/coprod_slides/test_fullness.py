"""No slide is a wall of text or nearly empty, and no text covers a picture."""

from collections.abc import Iterator

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Block, Facts, Figure, Table, block_texts
from coprod_content.document.document import Section
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.text.spans import Text, plain
from coprod_slides import slide_frames
from coprod_slides.box import SlideBox
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.section_pictures import picture_box
from coprod_slides.template.layouts import LAYOUT_DESIGNS
from coprod_slides.template.template_reader import template_of

BRAND = load_brand()
MOST_WORDS = 60
LISTS = ("agenda", "questions", "references", "credits")
LEAST_SHARE = {
    "Cover": 0.5,
    "Theme divider": 0.25,
    "Agenda": 0.5,
    "At a glance": 0.45,
    "Activity": 0.2,
    "Evidence": 0.6,
    "Break": 0.2,
    "Closing": 0.6,
    "Title and list": 0.25,
    "Title and text": 0.3,
    "Sources": 0.15,
    "Figure": 0.9,
}


def slides(library: Library) -> Iterator[tuple[str, Section, SlideFrame]]:
    """Yield every slide of every workshop's deck, with its frame."""
    shown = slide_frames(BRAND)
    for id_ in library.workshops:
        document = fit(shown.arranged(compose("deck", library, (id_,))), shown).document
        yield from ((id_, section, shown.of(section)) for section in document.sections)


def seen(block: Block) -> tuple[Text, ...]:
    """Return the texts of a block that are seen on a slide, without labels and alternative texts."""
    match block:
        case Figure():
            return ()
        case Facts(_, facts):
            return tuple(fact.value for fact in facts)
        case Table():
            return block_texts(block)[1:]
        case _:
            return block_texts(block)


def test_no_slide_is_a_wall_of_text(library: Library) -> None:
    """A slide has at most sixty words below its title, unless it is a list to choose from or refer to."""
    counts = {
        (id_, section.title): sum(len(plain(text).split()) for block in section.blocks for text in seen(block))
        for id_, section, _ in slides(library)
        if section.role not in LISTS
    }
    assert {where: count for where, count in counts.items() if count > MOST_WORDS} == {}


def test_no_slide_is_nearly_empty(library: Library) -> None:
    """The text of each slide fills enough of its box: little text is set in larger type."""
    empty = {
        (id_, section.title): round(frame.stacked_height(section.blocks) / frame.height, 2)
        for id_, section, frame in slides(library)
        if section.blocks
        and frame.stacked_height(section.blocks) < LEAST_SHARE.get(frame.layout, LEAST_SHARE["Activity"]) * frame.height
    }
    assert empty == {}


def test_a_step_shows_its_minutes(library: Library) -> None:
    """Every step shows its minutes, in a layout with room for them."""
    for id_, section, frame in slides(library):
        if section.role in ("activity", "glance", "break"):
            assert section.minutes, (id_, section.title)
            assert template_of(BRAND).layout(frame.layout).placeholder("minutes")


@pytest.mark.parametrize("layout", [name for name, design in LAYOUT_DESIGNS.items() if design.picture])
def test_no_words_over_a_picture(layout: str) -> None:
    """A picture never covers a placeholder. If a reference deck moves text there, it is left out."""
    found = template_of(BRAND).layout(layout)
    assert picture_box(found) == LAYOUT_DESIGNS[layout].picture
    wide = tuple((key, evolve(place, box=SlideBox(4, 4, 330, 180))) for key, place in found.placeholders)
    assert picture_box(evolve(found, placeholders=wide)) is None
