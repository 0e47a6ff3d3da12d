"""What LibreOffice draws of decks in templates of others stays inside its boxes and clear of their shapes."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.support.decks_by_others import STRANGE, built, low_titles, with_template
from tests.support.libreoffice import printed
from tests.support.slides_reading import rendered
from tests.support.slides_rendered import Deck, pages_of

from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.editions import compose

Judge = Callable[[str], str]
ALL = STRANGE | {"low_titles": lambda: built(low_titles)}
SOME = ("no_layouts", "no_placeholders", "portrait", "huge_title")


def assert_drawn_inside_their_boxes(
    names: Iterable[str], workshops: Iterable[str], library: Library, judge: Judge, folder: Path
) -> None:
    """Fail if a word of a deck is outside its box, or touches another one or a shape of the template."""
    files = {
        f"{name}-{id_}.pptx": rendered(compose("deck", library, (id_,)), with_template(load_brand(), ALL[name]()))
        for name in names
        for id_ in workshops
    }
    pdfs = printed(files.items(), judge, folder)
    decks = (Deck(name, data, pages_of(pdfs[name], judge("pdftotext")), foreign=True) for name, data in files.items())
    assert [f"{deck.name}: {fault}" for deck in decks for slide in deck.slides() for fault in slide.faults()] == []


def test_decks_in_templates_are_drawn_inside_their_boxes(library: Library, judge: Judge, tmp_path: Path) -> None:
    """Every word is in its box, and touches neither another word nor a shape or logo of the template."""
    assert_drawn_inside_their_boxes(SOME, ("first-steps",), library, judge, tmp_path)


@pytest.mark.thorough
def test_decks_in_all_templates_are_drawn_inside_their_boxes(library: Library, judge: Judge, tmp_path: Path) -> None:
    """The same holds in all strange templates, and for a longer workshop."""
    assert_drawn_inside_their_boxes(ALL, ("first-steps", "half-day"), library, judge, tmp_path)
