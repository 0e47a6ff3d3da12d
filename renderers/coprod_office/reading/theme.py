"""Read the colours, fonts and background fills of an Office theme."""

from attrs import field, frozen

from coprod_office.reading.xml import A, Element

_BLACK_ON_WHITE = {"dk1": "#000000", "lt1": "#ffffff", "dk2": "#000000", "lt2": "#ffffff", "hlink": "#0000ff"}
_SYSTEM = {"windowText": "#000000", "window": "#ffffff", "btnFace": "#f0f0f0", "highlight": "#0078d7"}
_PRESET = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
    "yellow": "#ffff00", "gray": "#808080", "grey": "#808080", "ltGray": "#d3d3d3", "dkGray": "#a9a9a9",
    "lightGray": "#d3d3d3", "darkGray": "#a9a9a9", "orange": "#ffa500", "purple": "#800080", "navy": "#000080",
    "silver": "#c0c0c0",
}  # fmt: skip


@frozen
class OfficeTheme:
    """A theme's colours by name (such as `dk1`), and its fonts.

    `aliases` maps the names used in slides and documents to theme names (such as `tx1` to `dk1`). `font` is the font of
    body text and `title_font` the font of headings. Either is empty if unknown.
    """

    colours: dict[str, str]
    aliases: dict[str, str]
    font: str = ""
    title_font: str = ""
    backgrounds: tuple[Element, ...] = field(default=(), eq=False)
    """The fills that slide backgrounds can refer to by number, in order."""

    def colour(self, name: str) -> str | None:
        """Return a colour by name or alias, or None if not found."""
        return self.colours.get(self.aliases.get(name, name))


def read_theme(root: Element | None, aliases: dict[str, str]) -> OfficeTheme:
    """Return the theme in `root`, with the given aliases of colours.

    If `root` is None, the theme is black on white.
    """
    if root is None:
        return OfficeTheme(_BLACK_ON_WHITE, aliases)
    scheme = next(root.iter(f"{A}clrScheme"), None)
    entries = [entry for entry in (() if scheme is None else scheme) if len(entry)]
    empty = OfficeTheme({}, {})
    named = {str(entry.tag).removeprefix(A): base_colour(entry[0], empty) for entry in entries}
    colours = _BLACK_ON_WHITE | {name: colour for name, colour in named.items() if colour}
    fills = tuple(fill for styles in root.iter(f"{A}bgFillStyleLst") for fill in styles)
    return OfficeTheme(colours, aliases, _font(root, "minorFont"), _font(root, "majorFont"), fills)


def _font(root: Element, kind: str) -> str:
    latin = next((font for fonts in root.iter(f"{A}{kind}") for font in fonts.iter(f"{A}latin")), None)
    return "" if latin is None else latin.get("typeface") or ""


def base_colour(element: Element, theme: OfficeTheme) -> str | None:
    """Return the colour that a colour element describes, without adjustments.

    `element` is an element such as `schemeClr`. Returns None if the colour is unknown.
    """
    value = element.get("val") or ""
    match str(element.tag).removeprefix(A):
        case "srgbClr":
            return hex_value(value)
        case "sysClr":
            return hex_value(element.get("lastClr") or "") or _SYSTEM.get(value)
        case "schemeClr":
            return theme.colour(value)
        case "prstClr":
            return _PRESET.get(value)
        case "scrgbClr":
            red, green, blue = (max(0.0, min(1.0, fraction(element.get(channel)))) for channel in "rgb")
            return hex_colour(to_srgb(red), to_srgb(green), to_srgb(blue))
        case _:
            return None


def hex_value(digits: str) -> str | None:
    """Return six hexadecimal digits as `#rrggbb`, or None for anything else."""
    valid = len(digits) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in digits)
    return f"#{digits.lower()}" if valid else None


def fraction(value: str | None) -> float:
    """Convert a DrawingML percentage to a fraction. Invalid values give 0."""
    try:
        words = value or "0"
        return float(words[:-1]) / 100 if words.endswith("%") else float(words) / 100_000
    except ValueError:
        return 0.0


def to_srgb(light: float) -> float:
    """Convert linear light to an sRGB value, both from 0 to 1."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def hex_colour(red: float, green: float, blue: float) -> str:
    """Return RGB channels, clamped to the range 0 to 1, as `#rrggbb`."""
    return "#" + "".join(f"{round(max(0.0, min(1.0, channel)) * 255):02x}" for channel in (red, green, blue))
