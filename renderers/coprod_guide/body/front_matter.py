"""What comes before the text: the cover, or the title; and the contents list."""

from attrs import evolve

from coprod_content.content.drawing import on_background
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import plain
from coprod_content.text.title_widows import without_widow
from coprod_guide.body.blocks import blocks_xml, notes_xml, time_xml
from coprod_guide.body.figures import decorative
from coprod_guide.body.logo import picture
from coprod_guide.outline import OutlineEntry
from coprod_guide.pagination.cover_picture_height import tallest_picture
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.cover_styles import cover_band
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import CONTENTS, WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import attribute

_BELOW_BAND = 28.0
_ABOVE_WORDS = 30.0


def title_xml(document: Document, story: WordWriter) -> str:
    """The title of a document without a cover, and its subtitle."""
    return _band(
        ((WordStyle.TITLE, without_widow(document.title)), (WordStyle.SUBTITLE, document.subtitle)),
        ParagraphFormat(),
        story,
    )


def cover_xml(section: Section, document: Document, story: WordWriter) -> str:
    """A cover: the logo, a coloured band with label, title and subtitle, and what the cover says."""
    subtitle = document.subtitle if _is_new(document.subtitle, section) else ""
    words = (
        (WordStyle.COVER_LABEL, section.label),
        (WordStyle.TITLE, without_widow(section.title)),
        (WordStyle.SUBTITLE, subtitle),
    )
    colours = (
        ParagraphFormat()
        if section.accent == "brand"
        else cover_band(story.accent(section.accent), story.direct("sun"))
    )
    said = time_xml(section, story) + blocks_xml(section.blocks, story) + notes_xml(section.notes, story)
    return _logo(story) + _band(words, colours, story, _picture(section, document, story)) + said


def _picture(section: Section, document: Document, story: WordWriter) -> str:
    """The picture of a cover, as it is drawn on the ground of the band."""
    if section.picture is None:
        return ""
    tallest = tallest_picture(section, document, TextMeasure(story.brand), story.height)
    return decorative(on_background(section.picture, section.accent), (story.width * MM_PER_TWIP, tallest), story)


def contents_xml(place: OutlineEntry, places: tuple[OutlineEntry, ...], story: WordWriter) -> str:
    """A contents list: a field that Word can update, already holding a link to every part."""
    section = place.section
    page = ParagraphFormat(page_break=place.new_page, before=0) if place.at_top else None
    label = story.paragraph(WordStyle.LABEL, run(section.label), page) if section.label.strip() else ""
    heading = story.paragraph(WordStyle.CONTENTS_HEADING, run(section.title), None if label else page)
    listed = [other for other in places if other.mark]
    deepest = max(other.level for other in listed)
    lines = []
    for at, other in enumerate(listed):
        start = _FIELD_START.format(deepest) if at == 0 else ""
        end = _FIELD_END if at == len(listed) - 1 else ""
        entry = run(other.words, _coloured(other, story))
        link = f'<w:hyperlink w:anchor={attribute(other.mark)} w:history="1">{entry}</w:hyperlink>'
        lines.append(story.paragraph(CONTENTS[other.level - 1], f"{start}{link}{end}"))
    control = f"<w:sdt><w:sdtPr><w:alias w:val={attribute(section.title)}/>{_GALLERY}</w:sdtPr><w:sdtContent>"
    said = blocks_xml(section.blocks, story) + notes_xml(section.notes, story)
    return f"{label}{heading}{time_xml(section, story)}{control}{''.join(lines)}</w:sdtContent></w:sdt>" + said


def _coloured(place: OutlineEntry, story: WordWriter) -> str:
    """An entry of the contents in the colour of a part that has one of its own."""
    accent = place.section.accent
    return "" if accent == "brand" else RunFormat(bold=True, colour=story.accent(accent)).xml


_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_FIELD_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{}" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _band(
    words: tuple[tuple[WordStyle, str], ...], colours: ParagraphFormat, story: WordWriter, picture: str = ""
) -> str:
    """The coloured band of those words that there are, below a picture if there is one.

    `colours` holds colours other than those of the styles.
    """
    lines = [(style, line) for style, line in words if line.strip()]
    *upper, (last, line) = lines
    opening = evolve(colours, line=1, after=_ABOVE_WORDS)
    first = story.paragraph(WordStyle.COVER_LABEL, picture, opening) if picture else ""
    closing = evolve(colours, keep_next=False, after=_BELOW_BAND)
    label = evolve(colours, line=1.15) if picture else colours
    above = (
        story.paragraph(style, run(line), label if style is WordStyle.COVER_LABEL else colours) for style, line in upper
    )
    return first + "".join(above) + story.paragraph(last, run(line), closing)


def _is_new(subtitle: str, section: Section) -> bool:
    """Whether a subtitle says what the cover does not say anyway."""
    said = (section.label, section.title, *(plain(text) for block in section.blocks for text in block_texts(block)))
    return bool(subtitle.strip()) and subtitle.casefold().strip() not in {words.casefold().strip() for words in said}


def _logo(story: WordWriter) -> str:
    logo = story.brand.logo
    data = story.brand.file(logo.file) if logo else None
    return story.paragraph(WordStyle.LOGO, picture(data, logo.alt, story)) if logo and data else ""
