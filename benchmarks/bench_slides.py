"""Decks of 60 and 600 slides with notes, beside a plain python-pptx loop."""

import io
from typing import Any

from attrs import evolve, frozen
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE

from benchmarks.clock import report, seconds
from coprod_content import load
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_slides import reference_deck, render, slide_frames

SLIDES, MANY = 60, 600


@frozen
class Shape:
    """A shape for the loop to write: its kind, position in English Metric Units, texts and inner shapes."""

    kind: str
    place: tuple[int, int, int, int]
    texts: tuple[str, ...] = ()
    columns: int = 0
    number: int = 0
    inner: tuple["Shape", ...] = ()


@frozen
class Slide:
    """A slide for the loop to write."""

    layout: str
    shapes: tuple[Shape, ...]
    notes: str


def document_of(slides: int) -> Document:
    """Return a workshop's deck, repeated, with a different title on each slide."""
    deck = compose("deck", load(), ("first-steps",))
    found = [section for _, section in deck.walk()]
    repeated = (found[at % len(found)] for at in range(slides))
    sections = (evolve(section, title=f"{section.title} {at}") for at, section in enumerate(repeated))
    return evolve(deck, sections=tuple(sections))


def deck_of(document: Document, brand: Brand) -> bytes:
    """Return the deck of a document, fitted first as `build` does."""
    return render(fit(document, slide_frames(brand)).document, brand)


def plan_of(deck: bytes) -> tuple[Slide, ...]:
    """Return what is on the slides of a deck."""
    return tuple(
        Slide(
            slide.slide_layout.name,
            tuple(_shape(shape) for shape in slide.shapes),
            slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        )
        for slide in Presentation(io.BytesIO(deck)).slides
    )


def _shape(shape: Any) -> Shape:  # python-pptx has no types
    place = (shape.left, shape.top, shape.width, shape.height)
    if shape.is_placeholder:
        texts = tuple(p.text for p in shape.text_frame.paragraphs)
        return Shape("placeholder", place, texts, number=shape.placeholder_format.idx)
    if getattr(shape, "has_table", False) and shape.has_table:
        cells = tuple(cell.text for row in shape.table.rows for cell in row.cells)
        return Shape("table", place, cells, columns=len(shape.table.columns))
    if hasattr(shape, "shapes"):
        return Shape("group", place, inner=tuple(_shape(inner) for inner in shape.shapes))
    if hasattr(shape, "begin_x"):
        return Shape("line", place)
    texts = tuple(p.text for p in shape.text_frame.paragraphs) if shape.text_frame.text else ()
    return Shape("text" if texts else "shape", place, texts)


def loop(plan: tuple[Slide, ...], reference: bytes) -> bytes:
    """Return a deck of these slides, written with public functions of python-pptx only."""
    deck = Presentation(io.BytesIO(reference))
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for planned in plan:
        slide = deck.slides.add_slide(layouts[planned.layout])
        held = {placeholder.placeholder_format.idx: placeholder for placeholder in slide.placeholders}
        for shape in planned.shapes:
            _write(shape, slide.shapes, held)
        if planned.notes:
            slide.notes_slide.notes_text_frame.text = planned.notes
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _write(shape: Shape, shapes: Any, held: dict[int, Any]) -> None:
    match shape.kind:
        case "placeholder":
            if shape.number in held:
                _fill(held[shape.number].text_frame, shape.texts)
        case "table":
            rows = len(shape.texts) // shape.columns
            table = shapes.add_table(rows, shape.columns, *shape.place).table
            for at, words in enumerate(shape.texts):
                table.cell(*divmod(at, shape.columns)).text = words
        case "group":
            group = shapes.add_group_shape()
            for inner in shape.inner:
                _write(inner, group.shapes, held)
        case "line":
            x, y, width, height = shape.place
            shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, y, x + width, y + height)
        case "text":
            _fill(shapes.add_textbox(*shape.place).text_frame, shape.texts)
        case _:
            shapes.add_shape(MSO_SHAPE.RECTANGLE, *shape.place)


def _fill(frame: Any, texts: tuple[str, ...]) -> None:
    frame.text = texts[0] if texts else ""
    for words in texts[1:]:
        frame.add_paragraph().text = words


def main() -> None:
    """Print the times of the renderer and of the loop, and how the time grows with the slides."""
    brand = load_brand()
    few, many = document_of(SLIDES), document_of(MANY)
    plan, reference = plan_of(deck_of(few, brand)), reference_deck(brand)
    ours, theirs = seconds(lambda: deck_of(few, brand)), seconds(lambda: loop(plan, reference))
    report(f"deck of {len(plan)} slides with notes", ours, "a plain python-pptx loop", theirs, "a third")
    larger = seconds(lambda: deck_of(many, brand), runs=3)
    report(f"deck of {MANY} slides with notes", larger, f"{SLIDES} slides", ours, "12")
