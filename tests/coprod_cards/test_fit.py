"""Tests that Typst draws cards as fitting measured them: same lines, same columns."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from attrs import evolve, frozen
from tests.support.cards_reading import Reading
from tests.support.cards_rendered import DrawnSide, drawn_sides

from coprod_cards.fonts import families
from coprod_cards.layout.card_frames import CardFrame
from coprod_cards.pdf.compile import compiled_pdf
from coprod_cards.pdf.payload import cards_payload
from coprod_cards.rendering import home_imposition, print_shop_imposition
from coprod_cards.sheets.imposition import Flip, Imposition
from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_content.editions import compose, edition_named
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import renderer

Judge = Callable[[str], str]
EDITIONS = ("postcards", "tool-cards", "easy-read-postcards")
SHEETS: dict[str, Callable[[Brand], Imposition]] = {
    "cards": print_shop_imposition,
    "cards-a4-long-edge": lambda brand: home_imposition(brand, Flip.LONG_EDGE),
}


@frozen
class Cards:
    """A fitted edition, with its brand and imposition."""

    document: Document
    brand: Brand
    sheet: Imposition

    def sides(self, data: bytes, judge: Judge, folder: Path) -> tuple[DrawnSide, ...]:
        """Return the sides as they are drawn in a file."""
        words = Reading(data, folder).words(judge("pdftotext"))
        return drawn_sides(self.document, self.brand, self.sheet, words)


def cards(edition: str, to: str, access: str, library: Library) -> Cards:
    wanted = access_edition_named(access)
    brand = edition_named(edition).brand(wanted.brand(load_brand()))
    frames = renderer(to).frames
    assert frames
    document = wanted.apply(compose(edition, library), brand, frames(brand))
    return Cards(fit(document, frames(brand)).document, brand, SHEETS[to](brand))


def as_it_is(frame: CardFrame) -> CardFrame:
    return frame


def misses(sides: Iterable[DrawnSide], frame: Callable[[CardFrame], CardFrame] = as_it_is) -> Counter[int]:
    """Count texts by how many lines they have more than measured, negative for fewer."""
    return Counter(drawn - text.lines for side in sides for text, drawn in side.lines(frame(side.side.frame)))


def spare_lines(sides: Iterable[DrawnSide]) -> Counter[int]:
    """Count titles by how many of the lines kept for them they leave unused."""
    return Counter(
        side.kept_for_title() - drawn
        for side in sides
        for text, drawn in side.lines(side.side.frame)
        if text.words == side.side.section.title
    )


def verdict(found: Counter[int]) -> tuple[bool, str]:
    """Return whether lines were measured well enough, and a summary.

    No text may have more lines than measured; 95 % must have exactly as many, 99 % at most one fewer.
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
    """Every text of every card has as many lines as measured, in 95 of 100 cases exactly, never more.

    The same holds for titles, which keep room for a count. Every word is in the column of its card. No word
    is broken, or alone on the last line, no side is split, and all fronts share two sizes.
    """
    made = cards(edition, to, access, library)
    sides = made.sides(renderer(to).render(made.document, made.brand), judge, tmp_path)
    count = {"postcards": len(library.postcards), "tool-cards": len(library.tools), "easy-read-postcards": 24}[edition]
    assert len({side.side.section.items for side in sides}) == count
    assert [fault for side in sides for fault in side.stray()] == []
    right, said = verdict(misses(sides))
    assert right, said
    spare = spare_lines(sides)
    assert spare.total() == len(sides)
    assert min(spare) >= 0
    assert spare[0] + spare[1] >= 0.95 * spare.total(), spare
    assert [words for side in sides for words in ill_set(side)] == []
    titles = {side.side.title.size for side in sides if side.side.section.role == "card-front"}
    assert len(titles) <= 2
    assert {side.side.frame.body.size for side in sides} <= ({18} if access == "large-print" else {12, 13, 14})


def ill_set(side: DrawnSide) -> Iterator[str]:
    """Yield texts with a broken word, a count such as `(1 of 2)`, or a single word on the last of several lines."""
    for text, lines in side.texts(side.side.frame):
        words = text.words.split()
        stranded = len(lines) > 1 and len(words) > 2 and len(lines[-1].split()) < 2
        broken = " ".join(lines).split() != words
        if (stranded or broken or (words[-2:-1] == ["of"] and words[-1].endswith(")"))) and not text.words.startswith(
            "Card id:"
        ):
            yield text.words


@pytest.fixture(scope="module")
def tool_cards(library: Library) -> Cards:
    return cards("tool-cards", "cards-a4-long-edge", "standard", library)


@pytest.fixture(scope="module")
def drawn(tool_cards: Cards, judge: Judge, tmp_path_factory: pytest.TempPathFactory) -> tuple[DrawnSide, ...]:
    data = renderer("cards-a4-long-edge").render(tool_cards.document, tool_cards.brand)
    return tool_cards.sides(data, judge, tmp_path_factory.mktemp("drawn"))


@pytest.mark.parametrize("share", [0.9, 1.03])
def test_a_frame_of_a_wrong_width_would_be_found(share: float, drawn: tuple[DrawnSide, ...]) -> None:
    """The check rejects frames that are a tenth narrower or 3 % wider than what is drawn."""
    right, said = verdict(misses(drawn, lambda frame: evolve(frame, width=share * frame.width)))
    assert not right, said


def test_a_column_drawn_too_narrow_would_be_found(tool_cards: Cards, judge: Judge, tmp_path: Path) -> None:
    """The check rejects a file whose column is drawn 2 mm too narrow."""
    told = json.loads(cards_payload(tool_cards.document, tool_cards.brand, tool_cards.sheet))
    told["geometry"]["margin"] += 1.0
    data = compiled_pdf(json.dumps(told), families(tool_cards.brand))
    right, said = verdict(misses(tool_cards.sides(data, judge, tmp_path)))
    assert not right, said


def test_words_lost_added_or_moved_would_be_found(drawn: tuple[DrawnSide, ...]) -> None:
    """The check rejects a side that lacks its first word, repeats a word, or has one outside the column."""
    side = drawn[0]
    first, *others = side.words
    frame = side.side.frame
    with pytest.raises(AssertionError, match="is not drawn"):
        list(evolve(side, words=tuple(others)).lines(frame))
    with pytest.raises(AssertionError, match="is counted nowhere"):
        list(evolve(side, words=(first, *side.words)).lines(frame))
    moved = evolve(first, right=first.right + side.geometry.width)
    assert list(side.stray()) == []
    assert len(list(evolve(side, words=(moved, *others)).stray())) == 1
