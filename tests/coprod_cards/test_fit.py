"""Nothing overflows: what Typst draws of cards is inside their columns, on as many lines as were counted."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from attrs import evolve, frozen
from tests.support.cards_reading import Reading
from tests.support.cards_rendered import DrawnSide, drawn_sides

from coprod_cards.layout.card_frames import CardFrame
from coprod_cards.pdf.compile import compiled
from coprod_cards.pdf.fonts import families
from coprod_cards.pdf.payload import payload
from coprod_cards.renderer import sheet_at_home, sheet_for_printer
from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_content.editions import compose, edition_named
from coprod_content.plugins.renderers import renderer

Judge = Callable[[str], str]
EDITIONS = {"postcards": 96, "tool-cards": 48, "easy-read-postcards": 24}
SHEETS: dict[str, Callable[[Brand], Imposition]] = {
    "cards": sheet_for_printer,
    "cards-a4-long-edge": lambda brand: sheet_at_home(brand, Flip.LONG_EDGE),
}


@frozen
class Cards:
    """An edition to be drawn: the document, for which brand and on which sheets."""

    document: Document
    brand: Brand
    sheet: Imposition

    def sides(self, data: bytes, judge: Judge, folder: Path) -> tuple[DrawnSide, ...]:
        """Its sides as they are drawn in a file."""
        words = Reading(data, folder).words(judge("pdftotext"))
        return drawn_sides(self.document, self.brand, self.sheet, words)


def cards(edition: str, to: str, access: str, library: Library) -> Cards:
    wanted = access_edition_named(access)
    brand = edition_named(edition).brand(wanted.brand(load_brand()))
    frames = renderer(to).frames
    assert frames
    return Cards(wanted.apply(compose(edition, library), brand, frames(brand)), brand, SHEETS[to](brand))


def as_it_is(frame: CardFrame) -> CardFrame:
    return frame


def misses(sides: Iterable[DrawnSide], frame: Callable[[CardFrame], CardFrame] = as_it_is) -> Counter[int]:
    """How many texts have so many lines more than were counted, or if negative fewer."""
    return Counter(drawn - text.lines for side in sides for text, drawn in side.lines(frame(side.side.frame)))


def spare_lines(sides: Iterable[DrawnSide]) -> Counter[int]:
    """How many titles take so many lines fewer than are kept for them."""
    return Counter(
        side.kept_for_title() - drawn
        for side in sides
        for text, drawn in side.lines(side.side.frame)
        if text.words == side.side.section.title
    )


def verdict(found: Counter[int]) -> tuple[bool, str]:
    """Whether lines were counted as they have to be, and how they were: never too few, exactly in 95 of 100 texts, and
    within one in 99.
    """
    total, within = found.total(), sum(found[off] for off in (-1, 0, 1))
    said = f"of {total} texts {found[0]} as counted, {within} ({within / total:.2%}) within one line; {dict(found)}"
    return max(found) <= 0 and within >= 0.99 * total and found[0] >= 0.95 * total, said


@pytest.mark.parametrize("access", ["standard", "large-print"])
@pytest.mark.parametrize("to", SHEETS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_library_is_drawn_on_as_many_lines_as_were_counted(
    edition: str, to: str, access: str, library: Library, judge: Judge, tmp_path: Path
) -> None:
    """Every text of every card is on as many lines as were counted: exactly in 95 of 100, one fewer in 99, never
    more; also where room is kept for the count of a title. Every word is in the column of its card."""
    made = cards(edition, to, access, library)
    sides = made.sides(renderer(to).render(made.document, made.brand), judge, tmp_path)
    assert len({side.side.section.items for side in sides}) == EDITIONS[edition]
    assert [fault for side in sides for fault in side.stray()] == []
    right, said = verdict(misses(sides))
    assert right, said
    spare = spare_lines(sides)
    assert spare.total() == len(sides)
    assert min(spare) >= 0
    assert spare[0] + spare[1] >= 0.95 * spare.total(), spare


@pytest.fixture(scope="module")
def tool_cards(library: Library) -> Cards:
    return cards("tool-cards", "cards-a4-long-edge", "standard", library)


@pytest.fixture(scope="module")
def drawn(tool_cards: Cards, judge: Judge, tmp_path_factory: pytest.TempPathFactory) -> tuple[DrawnSide, ...]:
    data = renderer("cards-a4-long-edge").render(tool_cards.document, tool_cards.brand)
    return tool_cards.sides(data, judge, tmp_path_factory.mktemp("drawn"))


@pytest.mark.parametrize("share", [0.9, 1.03])
def test_a_frame_of_a_wrong_width_would_be_found(share: float, drawn: tuple[DrawnSide, ...]) -> None:
    """The judge fails frames that are a tenth narrower or three in a hundred wider than what is drawn."""
    right, said = verdict(misses(drawn, lambda frame: evolve(frame, width=share * frame.width)))
    assert not right, said


def test_a_column_drawn_too_narrow_would_be_found(tool_cards: Cards, judge: Judge, tmp_path: Path) -> None:
    """The judge fails a file whose column is drawn 2 mm narrower than it is."""
    told = json.loads(payload(tool_cards.document, tool_cards.brand, tool_cards.sheet))
    told["blank"]["margin"] += 1.0
    data = compiled(json.dumps(told), families(tool_cards.brand))
    right, said = verdict(misses(tool_cards.sides(data, judge, tmp_path)))
    assert not right, said


def test_words_lost_added_or_moved_would_be_found(drawn: tuple[DrawnSide, ...]) -> None:
    """The judge fails a side that lacks its first word, has a word twice, or has it out of the column."""
    side = drawn[0]
    first, *others = side.words
    frame = side.side.frame
    with pytest.raises(AssertionError, match="is not drawn"):
        list(evolve(side, words=tuple(others)).lines(frame))
    with pytest.raises(AssertionError, match="is counted nowhere"):
        list(evolve(side, words=(first, *side.words)).lines(frame))
    moved = evolve(first, right=first.right + side.blank.width)
    assert list(side.stray()) == []
    assert len(list(evolve(side, words=(moved, *others)).stray())) == 1
