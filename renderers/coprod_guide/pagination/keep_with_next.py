"""What stays together on a page: a heading with what it heads, a list with its first and last points, a short entry."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.document.blocks import Block, Bullets, Facts, Figure, Paragraph, Signpost, Table, Writing
from coprod_content.document.document import Section
from coprod_content.text.spans import Text, plain, verbatim
from coprod_guide.pagination.text_height import TextMeasure

_ENTRY = 14  # lines of an entry that is never split


@frozen(kw_only=True)
class BlockContext:
    """How a block stands in its section: between which others, whether right under the heading, whether the section is
    kept on one page, whether it explains a figure above it, which is wider than text, and how far apart, in
    millimetres, the lines to write on are; 0 is as the style has them.
    """

    before: Block | None = None
    after: Block | None = None
    first: bool = False
    whole: bool = False
    explains: bool = False
    ruled: float = 0.0


def standings(
    blocks: tuple[Block, ...], *, headed: bool = False, whole: bool = False, ruled: float = 0.0
) -> Iterator[tuple[Block, BlockContext]]:
    """Blocks, each with how it stands; `headed` where a heading is above the first."""
    pictured = False
    for at, block in enumerate(blocks):
        yield (
            block,
            BlockContext(
                before=blocks[at - 1] if at else None,
                after=blocks[at + 1] if at + 1 < len(blocks) else None,
                first=headed and at == 0,
                whole=whole,
                explains=pictured,
                ruled=ruled,
            ),
        )
        pictured = pictured or isinstance(block, Figure)


def is_entry(section: Section, room: TextMeasure) -> bool:
    """Whether a section is short and plain enough to be kept whole: an entry of a list of resources or of words."""
    if section.sections or section.notes:
        return False
    count = 0
    for block in section.blocks:
        match block:
            case Paragraph(text):
                count += room.lines(text, room.brand.guide.body)
            case Signpost(label, url):
                count += sum(room.lines(verbatim(words), room.brand.guide.body) for words in (label, url))
            case _:
                return False
    return count <= _ENTRY


def leads(text: Text, standing: BlockContext, room: TextMeasure) -> bool:
    """Whether a paragraph stays with what comes after it: in an entry; where it leads to a link, a drawing or a table,
    with a colon to a list, or, all strong, to anything; and where it is a single line under a heading.
    """
    after = standing.after
    if after is None:
        return False
    if standing.whole or isinstance(after, Signpost | Figure | Facts | Table):
        return True
    with_colon = isinstance(after, Bullets) and plain(text).rstrip().endswith(":")
    alone = standing.first and room.lines(text, room.brand.guide.body) == 1
    return with_colon or alone or all(span.strong for span in text)


def held(at: int, count: int) -> bool:
    """Whether an entry of a list, counted from 0, stays with the next: the first does, and the last but one."""
    return at + 1 < count and at in {0, count - 2}


def has_lines(section: Section) -> bool:
    """Whether there are lines to write on in a section."""
    return any(isinstance(block, Writing) for block in section.blocks)
