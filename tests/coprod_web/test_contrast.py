"""The contrast of words in drawings, measured under each label."""

from collections.abc import Iterator

import pytest

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.document.blocks import Figure
from coprod_content.editions import compose
from coprod_content.illustration.scenes import film_drawing
from coprod_web.svg_figures import LabelLines, svg_picture


def _covers(shape: Shape, x: float, y: float) -> bool:
    match shape:
        case Circle():
            return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
        case Rectangle():
            return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
        case Polygon():
            return _is_within(shape.corners, x, y)
        case Path():
            (left, top), (right, bottom) = shape.bounds
            return shape.fill is not None and left <= x <= right and top <= y <= bottom
        case Stroke() | Label():
            return False


def _is_within(corners: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    edges = zip(corners, (*corners[1:], corners[0]), strict=True)
    crossed = ((a, b) for a, b in edges if (a[1] > y) != (b[1] > y))
    return sum(x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in crossed) % 2 == 1


def _ground(under: list[Shape], x: float, y: float, brand: Brand) -> str:
    """Return the colour at a point: paper, with the shapes that cover it."""
    colour = brand.palette.paper
    for shape in under:
        if isinstance(shape, Circle | Rectangle | Polygon | Path) and shape.fill and _covers(shape, x, y):
            colour = mixed(colour, brand.colour(shape.fill), shape.opacity / 100)
    return colour


def _faint(drawing: Drawing, brand: Brand) -> Iterator[str]:
    """Yield each label that has too little contrast somewhere."""
    drawn = iter(shape for shape in svg_picture(drawing, brand.fonts.office).shapes if isinstance(shape, LabelLines))
    for at, label in enumerate(drawing.shapes):
        if not isinstance(label, Label):
            continue
        for row in next(drawn).rows:
            wide = min(label.width, len(row.words) * label.size * 0.55)
            left = {
                "left": label.x,
                "centre": label.x + (label.width - wide) / 2,
                "right": label.x + label.width - wide,
            }
            places = ((left[label.align] + wide * share / 8, row.y - label.size * 0.35) for share in range(9))
            grounds = {_ground(list(drawing.shapes[:at]), x, y, brand) for x, y in places}
            least = min(contrast(brand.colour(label.colour), ground) for ground in grounds)
            if least < LEAST_FOR_TEXT:
                yield f"{row.words}: {least:.2f}"


def test_words_in_drawings_can_be_read(library: Library, brand: Brand) -> None:
    """Each label of each diagram, canvas and film has a contrast of 4.5:1, even on translucent shapes."""
    drawings = {name: each.drawing for name, each in (*library.diagrams.items(), *library.canvases.items())}
    scenes = ((f"{id_} {at}", each) for id_, film in library.films.items() for at, each in enumerate(film.scenes))
    drawings |= {name: film_drawing(scene, library) for name, scene in scenes}
    assert len(drawings) > 10
    assert {name: found for name, each in drawings.items() if (found := list(_faint(each, brand)))} == {}


def test_every_figure_is_measured(library: Library) -> None:
    """No edition shows a figure that is not measured here."""
    known = {each.drawing for each in (*library.diagrams.values(), *library.canvases.values())}
    known |= {film_drawing(scene, library) for film in library.films.values() for scene in film.scenes}
    for id_ in library.workshops:
        for edition in ("deck", "facilitator-guide", "handouts"):
            for _, section in compose(edition, library, [id_]).walk():
                shown = {block.drawing for block in (*section.blocks, *section.notes) if isinstance(block, Figure)}
                assert shown <= known


@pytest.mark.parametrize(
    ("fill", "opacity", "faint"), [("theme_1", 100, True), ("theme_1", 15, False), ("sun", 100, False)]
)
def test_a_faint_label_would_be_found(fill: str, opacity: int, faint: bool, brand: Brand) -> None:
    """Ink is too faint on a dark shape, but not on the same shape when it is translucent."""
    shape = Rectangle(x=0, y=0, width=50, height=20, fill=fill, opacity=opacity)  # type: ignore[arg-type]  # roles
    drawing = Drawing(width=50, height=20, shapes=(shape, Label(x=5, y=5, width=40, height=10, text="Words", size=6)))
    assert bool(list(_faint(drawing, brand))) is faint
