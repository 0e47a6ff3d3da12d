"""Paint: the colours of fills and lines."""

from attrs import frozen

from coprod_builder.preview.slides.office_file import A, Element, OfficeFile


@frozen
class FillColour:
    """A colour as `#rrggbb`, and how much it covers, from 0 to 1."""

    colour: str
    opacity: float = 1.0


def fill_of(holder: Element | None, file: OfficeFile) -> FillColour | None:
    """The fill that the properties of a shape, a line or a run name; nothing where they name none."""
    if holder is None:
        return None
    solid = holder.find(f"{A}solidFill")
    return _paint(solid[0], file) if solid is not None and len(solid) else None


def says_fill(holder: Element | None) -> bool:
    """Whether properties name a fill, or that there is none."""
    return holder is not None and any(holder.find(f"{A}{name}") is not None for name in ("solidFill", "noFill"))


def _paint(colour: Element, file: OfficeFile) -> FillColour:
    named = colour.get("val", "")
    value = f"#{named.lower()}" if colour.tag == f"{A}srgbClr" else file.colours.get(named, "#000000")
    less = colour.find(f"{A}lumMod")
    if less is not None:
        value = _darker(value, int(less.get("val", "100000")) / 100_000)
    alpha = colour.find(f"{A}alpha")
    return FillColour(value, 1.0 if alpha is None else round(int(alpha.get("val", "100000")) / 100_000, 3))


def _darker(colour: str, share: float) -> str:
    """A colour with its lightness times a share, which for a grey is each of its parts times that."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * share):02x}" for part in parts)
