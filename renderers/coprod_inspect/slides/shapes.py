"""The shapes of a slide: its title, their order, alternative text, tables, links and movement."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_inspect.office import alt_faults
from coprod_inspect.slides.slide import InspectedSlide
from coprod_inspect.slides.tables import table_faults
from coprod_office.reading.shape_positions import ShapeBox
from coprod_office.reading.slide_shapes import SlideShape, properties_of, words_of
from coprod_office.reading.xml import A, Element, P, R, child, decorative, short

_CLICK, _RUN, _TABLE, _NAMED = f"{A}hlinkClick", f"{A}rPr", f"{A}tbl", f"{P}cNvPr"
_PARTS = tuple(f"{P}{kind}" for kind in ("sp", "pic", "cxnSp", "graphicFrame"))
_LAST = ("ftr", "sldNum", "dt")
_UNSAFE = ("ppaction://program", "ppaction://macro", "ppaction://ole", "ppaction://hlinkfile")
_NAMES = {"pic": "picture", "grpSp": "group", "cxnSp": "line", "sp": "shape", "graphicFrame": "object"}


def shape_faults(slide: InspectedSlide) -> Iterator[Fault]:
    """What is wrong with the shapes of a slide."""
    if not slide.title:
        yield slide.fault("slide-no-title", "the slide has no title.")
    yield from _order(slide)
    yield from _numbers(slide)
    yield from _moving(slide)
    linked = next(slide.layer.root.iter(_CLICK), None) is not None
    for shape in slide.layer.shapes:
        yield from _alternative(shape, slide)
        if linked:
            yield from _links(shape, slide)


def _order(slide: InspectedSlide) -> Iterator[Fault]:
    """The title first, footer and slide number last, panels before the text that lies on them."""
    read = [shape for shape in slide.layer.shapes if not shape.grouped and not shape.hidden]
    titles = [at for at, shape in enumerate(read) if shape.role == "title"]
    if titles and titles[0] > 0:
        before = short(read[0].text.strip() or read[0].properties.get("name") or "")
        yield slide.fault("reading-order", f"'{before}' is read before the title.", slide.title)
    ends = [at for at, shape in enumerate(read) if shape.role in _LAST]
    late = read[ends[0] :] if ends else []
    after = next((shape for shape in late if shape.role not in _LAST), None)
    if after is not None:
        words = after.text.strip() or after.properties.get("name") or ""
        yield slide.fault("reading-order", f"'{short(words)}' is read after the footer or slide number.", words)
    yield from _covered(slide)


def _covered(slide: InspectedSlide) -> Iterator[Fault]:
    before: list[tuple[ShapeBox, SlideShape]] = []
    for shape in slide.layer.shapes:
        if shape.text.strip():
            box = slide.layer.box(shape)
            before += [(box, shape)] if box else []
        elif shape.kind == "sp":
            yield from _covering(shape, before, slide)
        elif shape.still and any(shape.under(box) for box, _ in before):
            for part in shape.parts:
                yield from _covering(part, before, slide) if part.kind == "sp" else ()


def _covering(panel: SlideShape, before: list[tuple[ShapeBox, SlideShape]], slide: InspectedSlide) -> Iterator[Fault]:
    over = [own for box, own in before if panel.box.under(box)] if panel.box else []
    for own in over if over and slide.layer.fill(panel) else ():
        words = " ".join(own.text.split())
        yield slide.fault("reading-order", f"'{short(words)}' comes before the panel that lies on it.", words)


def _numbers(slide: InspectedSlide) -> Iterator[Fault]:
    """Numbers that two shapes have. That all are different, as nearly always, is told without a look at the shapes."""
    numbers = [named.get("id") or "" for named in slide.layer.root.iter(_NAMED)]
    if len(set(numbers)) == len(numbers):
        return
    seen: set[str] = set()
    for shape in slide.layer.every():
        id_ = shape.properties.get("id") or ""
        if id_ in seen:
            name = shape.properties.get("name") or ""
            yield slide.fault(
                "duplicate-shape-id", f"'{short(name)}' has the number {id_} of another shape.", shape.text
            )
        seen.add(id_)


def _moving(slide: InspectedSlide) -> Iterator[Fault]:
    """Time, sound and film."""
    root = slide.layer.root
    if len(root) == 1 or (len(root) == 2 and root[1].tag == f"{P}clrMapOvr"):
        timed = looped = False
    else:
        timed = any(change.get("advTm") is not None for change in root.iter(f"{P}transition"))
        looped = any(time.get("repeatCount") == "indefinite" for time in root.iter(f"{P}cTn"))
    if timed:
        yield slide.fault("timed-advance", "the next slide comes by itself.")
    if looped:
        yield slide.fault("looping-animation", "an animation runs without end.")
    media = any(relation.kind in ("video", "audio", "media") for relation in slide.relations.values())
    if media and not any("track" in str(element.tag) for element in root.iter()):
        yield slide.fault("media-no-captions", "sound or film has no captions.")


def _alternative(shape: SlideShape, slide: InspectedSlide) -> Iterator[Fault]:
    """Alternative text, where something is seen that is not text, and tables."""
    table = next(shape.element.iter(_TABLE), None) if shape.kind == "graphicFrame" else None
    if table is not None:
        yield from table_faults(table, slide.spot, slide.title)
    if (shape.hidden and not (shape.properties.get("descr") or "").strip()) or _stands_for_itself(shape):
        return
    kind = "table" if table is not None else _NAMES[shape.kind]
    yield from alt_faults(shape.properties, kind, slide.spot, slide.title, title=slide.title)


def _stands_for_itself(shape: SlideShape) -> bool:
    """Whether a shape needs no alternative text: it holds text, is a placeholder for it, or its group has one."""
    if shape.kind == "sp" and (shape.text.strip() or shape.holds):
        return True
    if shape.kind == "grpSp" and not (shape.properties.get("descr") or "").strip() and _parts_speak(shape.element):
        return True
    return shape.voiced


def _parts_speak(group: Element) -> bool:
    """Whether every part of a group has words or alternative text of its own, but for decoration without words."""
    speaking = False
    for part in group.iter(_PARTS):
        properties = properties_of(part)
        words = any((text.text or "").strip() for text in part.iter(f"{A}t"))
        hidden = properties is not None and decorative(properties)
        alone = properties is not None and bool((properties.get("descr") or "").strip())
        if (words and hidden) or not (words or alone or hidden):
            return False
        speaking = speaking or words or alone
    return speaking


def _links(shape: SlideShape, slide: InspectedSlide) -> Iterator[Fault]:
    if shape.kind == "grpSp" or next(shape.element.iter(_CLICK), None) is None:
        return
    own = child(shape.properties, _CLICK)
    if own is not None:
        yield from _link(own, shape.text or shape.properties.get("descr") or "", slide)
    for paragraph in shape.element.iter(f"{A}p"):
        together: list[tuple[Element, str]] = []
        for run in paragraph:
            properties = child(run, _RUN)
            link = None if properties is None else child(properties, _CLICK)
            if link is None:
                together.append((paragraph, ""))
            elif together and together[-1][0].get(f"{R}id") == link.get(f"{R}id") is not None:
                together[-1] = (link, together[-1][1] + words_of(run))
            else:
                together.append((link, words_of(run)))
        for link, words in together:
            if link is not paragraph:
                yield from _link(link, words, slide)


def _link(link: Element, words: str, slide: InspectedSlide) -> Iterator[Fault]:
    action = (link.get("action") or "").lower()
    if action.startswith(_UNSAFE):
        yield slide.fault("active-content", f"a click starts '{short(action)}'.", words)
    relation = slide.relations.get(link.get(f"{R}id") or "")
    if relation is not None:
        yield from slide.links.faults(words, relation.target, slide.spot, slide.title)
