"""Check drawings, canvases, and the consent and size of photos."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.drawing import Drawing, Label, Path, Shape
from coprod_content.content.library import Library
from coprod_content.content.model import Canvas, Film, Item, PeopleScene, PlacedPerson, Workshop
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.files.pictures.jpeg import jpeg_size
from coprod_content.files.pictures.photos import photos_of
from coprod_content.files.text_file import LARGEST_PHOTOS
from coprod_content.findings.finding import Finding
from coprod_content.layout.labels import label_fits

_FONTS = "Arial", "Atkinson Hyperlegible"
_REACH = (0.33, 0.3)
"""How far a person's shoulders extend behind and in front of the hips, as fractions of the person's height."""
_LETTERS_ACROSS = 28
"""The width of a canvas on a slide, divided by the smallest type size on slides (18 pt)."""
_SLACK = 0.01
_FEWEST_PIXELS = 1000
NO_ANSWER = frozenset({
    "-", "?", "n/a", "na", "no", "no consent", "none", "not asked", "not yet", "pending", "tba", "tbc", "tbd", "to ask",
    "to be confirmed", "to do", "todo", "unknown", "xxx",
})  # fmt: skip


def drawing_findings(item: Item) -> Iterator[Finding]:
    """Yield the faults in an item's drawings."""
    least = item.drawing.width / _LETTERS_ACROSS if isinstance(item, Canvas) else 0.0
    yield from _labels_outside(item)
    for where, shape in _shapes_in(item):
        match shape:
            case Label() if not label_fits(evolve(shape, size=max(shape.size, least)), 1, _FONTS):
                in_size = f", in type of {least:g} units as on slides," if shape.size < least else ""
                what = f"'{shape.text}'{in_size} does not fit its box of {shape.width:g} by {shape.height:g} units."
                fix = "Shorten it, make the box larger, or make the type smaller."
                yield finding_in(item.source, (*where, "text"), "label-too-long", what, fix)
            case Path(fill=None, colour=None):
                what, fix = "this path has no colour and no fill.", "Give it a colour, a fill or both."
                yield finding_in(item.source, where, "invisible-path", what, fix)
    for at, scene in enumerate(item.scenes if isinstance(item, Film) else ()):
        where = "scenes", at, "people"
        yield from _people_outside(item, where, scene.people, scene.drawing.width, scene.drawing.height)
    if isinstance(item, PeopleScene):
        yield from _people_outside(item, ("people",), item.people, item.width, item.height)


def _labels_outside(item: Item) -> Iterator[Finding]:
    for path, drawing in drawings_in(item):
        for at, shape in enumerate(drawing.shapes):
            right, bottom = drawing.width + _SLACK, drawing.height + _SLACK
            if isinstance(shape, Label) and not (
                -_SLACK <= shape.x <= right - shape.width and -_SLACK <= shape.y <= bottom - shape.height
            ):
                size = f"{drawing.width:g} by {drawing.height:g} units"
                what = f"the box of '{shape.text}' is partly outside the drawing of {size}."
                fix = "Move the box, make it smaller, or make the drawing larger."
                yield finding_in(item.source, (*path, "shapes", at, "text"), "outside-canvas", what, fix)


def _people_outside(
    item: Item, where: FieldPath, people: tuple[PlacedPerson, ...], width: float, height: float
) -> Iterator[Finding]:
    for at, placed in enumerate(people):
        left, right = (share * placed.height for share in (_REACH if placed.looks == "right" else reversed(_REACH)))
        if not (left <= placed.x <= width - right and placed.height <= placed.y <= height):
            what = f"'{placed.person}' is partly outside the canvas of {width:g} by {height:g} units."
            beside = f"{left:.0f} units to the left of `x`, {right:.0f} to the right"
            fix = f"Leave {beside}, and the person's height above `y`."
            yield finding_in(item.source, (*where, at), "outside-canvas", what, fix)


def _shapes_in(item: Item) -> Iterator[tuple[FieldPath, Shape]]:
    """Yield each shape of an item, with the path to it."""
    parts: list[tuple[FieldPath, tuple[Shape, ...]]] = [
        ((*path, "shapes"), drawing.shapes) for path, drawing in drawings_in(item)
    ]
    if isinstance(item, PeopleScene):
        parts += [(("behind",), item.behind), (("front",), item.front)]
    if isinstance(item, Film):
        parts += [(("scenes", at, "front"), scene.front) for at, scene in enumerate(item.scenes)]
    return (((*path, at), shape) for path, shapes in parts for at, shape in enumerate(shapes))


def canvas_findings(library: Library) -> Iterator[Finding]:
    """Yield findings about canvases that are unused, or shown but missing."""
    for tool in library.tools.values():
        using = [at for at, step in enumerate(tool.steps) if step.canvas]
        if using and tool.canvas is None:
            what = "this step shows the tool's canvas on its slide, but the tool has no canvas."
            fix = "Give the id of a canvas under `canvas` in the tool, or delete this line."
            yield finding_in(tool.source, ("steps", using[0], "canvas"), "no-canvas", what, fix)
        if tool.canvas and not using:
            what = "no step shows this canvas, so it is on no slide."
            fix = "Add `canvas: yes` to the steps that use it."
            yield finding_in(tool.source, ("canvas",), "unused-canvas", what, fix, "warning")


def drawings_in(item: Item) -> Iterator[tuple[FieldPath, Drawing]]:
    """Yield each drawing of an item, with the path to it."""
    scenes = item.scenes if isinstance(item, Film) else ()
    drawn = (
        (("drawing",), getattr(item, "drawing", None)),
        *((("scenes", at, "drawing"), scene.drawing) for at, scene in enumerate(scenes)),
    )
    yield from ((path, drawing) for path, drawing in drawn if isinstance(drawing, Drawing))


def photo_findings(workshop: Workshop) -> Iterator[Finding]:
    """Yield findings about photos that are too large, unread or without consent.

    The limit on size is for all photos of the workshop together. A photo is unread if the workshop file was given
    without its folder.
    """
    size = sum(len(photo.data or "") for _, photo in photos_of(workshop))
    if size > LARGEST_PHOTOS:
        what = f"the photos of this workshop take up {size / 2**20:.1f} MiB in total. The limit is 5 MiB."
        yield finding_in(workshop.source, ("agenda",), "too-large", what, "Use fewer photos.")
    for path, photo in photos_of(workshop):
        if photo.consent.strip(" .").casefold() in NO_ANSWER:
            what = f"'{photo.consent}' does not say who agreed."
            fix = "Write who agreed, to what and until when, or delete the photo."
            yield finding_in(workshop.source, (*path, "consent"), "photo-consent", what, fix)
        if photo.data is None:
            what = f"the photo '{photo.file}' has not been read, because only the workshop file was given."
            fix = "Choose the photo again, or open the file from its own folder."
            yield finding_in(workshop.source, (*path, "file"), "no-photo", what, fix)


def photo_advice(library: Library) -> Iterator[Finding]:
    """Yield advice on photos that are too small to project."""
    for workshop in library.workshops.values():
        for path, photo in photos_of(workshop):
            width, height = jpeg_size(photo.jpeg) if photo.data else (_FEWEST_PIXELS, 0)
            if max(width, height) < _FEWEST_PIXELS:
                what = f"'{photo.file}' is only {width} by {height} pixels, so it will look blurred."
                fix = f"Ask for the original photo, with a longer side of at least {_FEWEST_PIXELS:,} pixels."
                yield finding_in(workshop.source, (*path, "file"), "photo-small", what, fix, "advice")
