"""Type sizes for a brand's layouts, and line heights of fonts."""

from math import ceil
from typing import assert_never

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.type_sizes import SlideSizes
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.office_metrics import office_metrics, usual_share
from coprod_slides.template.layout_model import LayoutDesign

USUAL_LINE, _LARGEST_TITLE, _LARGEST_BESIDE = 1.2, 40, 36
LONG_TITLE = "n" * 70
"""A text that is as wide as a long title."""


@frozen(kw_only=True)
class TypeScale:
    """One set of type sizes for a layout, in points."""

    lead: int
    say: int
    body: int
    table: int


def type_scales(brand: Brand, design: LayoutDesign) -> tuple[TypeScale, ...]:
    """Return the possible type scales for a layout, largest first."""
    sizes = brand.slides
    body = sizes.small if design.small else sizes.body
    table = min(sizes.small + 2, sizes.body) if design.large_table else sizes.small
    base = TypeScale(lead=sizes.small if design.small else sizes.lead, say=body, body=body, table=table)
    varied = tuple(reversed(_varied_sizes(brand, design)))
    match design.varied:
        case None:
            return (base,)
        case "lead":
            return tuple(evolve(base, lead=size) for size in varied)
        case "say":
            return tuple(evolve(base, say=size) for size in varied)
        case "text":
            sized = (evolve(base, lead=max(base.lead, size), say=size, body=size) for size in varied if size >= body)
            return tuple(sized) or (base,)
        case "table":
            return tuple(evolve(base, table=size) for size in varied if size >= table) or (base,)
        case _ as unreachable:
            assert_never(unreachable)


def smaller_scales(brand: Brand) -> tuple[TypeScale, ...]:
    """Return smaller type scales for overlong blocks, largest first."""
    small = brand.slides.small
    sizes = range(max(small, brand.slides.body - 1), small - 1, -1)
    return tuple(TypeScale(lead=size, say=size, body=size, table=small) for size in sizes)


def title_sizes(brand: Brand, design: LayoutDesign) -> tuple[int, ...]:
    """Return a layout's possible title sizes in points, largest first."""
    match design.title:
        case "cover":
            return brand.slides.cover
        case "question":
            return brand.slides.question
        case "title":
            return _at_most(_LARGEST_TITLE, brand.slides.title)
        case "beside":
            return _at_most(_LARGEST_BESIDE, brand.slides.title)
        case "heading":
            smaller = tuple(size for size in brand.slides.title if size < brand.slides.statement[-1])
            return smaller or brand.slides.title[-1:]
        case _ as unreachable:
            assert_never(unreachable)


def main_size(brand: Brand, design: LayoutDesign) -> int:
    """Return the largest type size of a layout's main text, in points."""
    scale = type_scales(brand, design)[0]
    sizes = {"say": scale.say, "lead": scale.lead, "text": scale.lead, "table": scale.body}
    return sizes.get(design.varied or "", scale.body)


def _at_most(largest: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the sizes up to `largest`, or else the smallest size.

    `sizes` is ordered from largest to smallest.
    """
    return tuple(size for size in sizes if size <= largest) or sizes[-1:]


def _varied_sizes(brand: Brand, design: LayoutDesign) -> tuple[int, ...]:
    """Return the sizes, in points, that `design.sizes` names, smallest first."""
    sizes = brand.slides
    match design.sizes:
        case "statement":
            found = {*sizes.statement}
        case "spoken":
            found = {*sizes.statement, sizes.lead}
        case "points":
            found = {sizes.body, *(size for size in (*sizes.statement, sizes.lead) if sizes.body <= size <= sizes.lead)}
        case "table":
            found = {sizes.small, min(sizes.small + 2, sizes.body), sizes.body}
        case "cover":
            found = {sizes.lead, min(sizes.lead, sizes.body), (sizes.body + sizes.small) // 2, sizes.small}
        case _ as unreachable:
            assert_never(unreachable)
    return tuple(sorted(found))


def title_height(words: str, fonts: tuple[str, ...], size: int, sizes: SlideSizes, width: float) -> float:
    """Return the height of a title and one line of its label.

    `words` is the title, in type of `size` points, and `sizes` contains the brand's other sizes. `fonts` contains the
    fonts of titles and text. The height and `width` are in millimetres.
    """
    line = max(map(natural_line, fonts)) * sizes.line / 100
    style = TextStyle(size, line=line, strong=True)
    lines = ceil(office_metrics(fonts[0]).width(words, style) / width)
    return lines * style.line_mm + TextStyle(sizes.small, line=line).line_mm


def natural_line(family: str) -> float:
    """Return a font's single-spaced line height as a multiple of type size.

    Programs differ: LibreOffice uses the font's own value, 1.15 for Arial, while PowerPoint uses 1.2. The larger value
    is returned so that text is never taller than measured, although it can be shorter.
    """
    return max(USUAL_LINE, office_metrics(family).natural)


def line_spacing(brand: Brand, percentage: int) -> int:
    """Return a line height as a percentage of the font's single spacing.

    `percentage` is the line height as a percentage of 1.2 times the type size, as is usual in PowerPoint.
    """
    return int(percentage * usual_share(brand.fonts.office, USUAL_LINE))
