"""Lists: what their numbers and bullets look like, and a list of its own for each one that starts anew."""

from attrs import define, evolve, field, frozen
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.names import LISTS, Style
from coprod_guide.setting import ink, twips
from coprod_guide.sheet import Sheet
from coprod_guide.words import STEP
from coprod_guide.xml import HEAD, W

STEPS, PARTS = "Steps", "Parts"
_INDENTS = {Style.BULLET: 6.0, Style.NUMBER: 8.0, Style.CHECK: 7.0, Style.REFERENCE: 12.0}
_INDENTED_AT = 12  # points
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = "<w:rFonts{}/>".format("".join(f' w:{a}="Segoe UI Symbol"' for a in ("ascii", "eastAsia", "hAnsi", "cs")))


@frozen(kw_only=True)
class Level:
    """One level of a list: its number or bullet, where its text begins and how far before that the number stands.

    Lengths are millimetres. With `hanging` 0 the number is part of the text.
    """

    words: str
    kind: str = "bullet"
    properties: str = ""
    indent: float = 0
    hanging: float = 0

    def xml(self, at: int, style: Style | None) -> str:
        """The element of the level at a depth from 0, of the list that a style carries."""
        linked = f'<w:pStyle w:val="{style.id}"/>' if style and at == 0 else ""
        suffix = "tab" if self.hanging else "space"
        set_as = f"<w:rPr>{self.properties}</w:rPr>" if self.properties else ""
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{self.kind}"/>{linked}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{self.words}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{twips(self.indent)}" w:hanging="{twips(self.hanging)}"/></w:pPr>{set_as}</w:lvl>'
        )


def numbering_part(brand: Brand) -> bytes:
    """`word/numbering.xml` with a list for each list style, and one each for numbered steps and other parts."""
    colour = f"<w:color{ink(brand, 'brand').attributes('val')}/>"
    strong = f"<w:b/><w:bCs/>{colour}"
    lists = {
        Style.BULLET: _nested(
            list_indent(Style.BULLET, brand), *(Level(words=glyph, properties=colour) for glyph in "•–•")
        ),
        Style.NUMBER: _nested(
            list_indent(Style.NUMBER, brand),
            Level(words="%1.", kind="decimal", properties=strong),
            Level(words="%2.", kind="lowerLetter", properties=strong),
        ),
        Style.CHECK: _nested(list_indent(Style.CHECK, brand), Level(words="☐", properties=_BOX + colour)),
        Style.REFERENCE: _nested(
            list_indent(Style.REFERENCE, brand), Level(words="[%1]", kind="decimal", properties=strong)
        ),
        Style.NOTE_BULLET: (Level(words="•", properties=colour, indent=9, hanging=4.5),),
    }
    abstract = [_abstract(list_of(style), lists[style], style) for style in LISTS]
    headings = heading_lists(len(LISTS) + 1)
    return f"{HEAD}<w:numbering {W}>{''.join((*abstract, *headings))}{_nums(len(LISTS) + 2)}</w:numbering>".encode()


def list_indent(style: Style, brand: Brand) -> float:
    """How far the text of a list stands in, in millimetres: room for its numbers in the size of the text."""
    return _INDENTS[style] * brand.guide.body / _INDENTED_AT


def _nested(step: float, *levels: Level) -> tuple[Level, ...]:
    """Levels that each begin where the text of the one above does."""
    return tuple(evolve(level, indent=step * depth, hanging=step) for depth, level in enumerate(levels, start=1))


def list_of(style: Style) -> int:
    """The id of the list that a style carries in the library's own reference document."""
    return LISTS.index(style) + 1


def heading_lists(first: int) -> tuple[str, str]:
    """The lists that number headings, as abstract lists with ids from `first` on: `Step 1:` and `1.`."""
    steps = Level(words=f"{STEP} %1:", kind="decimal")
    parts = Level(words="%1.", kind="decimal")
    return _abstract(first, (steps,), name=STEPS), _abstract(first + 1, (parts,), name=PARTS)


def _abstract(id_: int, levels: tuple[Level, ...], style: Style | None = None, name: str = "") -> str:
    kind = "singleLevel" if len(levels) == 1 else "multilevel"
    named = f'<w:name w:val="{name}"/>' if name else ""
    inner = "".join(level.xml(at, style) for at, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="{kind}"/>{named}{inner}</w:abstractNum>'


def _nums(count: int) -> str:
    return "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, count + 1))


@define
class Numbers:
    """Hands out lists that start anew, each with the look of one that the reference document has."""

    _looks: dict[str, int]
    _first: int
    _made: list[str] = field(factory=list)

    @classmethod
    def of(cls, numbering: etree._Element, sheet: Sheet) -> "Numbers":
        """The lists that a `w:numbering` element and the styles of a sheet offer."""
        nums = {
            _number(num, "numId"): _number(num.find(f"{_W}abstractNumId"), "val")
            for num in numbering.findall(f"{_W}num")
        }
        names = ((abstract.find(f"{_W}name"), abstract) for abstract in numbering.findall(f"{_W}abstractNum"))
        looks = {str(name.get(f"{_W}val")): _number(each, "abstractNumId") for name, each in names if name is not None}
        looks |= {style.value: nums[sheet.list_of(style) or 0] for style in LISTS}
        return cls(looks, max(nums) + 1)

    def new(self, look: str, start: int) -> int:
        """The id of a new list that looks like that of a style or of headings, and starts at a number."""
        id_ = self._first + len(self._made)
        self._made.append(
            f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{self._looks[look]}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return id_

    @property
    def xml(self) -> str:
        """A `w:numbering` element of the new lists."""
        return f"<w:numbering {W}>{''.join(self._made)}</w:numbering>"


def _number(element: etree._Element | None, name: str) -> int:
    return int(element.get(f"{_W}{name}", "0")) if element is not None else 0
