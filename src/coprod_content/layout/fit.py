"""Fitting documents into frames by splitting sections, never truncating or shrinking.

A section that is too long becomes several, with "(1 of 3)" after the title. It is split between blocks, then between
list entries, rows and paragraphs, then between sentences. Text that still does not fit is reported as a fault.
"""

from collections.abc import Iterator
from math import inf

from attrs import evolve, frozen

from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph, Table, part_of
from coprod_content.document.document import Document, Section, on_paper
from coprod_content.findings.fault import Fault, finding_of
from coprod_content.findings.finding import Finding
from coprod_content.layout.block_cuts import smallest_beginning, split_block
from coprod_content.layout.frames import Frame, Frames
from coprod_content.layout.text_faults import blocks_height, broken_words, left_out, too_long
from coprod_content.text.spans import verbatim

Blocks = tuple[Block, ...]
_BALANCING_STEPS = 5
_BEGINNINGS = (16, 64, 256)


@frozen
class FittedDocument:
    """A document fitted into frames, with any faults found.

    Faults concern text that overflows or was left out, and words wider than a line.
    """

    document: Document
    faults: tuple[Fault, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults as findings that name no file or line."""
        return tuple(evolve(finding_of(fault, ""), where=None) for fault in self.faults)


def fit(document: Document, frames: Frames) -> FittedDocument:
    """Fit a document into frames by splitting its long sections.

    Sections with a role in `frames.whole` are not split. Each section of the result fits its frame, unless there is a
    fault about it. Form fields become lines and lists to write on.
    """
    found: list[Fault] = []
    document = frames.arranged(on_paper(document))
    frames = frames.for_document(document)
    sections = tuple(part for section in document.sections for part in _fit_section(section, frames, found))
    return FittedDocument(evolve(document, sections=sections), tuple(found))


def _fit_section(section: Section, frames: Frames, found: list[Fault]) -> tuple[Section, ...]:
    frame = frames.of(section)
    labelled = _with_short_label(section, frame)
    if labelled is not section:
        section, frame = labelled, frames.of(labelled)
    if section.role in frames.whole:
        section = _whole(section, frame, frames, found)
    below = tuple(part for child in section.sections for part in _fit_section(child, frames, found))
    if section.role in frames.whole:
        return (evolve(section, sections=below),)
    if below == section.sections and _page(section.blocks, frame, frame.height) == (section.blocks, ()):
        framed = [(section, frame)]  # the usual case
    else:
        framed = [(part, frames.of(part)) for part in _parts(section, _pages_of(section, frames), below)]
    found += too_long(section, framed)
    return tuple(part for part, _ in framed)


def _whole(section: Section, frame: Frame, frames: Frames, found: list[Fault]) -> Section:
    """Return a section, or the first of its shorter versions that fits.

    If none fits, the section itself is returned. Faults are added to `found`. `frame` is the frame of the section
    itself.
    """
    versions = (
        section,
        *(
            evolve(section, blocks=version.blocks, sections=(*section.sections, *version.sections), shorter=())
            for version in section.shorter
        ),
    )
    for at, version in enumerate(versions):
        room = frames.of(version) if at else frame
        if not tuple(too_long(version, [(version, room)])):
            if at:
                found.append(left_out(section, section.shorter[at - 1]))
            found += broken_words(version, room)
            return version
    found += too_long(section, [(section, frame)])
    return section


def _with_short_label(section: Section, frame: Frame) -> Section:
    """Move an overlong label to the beginning of the text."""
    if not section.label or frame.label_share(section) >= 1:
        return section
    return evolve(section, label="", blocks=(Paragraph(verbatim(section.label), "small"), *section.blocks))


def _parts(section: Section, pages: list[Blocks], below: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return a section for each page of a section that was divided.

    The first section has the notes. The last one has the subsections, which are in `below`.
    """
    last = len(pages)
    return tuple(
        evolve(
            section,
            title=section.title if last == 1 else f"{section.title} ({at} of {last})",
            blocks=blocks,
            notes=section.notes if at == 1 else (),
            sections=below if at == last else (),
        )
        for at, blocks in enumerate(pages, start=1)
    )


def _pages_of(section: Section, frames: Frames) -> list[Blocks]:
    """Divide the blocks of a section into pages.

    The frame of a section can depend on its blocks, so the blocks left after a page may get a different frame, and a
    page may turn out to be too tall for its own frame. It is then divided again.
    """
    pages: list[Blocks] = []
    rest = section.blocks
    while rest or not pages:
        frame = frames.of(section if rest is section.blocks else evolve(section, blocks=rest))
        for page, left in _balanced(rest, frame):
            rest = left
            alone = evolve(section, blocks=page)
            moved = frames.of(alone)
            again = moved != frame and blocks_height(page, moved) > moved.height
            pages += _pages_of(alone, frames) if again else [page]
            if rest and frames.of(evolve(section, blocks=rest)) != frame:
                break
    return pages


def _balanced(blocks: Blocks, frame: Frame) -> list[tuple[Blocks, Blocks]]:
    """Divide blocks into as few pages as possible, of similar heights.

    Each pair in the result has the blocks of a page, and all the blocks after that page.
    """
    pages = _pages(blocks, frame, frame.height)
    if len(pages) == 1 or any(blocks_height(page, frame) > frame.height for page, _ in pages):
        return pages
    low, high = frame.height / 2, frame.height
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        tried = _pages(blocks, frame, middle)
        if len(tried) == len(pages) and all(blocks_height(page, frame) <= middle for page, _ in tried):
            high, pages = middle, tried
        else:
            low = middle
    return pages


def _pages(blocks: Blocks, frame: Frame, height: float) -> list[tuple[Blocks, Blocks]]:
    pages: list[tuple[Blocks, Blocks]] = []
    while blocks or not pages:
        page, blocks = _page(blocks, frame, height)
        pages.append((page, blocks))
    return pages


def _page(blocks: Blocks, frame: Frame, height: float) -> tuple[Blocks, Blocks]:
    """Split blocks into those that fit on a page and the rest.

    If possible, the first block that does not fit is split too. If there are any blocks, the page has at least the
    smallest beginning of the first.
    """
    page: list[Block] = []
    used = 0.0
    for at, block in enumerate(blocks):
        room = height - used - (frame.gap if page else 0.0)
        needed = _height_within(block, frame, height)
        if needed <= room:
            used = height - room + needed
            page.append(block)
            continue
        whole = isinstance(block, Callout) and page and needed <= height
        head, rest = (None, block) if whole else split_block(block, room, frame)
        if head is None and not page:
            head, rest = smallest_beginning(block)
        page += [head] if head is not None else []
        return tuple(page), ((rest,) if rest is not None else ()) + blocks[at + 1 :]
    return tuple(page), ()


def _height_within(block: Block, frame: Frame, most: float) -> float:
    """Return a block's height, or infinity if it is clearly too tall.

    Heights are in millimetres. The first entries of a long list or table are measured first. If they are already taller
    than `most`, the rest is not measured, which saves time.
    """
    if any(frame.height_of(head) > most for head in _beginnings(block)):
        return inf
    return frame.height_of(block)


def _beginnings(block: Block) -> Iterator[Block]:
    match block:
        case Bullets(items=items):
            yield from (part_of(block, items=items[:count]) for count in _BEGINNINGS if count < len(items))
        case Table(rows=rows):
            yield from (part_of(block, rows=rows[:count]) for count in _BEGINNINGS if count < len(rows))
