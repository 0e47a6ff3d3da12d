"""The template: the layouts of a reference deck, ours or a brand's own, with the boxes of their placeholders."""

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.text.urls import url_fault
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import DRAWING
from coprod_slides.package_parts import PackagePart
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout, TemplatePlaceholder
from coprod_slides.template.layout_model import LayoutPlaceholder
from coprod_slides.template.layouts import layouts
from coprod_slides.template.placeholder_types import NAMES, key_of
from coprod_slides.template.reference_deck import reference_deck

_CARRIED = frozenset({"slideLayout", "slideMaster", "theme", "image", "notesMaster", "tags", "hyperlink"})
_MAY_LACK = frozenset({"logo", "imprint"})
_LARGEST = 200 * 1024 * 1024
_EMU = 36_000


@lru_cache(maxsize=8)
def template_of(brand: Brand) -> DeckTemplate:
    """The template of a brand: its own reference deck, else ours.

    Raises ValueError, in one line, where its own cannot be used.
    """
    name = brand.reference.slides
    if name is None:
        return _read(reference_deck(brand), "our own", brand)
    data = brand.file(name)
    if data is None:
        raise ValueError(f"The reference deck '{name}' is not among the files of the brand. Put it beside brand.yaml.")
    return _read(data, name, brand)


def _read(data: bytes, name: str, brand: Brand) -> DeckTemplate:
    deck = _opened(data, name)
    found = {layout.name: layout for master in deck.slide_masters for layout in master.slide_layouts}
    wanted = layouts(brand)
    lacking = [layout.name for layout in wanted if layout.name not in found]
    if lacking:
        raise ValueError(f"The reference deck '{name}' lacks the layouts {_listed(lacking)}. Name its layouts so.")
    stages = tuple(_stage(found[layout.name], layout.slots, name) for layout in wanted)
    masters = tuple((id_.get("id"), deck.part.related_part(id_.rId)) for id_ in deck.element.sldMasterIdLst)
    notes = _notes_master(deck, brand)
    theme = next(rel.target_part for rel in masters[0][1].rels.values() if _kind(rel) == "theme")
    _check_font(theme.blob, name, brand)
    return DeckTemplate(
        width=int(deck.slide_width),
        height=int(deck.slide_height),
        stages=stages,
        parts=tuple(_carried([*(part for _, part in masters), notes], name)),
        masters=tuple((id_, _name(part)) for id_, part in masters),
        notes_master=_name(notes),
        theme=_name(theme),
    )


def _check_font(theme: bytes, name: str, brand: Brand) -> None:
    """Text is measured in the font of the brand, so the reference deck has to be set in it."""
    found = etree.fromstring(theme).find(f".//{{{DRAWING}}}minorFont/{{{DRAWING}}}latin")
    font = "" if found is None else found.get("typeface", "")
    if font != brand.fonts.office:
        raise ValueError(
            f"The reference deck '{name}' is set in '{font}', and fonts.office of brand.yaml is "
            f"'{brand.fonts.office}'. Make them the same."
        )


def _opened(data: bytes, name: str) -> Any:  # python-pptx has no types
    from pptx import Presentation

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _LARGEST:
            raise ValueError("it is larger than 200 MiB unpacked")
        return Presentation(io.BytesIO(data))
    except Exception as error:
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ValueError(f"The reference deck '{name}' cannot be read ({why}). Save it as .pptx.") from error


def _stage(layout: Any, slots: tuple[LayoutPlaceholder, ...], name: str) -> TemplateLayout:
    places = {}
    for shape in layout.placeholders:
        form = shape.element.ph
        key = key_of(form.get("type", "obj"), int(form.get("idx", "0")))
        if key:
            places[key] = _place(shape)
    lacking = [NAMES[slot.key] for slot in slots if slot.key not in places and slot.key not in _MAY_LACK]
    if lacking:
        raise ValueError(f"The layout '{layout.name}' of '{name}' lacks the placeholders {_listed(lacking)}.")
    return TemplateLayout(layout.name, _name(layout.part), tuple(places.items()))


def _place(shape: Any) -> TemplatePlaceholder:
    element = shape.element
    box = SlideBox(shape.left / _EMU, shape.top / _EMU, shape.width / _EMU, shape.height / _EMU)
    found = {tag: element.find(f".//{{{DRAWING}}}{tag}") for tag in ("bodyPr", "lstStyle")}
    levels = found["lstStyle"] if found["lstStyle"] is not None else ()
    sizes = (level.find(f"{{{DRAWING}}}defRPr") for level in levels if level.tag.endswith("pPr"))
    return TemplatePlaceholder(
        box,
        tuple(int(size.get("sz")) / 100 if size is not None and size.get("sz") else None for size in sizes),
        found["bodyPr"].get("anchor", "t") if found["bodyPr"] is not None else "t",
    )


def _notes_master(deck: Any, brand: Brand) -> Any:
    """The part of the notes master; ours where the reference deck has none."""
    own = [rel.target_part for rel in deck.part.rels.values() if _kind(rel) == "notesMaster"]
    return own[0] if own else _notes_master(_opened(reference_deck(brand), "our own"), brand)


def _carried(heads: list[Any], name: str) -> Iterator[PackagePart]:
    """Parts and all that they refer to, with their relationships; nothing that could run or fetch something."""
    waiting, seen = heads, set()
    while waiting:
        part = waiting.pop(0)
        if _name(part) in seen:
            continue
        seen.add(_name(part))
        for rel in part.rels.values():
            if _kind(rel) not in _CARRIED or (
                rel.is_external and (_kind(rel) != "hyperlink" or url_fault(rel.target_ref))
            ):
                raise ValueError(f"A layout of the reference deck '{name}' holds a {_kind(rel)}. Take it out.")
            if not rel.is_external:
                waiting.append(rel.target_part)
        yield PackagePart(_name(part), part.content_type, part.blob)
        if len(part.rels):
            folder, _, file = _name(part).rpartition("/")
            yield PackagePart(f"{folder}/_rels/{file}.rels", "", part.rels.xml)


def _name(part: Any) -> str:
    return str(part.partname)[1:]


def _kind(rel: Any) -> str:
    return str(rel.reltype).rpartition("/")[2]


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
