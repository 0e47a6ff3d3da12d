"""Covers and titles on a colour that reaches the page's edges.

The colour and the picture are decorative drawings behind the text. The lines of text have the colour as shading too, so
that they can be read if someone deletes the drawings or types a longer title. A document based on our reference
document, but with an organisation's own header, has only the shading. One based on another template has neither.
"""

from itertools import dropwhile

from attrs import evolve, frozen

from coprod_content.brand.logo import LogoPicture, logo_of
from coprod_content.content.drawing import Drawing, Rectangle, on_background
from coprod_content.content.field_types import Role
from coprod_content.document.blocks import Block, Paragraph, block_texts
from coprod_content.document.document import Document, Section
from coprod_content.layout.title_widows import without_widow
from coprod_content.text.spans import plain
from coprod_guide.body.blocks import blocks_xml, notes_xml, time_xml
from coprod_guide.body.figures import decorative_run, drawing_behind_text, logo_run
from coprod_guide.pagination.body_heights import elements_of
from coprod_guide.pagination.paragraph_changes import keep_words_whole
from coprod_guide.styles.cover_styles import cover_band, cover_fill
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import as_xml, run

_BELOW_BAND, _ABOVE_WORDS, _ABOVE_SUBTITLE = 28.0, 30.0, 9.0  # points
_ABOVE_FIRST, _BELOW_LAST, _BELOW_LOGO, _STRIPE, _ABOVE_TEXT = 13.0, 8.0, 6.0, 2.0, 5.0  # millimetres
_OVER = 0.5  # millimetres beyond the edges of the page, so that no white line shows
_WIDE = 1.5  # a picture at least this many times as wide as it is high fills the width of the page
_TALLEST, _TALLEST_SYMBOL, _SMALLEST, _RESERVE = 105.0, 50.0, 28.0, 6.0  # millimetres
_POINTS_PER_MM = 72 / 25.4
_TALLEST_PLAIN = 60.0  # millimetres
_LEAST_MARGIN = 15.0  # millimetres between the edge of the page and a title that is longer than other lines
_KEPT = ParagraphFormat(keep_next=True)
Lines = tuple[tuple[WordStyle, str], ...]


@frozen
class _Place:
    """The position and size of a picture on the page, in millimetres."""

    left: float
    top: float
    width: float
    height: float


def title_xml(document: Document, writer: WordWriter) -> str:
    """Return the title and subtitle of a document without a cover."""
    lines = ((WordStyle.TITLE, without_widow(document.title)), (WordStyle.SUBTITLE, document.subtitle))
    return _banner(lines, "brand", None, "", writer)


def cover_xml(section: Section, document: Document, writer: WordWriter) -> str:
    """Return the XML of a cover, including its logo, blocks and notes.

    Bold paragraphs at the start of the section, such as the date and the place, are put below the title.
    """
    blocks = tuple(dropwhile(_is_bold, section.blocks))
    bold = section.blocks[: len(section.blocks) - len(blocks)]
    subtitle = document.subtitle if _adds_words(document.subtitle, section) else ""
    lines = (
        (WordStyle.COVER_LABEL, section.label),
        (WordStyle.TITLE, without_widow(section.title)),
        *((WordStyle.SUBTITLE, words) for words in (subtitle, *(plain(text) for b in bold for text in block_texts(b)))),
    )
    rest = time_xml(section, writer) + blocks_xml(blocks, writer) + notes_xml(section.notes, writer)
    picture = on_background(section.picture, section.accent) if section.picture else None
    return _banner(lines, section.accent, picture, rest, writer)


def _banner(lines: Lines, accent: str, picture: Drawing | None, rest: str, writer: WordWriter) -> str:
    """Return a cover's logo, picture and lines, followed by `rest`.

    `accent` is the role of the colour behind the lines.
    """
    lines = tuple((style, line) for style, line in lines if line.strip())
    if writer.has_our_page:
        return _bled(lines, accent, picture, rest, writer)
    if writer.styles.foreign:
        return _plain(lines, picture, writer) + rest
    band = ParagraphFormat()
    if accent != "brand":
        band = cover_band(writer.accent(accent), writer.direct_colour("sun"))
    small = decorative_run(picture, writer.page.text_width * MM_PER_TWIP, _TALLEST, writer) if picture else ""
    logo = logo_of(writer.brand, "guide")
    above = writer.paragraph(WordStyle.LOGO, logo_run(logo, writer), _at_side(logo)) if logo else ""
    return above + _band(lines, band, writer, small) + rest


def _plain(lines: Lines, picture: Drawing | None, writer: WordWriter) -> str:
    """Return a cover's lines in the styles of a template.

    The picture is below the lines. The brand's logo is added only if the template's headers and footers have no
    pictures.
    """
    logo = None if writer.has_pictures else logo_of(writer.brand, "guide")
    pieces = [writer.paragraph(WordStyle.LOGO, logo_run(logo, writer), _at_side(logo))] if logo else []
    for style, line in lines:
        (paragraph,) = elements_of(writer.paragraph(style, run(line, writer.styles.mark(style)), _KEPT))
        keep_words_whole(paragraph, writer.heights_in_fonts, writer.page.text_width * MM_PER_TWIP)
        pieces.append(as_xml(paragraph))
    if picture:
        small = decorative_run(picture, writer.page.text_width * MM_PER_TWIP, _TALLEST_PLAIN, writer)
        spaced = ParagraphFormat(before=_BELOW_BAND, after=_BELOW_BAND)
        pieces.append(writer.paragraph(WordStyle.PICTURE, small, spaced))
    return "".join(pieces)


def _bled(lines: Lines, accent: str, picture: Drawing | None, rest: str, writer: WordWriter) -> str:
    """Return a banner that reaches the edges of the page.

    Any logo is on a paper-coloured rectangle in an upper corner of the page.
    """
    page, logo = writer.page, logo_of(writer.brand, "guide")
    image = logo_run(logo, writer) if logo else ""
    top = page.top + (_height(_logo_line(image, logo, writer), writer) if logo else 0.0)
    room = page.text_height + page.top - _height(_words(lines, 0.0, accent, writer) + rest, writer)
    beside = max(_BELOW_LOGO, logo.clear_space) if logo else 0.0
    taken = _ground_width(logo, beside, writer) if logo and logo.on_right else 0.0
    reserve = max(_RESERVE, writer.brand.guide.body - _RESERVE)
    place = _place(picture, room - _ABOVE_FIRST - reserve, taken, writer) if picture else None
    start = max(place.top + place.height if place else 0.0, top + beside if logo else 0.0)
    before = max(0.0, start + _ABOVE_FIRST - top)
    end = top + _height(_words(lines, before, accent, writer), writer) - _STRIPE - _ABOVE_TEXT
    art = _ground(end, accent, writer)
    if picture and place:
        art += drawing_behind_text(picture, (place.left, place.top), place.width, writer)
    if logo:
        art += _logo_ground(logo, beside, start, writer)
        return _logo_line(art + image, logo, writer) + _words(lines, before, accent, writer) + rest
    return _words(lines, before, accent, writer, art) + rest


def _logo_line(content: str, logo: LogoPicture, writer: WordWriter) -> str:
    return writer.paragraph(WordStyle.LOGO, content, evolve(_at_side(logo), after=0))


def _at_side(logo: LogoPicture) -> ParagraphFormat:
    return ParagraphFormat(align="right" if logo.on_right else "")


def _words(lines: Lines, before: float, accent: str, writer: WordWriter, art: str = "") -> str:
    """Return a cover's lines as paragraphs with a coloured background.

    There are `before` millimetres of space above the first line, which also contains the drawings in `art`.
    """
    band, pieces = cover_fill(writer.accent(accent)), list[str]()
    beyond = max(0, int(writer.page.sides[1] - _LEAST_MARGIN))
    for at, (style, line) in enumerate(lines):
        own = band if style is WordStyle.TITLE else evolve(band, line=1.15)
        own = evolve(own, before=_ABOVE_SUBTITLE if lines[at - 1][0] is WordStyle.TITLE else None)
        own = evolve(own, before=before * _POINTS_PER_MM) if at == 0 else own
        if at == len(lines) - 1:
            own = evolve(own, keep_next=False, after=(_BELOW_LAST + _STRIPE + _ABOVE_TEXT) * _POINTS_PER_MM)
        (paragraph,) = elements_of(writer.paragraph(style, (art if at == 0 else "") + run(line), own))
        keep_words_whole(paragraph, writer.heights_in_fonts, writer.page.text_width * MM_PER_TWIP, beyond)
        pieces.append(as_xml(paragraph))
    return "".join(pieces)


def _ground(end: float, accent: str, writer: WordWriter) -> str:
    """Return a cover's coloured background, with a stripe below it.

    The colour ends `end` millimetres from the top of the page.
    """
    width, height = writer.page.size[0] + 2 * _OVER, end + _OVER
    colour: Role = writer.visible_role(accent)  # type: ignore[assignment]  # accents are roles
    field = Rectangle(x=0, y=0, width=width, height=height, fill=colour)
    stripe = Rectangle(x=0, y=height, width=width, height=_STRIPE, fill="sun")
    drawing = Drawing(width=width, height=height + _STRIPE, shapes=(field, stripe))
    return drawing_behind_text(drawing, (-_OVER, -_OVER), width, writer)


def _logo_ground(logo: LogoPicture, beside: float, height: float, writer: WordWriter) -> str:
    """Return a paper-coloured rectangle behind a logo in the page's corner.

    It reaches `beside` millimetres beyond the logo, and `height` millimetres down the page.
    """
    page, width = writer.page, _ground_width(logo, beside, writer)
    across, height = page.size[0] + _OVER - width if logo.on_right else -_OVER, height + _OVER
    drawing = Drawing(
        width=width, height=height, shapes=(Rectangle(x=0, y=0, width=width, height=height, fill="paper"),)
    )
    return drawing_behind_text(drawing, (page.mirrored(across, width), -_OVER), width, writer)


def _ground_width(logo: LogoPicture, beside: float, writer: WordWriter) -> float:
    """Return the width of the rectangle behind a logo, in millimetres."""
    return logo.size(writer.page.text_width * MM_PER_TWIP)[0] + beside + writer.page.sides[logo.on_right] + _OVER


def _place(picture: Drawing, room: float, taken: float, writer: WordWriter) -> _Place:
    """Return the position and size of a cover's picture.

    The picture ends at most `room` millimetres from the top of the page, so that the cover fits on one page, unless
    that would make the picture too small. A wide picture reaches both sides of the page. If it has to be smaller, it
    reaches only the side where lines end. `taken` is the width, in millimetres, that a logo takes up on that side.
    """
    page, ratio = writer.page, picture.width / picture.height
    is_wide = ratio >= _WIDE
    usual = min((page.size[0] + 2 * _OVER - taken) / ratio, _TALLEST) if is_wide else _TALLEST_SYMBOL
    top, right = (-_OVER, -_OVER) if is_wide else (page.top, page.sides[1])
    height = room - top if _SMALLEST <= room - top < usual else usual
    width = height * ratio
    return _Place(page.mirrored(page.size[0] - right - taken - width, width), top, width, height)


def _band(lines: Lines, colours: ParagraphFormat, writer: WordWriter, picture: str) -> str:
    """Return lines of text on a band, below any picture.

    `colours` sets the fill and borders of the band. It is empty if the styles already set them.
    """
    *upper, (last, words) = lines
    pieces, label = [], colours
    if picture:
        above = evolve(colours, line=1, after=_ABOVE_WORDS)
        pieces, label = [writer.paragraph(WordStyle.COVER_LABEL, picture, above)], evolve(colours, line=1.15)
    for style, line in upper:
        pieces.append(writer.paragraph(style, run(line), label if style is WordStyle.COVER_LABEL else colours))
    closing = evolve(colours, keep_next=False, after=_BELOW_BAND)
    return "".join(pieces) + writer.paragraph(last, run(words), closing)


def _height(xml: str, writer: WordWriter) -> float:
    return writer.heights.of_paragraphs(elements_of(xml), writer.page.text_width * MM_PER_TWIP)


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.text) and all(span.strong for span in block.text)


def _adds_words(subtitle: str, section: Section) -> bool:
    texts = (section.label, section.title, *(plain(text) for block in section.blocks for text in block_texts(block)))
    return bool(subtitle.strip()) and subtitle.casefold().strip() not in {text.casefold().strip() for text in texts}
