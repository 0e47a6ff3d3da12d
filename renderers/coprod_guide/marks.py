"""The lines that mark a heading."""

from coprod_guide.setting import Border, Ink


def rule(colour: Ink) -> Border:
    """The line under a heading of the first level."""
    return Border("bottom", colour, 2.25, 4)


def over(colour: Ink) -> Border:
    """The line above a step."""
    return Border("top", colour, 1.5, 6)


def bar(colour: Ink) -> Border:
    """The bar before a lower heading with a colour of its own."""
    return Border("left", colour, 4.5, 7)


def box(colour: Ink) -> tuple[Border, ...]:
    """The edges that widen a heading to a band across the page."""
    return tuple(
        Border(side, colour, 0.25 if side in {"left", "right"} else 6, 28 if side in {"left", "right"} else 10)
        for side in ("top", "left", "bottom", "right")
    )
