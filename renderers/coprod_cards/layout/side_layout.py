"""The design of a card side: colours, picture and imprint."""

from attrs import frozen

from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_frames import BETWEEN, FACES
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.fronts_and_backs import Card, CardSide
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Circle, Drawing, on_background
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

_MIN_PICTURE, _ABOVE_PICTURE = 18.0, 5.0
_SIGN_WIDTH, _TONE = 9.0, 0.5
_RADII = (50, 36, 20)


@frozen(kw_only=True)
class SideData:
    """A card side in the form that the Typst template draws.

    `ground` is "accent" if the accent colour covers the side, or "paper" otherwise. `drawing` is shown on the accent
    colour, and starts `picture` millimetres below the top edge. It is left out if `picture` is 0. `sign` is a small
    picture at the bottom of sides without a `drawing`. Screen readers read the imprint only if `read_aloud` is true.
    """

    ground: str
    drawing: Drawing | None
    sign: Drawing | None
    picture: float
    level: int
    accent: Accent
    label: Runs
    title: Runs
    title_type: TextStyle
    blocks: tuple[BlockData, ...]
    imprint: tuple[Runs, ...]
    read_aloud: bool = False


@frozen
class SideDesigner:
    """Lays out the sides of cards."""

    brand: Brand
    geometry: CardGeometry
    text: TextSetter
    imprint: tuple[Runs, ...]

    def sides(self, cards: tuple[Card, ...]) -> tuple[tuple[SideData, SideData | None], ...]:
        """Return each card's front and back, with None for blank backs.

        The imprint is on the last side of each card. Screen readers read only the first card's imprint.
        """
        return tuple(
            (
                self._side(card.front, imprint=card.back is None, read_aloud=at == 0),
                self._side(card.back, imprint=True, read_aloud=at == 0) if card.back else None,
            )
            for at, card in enumerate(cards)
        )

    def _side(self, side: CardSide, *, imprint: bool, read_aloud: bool) -> SideData:
        section, frame = side.section, side.frame
        is_face = section.role in FACES
        keeps_text_off_pictures = self.brand.contrast == "high"
        setter = BlockSetter(frame, self.text)
        return SideData(
            ground="accent" if is_face and self.geometry.bleed else "paper",
            drawing=_on_accent(section, 1.0 if keeps_text_off_pictures else _TONE) if is_face else None,
            sign=None if is_face or not self._fits_sign(frame, imprint=imprint) else section.picture,
            picture=self._picture_top(side) if is_face and not (imprint and keeps_text_off_pictures) else 0.0,
            level=side.level,
            accent=accent_of(self.brand, section.accent),
            label=self.text.runs(verbatim(section.label), frame.width, frame.label) if section.label else (),
            title=self.text.runs(verbatim(section.title), frame.width, side.title),
            title_type=side.title,
            blocks=tuple(setter.block_data(block) for block in section.blocks),
            imprint=self.imprint if imprint else (),
            read_aloud=read_aloud,
        )

    def _fits_sign(self, frame: CardFrame, *, imprint: bool) -> bool:
        """Return whether a small picture fits beside any imprint."""
        style = TextStyle(self.brand.cards.imprint)
        lines = [""]
        for part in self.imprint if imprint else ():
            words = "".join(piece for run in part for piece in run.pieces)
            longer = f"{lines[-1]}{BETWEEN}{words}" if lines[-1] else words
            fits = frame.metrics.width(longer, style) <= frame.width
            lines = [*lines[:-1], longer] if fits else [*lines, words]
        return all(frame.metrics.width(f"{line} ·", style) <= frame.width - _SIGN_WIDTH for line in lines)

    def _picture_top(self, side: CardSide) -> float:
        """Return the picture's top in millimetres, or 0 for no picture."""
        frame, section = side.frame, side.section
        title = frame.text_height(verbatim(section.title), frame.width, side.title)
        blocks = sum(frame.height_of(block) + frame.gap for block in section.blocks)
        top = self.geometry.top + frame.label_height(section) + title + blocks + _ABOVE_PICTURE
        return top if self.geometry.height - self.geometry.border - top >= _MIN_PICTURE else 0.0


def _on_accent(section: Section, tone: float) -> Drawing:
    if section.picture:
        return on_background(section.picture, section.accent, tone)
    rings = tuple(Circle(x=50, y=50, radius=radius, fill="paper", opacity=12) for radius in _RADII)
    return Drawing(width=100, height=100, shapes=rings)
