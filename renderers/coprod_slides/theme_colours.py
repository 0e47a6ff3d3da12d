"""Slide colours, referred to by their names in the theme."""

from attrs import evolve, frozen


@frozen
class ThemeColour:
    """A colour given by its PresentationML name or as `#rrggbb`.

    `light` multiplies the luminance, and `lift` is then added to it. `alpha` is the opacity. All three are percentages.
    """

    name: str
    light: int = 100
    lift: int = 0
    alpha: int = 100

    @property
    def xml(self) -> str:
        """The colour as a DrawingML element."""
        changes = f'<a:lumMod val="{self.light * 1000}"/>' if self.light != 100 else ""
        changes += f'<a:lumOff val="{self.lift * 1000}"/>' if self.lift else ""
        changes += f'<a:alpha val="{self.alpha * 1000}"/>' if self.alpha != 100 else ""
        if self.name.startswith("#"):
            return f'<a:srgbClr val="{self.name[1:].upper()}">{changes}</a:srgbClr>'
        if changes:
            return f'<a:schemeClr val="{self.name}">{changes}</a:schemeClr>'
        return f'<a:schemeClr val="{self.name}"/>'

    @property
    def fill(self) -> str:
        """A solid fill in this colour, as a DrawingML element."""
        return f"<a:solidFill>{self.xml}</a:solidFill>"

    def with_alpha(self, alpha: int) -> "ThemeColour":
        """Return the colour with an opacity of `alpha` per cent."""
        return evolve(self, alpha=alpha)


INK, PAPER, TINT, BRAND = ThemeColour("tx1"), ThemeColour("bg1"), ThemeColour("bg2"), ThemeColour("tx2")
DARK = ThemeColour("tx2", light=75)
LINE = ThemeColour("bg2", light=85)
MUTED = ThemeColour("folHlink")

ROLE_COLOURS = {
    "ink": INK,
    "paper": PAPER,
    "tint": TINT,
    "line": LINE,
    "muted": MUTED,
    "brand": BRAND,
    "dark": DARK,
    **{f"theme_{n}": ThemeColour(f"accent{n}") for n in range(1, 7)},
}


def role_colour(role: str) -> ThemeColour:
    """Return the colour for a role, or `BRAND` for an unknown role."""
    return ROLE_COLOURS.get(role, BRAND)
