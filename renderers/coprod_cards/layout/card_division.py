"""Divide a document into cards, each with a front and a back."""

from attrs import evolve, frozen

from coprod_cards.layout.arranged_sections import TITLE_PART
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_frames import CardFrames
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle

DEEPEST_HEADING = 6


@frozen(kw_only=True)
class CardSide:
    """One side of a card, with its section and text frame.

    The subsections are removed from `section`, because they are on other sides. `level` is the heading level of the
    section, from 1 to 6, and `title` is the text style of its title.
    """

    section: Section
    level: int
    frame: CardFrame
    title: TextStyle


@frozen
class Card:
    """A card's front and its back, which is None if blank."""

    front: CardSide
    back: CardSide | None = None


def cards_of(document: Document, frames: CardFrames) -> tuple[Card, ...]:
    """Return the cards of a document that was fitted into `frames`.

    Each top-level section starts a new card, except the second and later parts of a section that was split. These
    parts, and all subsections, continue on further sides.
    """
    cards: list[Card] = []
    for parts in _grouped(document.sections):
        sides = [_side(section, depth, frames) for part in parts for depth, section in part.walk()]
        cards += (Card(*sides[at : at + 2]) for at in range(0, len(sides), 2))
    return tuple(cards)


def _grouped(sections: tuple[Section, ...]) -> list[list[Section]]:
    """Group the parts of each split section.

    Every other section is in a group with only one section.
    """
    groups: list[list[Section]] = []
    before: tuple[str, int, str] | None = None
    for section in sections:
        match = TITLE_PART.fullmatch(section.title)
        part = (match[1], int(match[2]), match[3]) if match else None
        if part and before and part == (before[0], before[1] + 1, before[2]):
            groups[-1].append(section)
        else:
            groups.append([section])
        before = part
    return groups


def _side(section: Section, depth: int, frames: CardFrames) -> CardSide:
    frame = frames.of(section)
    style = frame.title_type(section) or frame.title[-1]
    return CardSide(
        section=evolve(section, sections=()),
        level=min(depth, DEEPEST_HEADING),
        frame=frame,
        title=style,
    )
