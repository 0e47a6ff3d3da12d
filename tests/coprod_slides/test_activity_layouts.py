"""Slides for people in the room: layouts that vary, and what each slide says."""

from io import BytesIO
from itertools import groupby
from zipfile import ZipFile

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.model import FilmSlot
from coprod_content.content.phrases import mode_in_words
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_slides.fitting.layout_frames import slide_frames
from coprod_slides.renderer import render

WORKSHOPS = (
    "around-one-place", "board-session", "first-steps", "half-day", "improving-together", "leading-differently",
    "learning-side-by-side", "online-hour", "power-sharing", "what-matters-morning", "who-decides",
)  # fmt: skip
MOST_ALIKE = 3


def test_the_workshops_are_all_of_ours(library: Library) -> None:
    """A new workshop is added to the list above."""
    assert tuple(library.workshops) == WORKSHOPS


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_at_most_three_slides_in_a_row_share_a_layout(library: Library, brand: Brand, id_: str) -> None:
    """The scenes of a film, shown as a film, do not count."""
    frames = slide_frames(brand)
    films = {slot.film for slot in library.workshops[id_].agenda if isinstance(slot, FilmSlot)}
    sections = [each for each in compose("deck", library, [id_]).sections if not films.intersection(each.items)]
    alike = [(layout, len(list(run))) for layout, run in groupby(frames.of(each).layout for each in sections)]
    assert [each for each in alike if each[1] > MOST_ALIKE] == []


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_each_activity_says_what_to_do_with_whom_and_for_how_long(library: Library, id_: str) -> None:
    """Nothing that the facilitator says is on the slide, and no title ends in a counter."""
    for section in compose("deck", library, [id_]).sections:
        assert section.title[-3:-1] != ", ", section.title
        if section.role == "activity":
            assert section.minutes
            assert section.label.startswith(mode_in_words(section.mode))
            assert section.mode
            assert section.blocks
            assert section.notes


def test_a_theme_has_15_to_20_slides_without_texts_for_the_facilitator(library: Library, brand: Brand) -> None:
    """Payment, traps and safety are in the theme guide."""
    for id_ in library.themes:
        deck = fit(compose("theme-slides", library, [id_]), slide_frames(brand)).document
        assert 15 <= len(deck.sections) <= 20, (id_, len(deck.sections))
        assert not {"Payment", "Pitfalls", "Safety and consent"} & {each.title for each in deck.sections}


def test_breaks_and_pairs_have_a_countdown_that_only_a_click_starts(library: Library, brand: Brand) -> None:
    """PowerPoint runs it. The notes say how to use it."""
    deck = fit(compose("deck", library, ["first-steps"]), slide_frames(brand)).document
    wanted = ("Break until 11:00", "What matters to you at the moment? (pairs)", "Welcome")
    sections = tuple(each for each in deck.sections if each.title in wanted)
    package = ZipFile(BytesIO(render(evolve(deck, sections=sections), brand)))
    slides = [package.read(f"ppt/slides/slide{at}.xml").decode() for at in (1, 2, 3)]
    notes = [package.read(f"ppt/notesSlides/notesSlide{at}.xml").decode() for at in (2, 3)]
    assert ["interactiveSeq" in each for each in slides] == [False, True, True]
    assert 'dur="480000"' in slides[1]
    assert 'dur="600000"' in slides[2]
    assert "mainSeq" not in "".join(slides)
    assert all("it is off until you click the bar" in each for each in notes)
    assert "People swap when it has half its length." in notes[0]
