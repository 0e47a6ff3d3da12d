"""The JSON data for one section of a text in one column."""

from attrs import evolve, frozen

from coprod_cards.layout.accents import Accent, accent_of
from coprod_cards.layout.arranged_sections import printed_title
from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_cards.layout.card_division import DEEPEST_HEADING
from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.text_runs import Runs, TextSetter
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import PaperBlock, Table
from coprod_content.document.document import Section
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim


@frozen(kw_only=True)
class SectionData:
    """A section for the Typst template, without its subsections.

    `place` is the section's link label (see `TextSetter.label_of`), or an empty string.
    """

    level: int
    accent: Accent
    label: Runs
    title: Runs
    title_type: TextStyle
    blocks: tuple[BlockData, ...]
    place: str = ""


def section_data(
    section: Section, level: int, brand: Brand, frame: CardFrame, text: TextSetter, style: TextStyle
) -> SectionData:
    """Return a section for the Typst template.

    `level` is the heading level of the section, and `style` is the text style of its title. `frame` gives the widths
    and styles of its blocks, and `text` converts their text.
    """
    setter = BlockSetter(frame, text)
    return SectionData(
        level=min(level, DEEPEST_HEADING),
        accent=accent_of(brand, section.accent),
        label=text.runs(verbatim(section.label), frame.width, frame.label) if section.label else (),
        title=text.runs(verbatim(printed_title(section.title)), frame.width, style),
        title_type=style,
        blocks=tuple(_block(block, section.role, setter) for block in paper_blocks(section.blocks)),
        place=text.label_of(section),
    )


def _block(block: PaperBlock, role: str, setter: BlockSetter) -> BlockData:
    data = setter.block_data(block)
    return evolve(data, kind="schedule") if role == "run-sheet" and isinstance(block, Table) else data
