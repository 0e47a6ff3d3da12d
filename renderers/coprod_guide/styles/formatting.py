"""Style, paragraph and run formatting as WordprocessingML, in schema order.

Spacing, borders and type sizes are in points; indents and tabs are in millimetres. Unset properties are inherited.
"""

from typing import Literal

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.layout.office_metrics import usual_share
from coprod_guide.styles.style_names import WordStyle

_SINGLE = 1.15
MM_PER_TWIP = 25.4 / 1440
_KEEP_NEXT = {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}
_THEME_SLOTS = {"ink": "text1", "paper": "background1", "brand": "text2", "tint": "background2"}
_THEME_SLOTS |= {f"theme_{at}": f"accent{at}" for at in range(1, 7)}


def line_spacing(brand: Brand, factor: float = 1.0) -> float:
    """Return the line height of text, as a multiple of single spacing.

    The line height is `factor` times the brand's line height, which is a percentage of 1.15 times the type size. Single
    spacing depends on the font.
    """
    return factor * brand.guide.line / 100 * single_line(brand)


def single_line(brand: Brand) -> float:
    """Return 1.15 times the type size, as a multiple of single spacing.

    Single spacing depends on the font.
    """
    return usual_share(brand.fonts.office, _SINGLE)


def twips(millimetres: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@frozen
class ThemedColour:
    """A colour as six hexadecimal digits, optionally linked to the theme."""

    hex: str
    theme_slot: str = ""

    @classmethod
    def of(cls, brand: Brand, role: str) -> "ThemedColour":
        """Return the colour that a brand has for a role.

        The colour is linked to the theme if the theme has a colour for this role.
        """
        return cls(brand.colour(role)[1:].upper(), _THEME_SLOTS.get(role, ""))

    def attributes(self, name: str) -> str:
        """Return the XML attributes that set this colour.

        `name` is the attribute for the hexadecimal digits: `val`, `color` or `fill`. A second attribute names the theme
        colour, if there is one.
        """
        theme = "themeFill" if name == "fill" else "themeColor"
        return f' w:{name}="{self.hex}"' + (f' w:{theme}="{self.theme_slot}"' if self.theme_slot else "")

    @property
    def shading(self) -> str:
        """The XML element that fills a paragraph or cell with this colour."""
        return f'<w:shd w:val="clear" w:color="auto"{self.attributes("fill")}/>'


@frozen
class Border:
    """A border on one side of a paragraph, cell, table or page.

    `weight` is the width of the line, and `space` the distance from the text. Both are in points.
    """

    side: str
    colour: ThemedColour
    weight: float
    space: int = 0

    @property
    def xml(self) -> str:
        """The XML element for this border."""
        size = round(self.weight * 8)
        return f'<w:{self.side} w:val="single" w:sz="{size}" w:space="{self.space}"{self.colour.attributes("color")}/>'


@frozen(kw_only=True)
class ParagraphFormat:
    """The properties of a paragraph.

    `line` is a multiple of single spacing, and `min_line` a minimum line height in points. `before` and `after` are in
    points. `right_tab` is the position of a right-aligned tab to add, and `cleared_tab` the position of the style's tab
    that it replaces. `left`, `right` and `hanging` are indents. Tabs and indents are in millimetres. An `unbroken`
    paragraph does not start a page, even if its style does. `fill` is the colour of the shading.
    """

    keep_next: bool | None = None
    keep_lines: bool = False
    page_break: bool = False
    unbroken: bool = False
    numbering: int | None = None
    borders: tuple[Border, ...] = ()
    fill: ThemedColour | None = None
    right_tab: float | None = None
    dot_leader: bool = False
    cleared_tab: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    min_line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Literal["", "center", "right"] = ""
    outline_level: int | None = None

    @property
    def xml(self) -> str:
        """The XML of these properties, to go after `w:pStyle` in `w:pPr`."""
        pieces = [_KEEP_NEXT[self.keep_next]]
        if self.keep_lines:
            pieces.append("<w:keepLines/>")
        if self.page_break:
            pieces.append("<w:pageBreakBefore/>")
        elif self.unbroken:
            pieces.append('<w:pageBreakBefore w:val="0"/>')
        if self.numbering is not None:
            pieces.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.numbering}"/></w:numPr>')
        if self.borders:
            pieces.append(f"<w:pBdr>{''.join(border.xml for border in self.borders)}</w:pBdr>")
        if self.fill:
            pieces.append(self.fill.shading)
        if self.right_tab is not None:
            leader = ' w:leader="dot"' if self.dot_leader else ""
            cleared = "" if self.cleared_tab is None else f'<w:tab w:val="clear" w:pos="{twips(self.cleared_tab)}"/>'
            pieces.append(f'<w:tabs>{cleared}<w:tab w:val="right"{leader} w:pos="{twips(self.right_tab)}"/></w:tabs>')
        pieces += (self._spacing, self._indents)
        if self.align:
            pieces.append(f'<w:jc w:val="{self.align}"/>')
        if self.outline_level is not None:
            pieces.append(f'<w:outlineLvl w:val="{self.outline_level}"/>')
        return "".join(pieces)

    @property
    def _spacing(self) -> str:
        sides = (("before", self.before), ("after", self.after))
        pieces = [f' w:{name}="{round(points * 20)}"' for name, points in sides if points is not None]
        if self.line is not None:
            pieces.append(f' w:line="{round(self.line * 240)}" w:lineRule="auto"')
        if self.min_line is not None:
            pieces.append(f' w:line="{round(self.min_line * 20)}" w:lineRule="atLeast"')
        return f"<w:spacing{''.join(pieces)}/>" if pieces else ""

    @property
    def _indents(self) -> str:
        sides = (("left", self.left), ("right", self.right), ("hanging", self.hanging))
        pieces = [f' w:{name}="{twips(length)}"' for name, length in sides if length is not None]
        return f"<w:ind{''.join(pieces)}/>" if pieces else ""


@frozen(kw_only=True)
class RunFormat:
    """The properties of a run, with `size` in points."""

    bold: bool | None = None
    colour: ThemedColour | None = None
    size: float | None = None
    underline: bool = False

    @property
    def xml(self) -> str:
        """The XML of these properties, in the order that `w:rPr` requires."""
        pieces = []
        if self.bold is not None:
            value = "" if self.bold else ' w:val="0"'
            pieces.append(f"<w:b{value}/><w:bCs{value}/>")
        if self.colour:
            pieces.append(f"<w:color{self.colour.attributes('val')}/>")
        if self.size is not None:
            half_points = round(self.size * 2)
            pieces.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
        if self.underline:
            pieces.append('<w:u w:val="single"/>')
        return "".join(pieces)


_PARAGRAPH, _RUN = ParagraphFormat(), RunFormat()


@frozen
class StyleDefinition:
    """A style with its formatting.

    `based_on` is the style from which this style inherits. `next` is the style of a new paragraph that is typed after
    one in this style, or None for the same style. `table` is the XML of a table style's properties, and is empty for
    other styles.
    """

    style: WordStyle
    based_on: WordStyle | None = WordStyle.NORMAL
    next: WordStyle | None = None
    paragraph: ParagraphFormat = _PARAGRAPH
    run: RunFormat = _RUN
    table: str = ""
