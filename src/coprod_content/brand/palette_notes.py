"""The colours of a template, and how a palette differs from them."""

from collections.abc import Iterator, Mapping
from itertools import cycle

from attrs import frozen

from coprod_content.brand.brand import THEME_ROLES, Palette
from coprod_content.brand.colour_difference import confused_in
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast

WHO_SEES = {
    "usual": "",
    "protanopia": " to people who do not see red",
    "deuteranopia": " to people who do not see green",
    "tritanopia": " to people who do not see blue",
}
"""For each kind of sight, a phrase for the people to whom colours look alike."""

TEXT_ROLES = ("ink", "muted", "brand", "dark", *THEME_ROLES)
"""The roles of text on paper and on panels."""
BEHIND_TEXT = ("tint", "sun")
_NAMES = {
    **{role: role.replace("theme_", "Theme ") for role in THEME_ROLES},
    "brand": "Bands and headings",
    "ink": "Text",
    "muted": "Less important text",
    "dark": "Darker headings",
    "tint": "Panels",
    "sun": "Highlights",
}


@frozen(kw_only=True)
class TemplateColours:
    """The colours of a template, as `#rrggbb`.

    `paper` is the colour behind most text, and `ink` is the colour of that text. `accents` are in the template's order.
    `brand` is the main colour. If it is empty, the first accent is the main colour. `tint` is the colour of panels, or
    empty if it is not known. `roles` are the themes that get the accents, in the same order. `replaced` pairs roles
    with their colours in brand.yaml, if those would make text hard to read in the template.
    """

    paper: str
    ink: str
    accents: tuple[str, ...]
    brand: str = ""
    tint: str = ""
    roles: tuple[str, ...] = THEME_ROLES
    replaced: tuple[tuple[str, str], ...] = ()

    @property
    def main(self) -> str:
        """The main colour.

        This is the one in brand.yaml if it is in `replaced`, and otherwise the template's.
        """
        return dict(self.replaced).get("brand") or self.brand or next(iter(self.accents), self.ink)

    @property
    def wanted(self) -> dict[str, str]:
        """The colour that each theme gets, if it can be used.

        It is an accent, or the colour in brand.yaml that a similar one replaces. If there are fewer accents than
        themes, the accents are used again from the first.
        """
        accents = dict(zip(self.roles, cycle(self.accents or (self.main,)), strict=False))
        return accents | {role: colour for role, colour in self.replaced if role in accents}


def palette_notes(colours: TemplateColours, palette: Palette, fixed: Mapping[str, str]) -> tuple[str, ...]:
    """Return sentences that compare a palette with the template's colours.

    They say which theme colours are from the template, and which of its colours are replaced and why. Roles in `fixed`
    were not chosen from the template, so their colours are not compared.
    """
    return tuple(_notes(colours, palette, fixed))


def _notes(colours: TemplateColours, palette: Palette, fixed: Mapping[str, str]) -> Iterator[str]:
    kept = [at for at, role in enumerate(colours.roles, start=1) if colours.wanted[role] == getattr(palette, role)]
    if kept:
        numbers = _listed([str(at) for at in kept])
        plural = "s" if len(kept) > 1 else ""
        yield f"Theme{plural} {numbers}: the template's accent colour{plural} {numbers}."
    else:
        yield "No theme has one of the template's accent colours unchanged."
    own = {"brand": colours.main, "ink": colours.ink, **dict(colours.replaced)}
    for role, wanted in {**colours.wanted, **own}.items():
        chosen = str(getattr(palette, role))
        if role not in fixed and chosen != wanted:
            where = " in brand.yaml" if role in dict(colours.replaced) else ""
            yield f"{_NAMES[role]}: {chosen} instead of {wanted}{where}, {_reason(role, wanted, palette)}."


def _reason(role: str, wanted: str, palette: Palette) -> str:
    """Return why a role did not get the colour `wanted`."""
    if role in BEHIND_TEXT:
        return f"on which text would have a contrast of {contrast(wanted, palette.ink):.1f}:1 (it needs 4.5:1)"
    ratio = min(contrast(wanted, palette.paper), contrast(wanted, palette.tint))
    if ratio < LEAST_FOR_TEXT:
        return f"whose contrast with its background is {ratio:.1f}:1 (text needs 4.5:1)"
    others = ((other, str(getattr(palette, other))) for other in THEME_ROLES if other != role)
    alike = ((other, sight) for other, colour in others if (sight := confused_in(wanted, colour)))
    other, sight = next(alike, ("", "usual"))
    return f"which looks like theme {other[-1:]}{WHO_SEES[sight]}" if other else "which is too close to other colours"


def _listed(names: list[str]) -> str:
    return " and ".join(each for each in (", ".join(names[:-1]), names[-1]) if each)
