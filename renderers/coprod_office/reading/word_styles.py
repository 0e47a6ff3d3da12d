"""Inherited formatting of Word text: size, weight, colour and shading."""

import colorsys

from attrs import evolve, field, frozen

from coprod_office.reading.colours import OfficeTheme
from coprod_office.reading.xml import Element, W, child, on

AUTOMATIC = "auto"
"""The colour of text that Word chooses itself, so that it can be read."""
_NAMES = {
    "text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2", "dark1": "dk1", "dark2": "dk2",
    "light1": "lt1", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_SIZE, _BOLD, _HIGHLIGHT, _COLOUR, _SHADE = (f"{W}{name}" for name in ("sz", "b", "highlight", "color", "shd"))
_OUTLINE, _RULED, _LISTED, _VAL = (f"{W}{name}" for name in ("outlineLvl", "pBdr", "numPr", "val"))
_PARAGRAPH, _RUN, _CELL, _BASE = (f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "basedOn"))
_OF_RUNS = frozenset((_SIZE, _BOLD, _HIGHLIGHT, _COLOUR, _SHADE))
_OF_PARAGRAPHS = frozenset((_OUTLINE, _RULED, _LISTED, _SHADE))
_HIGHLIGHTS = {
    "yellow": "#ffff00", "green": "#00ff00", "cyan": "#00ffff", "magenta": "#ff00ff", "blue": "#0000ff",
    "red": "#ff0000", "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000", "darkMagenta": "#800080",
    "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080", "lightGray": "#c0c0c0", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip


@frozen
class WordFormat:
    """How text looks: size in points, colour, whether bold; the shading behind it; nothing where it is not said.

    `outline` is the level of a heading from one, `ruled` a line under the paragraph, `listed` a place in a list.
    """

    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    shading: str | None = None
    outline: int | None = None
    ruled: bool = False
    listed: bool = False

    def over(self, below: "WordFormat") -> "WordFormat":
        """This look, and where it says nothing another one."""
        if self is NOTHING or below is NOTHING:
            return below if self is NOTHING else self
        return WordFormat(
            below.size if self.size is None else self.size,
            self.colour or below.colour,
            below.bold if self.bold is None else self.bold,
            self.shading or below.shading,
            below.outline if self.outline is None else self.outline,
            self.ruled or below.ruled,
            self.listed or below.listed,
        )


NOTHING = WordFormat()


@frozen(eq=False)
class WordStyles:
    """The styles of a Word file."""

    styles: dict[str, Element] = field(repr=False)
    theme: OfficeTheme
    defaults: WordFormat = NOTHING
    _known: dict[str, WordFormat] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, root: Element | None, theme: OfficeTheme) -> "WordStyles":
        """The looks of the root of the part of styles."""
        found = () if root is None else root.iterfind(f"{W}style")
        looks = cls({style.get(f"{W}styleId") or "": style for style in found}, theme)
        base = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return evolve(looks, defaults=looks.run(base))

    def style(self, id_: str | None) -> WordFormat:
        """The look of a style, with that of those that it takes after."""
        return NOTHING if id_ is None else self._known.get(id_) or self._style(id_, 0)

    def _style(self, id_: str, depth: int) -> WordFormat:
        if id_ not in self._known:
            element = self.styles.get(id_)
            if element is None or depth > len(self.styles):
                return NOTHING
            own = self.paragraph(child(element, _PARAGRAPH)).over(self.run(child(element, _RUN)))
            cell = self.cell(child(element, _CELL))
            base = child(element, _BASE)
            below = NOTHING if base is None else self._style(base.get(f"{W}val") or "", depth + 1)
            self._known[id_] = own.over(cell).over(below)
        return self._known[id_]

    def default(self, kind: str) -> str | None:
        """The id of the default style of a kind."""
        return next((i for i, s in self.styles.items() if s.get(f"{W}type") == kind and s.get(f"{W}default")), None)

    def part(self, id_: str | None, name: str, depth: int = 0) -> WordFormat:
        """The look of a part of a table style, such as its first row."""
        element = self.styles.get(id_ or "")
        if element is None or depth > len(self.styles):
            return NOTHING
        key = f"{id_}\0{name}"
        if key not in self._known:
            found = (part for part in element.iterfind(f"{W}tblStylePr") if part.get(f"{W}type") == name)
            part = next(found, None)
            own = NOTHING
            if part is not None:
                run, cell = self.run(part.find(f"{W}rPr")), self.cell(part.find(f"{W}tcPr"))
                own = run.over(self.paragraph(part.find(f"{W}pPr"))).over(cell)
            base = element.find(f"{W}basedOn")
            below = NOTHING if base is None else self.part(base.get(f"{W}val"), name, depth + 1)
            self._known[key] = own.over(below)
        return self._known[key]

    def run(self, properties: Element | None) -> WordFormat:
        """What the properties of a run say."""
        if properties is None or not _says(properties, _OF_RUNS):
            return NOTHING
        held = _held(properties)
        size, bold = _value(held.get(_SIZE)), held.get(_BOLD)
        highlight = _HIGHLIGHTS.get(_value(held.get(_HIGHLIGHT)) or "")
        return WordFormat(
            size=int(size) / 2 if size and size.isdigit() else None,
            colour=self._colour(held.get(_COLOUR), "val", "theme", "themeColor"),
            bold=None if bold is None else on(bold.get(_VAL)),
            shading=highlight or self._shade(held.get(_SHADE)),
        )

    def paragraph(self, properties: Element | None) -> WordFormat:
        """What the properties of a paragraph say."""
        if properties is None or not _says(properties, _OF_PARAGRAPHS):
            return NOTHING
        held = _held(properties)
        outline = _value(held.get(_OUTLINE))
        level = int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else None
        return WordFormat(
            shading=self._shade(held.get(_SHADE)),
            outline=level if outline is None or level else 0,
            ruled=_RULED in held,
            listed=_LISTED in held,
        )

    def cell(self, properties: Element | None) -> WordFormat:
        """What the properties of a cell say."""
        shade = None if properties is None else child(properties, _SHADE)
        return NOTHING if shade is None else WordFormat(shading=self._shade(shade))

    def _shade(self, shade: Element | None) -> str | None:
        if shade is None:
            return None
        solid = shade.get(_VAL) == "solid"
        found = self._colour(
            shade, *(("color", "theme", "themeColor") if solid else ("fill", "themeFill", "themeFill"))
        )
        return None if found == AUTOMATIC else found

    def _colour(self, element: Element | None, value: str, change: str, theme: str) -> str | None:
        if element is None:
            return None
        named = element.get(f"{W}{theme}")
        colour = self.theme.named(_NAMES.get(named, named)) if named else None
        if colour:
            return _changed(colour, element.get(f"{W}{change}Tint"), element.get(f"{W}{change}Shade"))
        said = element.get(f"{W}{value}") or ""
        return f"#{said.lower()}" if len(said) == 6 else AUTOMATIC if said == AUTOMATIC else None


def _says(properties: Element, tags: frozenset[str]) -> bool:
    return not tags.isdisjoint([said.tag for said in properties])


def _held(properties: Element) -> dict[str, Element]:
    """What some properties say, by tag; where one is said twice, the first."""
    return {str(said.tag): said for said in reversed(properties)}


def _value(said: Element | None) -> str | None:
    return None if said is None else said.get(_VAL)


def _changed(colour: str, tint: str | None, shade: str | None) -> str:
    """A colour made lighter or darker, by a share of 255 in hexadecimal."""
    try:
        lighter, darker = int(tint or "ff", 16) / 255, int(shade or "ff", 16) / 255
    except ValueError:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, grey = colorsys.rgb_to_hls(red, green, blue)
    light = (light * darker) * lighter + (1 - lighter)
    return "#" + "".join(f"{round(c * 255):02x}" for c in colorsys.hls_to_rgb(hue, light, grey))
