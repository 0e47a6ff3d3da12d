"""Things appear in groups that belong together, stay, or move from where they were."""

from attrs import evolve

from coprod_content import Library
from coprod_content.content.drawing import Circle, Label, Rectangle, Shape, Stroke
from coprod_film.pictures.layers import PICTURE, Layer, grouped_shapes, scene_layers
from coprod_film.pictures.motion import motions
from coprod_film.pictures.painter import ShotPlan, frame_ticks
from coprod_film.timing.schedule import TICKS

BOX = Rectangle(x=10, y=10, width=40, height=20, fill="sun")
LABEL = Label(x=12, y=12, width=36, height=16, text="Hello", size=8)
LINE = Stroke(x=60, y=20, to_x=90, to_y=20, colour="ink", arrow=True)
DOT = Circle(x=120, y=20, radius=5, fill="brand")


def layer(*shapes: Shape) -> Layer:
    """Return shapes as a layer of a scene."""
    return Layer(box=PICTURE, shapes=shapes, canvas=(250, 125))


def test_a_label_appears_with_its_box() -> None:
    """A line and shapes elsewhere appear on their own."""
    assert list(grouped_shapes((BOX, LABEL, LINE, DOT))) == [(BOX, LABEL), (LINE,), (DOT,)]


def test_scenes_lose_no_shape(library: Library) -> None:
    """The layers of each scene have all its shapes, in order, and people appear one by one."""
    for film in library.films.values():
        for scene in film.scenes:
            layers = scene_layers(scene, library)
            shapes = [shape for each in layers for shape in each.shapes]
            drawn = [*scene.drawing.shapes, *scene.front]
            assert [shape for shape in shapes if shape in drawn] == drawn
            assert sum(each.entrance in ("from left", "from right") for each in layers) == len(scene.people)


def test_what_was_there_stays_or_moves() -> None:
    """The same shape stays, a shape like it moves from its place, and a new one appears later than the one before."""
    before = (layer(BOX), layer(DOT))
    moved, new = layer(evolve(DOT, x=150)), layer(LINE)
    stays, moves, *appear = motions((layer(BOX), moved, new, layer(LABEL)), before)
    assert stays.share(0) == 1
    assert moves.moved == (30 * moved.scale, 0)
    assert [each.moved for each in appear] == [None, None]
    assert 0 < appear[0].start < appear[1].start
    assert [appear[0].share(time) for time in (0, appear[0].start, appear[0].end, 9)] == [0, 0, 1, 1]


def test_frames_are_few_where_nothing_moves() -> None:
    """There is a frame at each tick of a motion, and then one every two seconds."""
    moving = frame_ticks(ShotPlan(ticks=10 * TICKS, motions=motions((layer(BOX),), ())), dissolves=False)
    still = frame_ticks(ShotPlan(ticks=10 * TICKS, motions=()), dissolves=False)
    assert list(moving)[:10] == list(range(10))
    assert list(still) == [0, *range(24, 120, 24)]
