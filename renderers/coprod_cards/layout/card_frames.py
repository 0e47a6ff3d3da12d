"""The text frames for a brand's cards."""

from attrs import evolve, frozen

from coprod_cards.layout.arranged_sections import arranged_sections
from coprod_cards.layout.card_frame import BELOW_TITLE, CardFrame
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Facts, Paragraph
from coprod_content.document.document import Document, Section, publisher_of
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import verbatim

FACES = frozenset({"card-front", "cover", "divider", "question"})
"""Roles of sections that are printed as card faces, with large titles."""
FRONT, BACK = "card-front", "card-back"
ABOVE_BAND, BAND_PAD = 4.0, 5.0
QR_CODE_SIDE = 19.0
BETWEEN = " · "
_NO_BREAK_SPACE = "\u00a0"
_PICTURE, _MIN_IDEA_SIZE = 25.0, 14
_CELL_LINE = 0.96  # line height in table cells, as a multiple of the line height in body text
_INDENT_EMS, _RULED, _RULED_EMS = 1.77, 8.0, 1.6
_LARGEST_FACE, _LARGEST_HEADING = 0.54, 0.34


@frozen(kw_only=True)
class CardFrames(Frames):
    """The text frames for card faces and for other card sides.

    `fronts` and `backs` are the frames to try for the front and the back of a card. Each has a different size of body
    text, the largest first. `face` is the frame for other sides with a large title, such as covers, and `plain` is the
    frame for all remaining sides. If `titles` is not empty, it contains one or two styles, and the title of each front
    has one of these. Otherwise, the title of each front is as large as possible. `band` is the height in millimetres of
    the band of colour at the bottom of fronts. `imprint` is the text style of the imprint.
    """

    face: CardFrame
    plain: CardFrame
    fronts: tuple[CardFrame, ...]
    backs: tuple[CardFrame, ...]
    geometry: CardGeometry
    imprint: TextStyle
    band: float
    titles: tuple[TextStyle, ...] = ()

    def of(self, section: Section) -> CardFrame:
        """Return the frame for a section.

        The frame's `height` is the height that remains for blocks below the section's label and title. Fronts and backs
        of cards get the largest body text that fits without breaking a word. If there is no such size, they get the
        smallest size that fits or, failing that, the smallest of all.
        """
        if section.role == FRONT:
            frames = tuple(self._front(frame, section) for frame in self.fronts)
        elif section.role in FACES:
            return _below_head(self.face, section)
        else:
            frames = tuple(
                _below_head(frame, section) for frame in (self.backs if section.role == BACK else (self.plain,))
            )
        fitting = [frame for frame in frames if frame.used_by(section) <= frame.height]
        unbroken = (frame for frame in fitting if not frame.broken_word(section))
        return next(unbroken, fitting[-1] if fitting else frames[-1])

    def for_document(self, document: Document) -> "CardFrames":
        """Return these frames, adjusted so that all fronts of cards look alike.

        All bands have the same height, except on fronts without a back, and all titles have one of two sizes. The
        smaller size is the largest in which every title fits. The larger size is the best compromise between the size
        of titles and the number of titles that fit in it. The two can be equal. If the document has no fronts, the
        frames are returned unchanged.
        """
        fronts = tuple(section for _, section in document.walk() if section.role == FRONT)
        if not fronts:
            return self
        facts = (band_facts(section) for section in fronts)
        tallest = max(self.fronts[-1].height_of(each) + 2 * BAND_PAD if each else 0.0 for each in facts)
        frames = evolve(self, band=max(self.geometry.band, tallest))
        largest = [frames._largest_title(section) for section in fronts]
        small = min(largest)
        gains = {size: (size - small) * sum(each >= size for each in largest) for size in largest}
        large = max(gains, key=lambda size: (gains[size], size))
        return evolve(frames, titles=tuple(style for style in self.face.title if style.size in (small, large)))

    def _largest_title(self, section: Section) -> float:
        frame = self.fronts[-1]
        room = self._title_room(section, frame)
        fitting = [style for style in frame.title if frame.title_height_in(section, style) <= room]
        well_set = (style for style in fitting if frame.sets_well(section.title, style))
        return next(well_set, fitting[0] if fitting else frame.title[-1]).size

    def _front(self, frame: CardFrame, section: Section) -> CardFrame:
        """Return the frame for a front, with its title style and height.

        `height` is the height that remains for the blocks or, if the title fits in no style, the height that the blocks
        need.
        """
        sized = evolve(frame, title=self.titles or frame.title, title_height=self._title_room(section, self.fronts[-1]))
        style = sized.title_type(section)
        if style is None:
            return evolve(sized, height=sized.used_by(section))
        head = frame.label_height(section) + frame.title_height_in(section, style) + BELOW_TITLE
        room = frame.area - head - self._kept_for_band(section, frame)
        return evolve(sized, title=(style,), height=room)

    def _title_room(self, section: Section, frame: CardFrame) -> float:
        """Return the height left for the title of a front, in millimetres."""
        below = frame.used_by(section) + self._kept_for_band(section, frame) + BELOW_TITLE
        return max(0.0, frame.area - frame.label_height(section) - below)

    def _kept_for_band(self, section: Section, frame: CardFrame) -> float:
        """Return the height in millimetres to reserve for a front's band.

        The height of the facts in the band is excluded, because it is part of the height of the section's blocks.
        Returns 0 if the section has no facts in the band.
        """
        facts = band_facts(section)
        if facts is None:
            return 0.0
        alone = not section.sections
        inside = self.band_height(section, frame, alone=alone) - (0.0 if alone else self.below_text)
        return ABOVE_BAND + inside - frame.height_of(facts) - (frame.gap if len(section.blocks) > 1 else 0.0)

    def band_height(self, section: Section, frame: CardFrame, *, alone: bool) -> float:
        """Return the height of the band of a front, in millimetres.

        If a front is `alone` (its card has no back), the band is shorter, because the imprint is below it.
        """
        facts = band_facts(section)
        usual = self.geometry.band - self.below_text if alone else self.band
        return max(usual, frame.height_of(facts) + 2 * BAND_PAD if facts else 0.0)

    @property
    def below_text(self) -> float:
        """The height in millimetres below the text area, excluding any border.

        The band of colour at the bottom of a front extends over this space if the card has a back.
        """
        return self.geometry.height - self.geometry.border - self.geometry.bottom

    def arranged(self, document: Document) -> Document:
        """Return a document with its sections and imprint arranged for cards.

        An imprint that does not fit below the text is shortened to the publisher's name. If the name does not fit
        either, or if the document has no publisher, the imprint gets a separate card.
        """
        sections, name = arranged_sections(document), publisher_of(document)
        if name and not self.imprint_parts(document.imprint) and self.imprint_parts(name):
            return evolve(document, imprint=name, sections=sections)
        if document.imprint.strip() and not self.imprint_parts(document.imprint):
            imprint = Paragraph(verbatim(document.imprint))
            sections = (*sections, Section(title=document.title, role="credits", blocks=(imprint,)))
        return evolve(document, sections=sections)

    def imprint_parts(self, imprint: str, width: float = 0.0) -> tuple[str, ...]:
        """Return the parts of an imprint, each kept on one line.

        Parts are separated by ` · `. If a part is wider than a line, or the parts take up too many lines, the whole
        imprint is the only part, and can be broken between any words. Returns an empty tuple if the imprint does not
        fit at the bottom of a card at all. `width` is the width of a line in millimetres, or 0 for the width of the
        card's text.
        """
        frame, style, room = self.plain, self.imprint, self.geometry.foot - self.geometry.bottom
        width = width or frame.width
        parts = tuple(part for part in imprint.split(BETWEEN) if part.strip())
        unbroken = verbatim(BETWEEN.join(part.replace(" ", _NO_BREAK_SPACE) for part in parts))
        each_fits = all(frame.metrics.width(part, style) <= width for part in parts)
        if each_fits and frame.text_height(unbroken, width, style) <= room:
            return parts
        return (imprint,) if frame.text_height(verbatim(imprint), width, style) <= room else ()


def band_facts(section: Section) -> Facts | None:
    """Return the facts in the band of a front, or None.

    The facts of a front are in the band if they are the last block of the section.
    """
    last = section.blocks[-1] if section.role == FRONT and section.blocks else None
    return last if isinstance(last, Facts) else None


def frames_of(brand: Brand, geometry: CardGeometry) -> CardFrames:
    """Return the text frames for a brand's cards of a given geometry."""
    sizes = brand.cards
    titles = tuple(TextStyle(size, line=1.15, strong=True) for size in sizes.title)
    questions = tuple(TextStyle(size, line=1.12, strong=True) for size in sizes.question)
    plain = _frame(brand, sizes.body, geometry, titles, _LARGEST_HEADING)
    face = _frame(brand, sizes.body, geometry, questions, _LARGEST_FACE)
    bodies = range(max(sizes.largest_body, sizes.body), sizes.body - 1, -1)
    band_width = geometry.text_width - geometry.sign - BAND_PAD
    return CardFrames(
        default=plain,
        whole=frozenset({FRONT, BACK}),
        face=face,
        plain=plain,
        fronts=tuple(
            evolve(_frame(brand, body, geometry, questions, 1.0), whole=True, band_width=band_width, table=plain.table)
            for body in bodies
        ),
        backs=tuple(evolve(_frame(brand, body, geometry, titles, _LARGEST_HEADING), whole=True) for body in bodies),
        geometry=geometry,
        imprint=TextStyle(sizes.imprint),
        band=geometry.band,
    )


def _below_head(frame: CardFrame, section: Section) -> CardFrame:
    return evolve(frame, height=frame.area - frame.head_height(section))


def _frame(brand: Brand, size: float, geometry: CardGeometry, titles: tuple[TextStyle, ...], share: float) -> CardFrame:
    line = brand.cards.line / 100
    body = TextStyle(size, line=line, after=1.0)
    return CardFrame(
        font=brand.fonts.print,
        width=geometry.text_width,
        height=geometry.text_height,
        area=geometry.text_height,
        title_width=geometry.text_width,
        title_height=geometry.text_height * share,
        title=titles,
        label=TextStyle(brand.cards.body, line=1.2, strong=True),
        body=body,
        lead=body,
        say=body,
        small=TextStyle(brand.cards.body, line=line, after=1.0),
        table=TextStyle(size, line=_CELL_LINE * line),
        gap=2.6,
        pad=1.4,
        indent=_INDENT_EMS * size * MM_PER_PT,
        columns=geometry.columns,
        ruled=max(_RULED, _RULED_EMS * size * MM_PER_PT),
        least_figure=18.0,
        min_label=brand.cards.imprint,
        code=QR_CODE_SIDE,
        picture=max(_PICTURE, min(geometry.text_width / 5, geometry.text_height / 3)),
        idea=TextStyle(max(brand.cards.body + 2, _MIN_IDEA_SIZE), line=1.3),
    )
