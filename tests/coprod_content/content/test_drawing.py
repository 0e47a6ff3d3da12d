"""Drawings: the words in them."""

from coprod_content.content.drawing import Drawing, Label, Stroke


def test_a_drawing_lists_the_words_of_its_labels_in_order() -> None:
    """A screen reader can be given the words in a picture."""
    us, them = (Label(x=0, y=y, width=5, height=2, text=text, size=1) for y, text in ((0, "Us"), (3, "Them")))
    drawing = Drawing(width=10, height=5, shapes=(us, Stroke(x=0, y=0, to_x=1, to_y=1, colour="ink"), them))
    assert drawing.words == ("Us", "Them")
