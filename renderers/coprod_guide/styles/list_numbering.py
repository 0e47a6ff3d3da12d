"""List bullets and numbers, written to `word/numbering.xml`."""

from attrs import define, evolve, field, frozen
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.fixed_text import STEP
from coprod_guide.styles.formatting import ThemedColour, twips
from coprod_guide.styles.style_names import LISTS, StyleIndex, WordStyle
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office import HEAD
from coprod_office.reading.xml import Element, W

STEPS, PARTS = "Steps", "Parts"
_INDENTS = {WordStyle.BULLET: 6.0, WordStyle.NUMBER: 8.0, WordStyle.CHECK: 7.0, WordStyle.REFERENCE: 12.0}
_INDENTED_AT = 12  # type size, in points, at which the indents apply unscaled
_SYMBOLS = "<w:rFonts{}/>".format("".join(f' w:{a}="Segoe UI Symbol"' for a in ("ascii", "eastAsia", "hAnsi", "cs")))


@frozen
class ListLevel:
    """One list level, with its bullet or number and its indents.

    Indents are in millimetres. With a hanging indent of 0, a space follows the number instead of a tab.
    """

    text: str
    number_format: str
    run_properties: str = ""
    indent: float = 0
    hanging: float = 0

    def xml(self, depth: int, style: WordStyle | None) -> str:
        """Return the `w:lvl` element for a depth counted from 0.

        `style` is the paragraph style to link to the first level of the list, or None.
        """
        linked = f'<w:pStyle w:val="{style.id}"/>' if style and depth == 0 else ""
        suffix = "tab" if self.hanging else "space"
        run = f"<w:rPr>{self.run_properties}</w:rPr>" if self.run_properties else ""
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{self.number_format}"/>{linked}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{self.text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{twips(self.indent)}" w:hanging="{twips(self.hanging)}"/></w:pPr>{run}</w:lvl>'
        )


def numbering_part(brand: Brand) -> bytes:
    """Return the content of `word/numbering.xml` for a brand's guides."""
    colour = f"<w:color{ThemedColour.of(brand, 'brand').attributes('val')}/>"
    strong = f"<w:b/><w:bCs/>{colour}"
    levels = {
        WordStyle.BULLET: tuple(ListLevel(glyph, "bullet", colour) for glyph in "•–•"),
        WordStyle.NUMBER: (ListLevel("%1.", "decimal", strong), ListLevel("%2.", "lowerLetter", strong)),
        WordStyle.CHECK: (ListLevel("☐", "bullet", _SYMBOLS + colour),),
        WordStyle.REFERENCE: (ListLevel("[%1]", "decimal", strong),),
    }
    lists = {style: _indented(list_indent(style, brand), levels[style]) for style in levels}
    lists[WordStyle.NOTE_BULLET] = (ListLevel("•", "bullet", colour, indent=9, hanging=4.5),)
    abstract = [_abstract_num(list_id(style), lists[style], style) for style in LISTS]
    abstract += heading_lists(len(LISTS) + 1)
    nums = (f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>' for id_ in range(1, len(abstract) + 1))
    return f"{HEAD}<w:numbering {W_NAMESPACE}>{''.join((*abstract, *nums))}</w:numbering>".encode()


def list_indent(style: WordStyle, brand: Brand) -> float:
    """Return a list's indent in millimetres, scaled with the body text."""
    return _INDENTS[style] * brand.guide.body / _INDENTED_AT


def list_id(style: WordStyle) -> int:
    """Return the id of a style's list in our reference documents."""
    return LISTS.index(style) + 1


def heading_lists(first: int) -> tuple[str, str]:
    """Return the abstract numbering definitions for step headings and numbered headings.

    Each definition is an XML element. The ids are `first` for step headings and `first + 1` for numbered headings.
    """
    steps, parts = ListLevel(f"{STEP} %1:", "decimal"), ListLevel("%1.", "decimal")
    return _abstract_num(first, (steps,), name=STEPS), _abstract_num(first + 1, (parts,), name=PARTS)


def _indented(step: float, levels: tuple[ListLevel, ...]) -> tuple[ListLevel, ...]:
    """Indent each level by `step` millimetres more than the level above."""
    return tuple(evolve(level, indent=step * depth, hanging=step) for depth, level in enumerate(levels, start=1))


def _abstract_num(id_: int, levels: tuple[ListLevel, ...], style: WordStyle | None = None, name: str = "") -> str:
    kind = "singleLevel" if len(levels) == 1 else "multilevel"
    named = f'<w:name w:val="{name}"/>' if name else ""
    inner = "".join(level.xml(depth, style) for depth, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="{kind}"/>{named}{inner}</w:abstractNum>'


@define
class NumberingInstances:
    """Adds lists with their own start numbers to a document's numbering.

    Each new list is a `w:num` element, an instance of one of the document's abstract numbering definitions.
    """

    _numbering: Element
    _abstract_ids: dict[str, int]
    _last: int
    _new: list[str] = field(factory=list)

    @classmethod
    def of(cls, numbering: Element, styles: StyleIndex) -> "NumberingInstances":
        """Return a writer that adds lists to a `w:numbering` element.

        `styles` is the index of the document's styles. It gives the abstract numbering definition of each list style.
        The definitions for numbered headings are found by their names instead.
        """
        existing = abstract_ids(numbering)
        names = ((abstract.find(f"{W}name"), abstract) for abstract in numbering.findall(f"{W}abstractNum"))
        by_name = {name.get(f"{W}val", ""): _number(each, "abstractNumId") for name, each in names if name is not None}
        by_name |= {style.value: existing[styles.list_of(style) or 0] for style in LISTS}
        return cls(numbering, by_name, max(existing))

    def new(self, name: str, start: int) -> int:
        """Add a list numbered from `start`, and return its id.

        `name` selects the abstract numbering definition: `STEPS` or `PARTS` for headings, or the name of a list style.
        """
        self._last += 1
        self._new.append(
            f'<w:num w:numId="{self._last}"><w:abstractNumId w:val="{self._abstract_ids[name]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return self._last

    def part(self) -> bytes:
        """Return `word/numbering.xml` with the new lists after the existing ones."""
        last = self._numbering.findall(f"{W}num")[-1]
        added = etree.fromstring(f"<w:numbering {W_NAMESPACE}>{''.join(self._new)}</w:numbering>")
        for instance in reversed(list(added)):
            last.addnext(instance)
        return etree.tostring(self._numbering, encoding="UTF-8", standalone=True)


def abstract_ids(numbering: Element) -> dict[int, int]:
    """Return the id of the abstract numbering definition for each list id."""
    return {
        _number(num, "numId"): _number(num.find(f"{W}abstractNumId"), "val") for num in numbering.findall(f"{W}num")
    }


def _number(element: Element | None, name: str) -> int:
    return int(element.get(f"{W}{name}", "0")) if element is not None else 0
