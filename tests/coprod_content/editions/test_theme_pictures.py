"""Signs of themes, and mosaics of them."""

from attrs import evolve

from coprod_content import load
from coprod_content.content.drawing import (
    Circle,
    Drawing,
    Label,
    Polygon,
    Rectangle,
    Stroke,
    on_background,
)
from coprod_content.content.library import Items
from coprod_content.editions import compose
from coprod_content.editions.sections.theme_pictures import placed_shapes, theme_mosaic

LIBRARY = load()
THEMES = sorted(LIBRARY.themes.values(), key=lambda theme: theme.number)


def test_every_theme_has_its_own_sign() -> None:
    """The six signs differ in shape as well as colour, have no words, and stay within their canvas."""
    shapes = set()
    for theme in THEMES:
        assert theme.drawing is not None
        assert not theme.drawing.words
        assert {shape.fill for shape in theme.drawing.shapes if not isinstance(shape, Stroke | Label)} == {
            f"theme_{theme.number}",
            "sun",
        }
        assert all(low >= 0 and high <= 100 for low, high in _extents(theme.drawing))
        shapes.add(tuple(sorted(_extents(theme.drawing))))
    assert len(shapes) == 6


def _extents(drawing: Drawing) -> list[tuple[float, float]]:
    """Return the extent of each shape, across and down."""
    found: list[tuple[float, float]] = []
    for shape in drawing.shapes:
        match shape:
            case Circle(x=x, y=y, radius=radius):
                found += [(x - radius, x + radius), (y - radius, y + radius)]
            case Rectangle(x=x, y=y, width=width, height=height):
                found += [(x, x + width), (y, y + height)]
            case Polygon(corners=corners):
                found += [(min(all_), max(all_)) for all_ in zip(*corners, strict=True)]
            case _:
                raise AssertionError(shape)
    return found


def test_shapes_move_and_grow_together() -> None:
    """A drawing keeps its proportions when it is moved and enlarged."""
    drawing = Drawing(
        width=10,
        height=10,
        shapes=(
            Circle(x=5, y=5, radius=2, fill="theme_1"),
            Rectangle(x=0, y=1, width=4, height=3, fill="sun", corner=1),
            Polygon(points="0,0 10,0 5,8", fill="theme_1"),
            Stroke(x=0, y=0, to_x=5, to_y=10, colour="theme_1", weight=0.5),
            Label(x=1, y=2, width=3, height=4, text="A", size=2, colour="theme_1"),
        ),
    )
    assert placed_shapes(drawing, 100, 50, 2) == (
        Circle(x=110, y=60, radius=4, fill="theme_1"),
        Rectangle(x=100, y=52, width=8, height=6, fill="sun", corner=2),
        Polygon(points="100,50 120,50 110,66", fill="theme_1"),
        Stroke(x=100, y=50, to_x=110, to_y=70, colour="theme_1", weight=1),
        Label(x=102, y=54, width=6, height=8, text="A", size=4, colour="theme_1"),
    )


def test_on_its_own_colour_a_drawing_turns_to_paper() -> None:
    """Shapes in the colour of the background become paper; other colours stay."""
    shapes = on_background(
        Drawing(
            width=10,
            height=10,
            shapes=(
                Circle(x=5, y=5, radius=2, fill="theme_1", opacity=50),
                Circle(x=5, y=5, radius=1, fill="sun"),
                Stroke(x=0, y=0, to_x=5, to_y=10, colour="theme_1"),
            ),
        ),
        "theme_1",
        tone=0.5,
    ).shapes
    assert shapes == (
        Circle(x=5, y=5, radius=2, fill="paper", opacity=25),
        Circle(x=5, y=5, radius=1, fill="sun"),
        Stroke(x=0, y=0, to_x=5, to_y=10, colour="paper"),
    )


def test_neighbouring_tiles_differ() -> None:
    """No tile of a mosaic is beside or above one of the same colour; a single theme is just its sign."""
    for count in range(2, 7):
        for columns, rows in ((2, 3), (6, 2), (6, 3)):
            drawing = theme_mosaic(LIBRARY, [theme.id for theme in THEMES[:count]], columns=columns, rows=rows)
            assert drawing is not None
            tiles = {
                (round(shape.x / 60), round(shape.y / 60)): shape.fill
                for shape in drawing.shapes
                if isinstance(shape, Rectangle) and shape.width == 60
            }
            assert len(tiles) == columns * rows
            assert all(
                fill != tiles.get((x + 1, y)) and fill != tiles.get((x, y + 1)) for (x, y), fill in tiles.items()
            )
    assert theme_mosaic(LIBRARY, [THEMES[0].id]) == THEMES[0].drawing
    assert theme_mosaic(LIBRARY) == theme_mosaic(LIBRARY, [theme.id for theme in THEMES])
    bare = evolve(LIBRARY, themes=Items(tuple(evolve(theme, drawing=None) for theme in THEMES)))
    assert theme_mosaic(bare) is None


def test_sections_about_a_theme_have_its_sign() -> None:
    """Every card, divider and cover has a picture."""
    for name in ("postcards", "tool-cards", "theme-guide", "deck"):
        first = {"theme-guide": (THEMES[0].id,), "deck": ("first-steps",)}.get(name, ())
        document = compose(name, LIBRARY, first)
        for _, section in document.walk():
            if section.role in ("cover", "divider", "card-front", "card-back"):
                assert section.picture is not None, section.title
            if section.picture is not None and not section.picture.has_ground and not section.mode:
                number = int(section.accent.removeprefix("theme_"))
                assert section.picture == next(theme.drawing for theme in THEMES if theme.number == number)
