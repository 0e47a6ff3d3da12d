"""Blocks as paragraphs, lists, tables and drawings in the order in which they are read."""

import re
from typing import assert_never

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.document.document import Section
from coprod_content.text.spans import plain
from coprod_guide.body.figures import inline
from coprod_guide.body.runs import is_live, linked, reference_bookmark, runs
from coprod_guide.body.tables import facts_table, idea, table, writing
from coprod_guide.fixed_text import FOR_THE_FACILITATOR, minutes
from coprod_guide.pagination.keep_with_next import BlockContext, held, leads, standings
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.callout_styles import CALLOUT_RIGHT
from coprod_guide.styles.formatting import ParagraphFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_PARAGRAPHS = {"body": WordStyle.BODY, "lead": WordStyle.LEAD, "say": WordStyle.SAY, "small": WordStyle.SMALL}
_LISTS = {"bullet": WordStyle.BULLET, "number": WordStyle.NUMBER, "check": WordStyle.CHECK}
_CALLOUTS = {
    "say": WordStyle.CALLOUT_SAY,
    "advice": WordStyle.CALLOUT_ADVICE,
    "caution": WordStyle.CALLOUT_CAUTION,
    "access": WordStyle.CALLOUT_ACCESS,
    "evidence": WordStyle.CALLOUT_EVIDENCE,
}
_ABOVE_BOX, _BELOW_BOX, _BELOW_TABLE, _BELOW_FIGURE = 16.0, 6.0, 14.0, 10.0


def blocks_xml(blocks: tuple[Block, ...], story: WordWriter, body: WordStyle = WordStyle.BODY) -> str:
    """Blocks one after the other; `body` is the style of ordinary paragraphs."""
    return "".join(block_xml(block, standing, story, body) for block, standing in standings(blocks))


def notes_xml(notes: tuple[Block, ...], story: WordWriter) -> str:
    """What only whoever presents needs, under a title that says so."""
    if not notes:
        return ""
    title = run(FOR_THE_FACILITATOR, _title_style(story))
    pieces = [story.paragraph(WordStyle.NOTE, title, ParagraphFormat(keep_next=True, before=14))]
    for block, standing in standings(notes):
        match block:
            case Paragraph(text, "body" | "lead" | "small") if plain(text).strip():
                pieces.append(story.paragraph(WordStyle.NOTE, runs(text, story)))
            case Bullets(items, "bullet"):
                pieces += (story.paragraph(WordStyle.NOTE_BULLET, runs(item, story)) for item in items)
            case _:
                pieces.append(block_xml(block, standing, story))
    return "".join(pieces)


def block_xml(block: Block, standing: BlockContext, story: WordWriter, body: WordStyle = WordStyle.BODY) -> str:
    """One block as it stands in its section."""
    before, after = standing.before, standing.after
    match block:
        case Paragraph():
            return _paragraph(block, standing, story, body)
        case Bullets():
            return _bullets(block, standing, story)
        case Facts():
            return facts_table(block, story)
        case Table():
            return table(block, story)
        case Callout():
            return _callout(block, story, apart=isinstance(before, Callout) and before.kind == block.kind)
        case Figure():
            return _figure(block, story, led=isinstance(after, Paragraph))
        case Illustrated():
            ends = isinstance(after, Writing)
            row = idea(block, story, first=not isinstance(before, Illustrated), last=not isinstance(after, Illustrated))
            return row + (story.paragraph(WordStyle.PICTURE, "") if ends else "")
        case Writing():
            return writing(block, story, standing.ruled)
        case Signpost(label, url):
            return _signpost(label, url, story, leads_on=standing.whole and after is not None)
        case _ as unreachable:
            assert_never(unreachable)


def _paragraph(block: Paragraph, standing: BlockContext, story: WordWriter, body: WordStyle) -> str:
    """A paragraph with words: on the page of what it leads to, clear of the table before it, as wide as a figure above
    that it explains."""
    if not plain(block.text).strip():
        return ""
    direct = ParagraphFormat(
        keep_next=leads(block.text, standing, TextMeasure(story.brand)) or None,
        before=_BELOW_TABLE if isinstance(standing.before, Facts | Table) else None,
        right=0 if standing.explains else None,
    )
    return story.paragraph(body if block.style == "body" else _PARAGRAPHS[block.style], runs(block.text, story), direct)


def time_xml(section: Section, story: WordWriter) -> str:
    """How long a section takes, unless its label says so."""
    if section.minutes is None or re.search(rf"\b{section.minutes}\s*min", section.label, re.IGNORECASE):
        return ""
    return story.paragraph(WordStyle.TIME, run(minutes(section.minutes)))


def references_xml(blocks: tuple[Block, ...], story: WordWriter) -> str:
    """The blocks of a list of references: each numbered entry has a bookmark that citations lead to."""
    pieces, known = [], set[int]()
    for block in blocks:
        if not (isinstance(block, Bullets) and block.style == "number"):
            pieces.append(blocks_xml((block,), story))
            continue
        direct = ParagraphFormat(numbering=story.list(WordStyle.REFERENCE, block.start))
        for number, item in enumerate(block.items, start=block.start):
            content = runs(item, story)
            if number not in known:
                content = bookmarked(content, reference_bookmark(str(number)), story)
            known.add(number)
            pieces.append(story.paragraph(WordStyle.REFERENCE, content, direct))
    return "".join(pieces)


def bookmarked(content: str, name: str, story: WordWriter) -> str:
    """Runs that can be led to."""
    id_ = story.next_id()
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id_}"/>'


def _bullets(block: Bullets, standing: BlockContext, story: WordWriter) -> str:
    style, count = _LISTS[block.style], len(block.items)
    numbering = story.list(style, block.start) if style is WordStyle.NUMBER else None
    right = 0 if standing.explains else None
    return "".join(
        story.paragraph(
            style,
            runs(item, story),
            ParagraphFormat(keep_next=held(at, count) or None, numbering=numbering, right=right),
        )
        for at, item in enumerate(block.items)
    )


def _callout(block: Callout, story: WordWriter, *, apart: bool = False) -> str:
    """A title and paragraphs that Word draws as one box.

    `apart` makes the right edge a hair narrower, so that a box like it just before stays a box of its own.
    """
    said = tuple(text for text in block.paragraphs if plain(text).strip())
    style, last = _CALLOUTS[block.kind], len(said)
    texts = (run(block.title, _title_style(story)), *(runs(text, story) for text in said))
    right = CALLOUT_RIGHT + 0.1 if apart else None
    return "".join(
        story.paragraph(
            style,
            text,
            ParagraphFormat(
                keep_next=at < last or None,
                before=None if at else _ABOVE_BOX,
                after=_BELOW_BOX if at == last else None,
                right=right,
            ),
        )
        for at, text in enumerate(texts)
    )


def _title_style(story: WordWriter) -> str:
    return f'<w:rStyle w:val="{story.id(WordStyle.CALLOUT_TITLE)}"/>'


def _figure(block: Figure, story: WordWriter, *, led: bool) -> str:
    """A drawing with its caption; a paragraph that it leads to stays on its page."""
    alone = ParagraphFormat(keep_next=led, after=_BELOW_FIGURE)
    drawn = story.paragraph(WordStyle.FIGURE, inline(block, story), None if block.caption else alone)
    caption = (
        story.paragraph(WordStyle.CAPTION, runs(block.caption, story), ParagraphFormat(before=6))
        if block.caption
        else ""
    )
    return drawn + caption


def _signpost(label: str, url: str, story: WordWriter, *, leads_on: bool) -> str:
    words = linked(label, url, story) if is_live(url) else run(label)
    kept = ParagraphFormat(keep_next=True) if leads_on else None
    return story.paragraph(WordStyle.SIGNPOST, words) + story.paragraph(WordStyle.ADDRESS, run(url), kept)
