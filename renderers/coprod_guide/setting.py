"""How paragraphs and characters are set, as WordprocessingML in the order that its schema asks for.

Spaces and sizes are points, indents millimetres. What is not given is left to the style.
"""

from attrs import frozen

from coprod_content.brand.brand import Brand

MM_PER_TWIP = 25.4 / 1440
_SLOTS = {"ink": "text1", "paper": "background1", "brand": "text2", "tint": "background2"}
_SLOTS |= {f"theme_{at}": f"accent{at}" for at in range(1, 7)}


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@frozen
class Ink:
    """A colour as six hexadecimal digits, and the slot of the theme that it follows, if any."""

    digits: str
    slot: str = ""

    def attributes(self, name: str) -> str:
        """The attributes of an element that takes the colour under a name: `val`, `color` or `fill`."""
        theme = "themeFill" if name == "fill" else "themeColor"
        return f' w:{name}="{self.digits}"' + (f' w:{theme}="{self.slot}"' if self.slot else "")


def ink(brand: Brand, role: str, *, themed: bool = True) -> Ink:
    """The colour of a role; `themed` in styles that stand beside a theme made from the brand's palette."""
    return Ink(brand.colour(role)[1:].upper(), _SLOTS.get(role, "") if themed else "")


@frozen
class Border:
    """A line along one side of a paragraph or cell: weight and distance from the text in points."""

    side: str
    ink: Ink
    weight: float
    space: int = 0

    @property
    def xml(self) -> str:
        """The element of this side."""
        size = round(self.weight * 8)
        return f'<w:{self.side} w:val="single" w:sz="{size}" w:space="{self.space}"{self.ink.attributes("color")}/>'


@frozen(kw_only=True)
class Para:
    """How a paragraph is set. `line` is a multiple of the font's own line height, `exact` a height in points."""

    keep_next: bool | None = None
    keep_lines: bool = False
    page_break: bool = False
    numbering: int | None = None
    borders: tuple[Border, ...] = ()
    fill: Ink | None = None
    right_tab: float | None = None
    leader: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    least: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    outline: int | None = None

    @property
    def xml(self) -> str:
        """The content of `w:pPr` after the style, or nothing."""
        pieces = []
        if self.keep_next is not None:
            pieces.append("<w:keepNext/>" if self.keep_next else '<w:keepNext w:val="0"/>')
        if self.keep_lines:
            pieces.append("<w:keepLines/>")
        if self.page_break:
            pieces.append("<w:pageBreakBefore/>")
        if self.numbering is not None:
            pieces.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.numbering}"/></w:numPr>')
        if self.borders:
            pieces.append(f"<w:pBdr>{''.join(border.xml for border in self.borders)}</w:pBdr>")
        if self.fill:
            pieces.append(f'<w:shd w:val="clear" w:color="auto"{self.fill.attributes("fill")}/>')
        if self.right_tab is not None:
            leader = ' w:leader="dot"' if self.leader else ""
            pieces.append(f'<w:tabs><w:tab w:val="right"{leader} w:pos="{twips(self.right_tab)}"/></w:tabs>')
        return "".join(pieces) + self._spacing + self._indents + self._outline

    @property
    def _spacing(self) -> str:
        pieces = [
            f' w:{name}="{round(points * 20)}"'
            for name, points in (("before", self.before), ("after", self.after))
            if points is not None
        ]
        if self.line is not None:
            pieces.append(f' w:line="{round(self.line * 240)}" w:lineRule="auto"')
        if self.least is not None:
            pieces.append(f' w:line="{round(self.least * 20)}" w:lineRule="atLeast"')
        return f"<w:spacing{''.join(pieces)}/>" if pieces else ""

    @property
    def _indents(self) -> str:
        sides = (("left", self.left), ("right", self.right), ("hanging", self.hanging))
        pieces = [f' w:{name}="{twips(length)}"' for name, length in sides if length is not None]
        return f"<w:ind{''.join(pieces)}/>" if pieces else ""

    @property
    def _outline(self) -> str:
        return "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'


@frozen(kw_only=True)
class Chars:
    """How characters are set: `size` in points."""

    strong: bool | None = None
    ink: Ink | None = None
    size: float | None = None
    underline: bool = False

    @property
    def xml(self) -> str:
        """The content of `w:rPr` after the style and fonts, or nothing."""
        pieces = []
        if self.strong is not None:
            value = "" if self.strong else ' w:val="0"'
            pieces.append(f"<w:b{value}/><w:bCs{value}/>")
        if self.ink:
            pieces.append(f"<w:color{self.ink.attributes('val')}/>")
        if self.size is not None:
            half = round(self.size * 2)
            pieces.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
        if self.underline:
            pieces.append('<w:u w:val="single"/>')
        return "".join(pieces)
