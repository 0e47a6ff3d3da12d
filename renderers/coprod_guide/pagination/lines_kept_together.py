"""Rules for keeping a paragraph on the same page as the next.

Heading styles keep headings with their text (styles/text_styles.py). The rules in this module also keep a one-line
paragraph below a heading with the block after it.
"""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.document.blocks import Block, Bullets, Facts, Figure, Paragraph, Photograph, Signpost, Table
from coprod_content.document.document import Section
from coprod_content.text.spans import Text, plain, verbatim
from coprod_guide.pagination.text_height import TextMeasure

_LONGEST_ENTRY = 14  # lines


@frozen
class BlockContext:
    """A block's neighbours and position in its section.

    `first` is true if the block directly follows the heading, `whole` if the section is kept on one page, and `beside`
    if the block is in one of two columns. `line_spacing` is the distance between ruled lines in millimetres, or 0 for
    the distance set by the style.
    """

    before: Block | None = None
    after: Block | None = None
    first: bool = False
    whole: bool = False
    beside: bool = False
    line_spacing: float = 0.0


def blocks_in_context(
    blocks: tuple[Block, ...],
    *,
    headed: bool = False,
    whole: bool = False,
    beside: bool = False,
    line_spacing: float = 0.0,
) -> Iterator[tuple[Block, BlockContext]]:
    """Yield each block with its neighbours and its position in the section.

    `headed` is true if a heading is directly above the first block. `whole`, `beside` and `line_spacing` are the
    same for all blocks, and are explained in `BlockContext`.
    """
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        first = headed and before is None
        yield block, BlockContext(before, after, first, whole, beside, line_spacing)


def is_kept_whole(section: Section, measure: TextMeasure) -> bool:
    """Return whether to keep a section on one page.

    Only a short section is kept on one page, and only if it consists of paragraphs and signposts, without subsections
    or notes.
    """
    if section.sections or section.notes:
        return False
    lines, size = 0, measure.brand.guide.body
    for block in section.blocks:
        match block:
            case Paragraph(text):
                lines += measure.lines(text, size)
            case Signpost(label, url):
                lines += sum(measure.lines(verbatim(words), size) for words in (label, url))
            case _:
                return False
    return lines <= _LONGEST_ENTRY


def keeps_with_next(text: Text, context: BlockContext, measure: TextMeasure) -> bool:
    """Return whether to keep a paragraph with the block that follows.

    A paragraph is kept with the next block if the section stays on one page, if a signpost, figure, photo or table
    follows, or if the paragraph ends with a colon and a list follows. Paragraphs in bold, and single lines below a
    heading, are kept with any block.
    """
    after = context.after
    if after is None:
        return False
    if context.whole or isinstance(after, Signpost | Figure | Photograph | Facts | Table):
        return True
    introduces_list = isinstance(after, Bullets) and plain(text).rstrip().endswith(":")
    is_single_line = context.first and measure.lines(text, measure.brand.guide.body) == 1
    return introduces_list or is_single_line or all(span.strong for span in text)


def keeps_list_end(at: int, count: int) -> bool:
    """Return whether to keep a list entry with the next entry.

    `at` is the entry's position in a list of `count` entries, counted from 0. The first entry and the last but one are
    kept with the next, so that no page starts or ends with a single entry of a longer list.
    """
    return at + 1 < count and at in {0, count - 2}
