"""What comes before the text: the cover, or the title; and the contents list."""

from attrs import evolve

from coprod_content.content.drawing import on_background
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import plain
from coprod_content.text.title_widows import without_widow
from coprod_guide.blocks import blocks_xml, notes_xml, time_xml
from coprod_guide.cover_room import tallest_picture
from coprod_guide.figures import decorative
from coprod_guide.looks_front import band
from coprod_guide.names import CONTENTS, Style
from coprod_guide.outline import Place
from coprod_guide.pictures import picture
from coprod_guide.room import Room
from coprod_guide.setting import MM_PER_TWIP, Chars, Para
from coprod_guide.story import Story
from coprod_guide.xml import run
from coprod_office import attribute

_BELOW_BAND = 28.0
_ABOVE_WORDS = 30.0


def title_xml(document: Document, story: Story) -> str:
    """The title of a document without a cover, and its subtitle."""
    return _band(((Style.TITLE, without_widow(document.title)), (Style.SUBTITLE, document.subtitle)), Para(), story)


def cover_xml(section: Section, document: Document, story: Story) -> str:
    """A cover: the logo, a coloured band with label, title and subtitle, and what the cover says."""
    subtitle = document.subtitle if _is_new(document.subtitle, section) else ""
    words = (
        (Style.COVER_LABEL, section.label),
        (Style.TITLE, without_widow(section.title)),
        (Style.SUBTITLE, subtitle),
    )
    colours = Para() if section.accent == "brand" else band(story.accent(section.accent), story.direct("sun"))
    said = time_xml(section, story) + blocks_xml(section.blocks, story) + notes_xml(section.notes, story)
    return _logo(story) + _band(words, colours, story, _picture(section, document, story)) + said


def _picture(section: Section, document: Document, story: Story) -> str:
    """The picture of a cover, as it is drawn on the ground of the band."""
    if section.picture is None:
        return ""
    tallest = tallest_picture(section, document, Room(story.brand), story.height)
    return decorative(on_background(section.picture, section.accent), (story.width * MM_PER_TWIP, tallest), story)


def contents_xml(place: Place, places: tuple[Place, ...], story: Story) -> str:
    """A contents list: a field that Word can update, already holding a link to every part."""
    section = place.section
    page = Para(page_break=place.new_page, before=0) if place.at_top else None
    label = story.paragraph(Style.LABEL, run(section.label), page) if section.label.strip() else ""
    heading = story.paragraph(Style.CONTENTS_HEADING, run(section.title), None if label else page)
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


def _coloured(place: Place, story: Story) -> str:
    """An entry of the contents in the colour of a part that has one of its own."""
    accent = place.section.accent
    return "" if accent == "brand" else Chars(strong=True, ink=story.accent(accent)).xml


_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_FIELD_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{}" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _band(words: tuple[tuple[Style, str], ...], colours: Para, story: Story, picture: str = "") -> str:
    """The coloured band of those words that there are, below a picture if there is one.

    `colours` holds colours other than those of the styles.
    """
    lines = [(style, line) for style, line in words if line.strip()]
    *upper, (last, line) = lines
    opening = evolve(colours, line=1, after=_ABOVE_WORDS)
    first = story.paragraph(Style.COVER_LABEL, picture, opening) if picture else ""
    closing = evolve(colours, keep_next=False, after=_BELOW_BAND)
    label = evolve(colours, line=1.15) if picture else colours
    above = (
        story.paragraph(style, run(line), label if style is Style.COVER_LABEL else colours) for style, line in upper
    )
    return first + "".join(above) + story.paragraph(last, run(line), closing)


def _is_new(subtitle: str, section: Section) -> bool:
    """Whether a subtitle says what the cover does not say anyway."""
    said = (section.label, section.title, *(plain(text) for block in section.blocks for text in block_texts(block)))
    return bool(subtitle.strip()) and subtitle.casefold().strip() not in {words.casefold().strip() for words in said}


def _logo(story: Story) -> str:
    logo = story.brand.logo
    data = story.brand.file(logo.file) if logo else None
    return story.paragraph(Style.LOGO, picture(data, logo.alt, story)) if logo and data else ""
