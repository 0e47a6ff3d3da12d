"""The text frames for a brand's cards."""

from attrs import evolve, frozen

from coprod_cards.layout.arranged_sections import arranged_sections
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import verbatim

FACES = frozenset({"card-front", "cover", "divider", "question"})
"""Roles of sections that are shown as card faces, with large titles."""
QR_CODE_SIDE = 23.8
BETWEEN = " · "
_NO_BREAK_SPACE = "\u00a0"
_PICTURE, _MIN_IDEA_SIZE = 25.0, 14
_CELL_LINE = 0.96  # line height in table cells, as a multiple of the line height in body text
_INDENT_EMS, _RULED, _RULED_EMS = 1.77, 8.0, 1.6
_LARGEST_FACE, _LARGEST_HEADING = 0.54, 0.34


@frozen(kw_only=True)
class CardFrames(Frames):
    """The text frames for card faces and for other card sides.

    `face` is the frame for sides with a question or title in large type. `plain` is the frame for all other sides.
    """

    face: CardFrame
    plain: CardFrame
    geometry: CardGeometry
    imprint: TextStyle

    def of(self, section: Section) -> CardFrame:
        """Return the frame for a section.

        The frame's `height` is the height that remains for blocks below the section's label and title.
        """
        frame = self.face if section.role in FACES else self.plain
        return evolve(frame, height=frame.area - frame.head_height(section))

    def arranged(self, document: Document) -> Document:
        """Return a document with its sections arranged for cards.

        An imprint that does not fit below the text gets a separate card.
        """
        sections = arranged_sections(document)
        if document.imprint.strip() and not self.imprint_parts(document.imprint):
            imprint = Paragraph(verbatim(document.imprint))
            sections = (*sections, Section(title=document.title, role="credits", blocks=(imprint,)))
        return evolve(document, sections=sections)

    def imprint_parts(self, imprint: str) -> tuple[str, ...]:
        """Return the parts of an imprint, each to stay on one line.

        Parts are separated by ` · `. If a part is wider than a line, or the parts take up too many lines, the whole
        imprint is one part. Return an empty tuple if the imprint does not fit at the bottom of a card at all.
        """
        frame, style, room = self.plain, self.imprint, self.geometry.foot - self.geometry.bottom
        parts = tuple(part for part in imprint.split(BETWEEN) if part.strip())
        unbroken = verbatim(BETWEEN.join(part.replace(" ", _NO_BREAK_SPACE) for part in parts))
        each_fits = all(frame.metrics.width(part, style) <= frame.width for part in parts)
        if each_fits and frame.text_height(unbroken, frame.width, style) <= room:
            return parts
        return (imprint,) if frame.text_height(verbatim(imprint), frame.width, style) <= room else ()


def frames_of(brand: Brand, geometry: CardGeometry) -> CardFrames:
    """Return the text frames for a brand's cards of a given geometry."""
    sizes = brand.cards
    titles = tuple(TextStyle(size, line=1.15, strong=True) for size in sizes.title)
    questions = tuple(TextStyle(size, line=1.12, strong=True) for size in sizes.question)
    plain = _frame(brand, geometry, titles, _LARGEST_HEADING)
    face = _frame(brand, geometry, questions, _LARGEST_FACE)
    return CardFrames(default=plain, face=face, plain=plain, geometry=geometry, imprint=TextStyle(sizes.imprint))


def _frame(brand: Brand, geometry: CardGeometry, titles: tuple[TextStyle, ...], share: float) -> CardFrame:
    line = brand.cards.line / 100
    body = TextStyle(brand.cards.body, line=line, after=1.0)
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
        small=body,
        table=TextStyle(brand.cards.body, line=_CELL_LINE * line),
        gap=2.6,
        pad=1.4,
        indent=_INDENT_EMS * brand.cards.body * MM_PER_PT,
        columns=geometry.columns,
        ruled=max(_RULED, _RULED_EMS * brand.cards.body * MM_PER_PT),
        least_figure=18.0,
        min_label=brand.cards.imprint,
        code=QR_CODE_SIDE,
        picture=max(_PICTURE, min(geometry.text_width / 5, geometry.text_height / 3)),
        idea=TextStyle(max(brand.cards.body + 2, _MIN_IDEA_SIZE), line=1.3),
    )
