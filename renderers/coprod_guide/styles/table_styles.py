"""Styles for tables, their captions and the text in their cells."""

from coprod_content.brand.brand import Brand
from coprod_guide.styles.callout_styles import fine_line_weight
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, theme_colour, twips
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import WordStyle

CELL_LINE = 0.94  # leading in cells, as a multiple of that in body text
CELL_PADDING = 2.0  # millimetres between the left or right edge of a cell and its text


def table_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for captions, cells and tables."""
    heading = RunFormat(bold=True, colour=theme_colour(brand, "brand"), size=brand.guide.small)
    text, line = RunFormat(size=brand.guide.small), CELL_LINE * brand.guide.line / 100
    caption = ParagraphFormat(before=14, after=4, keep_lines=True)
    cell = ParagraphFormat(before=5, after=5, line=line)
    heading_cell = ParagraphFormat(keep_next=True, before=5, after=5, line=line)
    return (
        StyleDefinition(style=WordStyle.CAPTION, next=WordStyle.BODY, paragraph=caption, run=heading),
        StyleDefinition(style=WordStyle.TABLE_HEADING, paragraph=heading_cell, run=heading),
        StyleDefinition(style=WordStyle.TABLE_TEXT, paragraph=cell, run=text),
        StyleDefinition(style=WordStyle.FACT_LABEL, based_on=WordStyle.TABLE_TEXT, run=heading),
        StyleDefinition(style=WordStyle.FACT_VALUE, based_on=WordStyle.TABLE_TEXT),
        StyleDefinition(style=WordStyle.TABLE, table=_ruled_table(brand)),
        StyleDefinition(style=WordStyle.WRITING_TABLE, table=_table_properties("", 0)),
    )


def _ruled_table(brand: Brand) -> str:
    """Return a table style with rules and a tinted header row."""
    strong, tint = theme_colour(brand, "brand"), theme_colour(brand, "tint")
    rules = (
        Border("top", strong, 1.5),
        Border("bottom", strong, 0.75),
        Border("insideH", theme_colour(brand, "line"), fine_line_weight(brand)),
    )
    borders = f"<w:tblBorders>{''.join(rule.xml for rule in rules)}</w:tblBorders>"
    header = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders>{Border('bottom', strong, 0.75).xml}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto"{tint.attributes("fill")}/></w:tcPr></w:tblStylePr>'
    )
    return _table_properties(borders, twips(CELL_PADDING)) + header


def _table_properties(borders: str, padding: int) -> str:
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{padding}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
