"""A label fits its box, or it does not: by width, by height and in every font."""

import pytest

from coprod_content.content.drawing import Drawing, Label
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle, font_metrics
from coprod_content.layout.labels import label_fits, with_numbers

SIZE = 4.0
TYPE = TextStyle(SIZE / MM_PER_PT)
WIDE = font_metrics("Arial").width("widest", TYPE)
LINE = SIZE * 1.15


@pytest.mark.parametrize(
    ("text", "width", "height", "fits"),
    [
        ("widest", WIDE + 0.01, LINE + 0.01, True),
        ("widest", WIDE - 0.01, 9 * LINE, False),
        ("widest", WIDE + 0.01, LINE - 0.01, False),
        ("a widest", WIDE + 0.01, LINE + 0.01, False),
        ("a widest", WIDE + 0.01, 2 * LINE + 0.01, True),
        ("共同创造", 3 * SIZE, 2 * LINE + 0.01, True),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_a_label_fits_by_its_widest_word_and_its_lines(
    text: str, width: float, height: float, fits: bool, scale: float
) -> None:
    """A word is never broken, every line has its height, and the scale changes nothing."""
    label = Label(x=0, y=0, width=width, height=height, text=text, size=SIZE)
    assert label_fits(label, scale, ["Arial"]) is fits


def test_a_label_must_fit_in_each_font_and_in_bold() -> None:
    """A label that fits in Arial does not fit in wider letters."""
    label = Label(x=0, y=0, width=WIDE + 0.01, height=9, text="widest", size=SIZE)
    assert label_fits(label, 1.0, ["Arial"])
    assert not label_fits(label, 1.0, ["Arial", "Verdana"])
    assert not label_fits(
        Label(x=0, y=0, width=WIDE + 0.01, height=9, text="widest", size=SIZE, strong=True), 1.0, ["Arial"]
    )


def test_equal_labels_share_a_number() -> None:
    """Labels that do not fit become numbers, and a list of these names each text once."""
    words = ("Who, when:", "Cannot change", "Who, when:")
    shapes = tuple(Label(x=0, y=0, width=5, height=5, text=text, size=SIZE) for text in words)
    drawing, listed = with_numbers(Drawing(width=9, height=9, shapes=shapes), lambda _: False, SIZE)
    assert drawing.words == ("1", "2", "1")
    assert listed == ("Who, when:", "Cannot change")


@pytest.mark.parametrize(
    ("y", "height", "width", "expected"),
    [
        (20, 5, 6, (20, 5, 6)),
        (20, 6, 7, (20, 6, 7)),
        (20, 4, 5, (19.5, 5, 5.6)),
        (20, 1, 1, (18, 5, 5.6)),
        (0, 1, 1, (0, 5, 5.6)),
        (39, 1, 1, (35, 5, 5.6)),
    ],
)
def test_a_number_has_room_inside_the_drawing(
    y: float, height: float, width: float, expected: tuple[float, float, float]
) -> None:
    """A box that is too small for a number grows from its middle, and stays in the drawing."""
    label = Label(x=3, y=y, width=width, height=height, text="Who, when:", size=2)
    drawing, _ = with_numbers(Drawing(width=40, height=40, shapes=(label,)), lambda _: False, 4)
    (number,) = drawing.shapes
    assert isinstance(number, Label)
    assert (number.x, number.text, number.size, number.strong) == (3, "1", 4, True)
    assert (number.y, number.height, number.width) == pytest.approx(expected)
