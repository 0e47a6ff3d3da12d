"""Word styles, and the formatting that text inherits from them."""

import colorsys
from functools import reduce

from attrs import evolve, field, frozen

from coprod_office.reading.theme import OfficeTheme, hex_colour, hex_value
from coprod_office.reading.xml import Element, W, first_child, is_on

AUTOMATIC = "auto"
"""The colour value that lets Word choose a readable text colour."""
_THEME_NAMES = {
    "text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2", "dark1": "dk1", "dark2": "dk2",
    "light1": "lt1", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_SIZE, _BOLD, _HIGHLIGHT, _COLOUR, _SHADING = (f"{W}{name}" for name in ("sz", "b", "highlight", "color", "shd"))
_OUTLINE, _BORDERS, _LIST, _DIRECTION, _VAL = (f"{W}{name}" for name in ("outlineLvl", "pBdr", "numPr", "bidi", "val"))
_PARAGRAPH, _RUN, _CELL, _BASED_ON = (f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "basedOn"))
_RUN_TAGS = frozenset((_SIZE, _BOLD, _HIGHLIGHT, _COLOUR, _SHADING))
_PARAGRAPH_TAGS = frozenset((_OUTLINE, _BORDERS, _LIST, _DIRECTION, _SHADING))
_HIGHLIGHTS = {
    "yellow": "#ffff00", "green": "#00ff00", "cyan": "#00ffff", "magenta": "#ff00ff", "blue": "#0000ff",
    "red": "#ff0000", "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000", "darkMagenta": "#800080",
    "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080", "lightGray": "#c0c0c0", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip


@frozen
class WordFormat:
    """Text formatting. Values of None are inherited.

    `size` is in points. `heading` is the outline level, counted from one, or zero for body text. `bordered` paragraphs
    have a border, `listed` paragraphs have a bullet or number, and `from_right` paragraphs run from right to left.
    """

    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    shading: str | None = None
    heading: int | None = None
    bordered: bool = False
    listed: bool = False
    from_right: bool | None = None

    def over(self, base: "WordFormat") -> "WordFormat":
        """Return this format with its unset values taken from `base`."""
        if self is INHERITED or base is INHERITED:
            return base if self is INHERITED else self
        return WordFormat(
            base.size if self.size is None else self.size,
            self.colour or base.colour,
            base.bold if self.bold is None else self.bold,
            self.shading or base.shading,
            base.heading if self.heading is None else self.heading,
            self.bordered or base.bordered,
            self.listed or base.listed,
            base.from_right if self.from_right is None else self.from_right,
        )


INHERITED = WordFormat()
"""A format in which every value is inherited."""


@frozen(eq=False)
class WordStyles:
    """A Word file's styles by id, and its default format."""

    styles: dict[str, Element] = field(repr=False)
    theme: OfficeTheme
    defaults: WordFormat = INHERITED
    _formats: dict[tuple[str, str], WordFormat] = field(factory=dict, init=False, repr=False)

    @classmethod
    def read(cls, root: Element | None, theme: OfficeTheme) -> "WordStyles":
        """Return the styles defined in a `w:styles` element."""
        found = () if root is None else root.iterfind(f"{W}style")
        styles = cls({style.get(f"{W}styleId") or "": style for style in found}, theme)
        run, paragraph = (
            None if root is None else root.find(f"{W}docDefaults/{W}{name}Default/{W}{name}") for name in ("rPr", "pPr")
        )
        return evolve(styles, defaults=styles.run_format(run).over(styles.paragraph_format(paragraph)))

    def theme_colour(self, slot: str) -> str | None:
        """Return a theme colour by name, such as `text1`, or None."""
        return self.theme.colour(_THEME_NAMES.get(slot, slot))

    def default(self, kind: str) -> str | None:
        """Return the id of the default style of a type, or None.

        `kind` is the type, such as `paragraph`.
        """
        return next((i for i, s in self.styles.items() if s.get(f"{W}type") == kind and s.get(f"{W}default")), None)

    def ancestry(self, id_: str | None) -> tuple[Element, ...]:
        """Return a style and the styles it is based on, nearest first."""
        found: list[Element] = []
        while (style := self.styles.get(id_ or "")) is not None and style not in found:
            found.append(style)
            id_ = _value(first_child(style, _BASED_ON))
        return tuple(found)

    def style_format(self, id_: str | None, part: str = "") -> WordFormat:
        """Return the format that a style sets or inherits.

        `part` is the name of one of a table style's conditional formats, such as `firstRow`. If `part` is given, that
        conditional format is returned instead.
        """
        key = (id_ or "", part)
        if key not in self._formats:
            holders = (_part(style, part) if part else style for style in self.ancestry(id_))
            formats = (self._own_format(holder) for holder in holders if holder is not None)
            self._formats[key] = reduce(WordFormat.over, formats, INHERITED)
        return self._formats[key]

    def _own_format(self, holder: Element) -> WordFormat:
        run, paragraph = first_child(holder, _RUN), first_child(holder, _PARAGRAPH)
        text = self.run_format(run).over(self.paragraph_format(paragraph))
        return text.over(self.cell_format(first_child(holder, _CELL)))

    def run_format(self, properties: Element | None) -> WordFormat:
        """Return the formatting set by a run's properties."""
        if properties is None or not _any_of(properties, _RUN_TAGS):
            return INHERITED
        by_tag = _by_tag(properties)
        size, bold = _value(by_tag.get(_SIZE)), by_tag.get(_BOLD)
        highlight = _HIGHLIGHTS.get(_value(by_tag.get(_HIGHLIGHT)) or "")
        return WordFormat(
            size=int(size) / 2 if size and size.isdigit() else None,
            colour=self._colour(by_tag.get(_COLOUR), "val", "theme", "themeColor"),
            bold=None if bold is None else is_on(bold.get(_VAL)),
            shading=highlight or self._shading(by_tag.get(_SHADING)),
        )

    def paragraph_format(self, properties: Element | None) -> WordFormat:
        """Return the formatting set by a paragraph's properties."""
        if properties is None or not _any_of(properties, _PARAGRAPH_TAGS):
            return INHERITED
        by_tag = _by_tag(properties)
        outline = _value(by_tag.get(_OUTLINE))
        level = int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else 0
        return WordFormat(
            shading=self._shading(by_tag.get(_SHADING)),
            heading=None if outline is None else level,
            bordered=_BORDERS in by_tag,
            listed=_LIST in by_tag,
            from_right=None if _DIRECTION not in by_tag else is_on(by_tag[_DIRECTION].get(_VAL)),
        )

    def cell_format(self, properties: Element | None) -> WordFormat:
        """Return the formatting set by a table cell's properties."""
        shading = None if properties is None else first_child(properties, _SHADING)
        return INHERITED if shading is None else WordFormat(shading=self._shading(shading))

    def _shading(self, element: Element | None) -> str | None:
        if element is None:
            return None
        names = ("color", "theme", "themeColor") if element.get(_VAL) == "solid" else ("fill", "themeFill", "themeFill")
        found = self._colour(element, *names)
        return None if found == AUTOMATIC else found

    def _colour(self, element: Element | None, value: str, adjustment: str, theme: str) -> str | None:
        if element is None:
            return None
        named = element.get(f"{W}{theme}")
        colour = self.theme_colour(named) if named else None
        if colour:
            return _adjusted(colour, element.get(f"{W}{adjustment}Tint"), element.get(f"{W}{adjustment}Shade"))
        digits = element.get(f"{W}{value}") or ""
        return AUTOMATIC if digits == AUTOMATIC else hex_value(digits)


def _part(style: Element, name: str) -> Element | None:
    return next((part for part in style.iterfind(f"{W}tblStylePr") if part.get(f"{W}type") == name), None)


def _any_of(properties: Element, tags: frozenset[str]) -> bool:
    return not tags.isdisjoint([element.tag for element in properties])


def _by_tag(properties: Element) -> dict[str, Element]:
    """Return child elements by tag, keeping the first for each tag."""
    return {str(element.tag): element for element in reversed(properties)}


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(_VAL)


def _adjusted(colour: str, tint: str | None, shade: str | None) -> str:
    """Apply a tint and a shade (`00` to `ff`) to a colour."""
    try:
        lighter, darker = int(tint or "ff", 16) / 255, int(shade or "ff", 16) / 255
    except ValueError:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    return hex_colour(*colorsys.hls_to_rgb(hue, light * darker * lighter + 1 - lighter, saturation))
