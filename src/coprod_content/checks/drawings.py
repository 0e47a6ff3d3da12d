"""Check drawings for labels that do not fit and invisible paths."""

from collections.abc import Iterator

from coprod_content.content.drawing import Drawing, Label, Path
from coprod_content.content.model import Film, Item
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.layout.labels import label_fits

_FONT = "Arial"


def drawing_findings(item: Item) -> Iterator[Finding]:
    """Yield the faults of an item's drawings."""
    for path, drawing in drawings_in(item):
        for at, shape in enumerate(drawing.shapes):
            where = (*path, "shapes", at)
            match shape:
                case Label() if not label_fits(shape, 1, (_FONT,)):
                    what = f"'{shape.text}' does not fit its box of {shape.width:g} by {shape.height:g} units."
                    fix = "Shorten it, make the box larger or the size smaller."
                    yield finding_in(item.source, (*where, "text"), "label-too-long", what, fix)
                case Path(fill=None, colour=None):
                    what, fix = "this path has no colour and no fill.", "Give it a colour, a fill or both."
                    yield finding_in(item.source, where, "invisible-path", what, fix)


def drawings_in(item: Item) -> Iterator[tuple[FieldPath, Drawing]]:
    """Yield each drawing of an item, with the path to it."""
    scenes = item.scenes if isinstance(item, Film) else ()
    drawn = (
        (("drawing",), getattr(item, "drawing", None)),
        *((("scenes", at, "drawing"), scene.drawing) for at, scene in enumerate(scenes)),
    )
    yield from ((path, drawing) for path, drawing in drawn if isinstance(drawing, Drawing))
