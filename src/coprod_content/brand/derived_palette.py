"""Palettes made from a template's colours, or from one colour."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from attrs import evolve, frozen

from coprod_content.brand.brand import THEME_ROLES, Palette
from coprod_content.brand.colour_difference import are_apart, seen
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, in_shade, mixed
from coprod_content.brand.palette_notes import BEHIND_TEXT, TEXT_ROLES, TemplateColours, palette_notes

_TINTS, _MUTED, _LINE, _DARK = (0.06, 0.04, 0.02, 0.01), (0.35, 0.25, 0.15, 0.05), 0.75, 0.35
_LEAST_SEEN = 1.3
"""The smallest contrast at which an area differs visibly from its background."""
_LIGHTNESSES = tuple(step / 20 for step in range(1, 20))
_TURNS, _SATURATIONS = range(0, 360, 24), (None, 0.5)
_EXTREME = 30
"""How far the lightness of a colour in CIELAB should be from that of black and of white."""


@frozen
class DerivedPalette:
    """A palette made from other colours, with sentences that explain it.

    `notes` contains the sentences. `on_panels` is true if no six readable theme colours could be found for the
    template's own background. The `paper` of the palette is then the colour of panels to put in front of that
    background.
    """

    palette: Palette
    notes: tuple[str, ...] = ()
    on_panels: bool = False


@lru_cache(maxsize=16)
def palette_from(colour: str, base: Palette) -> Palette:
    """Return a palette whose main colour is `colour`.

    If text in `colour` would be hard to read, a similar shade replaces it. The theme whose colour in `base` is most
    similar gets this colour too. The other themes keep their colours if these can be distinguished, and otherwise get
    similar ones.
    """
    themes = [str(getattr(base, role)) for role in THEME_ROLES]
    nearest = min(range(len(themes)), key=lambda at: _distance(themes[at], colour))
    order = (nearest, *(at for at in range(len(themes)) if at != nearest))
    roles = tuple(THEME_ROLES[at] for at in order)
    colours = TemplateColours(
        paper=base.paper, ink=base.ink, accents=(colour, *(themes[at] for at in order[1:])), roles=roles
    )
    return palette_of_template(colours, base, frozenset({"paper", "ink", "muted", "line", "sun"})).palette


@lru_cache(maxsize=16)
def palette_of_template(
    colours: TemplateColours, base: Palette, stated: Collection[str] = frozenset()
) -> DerivedPalette:
    """Return a palette of readable, distinct colours from a template.

    The roles in `stated` keep the colours that they have in `base`, except any that would make text hard to read. Those
    are replaced by similar colours. If the colours of the themes cannot all be made readable and distinct, the palette
    is `base`.
    """
    wanted = {role: str(getattr(base, role)) for role in stated}
    own = wanted.get("paper", colours.paper)
    for paper in dict.fromkeys((own,) if "paper" in wanted else (own, "#ffffff", "#000000")):
        fixed = _usable(wanted, evolve(colours, paper=paper))
        colours = evolve(colours, replaced=tuple((role, wanted[role]) for role in wanted if role not in fixed))
        roles = _roles(evolve(colours, paper=paper), fixed)
        if themes := _themes(colours.wanted, (paper, roles["tint"]), fixed):
            palette = evolve(base, **{**roles, **themes, **fixed})
            return DerivedPalette(palette, palette_notes(colours, palette, fixed), on_panels=paper != own)
    note = "The brand's own colours are used, because no six of the template's colours can be distinguished."
    return DerivedPalette(base, (note,))


def _usable(wanted: Mapping[str, str], colours: TemplateColours) -> dict[str, str]:
    """Return those of the `wanted` colours that suit a template.

    Colours of text must be readable on the paper and on panels, and panels and highlights must be readable behind text.
    """
    paper, ink = colours.paper, wanted.get("ink", "")
    if not ink or not _is_readable(ink, (paper,)):
        ink = _ink(colours)
    tint = wanted.get("tint", paper)
    grounds = (paper, tint) if _is_readable(ink, (tint,)) else (paper,)
    below = {
        role: colour for role, colour in wanted.items() if role in BEHIND_TEXT and not _is_readable(ink, (colour,))
    }
    text = {role: colour for role, colour in wanted.items() if role in TEXT_ROLES and not _is_readable(colour, grounds)}
    return {role: colour for role, colour in wanted.items() if role not in {*below, *text}}


def _ink(colours: TemplateColours) -> str:
    """Return the template's colour of text, or black or white."""
    best = max(("#000000", "#ffffff"), key=lambda each: contrast(each, colours.paper))
    return colours.ink if _is_readable(colours.ink, (colours.paper,)) else best


def _roles(colours: TemplateColours, fixed: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of all roles except the themes and skin.

    `fixed` contains the colours that must be used for some roles.
    """
    paper, main = colours.paper, colours.main
    ink = fixed.get("ink") or _ink(colours)
    tint = fixed.get("tint") or _tint(colours, (ink, *(fixed[role] for role in fixed if role in TEXT_ROLES)))
    grounds = (paper, tint)
    brand = fixed.get("brand") or _readable_shade(main, grounds)
    dark = mixed(brand, ink, _DARK)
    muted = (mixed(ink, paper, share) for share in _MUTED)
    return {
        "paper": paper,
        "ink": ink,
        "tint": tint,
        "line": mixed(ink, paper, _LINE),
        "muted": next((each for each in muted if _is_readable(each, grounds)), ink),
        "brand": brand,
        "dark": dark if _is_readable(dark, grounds) else brand,
        "sun": _sun(colours, ink),
    }


def _tint(colours: TemplateColours, text: tuple[str, ...]) -> str:
    """Return a background colour for panels.

    Every colour of `text` and of the template that can be read on the paper can be read on the panels too. If no tint
    makes this possible, the panels are the same colour as the paper.
    """
    readable = [each for each in (*text, colours.main, *colours.accents) if _is_readable(each, (colours.paper,))]
    tints = (colours.tint or colours.paper, *(mixed(colours.paper, colours.main, share) for share in _TINTS))
    usable = (tint for tint in tints if tint != colours.paper and all(_is_readable(each, (tint,)) for each in readable))
    return next(usable, colours.paper)


def _sun(colours: TemplateColours, ink: str) -> str:
    """Return the most colourful accent that can be a background to text.

    Text in the colour `ink` can be read on it, and it differs visibly from the paper. If no accent meets both
    conditions, the result is a shade of the main colour on which `ink` can be read.
    """
    bright = (
        each for each in colours.accents if _is_readable(ink, (each,)) and contrast(each, colours.paper) >= _LEAST_SEEN
    )
    return max(bright, key=lambda each: math.hypot(*seen(each)[1:]), default=_readable_shade(colours.main, (ink,)))


def _is_readable(colour: str, grounds: Sequence[str]) -> bool:
    return all(contrast(colour, ground) >= LEAST_FOR_TEXT for ground in grounds)


def _readable_shade(colour: str, grounds: Sequence[str]) -> str:
    """Return the readable shade that is most like a colour.

    It can be read on all of `grounds`. A colour that is already readable, or has no readable shade, is returned
    unchanged.
    """
    if _is_readable(colour, grounds):
        return colour
    shades = (*(in_shade(colour, lightness) for lightness in _LIGHTNESSES), "#000000", "#ffffff")
    readable = (each for each in shades if _is_readable(each, grounds))
    return min(readable, key=lambda each: _distance(each, colour), default=colour)


def _distance(one: str, other: str) -> float:
    """Return how far apart two colours are in CIELAB.

    The distance is increased if the first colour is nearly black or white, so that such colours are chosen last.
    """
    lightness = seen(one)[0]
    return math.dist(seen(one), seen(other)) + 3 * max(0, _EXTREME - lightness, lightness - 100 + _EXTREME)


def _themes(wanted: Mapping[str, str], grounds: tuple[str, ...], fixed: Mapping[str, str]) -> dict[str, str]:
    """Return a colour for each theme, or an empty dictionary.

    The colours in `fixed` are kept. So are those in `wanted` that can be read on `grounds` and distinguished from the
    colours already chosen. Each of the others is replaced by the most similar colour that meets these conditions. The
    dictionary is empty if a theme is left without such a colour.
    """
    kept = {role: fixed[role] for role in THEME_ROLES if role in fixed}
    least = len(kept)
    for role, colour in wanted.items():
        if role not in kept and _is_readable(colour, grounds) and _stays_apart(colour, kept.values()):
            kept[role] = colour
    for count in range(len(kept), least - 1, -1):
        chosen = dict(tuple(kept.items())[:count])
        if all(_added(role, colour, chosen, grounds) for role, colour in wanted.items() if role not in chosen):
            return chosen
    return {}


def _added(role: str, colour: str, chosen: dict[str, str], grounds: tuple[str, ...]) -> bool:
    """Add a colour for a role to `chosen`, if there is one.

    It is the colour most like `colour` that can be read on `grounds` and distinguished from those already chosen.
    Returns whether there is one.
    """
    near = sorted(_candidates(colour, grounds), key=lambda each: _distance(each, colour))
    found = next((each for each in near if _stays_apart(each, chosen.values())), "")
    chosen |= {role: found} if found else {}
    return bool(found)


def _stays_apart(colour: str, others: Collection[str]) -> bool:
    return all(are_apart(colour, other) for other in others)


@lru_cache(maxsize=64)
def _candidates(colour: str, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """Return variants of a colour that can be read on `grounds`.

    They have different hues, saturations and lightnesses.
    """

    def made() -> Iterator[str]:
        for turn, saturation, lightness in product(_TURNS, _SATURATIONS, _LIGHTNESSES):
            yield in_shade(colour, lightness, turn=turn, saturation=saturation)

    return tuple(dict.fromkeys(each for each in made() if _is_readable(each, grounds)))
