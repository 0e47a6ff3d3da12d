"""Type sizes and line heights: those of the brand, as each layout takes them."""

from typing import assert_never

from coprod_content.brand import Brand
from coprod_content.measure import face
from coprod_slides.looks import Look

_LEAST_LINE, _LARGEST_SPOKEN = 1.2, 40


def title_sizes(brand: Brand, look: Look) -> tuple[int, ...]:
    """The type sizes of the title in a layout, largest first."""
    match look.title:
        case "cover":
            return brand.slides.cover
        case "question":
            return brand.slides.question
        case "title":
            return brand.slides.title
        case "heading":
            smaller = tuple(size for size in brand.slides.title if size < brand.slides.statement[-1])
            return smaller or brand.slides.title[-1:]
        case _ as unreachable:
            assert_never(unreachable)


def varied_sizes(brand: Brand, look: Look) -> tuple[int, ...]:
    """The sizes of a style that varies, smallest first."""
    sizes = brand.slides
    match look.sizes:
        case "statement":
            found = {*sizes.statement}
        case "spoken":
            spoken = (size for size in sizes.question if sizes.statement[-1] < size <= _LARGEST_SPOKEN)
            found = {*sizes.statement, *spoken}
        case "lead":
            found = {sizes.lead, min(sizes.lead, sizes.body)}
        case "cover":
            found = {sizes.lead, min(sizes.lead, sizes.body), sizes.small}
        case _ as unreachable:
            assert_never(unreachable)
    return tuple(sorted(found))


def natural_line(family: str) -> float:
    """The height of a line at single spacing as a part of the type size.

    Programs differ: LibreOffice takes what the font says, for Arial 1.15; PowerPoint gives Arial 1.2. The larger
    counts, so that text may stand higher than it was measured, never lower.
    """
    return max(_LEAST_LINE, face(family).natural)
