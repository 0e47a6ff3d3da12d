"""The plain-text renderer."""

import re
from collections.abc import Iterator

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, Section
from coprod_content.plugins.renderers import Renderer
from coprod_plain.blocks import block_lines, one_line
from coprod_plain.structure_words import CONTENTS, NOTE, NOTE_TITLE, NOTES, NOTES_END, STEP, card_side, time_line

_UNLISTED = ("cover", "contents")
_FEW = 2


def render(document: Document, _: Brand) -> bytes:
    """Return a document as UTF-8 text.

    Each paragraph is on one line, and parts are separated by blank lines.
    """
    parts = (_head(document), (NOTE_TITLE, *NOTE), *_contents(document), *_sections(document))
    return ("\n\n".join("\n".join(part) for part in parts if part) + "\n").encode()


renderer = Renderer(
    suffix=".txt",
    media_type="text/plain; charset=utf-8",
    render=render,
    caption="Plain text",
    hint="To transcribe into braille or audio.",
)


def _head(document: Document) -> tuple[str, ...]:
    about = (document.title, document.subtitle, document.imprint)
    return tuple(one_line(words) for words in about if words.strip())


def _contents(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield a list of section titles if there are more than two."""
    titles = [one_line(section.title) for section in document.sections if section.role not in _UNLISTED]
    if len(titles) > _FEW:
        yield (f"{CONTENTS}:", *(f"{at}. {title}" for at, title in enumerate(titles, start=1)))


def _sections(document: Document) -> Iterator[tuple[str, ...]]:
    cards = [section for section in document.sections if section.role == "card-front"]
    group = card = 0
    for before, section in zip((None, *document.sections), document.sections, strict=False):
        if section.group.strip() and (before is None or before.group != section.group):
            group += 1
            yield (f"Part {group}: {one_line(section.group)}",)
        if section.role != "card-front":
            for depth, each in section.walk():
                yield from _section(each, depth)
            continue
        card += 1
        for side, (depth, each) in enumerate(section.walk()):
            yield from _section(each, depth, marker=card_side(card, len(cards), side))


def _section(section: Section, depth: int, marker: str = "") -> Iterator[tuple[str, ...]]:
    """Yield a section's groups of lines, without its subsections."""
    if section.role == "contents" and not section.blocks:
        return
    head = [marker, f"Heading {depth}: {_heading(section)}", one_line(section.label)]
    if section.minutes is not None and not re.search(rf"\b{section.minutes}\s*min", section.label, re.IGNORECASE):
        head.append(time_line(section.minutes))
    yield tuple(words for words in head if words)
    yield from (tuple(block_lines(block)) for block in section.blocks)
    if section.notes:
        yield (NOTES,)
        yield from (tuple(block_lines(block)) for block in section.notes)
        yield (NOTES_END,)


def _heading(section: Section) -> str:
    title = one_line(section.title)
    if section.number is None or section.label.casefold() == f"{STEP} {section.number}".casefold():
        return title
    return f"{STEP} {section.number}: {title}" if section.role == "step" else f"{section.number}. {title}"
