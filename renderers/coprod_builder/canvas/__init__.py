"""What slides and sheets share: the file they are read from, and the shapes and lines of text they are drawn with."""

from coprod_builder.canvas.forms import Shape
from coprod_builder.canvas.lettering import Row, Run
from coprod_builder.canvas.paint import Paint

__all__ = ["Paint", "Row", "Run", "Shape"]
