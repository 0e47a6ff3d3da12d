"""The design of a card side: colours, picture and imprint."""

from attrs import evolve, frozen

from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_cards.layout.card_division import Card, CardSide
from coprod_cards.layout.card_frame import BELOW_TITLE, CardFrame
from coprod_cards.layout.card_frames import ABOVE_BAND, BACK, BETWEEN, FACES, CardFrames, band_facts
from coprod_cards.layout.logo_data import LogoData
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Circle, Drawing, on_background
from coprod_content.document.document import Section
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

_SIGN_WIDTH, _TONE = 9.0, 0.5
_RADII = (50, 36, 20)
_WIDEST_GAP = 5.0


@frozen(kw_only=True)
class Band:
    """The band of colour on a card face.

    `top` and `bottom` are distances from the top edge of the card, in millimetres. `drawing` is in the bottom corner at
    the end of lines of text: on the right, or on the left in a right-to-left language. If there is no imprint below the
    band, the band extends to the bottom edge of the card or to its white border.
    """

    top: float
    bottom: float
    drawing: Drawing


@frozen(kw_only=True)
class SideData:
    """A card side in the form that the Typst template draws.

    `band` is the band of colour at the bottom of a face, or None if there is no room for a band or the side is not a
    face. `sign` is a small picture at the bottom of a side without a band, or None. `title_width` is the width of the
    widest word in the title. `gaps` contains the space above each block except the first. Both are in millimetres. If
    there is a `logo`, the imprint is beside it. Screen readers skip the imprint and the logo unless `read_aloud` is
    true.
    """

    band: Band | None
    sign: Drawing | None
    level: int
    accent: Accent
    frame: CardFrame
    label: Runs
    title: Runs
    title_type: TextStyle
    title_width: float
    blocks: tuple[BlockData, ...]
    gaps: tuple[float, ...]
    imprint: tuple[Runs, ...]
    logo: LogoData | None = None
    read_aloud: bool = False


@frozen
class SideDesigner:
    """Lays out the sides of cards."""

    brand: Brand
    frames: CardFrames
    text: TextSetter
    imprint: tuple[Runs, ...]
    logo: LogoData | None = None

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
        frame = side.frame
        blocks = tuple(paper_blocks(side.section.blocks))
        section = evolve(side.section, blocks=blocks)
        setter = BlockSetter(frame, self.text)
        band = self._band(side, imprint=imprint) if section.role in FACES else None
        logo = self.logo if imprint else None
        return SideData(
            band=band,
            sign=None if band or logo or not self._fits_sign(frame, imprint=imprint) else section.picture,
            level=side.level,
            accent=accent_of(self.brand, section.accent),
            frame=frame,
            label=self.text.runs(verbatim(section.label), frame.width, frame.label) if section.label else (),
            title=self.text.runs(verbatim(section.title), frame.width, side.title),
            title_type=side.title,
            title_width=min(frame.width, frame.widest_word(section.title, side.title)),
            blocks=tuple(map(setter.block_data, blocks)),
            gaps=_gaps(section, frame),
            imprint=self.imprint if imprint else (),
            logo=logo,
            read_aloud=read_aloud,
        )

    def _band(self, side: CardSide, *, imprint: bool) -> Band | None:
        """Return a face's band, or None if it does not fit.

        A band with facts is always returned, because the frame keeps room for it.
        """
        section, frame, geometry = side.section, side.frame, self.frames.geometry
        bottom = geometry.bottom if imprint else geometry.height - geometry.border
        top = bottom - self.frames.band_height(section, frame, alone=imprint)
        text = frame.title_height_in(section, side.title) + BELOW_TITLE + frame.used_by(section)
        if not band_facts(section) and geometry.top + frame.label_height(section) + text + ABOVE_BAND > top:
            return None
        drawing = _on_accent(section, 1.0 if self.brand.contrast == "high" else _TONE)
        return Band(top=top, bottom=bottom, drawing=drawing)

    def _fits_sign(self, frame: CardFrame, *, imprint: bool) -> bool:
        """Return whether a small picture fits beside the imprint, if any."""
        style = TextStyle(self.brand.cards.imprint)
        lines = [""]
        for part in self.imprint if imprint else ():
            words = "".join(piece for run in part for piece in run.pieces)
            longer = f"{lines[-1]}{BETWEEN}{words}" if lines[-1] else words
            fits = frame.metrics.width(longer, style) <= frame.width
            lines = [*lines[:-1], longer] if fits else [*lines, words]
        return all(frame.metrics.width(f"{line} ·", style) <= frame.width - _SIGN_WIDTH for line in lines)


def _gaps(section: Section, frame: CardFrame) -> tuple[float, ...]:
    """Return the space above each block except the first, in millimetres.

    On the back of a card, any spare height is divided between the gaps. All gaps except the last are at most 5 mm
    larger than usual. The last gap takes up all the remaining height, so that the last block is at the bottom of the
    card.
    """
    count = len(section.blocks) - 1
    if section.role != BACK or count < 1:
        return (frame.gap,) * max(0, count)
    spare = max(0.0, frame.height - frame.used_by(section))
    wider = min(_WIDEST_GAP, spare / count)
    last = spare - wider * (count - 1)
    return (*(frame.gap + wider,) * (count - 1), frame.gap + last)


def _on_accent(section: Section, tone: float) -> Drawing:
    if section.picture:
        return on_background(section.picture, section.accent, tone)
    rings = tuple(Circle(x=50, y=50, radius=radius, fill="paper", opacity=12) for radius in _RADII)
    return Drawing(width=100, height=100, shapes=rings)
