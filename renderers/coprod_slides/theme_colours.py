"""Slide colours, referred to by their names in the theme."""

import colorsys
from functools import lru_cache

from attrs import evolve, frozen

from coprod_content.brand.brand import Palette
from coprod_content.content.field_types import SKIN_ROLES

_PER_CENT, _DEGREE = 1000, 60_000


@frozen
class ThemeColour:
    """A colour given by its name in a theme, with any changes.

    The name of a colour that is not in the theme is its value, such as `#ffdbb4`. `changes` contains the names of
    DrawingML changes, each with its value in DrawingML's units. `alpha` is the opacity in per cent.
    """

    name: str
    changes: tuple[tuple[str, int], ...] = ()
    alpha: int = 100

    @property
    def xml(self) -> str:
        """The colour as a DrawingML element."""
        changes = "".join(f'<a:{name} val="{value}"/>' for name, value in self.changes)
        changes += f'<a:alpha val="{self.alpha * _PER_CENT}"/>' if self.alpha != 100 else ""
        kind, value = ("srgbClr", self.name[1:].upper()) if self.name.startswith("#") else ("schemeClr", self.name)
        return f'<a:{kind} val="{value}">{changes}</a:{kind}>' if changes else f'<a:{kind} val="{value}"/>'

    @property
    def fill(self) -> str:
        """A solid fill in this colour, as a DrawingML element."""
        return f"<a:solidFill>{self.xml}</a:solidFill>"

    def with_alpha(self, alpha: int) -> "ThemeColour":
        """Return the colour with an opacity of `alpha` per cent."""
        return self if alpha == self.alpha else evolve(self, alpha=alpha)


INK, PAPER, BRAND, MUTED = (ThemeColour(name) for name in ("tx1", "bg1", "tx2", "folHlink"))
DARK = ThemeColour("tx2", (("lumMod", 75 * _PER_CENT),))
_LIGHT_2 = "bg2"
_FIXED = {
    "ink": INK,
    "paper": PAPER,
    "muted": MUTED,
    "brand": BRAND,
    "dark": DARK,
    **{f"theme_{n}": ThemeColour(f"accent{n}") for n in range(1, 7)},
}


@frozen(cache_hash=True)
class RoleColours:
    """The theme colours of a brand's colour roles.

    In the default deck, `sun` is the theme's colour Light 2, and `tint` and `line` are made from it. If Light 2 has
    another colour in a reference deck, that colour is the tint, and `line` and `sun` are made from it. Skin colours are
    not in the theme. `others` contains each of the other roles with its colour.
    """

    tint: ThemeColour
    line: ThemeColour
    sun: ThemeColour
    skin: tuple[ThemeColour, ...]
    others: tuple[tuple[str, ThemeColour], ...] = tuple(_FIXED.items())

    def of(self, role: str) -> ThemeColour:
        """Return the colour of a role, or of `brand` if unknown."""
        match role:
            case "tint":
                return self.tint
            case "line":
                return self.line
            case "sun":
                return self.sun
            case _ if role in SKIN_ROLES:
                return self.skin[SKIN_ROLES.index(role)]
            case _:
                others = dict(self.others)
                return others.get(role, others["brand"])


@lru_cache(maxsize=8)
def role_colours(palette: Palette, light_2: str) -> RoleColours:
    """Return the colours of all roles in the default deck.

    They also apply to a restyled copy. `light_2` is the value of the theme's colour Light 2.
    """
    tint = _made_from(light_2, palette.tint) if light_2.casefold() == palette.sun.casefold() else ThemeColour(_LIGHT_2)
    line = palette.line if tint.changes else _hex(*(channel * 0.85 for channel in _channels(light_2)))
    skin = tuple(ThemeColour(getattr(palette, role)) for role in SKIN_ROLES)
    return RoleColours(tint, _made_from(light_2, line), _made_from(light_2, palette.sun), skin)


@lru_cache(maxsize=8)
def template_colours(palette: Palette, slots: tuple[tuple[str, str], ...]) -> RoleColours:
    """Return the colours of all roles in an organisation's template.

    A palette colour that is also in the template's theme is given by its name there, and any other by its value.
    `slots` pairs the names of the theme's colours with their values.
    """

    def named(role: str) -> ThemeColour:
        colour = getattr(palette, role)
        own = f"accent{role[-1]}" if role.startswith("theme_") else ""
        names = [name for name, value in slots if value == colour.casefold()]
        return ThemeColour(own if own in names else names[0] if names else colour)

    skin = tuple(ThemeColour(getattr(palette, role)) for role in SKIN_ROLES)
    return RoleColours(named("tint"), named("line"), named("sun"), skin, tuple((role, named(role)) for role in _FIXED))


def _made_from(base: str, wanted: str) -> ThemeColour:
    """Return Light 2 with the changes that make it the colour `wanted`.

    `base` is the value of Light 2.
    """
    if base.casefold() == wanted.casefold():
        return ThemeColour(_LIGHT_2)
    hue, light, strength = colorsys.rgb_to_hls(*_channels(base))
    wanted_hue, wanted_light, wanted_strength = colorsys.rgb_to_hls(*_channels(wanted))
    turn = round((wanted_hue - hue) * 360 * _DEGREE) if wanted_strength else 0
    changes = [("hueOff", turn)] if turn else []
    if strength:
        changes.append(("satMod", _share(wanted_strength / strength)))
    elif wanted_strength:
        changes.append(("satOff", _share(wanted_strength)))
    if wanted_light < light:
        changes.append(("lumMod", _share(wanted_light / light)))
    elif light < 1:
        kept = (1 - wanted_light) / (1 - light)
        changes += [("lumMod", _share(kept)), ("lumOff", _share(1 - kept))]
    return ThemeColour(_LIGHT_2, tuple(changes))


def _share(fraction: float) -> int:
    return round(fraction * 100 * _PER_CENT)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in (red, green, blue))
