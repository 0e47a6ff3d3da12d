"""Settings: the sides of cards as the template takes them. The template decides nothing but how they look."""

from attrs import frozen

from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_cards.layout.card_frames import FACES, CardFrame
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.card_sides import Card, CardSide
from coprod_cards.layout.text_runs import TextRun, TextSetter
from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Circle, Drawing, on_background
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

_LEAST_PICTURE, _ABOVE_PICTURE = 18.0, 5.0
_SIGN_ROOM, _TONE = 9.0, 0.5
_RADII = (50, 36, 20)


@frozen(kw_only=True)
class SideData:
    """A side as the template takes it.

    `ground` is accent, where the whole side has the colour, or paper. `drawing` is the picture on a ground of the
    accent, and `picture` where it begins, from the upper edge, or 0 where it has no room; `sign` is the picture again,
    small, at the foot of a side of paper. `read` is whether a screen reader gets the imprint.
    """

    ground: str
    drawing: Drawing | None
    sign: Drawing | None
    picture: float
    level: int
    accent: Accent
    label: tuple[TextRun, ...]
    title: tuple[TextRun, ...]
    title_type: TextStyle
    pieces: tuple[BlockData, ...]
    imprint: tuple[tuple[TextRun, ...], ...]
    read: bool = False


@frozen
class SideSetter:
    """Makes settings of sides: for which brand, card and imprint, and how words are written."""

    brand: Brand
    blank: CardGeometry
    words: TextSetter
    imprint: tuple[tuple[TextRun, ...], ...]

    def settings(self, cards: tuple[Card, ...]) -> tuple[tuple[SideData, SideData | None], ...]:
        """The settings of both sides of cards. The imprint stands on the last side of each, to be read on the first."""
        return tuple(
            (
                self._setting(card.front, imprint=card.back is None, read=at == 0),
                self._setting(card.back, imprint=True, read=at == 0) if card.back else None,
            )
            for at, card in enumerate(cards)
        )

    def _setting(self, side: CardSide, *, imprint: bool, read: bool) -> SideData:
        section, frame = side.section, side.frame
        is_face = section.role in FACES
        setter = BlockSetter(frame, self.words)
        return SideData(
            ground="accent" if is_face and self.blank.bleed else "paper",
            drawing=_on_accent(section, 1.0 if self._is_plain else _TONE) if is_face else None,
            sign=None if is_face or not self._has_foot(frame, imprint=imprint) else section.picture,
            picture=self._picture(side) if is_face and not (imprint and self._is_plain) else 0.0,
            level=side.level,
            accent=accent_of(self.brand, section.accent),
            label=self.words.runs(verbatim(section.label), frame.width, frame.label) if section.label else (),
            title=self.words.runs(verbatim(section.title), frame.width, side.title),
            title_type=side.title,
            pieces=tuple(setter.piece(block) for block in section.blocks),
            imprint=self.imprint if imprint else (),
            read=read,
        )

    @property
    def _is_plain(self) -> bool:
        """Whether no words may stand on a picture, the imprint among them."""
        return self.brand.contrast == "high"

    def _has_foot(self, frame: CardFrame, *, imprint: bool) -> bool:
        """Whether the foot of a side has room for a sign beside the imprint."""
        type_ = TextStyle(self.brand.cards.imprint)
        lines = [""]
        for part in self.imprint if imprint else ():
            words = "".join(piece for run in part for piece in run.pieces)
            longer = f"{lines[-1]} · {words}" if lines[-1] else words
            fits = frame.metrics.width(longer, type_) <= frame.width
            lines = [*lines[:-1], longer] if fits else [*lines, words]
        return all(frame.metrics.width(f"{line} ·", type_) <= frame.width - _SIGN_ROOM for line in lines)

    def _picture(self, side: CardSide) -> float:
        """Where the picture begins below the text, 0 where it would be too low to show."""
        frame, section = side.frame, side.section
        title = frame.text_height(verbatim(section.title), frame.width, side.title)
        blocks = sum(frame.height_of(block) + frame.gap for block in section.blocks)
        start = self.blank.top + frame.label_height(section) + title + blocks + _ABOVE_PICTURE
        return start if self.blank.height - self.blank.border - start >= _LEAST_PICTURE else 0.0


def _on_accent(section: Section, tone: float) -> Drawing:
    """The picture of a section on a ground of its accent; rings where it has none."""
    if section.picture:
        return on_background(section.picture, section.accent, tone)
    rings = tuple(Circle(x=50, y=50, radius=radius, fill="paper", opacity=12) for radius in _RADII)
    return Drawing(width=100, height=100, shapes=rings)
