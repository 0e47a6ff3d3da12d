"""The part of a slide that nothing on its layout covers."""

from itertools import combinations

from coprod_slides.box import SlideBox

_MARGIN = 0.06
_MOST_SHAPES = 8
_CLEARANCE = 2.0


def is_clear(box: SlideBox, obstacles: tuple[SlideBox, ...]) -> bool:
    """Return whether a box is clear of obstacles.

    An obstacle that contains the whole box is a background, and is ignored.
    """
    return not any(box.overlaps(each) and not contains(each, box) for each in obstacles)


def contains(outer: SlideBox, inner: SlideBox) -> bool:
    """Return whether `inner` is inside `outer`, with a tolerance of 0.5 mm."""
    across = outer.x <= inner.x + 0.5 and inner.right <= outer.right + 0.5
    return across and outer.y <= inner.y + 0.5 and inner.bottom <= outer.bottom + 0.5


def safe_area(within: SlideBox, obstacles: tuple[SlideBox, ...]) -> SlideBox:
    """Return the largest box in `within` that is clear of obstacles.

    Obstacles that contain all of `within` are ignored. Of the others, at most the eight largest are avoided. If no box
    is clear, `within` itself is returned.
    """
    inside = (each for each in obstacles if each.overlaps(within) and not contains(each, within))
    largest = sorted(inside, key=lambda each: each.width * each.height, reverse=True)[:_MOST_SHAPES]
    shapes = tuple(each.grown(_CLEARANCE) for each in largest)
    across = _edges(within.x, within.right, [edge for each in shapes for edge in (each.x, each.right)])
    down = _edges(within.y, within.bottom, [edge for each in shapes for edge in (each.y, each.bottom)])
    best = within
    most = 0.0
    for left, right in combinations(across, 2):
        for top, bottom in combinations(down, 2):
            area = (right - left) * (bottom - top)
            if area > most:
                box = SlideBox(left, top, right - left, bottom - top)
                if not any(box.overlaps(each) for each in shapes):
                    best, most = box, area
    return best


def clear_share(box: SlideBox, obstacles: tuple[SlideBox, ...]) -> float:
    """Return the share of a box that its largest clear part fills.

    The result is 0 if no part of the box is clear.
    """
    if is_clear(box, obstacles):
        return 1.0
    free = safe_area(box, obstacles)
    return free.width * free.height / (box.width * box.height) if is_clear(free, obstacles) else 0.0


def _edges(least: float, most: float, found: list[float]) -> list[float]:
    return sorted({least, most, *(edge for edge in found if least < edge < most)})


def inner_slide(slide: SlideBox) -> SlideBox:
    """Return the area of a slide inside its margins."""
    margin = min(slide.width, slide.height) * _MARGIN
    return slide.grown(-margin)
