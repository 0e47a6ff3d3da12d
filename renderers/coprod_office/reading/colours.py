"""Colours of DrawingML, resolved by the theme, with everything that lightens, darkens or thins them."""

import colorsys
from typing import NamedTuple

from attrs import frozen

from coprod_content.brand.contrast import mixed
from coprod_office.reading.xml import A, Element

_SYSTEM = {"windowText": "#000000", "window": "#ffffff", "btnFace": "#f0f0f0", "highlight": "#0078d7"}
_PRESET = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
    "yellow": "#ffff00", "gray": "#808080", "grey": "#808080", "ltGray": "#d3d3d3", "dkGray": "#a9a9a9",
    "lightGray": "#d3d3d3", "darkGray": "#a9a9a9", "orange": "#ffa500", "purple": "#800080", "navy": "#000080",
    "silver": "#c0c0c0",
}  # fmt: skip


class ResolvedColour(NamedTuple):
    """A colour as `#rrggbb`, and how much it covers, from 0 to 1."""

    colour: str
    alpha: float = 1.0

    def over(self, ground: str) -> str:
        """The colour that is seen where the paint lies on another colour."""
        return mixed(ground, self.colour, self.alpha) if self.alpha < 1 else self.colour


@frozen
class OfficeTheme:
    """The colours of a theme by name (`dk1`, `accent1`), and how a master renames them (`tx1` to `dk1`)."""

    colours: dict[str, str]
    names: dict[str, str]

    def named(self, name: str) -> str | None:
        """The colour of a name as slides use it."""
        return self.colours.get(self.names.get(name, name))


def theme_of(root: Element | None, names: dict[str, str]) -> OfficeTheme:
    """The theme whose part has a root; without one, black on white."""
    colours = {"dk1": "#000000", "lt1": "#ffffff", "dk2": "#000000", "lt2": "#ffffff", "hlink": "#0000ff"}
    scheme = None if root is None else next(root.iter(f"{A}clrScheme"), None)
    for entry in () if scheme is None else scheme:
        paint = _base(entry[0], OfficeTheme({}, {})) if len(entry) else None
        if paint:
            colours[str(entry.tag).removeprefix(A)] = paint
    return OfficeTheme(colours, names)


def paint_of(holder: Element | None, theme: OfficeTheme, placeholder: str | None = None) -> ResolvedColour | None:
    """The paint that the one colour in an element stands for; nothing for what cannot be told.

    `placeholder` is the colour that takes the place of `phClr`.
    """
    return None if holder is None or not len(holder) else paint(holder[0], theme, placeholder)


def paint(element: Element, theme: OfficeTheme, placeholder: str | None = None) -> ResolvedColour | None:
    """The paint that a colour element stands for; nothing for what cannot be told."""
    base = placeholder if element.get("val") == "phClr" else _base(element, theme)
    if base is None:
        return None
    found = ResolvedColour(base)
    for change in element:
        found = _changed(found, str(change.tag).removeprefix(A), _share(change.get("val")))
    return found


def _base(element: Element, theme: OfficeTheme) -> str | None:
    value = element.get("val") or ""
    match str(element.tag).removeprefix(A):
        case "srgbClr":
            return f"#{value.lower()}" if len(value) == 6 and _hex(value) else None
        case "sysClr":
            last = element.get("lastClr") or ""
            return f"#{last.lower()}" if len(last) == 6 and _hex(last) else _SYSTEM.get(value)
        case "schemeClr":
            return theme.named(value)
        case "prstClr":
            return _PRESET.get(value)
        case "scrgbClr":
            shares = [max(0.0, min(1.0, _share(element.get(part)))) for part in "rgb"]
            return _written(*(_encoded(share) for share in shares))
        case _:
            return None


def _hex(value: str) -> bool:
    return all(digit in "0123456789abcdefABCDEF" for digit in value)


def _share(value: str | None) -> float:
    """A percentage in thousandths, or with its sign, as a share of one."""
    try:
        words = value or "0"
        return float(words[:-1]) / 100 if words.endswith("%") else float(words) / 100_000
    except ValueError:
        return 0.0


def _changed(paint: ResolvedColour, change: str, share: float) -> ResolvedColour:
    red, green, blue = (int(paint.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    match change:
        case "alpha":
            return ResolvedColour(paint.colour, max(0.0, min(1.0, share)))
        case "lumMod" | "lumOff" | "satMod" | "satOff" | "hueMod" | "hueOff":
            hue, light, grey = colorsys.rgb_to_hls(red, green, blue)
            light = light * share if change == "lumMod" else light + share if change == "lumOff" else light
            grey = grey * share if change == "satMod" else grey + share if change == "satOff" else grey
            return ResolvedColour(
                _written(*colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, grey)))), paint.alpha
            )
        case "tint":
            return ResolvedColour(
                _written(*(_encoded(_linear(c) * share + 1 - share) for c in (red, green, blue))), paint.alpha
            )
        case "shade":
            return ResolvedColour(_written(*(_encoded(_linear(c) * share) for c in (red, green, blue))), paint.alpha)
        case "inv":
            return ResolvedColour(_written(1 - red, 1 - green, 1 - blue), paint.alpha)
        case "gray":
            return ResolvedColour(_written(*(3 * [0.2126 * red + 0.7152 * green + 0.0722 * blue])), paint.alpha)
        case _:
            return paint


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(max(0.0, min(1.0, c)) * 255):02x}" for c in (red, green, blue))
