"""Check the shapes on a slide."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.findings.fault import Fault
from coprod_inspect.office_file import alt_text_faults, header_row_faults
from coprod_inspect.shared_checks import quoted
from coprod_inspect.slides.slide import InspectedSlide
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_shapes import SlideShape, non_visual_properties, text_in
from coprod_office.reading.xml import A, Element, P, R, first_child, is_decorative, is_on

_LINK, _RUN_PROPERTIES, _TABLE, _NON_VISUAL = f"{A}hlinkClick", f"{A}rPr", f"{A}tbl", f"{P}cNvPr"
_SHAPES = tuple(f"{P}{kind}" for kind in ("sp", "pic", "cxnSp", "graphicFrame"))
_READ_LAST = ("ftr", "sldNum", "dt")
_UNSAFE_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole", "ppaction://hlinkfile")
_KIND_NAMES = {"pic": "picture", "grpSp": "group", "cxnSp": "line", "sp": "shape", "graphicFrame": "object"}


def shape_faults(slide: InspectedSlide) -> Iterator[Fault]:
    """Yield the faults in a slide's title and shapes."""
    if not slide.title:
        yield slide.fault("slide-no-title", "the slide has no title.")
    yield from _reading_order(slide)
    yield from _covered_text(slide)
    yield from _duplicate_ids(slide)
    has_links = next(slide.layer.root.iter(_LINK), None) is not None
    for shape in slide.layer.shapes:
        yield from _alternative_text(shape, slide)
        if has_links:
            yield from _links(shape, slide)


def _reading_order(slide: InspectedSlide) -> Iterator[Fault]:
    """Check that the title is read first and footer elements last."""
    read = [shape for shape in slide.layer.shapes if not shape.grouped and not shape.decorative]
    title_at = next((at for at, shape in enumerate(read) if shape.role == "title"), 0)
    if title_at > 0:
        before = read[0].text.strip() or read[0].name
        yield slide.fault("reading-order", f"{quoted(before)} is read before the title.", slide.title)
    last_at = next((at for at, shape in enumerate(read) if shape.role in _READ_LAST), len(read))
    late = next((shape for shape in read[last_at:] if shape.role not in _READ_LAST), None)
    if late is not None:
        words = late.text.strip() or late.name
        yield slide.fault("reading-order", f"{quoted(words)} is read after the footer or slide number.", words)


def _covered_text(slide: InspectedSlide) -> Iterator[Fault]:
    """Yield faults for filled shapes that cover text read before them."""
    texts: list[tuple[ShapeBox, SlideShape]] = []
    for shape in slide.layer.shapes:
        if shape.text.strip():
            box = slide.layer.box(shape)
            texts += [(box, shape)] if box else []
        elif shape.kind == "sp":
            yield from _covered_by(shape, texts, slide)
        elif shape.pictorial and any(shape.inner_covers(box) for box, _ in texts):
            for inner in shape.inner_shapes:
                yield from _covered_by(inner, texts, slide) if inner.kind == "sp" else ()


def _covered_by(panel: SlideShape, texts: list[tuple[ShapeBox, SlideShape]], slide: InspectedSlide) -> Iterator[Fault]:
    covered = [text for box, text in texts if panel.box.covers(box)] if panel.box else []
    for text in covered if covered and slide.layer.fill(panel) else ():
        words = " ".join(text.text.split())
        yield slide.fault("reading-order", f"{quoted(words)} is read before the panel that covers it.", words)


def _duplicate_ids(slide: InspectedSlide) -> Iterator[Fault]:
    ids = [found.get("id") or "" for found in slide.layer.root.iter(_NON_VISUAL)]
    if len(set(ids)) == len(ids):  # nearly always true, and quicker than checking shape by shape
        return
    seen: set[str] = set()
    for shape in slide.layer.all_shapes():
        id_ = shape.non_visual.get("id") or ""
        if id_ in seen:
            what = f"the shape {quoted(shape.name)} has the same id as another shape, {id_}."
            yield slide.fault("duplicate-shape-id", what, shape.text)
        seen.add(id_)


def _alternative_text(shape: SlideShape, slide: InspectedSlide) -> Iterator[Fault]:
    table = next(shape.element.iter(_TABLE), None) if shape.kind == "graphicFrame" else None
    if table is not None:
        yield from _table(table, slide)
    if (shape.decorative and not shape.alt) or _needs_no_alternative(shape):
        return
    if not shape.alt and _is_invisible(shape, slide):
        what = f"the box {quoted(shape.name)} is empty and cannot be seen."
        yield evolve(slide.fault("alt-missing", what, shape.name), fix="Delete it.")
        return
    kind = "table" if table is not None else _KIND_NAMES[shape.kind]
    yield from alt_text_faults(shape.non_visual, kind, slide.spot)


def _is_invisible(shape: SlideShape, slide: InspectedSlide) -> bool:
    """Return whether a shape has no text, fill, outline or link."""
    if shape.kind != "sp" or shape.text.strip() or next(shape.element.iter(_LINK), None) is not None:
        return False
    line = None if shape.properties is None else first_child(shape.properties, f"{A}ln")
    if line is not None and len(line):
        outlined = first_child(line, f"{A}noFill") is None
    else:
        reference = None if shape.style is None else first_child(shape.style, f"{A}lnRef")
        outlined = reference is not None and reference.get("idx") not in (None, "0")
    return not outlined and slide.layer.fill(shape) == ()


def _table(table: Element, slide: InspectedSlide) -> Iterator[Fault]:
    properties = table.find(f"{A}tblPr")
    first_row = table.find(f"{A}tr")
    header = [] if first_row is None else [_words(cell) for cell in first_row.iterfind(f"{A}tc")]
    marked = properties is not None and is_on(properties.get("firstRow", "0"))
    yield from header_row_faults(header, slide.spot, marked=marked)
    spans = (cell for cell in table.iter(f"{A}tc") if {cell.get("gridSpan"), cell.get("rowSpan")} - {None, "0", "1"})
    merged = next(spans, None)
    if merged is not None:
        words = _words(merged)
        yield slide.fault("table-merged-cells", f"the cell {quoted(words)} is merged with other cells.", words)


def _words(cell: Element) -> str:
    return " ".join(filter(None, (text_in(paragraph).strip() for paragraph in cell.iter(f"{A}p"))))


def _needs_no_alternative(shape: SlideShape) -> bool:
    """Return whether a shape needs no alternative text.

    This is true for shapes with text and for placeholders. It is true for a group without alternative text if each
    shape in it has text, has alternative text or is decorative. At least one must have text or alternative text, and
    none with text can be decorative. It is also true for all shapes in a group that has alternative text or is
    decorative itself.
    """
    if shape.kind == "sp" and (shape.text.strip() or shape.placeholder):
        return True
    if shape.kind == "grpSp" and not shape.alt and _all_described(shape.element):
        return True
    return shape.described


def _all_described(group: Element) -> bool:
    described = False
    for shape in group.iter(_SHAPES):
        non_visual = non_visual_properties(shape)
        text = bool(text_in(shape).strip())
        decorative = non_visual is not None and is_decorative(non_visual)
        alt = non_visual is not None and bool((non_visual.get("descr") or "").strip())
        if (text and decorative) or not (text or alt or decorative):
            return False
        described = described or text or alt
    return described


def _links(shape: SlideShape, slide: InspectedSlide) -> Iterator[Fault]:
    if shape.kind == "grpSp" or next(shape.element.iter(_LINK), None) is None:
        return
    own = first_child(shape.non_visual, _LINK)
    if own is not None:
        yield from _link(own, shape.text or shape.non_visual.get("descr") or "", slide)
    for paragraph in shape.element.iter(f"{A}p"):
        for link, words in _links_in(paragraph):
            yield from _link(link, words, slide)


def _links_in(paragraph: Element) -> list[tuple[Element, str]]:
    """Return a paragraph's links with their text.

    Adjacent runs with the same link are merged.
    """
    found: list[tuple[Element, str]] = []
    last: Element | None = None
    for run in paragraph:
        properties = first_child(run, _RUN_PROPERTIES)
        link = None if properties is None else first_child(properties, _LINK)
        if link is not None and last is not None and last.get(f"{R}id") == link.get(f"{R}id") is not None:
            found[-1] = (link, found[-1][1] + text_in(run))
        elif link is not None:
            found.append((link, text_in(run)))
        last = link
    return found


def _link(link: Element, words: str, slide: InspectedSlide) -> Iterator[Fault]:
    action = (link.get("action") or "").lower()
    if action.startswith(_UNSAFE_ACTIONS):
        yield slide.fault("active-content", f"clicking a link runs {quoted(action)}.", words)
    relationship = slide.relationships.get(link.get(f"{R}id") or "")
    if relationship is not None:
        yield from slide.links.faults(words, relationship.target, slide.spot)
