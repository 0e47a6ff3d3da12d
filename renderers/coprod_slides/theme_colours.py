"""Colours of slides: places in the theme, so that a deck follows when its theme is changed."""

from attrs import evolve, frozen


@frozen
class ThemeColour:
    """A colour of the theme by its name in PresentationML, or `#rrggbb`, which only layouts and the sun may use.

    `light` keeps so many per cent of its luminance, `lift` adds to that, `alpha` is its opacity, all in per cent.
    """

    name: str
    light: int = 100
    lift: int = 0
    alpha: int = 100

    @property
    def xml(self) -> str:
        """The colour as DrawingML."""
        changes = f'<a:lumMod val="{self.light * 1000}"/>' if self.light != 100 else ""
        changes += f'<a:lumOff val="{self.lift * 1000}"/>' if self.lift else ""
        changes += f'<a:alpha val="{self.alpha * 1000}"/>' if self.alpha != 100 else ""
        if self.name.startswith("#"):
            return f'<a:srgbClr val="{self.name[1:].upper()}">{changes}</a:srgbClr>'
        return f'<a:schemeClr val="{self.name}">{changes}</a:schemeClr>' if changes else _plain(self.name)

    @property
    def fill(self) -> str:
        """A solid fill of the colour."""
        return f"<a:solidFill>{self.xml}</a:solidFill>"

    def see_through(self, alpha: int) -> "ThemeColour":
        """The colour with an opacity in per cent."""
        return evolve(self, alpha=alpha)


def _plain(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'


INK, PAPER, TINT, BRAND = ThemeColour("tx1"), ThemeColour("bg1"), ThemeColour("bg2"), ThemeColour("tx2")
DARK = ThemeColour("tx2", light=75)
LINE = ThemeColour("bg2", light=85)
MUTED = ThemeColour("folHlink")

_ROLES = {
    "ink": INK,
    "paper": PAPER,
    "tint": TINT,
    "line": LINE,
    "muted": MUTED,
    "brand": BRAND,
    "dark": DARK,
    **{f"theme_{n}": ThemeColour(f"accent{n}") for n in range(1, 7)},
}


def of_role(role: str) -> ThemeColour:
    """The colour of a role of the brand; the brand's own for a role that it does not have."""
    return _ROLES.get(role, BRAND)
