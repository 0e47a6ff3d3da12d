"""Read the layouts in a brand's reference deck, and copy its parts."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.text.urls import url_fault
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import Relationship, part_name
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.xml import A, Element, P, parse_xml
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout, TemplateLevel, TemplatePlaceholder
from coprod_slides.template.layout_model import LayoutPlaceholder
from coprod_slides.template.layouts import ACTIVITY_CHOICES, LAYOUT_DESIGNS, REPLACEMENTS, layouts
from coprod_slides.template.placeholder_types import NAMES, key_of
from coprod_slides.template.reference_deck import reference_deck

_ALLOWED = frozenset({"slideLayout", "slideMaster", "theme", "image", "notesMaster", "tags", "hyperlink"})
_REWRITTEN = ("slideLayout+xml", "slideMaster+xml", "notesMaster+xml")
_MOST_LEVELS = 9
_OPTIONAL = frozenset({"logo", "imprint", "caption", "picture"})


@lru_cache(maxsize=8)
def template_of(brand: Brand) -> DeckTemplate:
    """Return the deck template for a brand.

    The template is read from the brand's reference deck or, if the brand has none, from the default reference deck.
    Raises ValueError, with a one-line message, if the brand's deck cannot be used.
    """
    name = brand.reference.slides
    if name is None:
        return _read(reference_deck(brand), "our own", brand)
    data = brand.file(name)
    if data is None:
        raise ValueError(f"The reference deck '{name}' is not among the brand's files. Put it next to brand.yaml.")
    try:
        return _read(data, name, brand)
    except FileRefused as error:
        part = f"its part {error.fault.spot}" if error.fault.spot else "it"
        raise ValueError(
            f"The reference deck '{name}' cannot be read: {part} {error.fault.what} Save it in PowerPoint as .pptx."
        ) from error
    except KeyError as error:
        raise ValueError(
            f"The reference deck '{name}' cannot be read: its part {error} is missing. Save it in PowerPoint as .pptx."
        ) from error


def _read(data: bytes, name: str, brand: Brand) -> DeckTemplate:
    deck = open_deck(data, binary=True)
    masters = deck.masters()
    found = {_layout_name(deck.layout(part)): part for _, master in masters for _, part in deck.layouts(master)}
    wanted = [layout for layout in layouts(brand) if layout.name in LAYOUT_DESIGNS]
    optional = {*REPLACEMENTS, *(choice.layout for choice in ACTIVITY_CHOICES)}
    wanted = [layout for layout in wanted if layout.name in found or layout.name not in optional]
    missing = [layout.name for layout in wanted if layout.name not in found]
    if missing:
        raise ValueError(
            f"Layouts missing from the reference deck '{name}': {_listed(missing)}. Add them, or give these names to "
            "existing layouts."
        )
    theme = deck.master(masters[0][1]).theme
    _check_font(theme.font, name, brand)
    notes_deck, notes_master = _notes_master(deck, brand)
    size = deck.presentation.find(f"{P}sldSz")
    return DeckTemplate(
        width=0 if size is None else int(size.get("cx") or 0),
        height=0 if size is None else int(size.get("cy") or 0),
        layouts=tuple(_layout(deck, found[layout.name], layout.placeholders, name) for layout in wanted),
        parts=tuple(_copied_parts([*((deck, part) for _, part in masters), (notes_deck, notes_master)], name)),
        masters=masters,
        notes_master=notes_master,
        theme=deck.package.related(masters[0][1], "theme"),
        light_2=theme.colour("lt2") or brand.palette.tint,
    )


def _layout_name(layout: SlideLayer) -> str:
    common = layout.root.find(f"{P}cSld")
    return "" if common is None else common.get("name") or ""


def _check_font(font: str, name: str, brand: Brand) -> None:
    if font != brand.fonts.office:
        raise ValueError(
            f"The font of the reference deck '{name}' is '{font}', but fonts.office in brand.yaml is "
            f"'{brand.fonts.office}'. Use the same font in both."
        )


def _layout(deck: Deck, part: str, wanted: tuple[LayoutPlaceholder, ...], name: str) -> TemplateLayout:
    layout = deck.layout(part)
    found = {}
    for shape in layout.shapes:
        key = key_of(*shape.placeholder) if shape.placeholder else None
        if key:
            found[key] = _placeholder(shape, layout, name)
    missing = [NAMES[each.key] for each in wanted if each.key not in found and each.key not in _OPTIONAL]
    title = _layout_name(layout)
    if missing:
        raise ValueError(f"Placeholders missing from the layout '{title}' of '{name}': {_listed(missing)}. Add them.")
    return TemplateLayout(title, part, tuple(found.items()))


def _placeholder(shape: SlideShape, layout: SlideLayer, name: str) -> TemplatePlaceholder:
    box = layout.box(shape)
    if box is None or min(box[2:]) <= 0:
        raise ValueError(
            f"The placeholder '{shape.name}' of the layout '{_layout_name(layout)}' of '{name}' has no place or size. "
            "Drag it into place in PowerPoint, and save the deck."
        )
    properties = None if shape.body is None else shape.body.find(f"{A}bodyPr")
    return TemplatePlaceholder(
        SlideBox(*(length / EMU_PER_MM for length in box)),
        tuple(_levels(shape, layout)),
        "t" if properties is None else properties.get("anchor") or "t",
        _shrinks(shape, layout),
    )


def _shrinks(shape: SlideShape, layout: SlideLayer) -> bool:
    """Return whether a placeholder's text gets smaller if it does not fit."""
    for body in (each.body for each in (shape, *layout.ancestors(shape))):
        found = () if body is None else tuple(body.iterfind(f"{A}bodyPr/*"))
        for tag in (str(each.tag) for each in found):
            if tag.endswith(("utofit", "AutoFit")):
                return tag == f"{A}normAutofit"
    return False


def _levels(shape: SlideShape, layout: SlideLayer) -> Iterator[TemplateLevel]:
    """Yield the settings that slides inherit for each list level."""
    bodies = (each.body for each in (shape, *layout.ancestors(shape)))
    lists = [body.find(f"{A}lstStyle") for body in bodies if body is not None]
    master = layout.below.root if layout.below else layout.root
    lists.append(master.find(f"{P}txStyles/{P}{'titleStyle' if shape.role == 'title' else 'bodyStyle'}"))
    for number in range(1, _MOST_LEVELS + 1):
        found = [None if each is None else each.find(f"{A}lvl{number}pPr") for each in lists]
        yield _level(tuple(level for level in found if level is not None))


@lru_cache(maxsize=256)
def _level(levels: tuple[Element, ...]) -> TemplateLevel:
    """Return a list level's settings from elements, nearest first."""

    def number(path: str, name: str, unit: float) -> float | None:
        owners = [owner for level in levels for owner in (level.iterfind(path) if path else (level,))]
        found = next((value for owner in owners if (value := owner.get(name)) is not None), None)
        return int(found) / unit if found and found.lstrip("-").isdigit() else None

    marks = {f"{A}buNone": "", f"{A}buAutoNum": "number", f"{A}buChar": None}
    mark = next((each for level in levels for each in level if each.tag in marks), None)
    strong = (each.get("b") for level in levels for each in level.iterfind(f"{A}defRPr"))
    return TemplateLevel(
        size=number(f"{A}defRPr", "sz", 100),
        line=number(f"{A}lnSpc/{A}spcPct", "val", 1000),
        after=number(f"{A}spcAft/{A}spcPts", "val", 100),
        margin=number("", "marL", EMU_PER_MM),
        bullet=None if mark is None else mark.get("char") or marks[str(mark.tag)],
        strong=next((value for value in strong if value), "0") in ("1", "true"),
    )


def _notes_master(deck: Deck, brand: Brand) -> tuple[Deck, str]:
    own = deck.package.related(deck.name, "notesMaster")
    return (deck, own) if own else _notes_master(open_deck(reference_deck(brand), binary=True), brand)


def _copied_parts(heads: list[tuple[Deck, str]], name: str) -> Iterator[PackagePart]:
    """Yield the given parts, all parts they refer to, and their relationships.

    Raises ValueError for relationships that could run code or load external content, and for unsafe links.
    """
    waiting, seen = heads, set()
    while waiting:
        deck, part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        relationships = deck.package.relationships(part)
        for each in relationships:
            if each.kind not in _ALLOWED or (each.external and (each.kind != "hyperlink" or url_fault(each.target))):
                raise ValueError(
                    f"A layout or master of the reference deck '{name}' contains external or unsafe content "
                    f"({each.kind}). Remove that content."
                )
        waiting += [(deck, part_name(part, each.target)) for each in relationships if not each.external]
        data, content_type = deck.package.parts[part], deck.package.types[part]
        yield PackagePart(part, content_type, _rewritten(data, part) if content_type.endswith(_REWRITTEN) else data)
        if relationships:
            written = relationships_part(
                part, tuple(_target(each, part) for each in sorted(relationships, key=_by_number))
            )
            yield PackagePart(written.name, "", _rewritten(written.data, written.name))


def _rewritten(data: bytes, part: str) -> bytes:
    """Return XML parsed and serialised again, without comments or processing instructions."""
    return etree.tostring(parse_xml(data, part), encoding="UTF-8", standalone=True)


def _target(relationship: Relationship, source: str) -> tuple[str, str, str]:
    target = relationship.target
    if not relationship.external:
        target = posixpath.relpath(part_name(source, target), posixpath.dirname(source))
    return relationship.id, relationship.kind, target


def _by_number(relationship: Relationship) -> tuple[int, str]:
    digits = relationship.id.removeprefix("rId")
    return int(digits) if digits.isdigit() else 0, relationship.id


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
