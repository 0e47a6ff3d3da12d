"""Sections: a heading with its label, number, minutes and colour, then its blocks and notes."""

from attrs import evolve

from coprod_content.document.blocks import Table
from coprod_content.document.document import Section
from coprod_content.text.title_widows import without_widow
from coprod_guide.body.blocks import block_xml, bookmarked, notes_xml, references_xml, time_xml
from coprod_guide.body.figures import decorative
from coprod_guide.body.run_sheet_table import run_sheet_xml
from coprod_guide.outline import OutlineEntry
from coprod_guide.pagination.keep_with_next import is_entry, standings
from coprod_guide.pagination.ruled_lines import line_height
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat
from coprod_guide.styles.heading_styles import band_borders, bar_left, rule_above, rule_below
from coprod_guide.styles.style_names import HEADINGS, WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, run

_AFTER_LABEL, _ABOVE_BAND, _AFTER_BAND = 4.0, 22.0, 20.0
_SIGN, _BESIDE_SIGN = 11.0, 3.0


def section_xml(place: OutlineEntry, story: WordWriter) -> str:
    """A section without those below it."""
    return _head(place, story) + _body(place.section, story) + notes_xml(place.section.notes, story)


def _body(section: Section, story: WordWriter) -> str:
    if section.role == "references":
        return references_xml(section.blocks, story)
    if section.role == "run-sheet":
        return run_sheet_xml(section.blocks, story)
    room = TextMeasure(story.brand)
    body = WordStyle.SMALL if section.role == "credits" else WordStyle.BODY
    standing = standings(
        section.blocks, headed=True, whole=is_entry(section, room), ruled=line_height(section, room, story.height)
    )
    return "".join(block_xml(block, each, story, body) for block, each in standing)


def _head(place: OutlineEntry, story: WordWriter) -> str:
    section = place.section
    page = ParagraphFormat(page_break=place.new_page, before=0) if place.at_top else ParagraphFormat()
    sign = _sign(section, story)
    words = run(section.label) if section.label.strip() else ""
    if sign and words:
        sign, page = sign + TAB, evolve(page, left=_SIGN + _BESIDE_SIGN, hanging=_SIGN + _BESIDE_SIGN)
    label = story.paragraph(WordStyle.LABEL, sign + words, page) if sign or words else ""
    return label + _heading(place, story, below_label=bool(label)) + time_xml(section, story)


def _sign(section: Section, story: WordWriter) -> str:
    """The picture of a section, small, before its label."""
    return decorative(section.picture, (_SIGN, _SIGN), story) if section.picture else ""


def _heading(place: OutlineEntry, story: WordWriter, *, below_label: bool) -> str:
    section = place.section
    divides = section.role == "divider"
    words = run(without_widow(section.title), _characters(section, story).xml)
    direct = ParagraphFormat(
        page_break=place.new_page and not below_label,
        numbering=_number(place, story),
        borders=_borders(place, story),
        fill=story.accent(section.accent) if divides else None,
        before=_before(place, below_label=below_label),
        after=_AFTER_BAND if divides else None,
    )
    content = bookmarked(words, place.mark, story) if place.mark else words
    return story.paragraph(HEADINGS[place.level - 1], content, direct)


def _characters(section: Section, story: WordWriter) -> RunFormat:
    """How the words of a heading differ from its style: on a coloured ground, and where a page has to hold much."""
    match section.role:
        case "divider":
            return RunFormat(colour=story.direct("paper"))
        case "run-sheet" if any(isinstance(block, Table) for block in section.blocks):
            return RunFormat(size=story.brand.guide.heading_2)
        case _:
            return RunFormat()


def _before(place: OutlineEntry, *, below_label: bool) -> float | None:
    """The space above a heading where it is not that of the style: at the top of a page, and under a label."""
    if below_label:
        return _ABOVE_BAND if place.section.role == "divider" else _AFTER_LABEL
    return 0 if place.at_top else None


def _number(place: OutlineEntry, story: WordWriter) -> int | None:
    """The list that the heading is counted in; a new one where the count starts anew."""
    if not place.numbering:
        return None
    return story.heading_list(place.numbering, place.section.number or 0, anew=place.anew)


def _borders(place: OutlineEntry, story: WordWriter) -> tuple[Border, ...]:
    """What shows the colour of a section that has one of its own."""
    colour = story.accent(place.section.accent)
    if place.section.role == "divider":
        return band_borders(colour)
    if place.section.accent == "brand":
        return (rule_above(story.direct("line")),) if place.section.role == "step" else ()
    return (rule_below(colour),) if place.level == 1 else (bar_left(colour),)
