"""Add layouts to a template's masters, and placeholders to its layouts."""

from copy import deepcopy

from attrs import field, frozen
from lxml import etree

from coprod_office import PackagePart, attribute, relationships_part
from coprod_office.parts import RELATIONSHIPS
from coprod_office.reading.xml import MC, Element, P, R
from coprod_slides.adopted.safe_parts import SafeParts, written_target
from coprod_slides.adopted.source_layouts import SourceLayout
from coprod_slides.deck import PRESENTATION_ML
from coprod_slides.drawingml import MASTER_COLOURS, NAMESPACES, NO_GROUP
from coprod_slides.template.layout_model import LayoutDecoration, LayoutPlaceholder
from coprod_slides.template.masters import layout_decoration, layout_placeholder

LAYOUT_TYPE = f"{PRESENTATION_ML}.slideLayout+xml"
_FIRST_ID, _FIRST_SHAPE = 2_147_483_648, 5000
_TREE, _LISTED = f"{P}cSld/{P}spTree", f"{P}sldLayoutIdLst"
_LEFT_OUT = (f"{P}transition", f"{P}timing", f"{P}extLst", f"{P}cSld/{P}extLst", f"{P}cSld/{P}custDataLst")


@frozen
class PlacedBox:
    """A placeholder to write on a layout.

    `kind` is its `p:ph` element, and `styles` the content of its list style.
    """

    placeholder: LayoutPlaceholder
    kind: str = ""
    styles: str = ""


def with_boxes(layout: SourceLayout, boxes: tuple[PlacedBox, ...], parts: SafeParts) -> None:
    """Add placeholders to one of the template's own layouts."""
    _insert(parts.root(layout.part), (), boxes)


def composed_layout(
    name: str,
    base: SourceLayout,
    decorations: tuple[LayoutDecoration, ...],
    boxes: tuple[PlacedBox, ...],
    parts: SafeParts,
) -> bytes:
    """Return the XML of a new layout that looks like `base`.

    It has `decorations`, and the placeholders in `boxes` instead of those of `base`.
    """
    if base.part == base.master:
        words = (
            f"<p:sldLayout {NAMESPACES}><p:cSld><p:spTree>{NO_GROUP}</p:spTree></p:cSld>{MASTER_COLOURS}</p:sldLayout>"
        )
        root = etree.fromstring(words)
    else:
        root = deepcopy(parts.root(base.part))
    for path in _LEFT_OUT:
        for each in root.findall(path):
            _parent(each).remove(each)
    for mark in list(root.iter(f"{P}ph")):
        shape = next(
            each for each in mark.iterancestors() if _parent(each).tag in (f"{P}spTree", f"{P}grpSp", f"{MC}Choice")
        )
        alternatives = next(shape.iterancestors(f"{MC}AlternateContent"), shape)
        _parent(alternatives).remove(alternatives)
    for old in ("type", "matchingName"):
        root.attrib.pop(old, "")
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    root.find(f"{P}cSld").set("name", name)  # type: ignore[union-attr]  # every layout has one
    _insert(root, decorations, boxes)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _insert(root: Element, decorations: tuple[LayoutDecoration, ...], boxes: tuple[PlacedBox, ...]) -> None:
    drawn = [layout_decoration(_FIRST_SHAPE + at, each) for at, each in enumerate(decorations)]
    first = _FIRST_SHAPE + len(drawn)
    written = [
        layout_placeholder(first + at, each.placeholder, kind=each.kind, styles=each.styles)
        for at, each in enumerate(boxes)
    ]
    tree = root.find(_TREE)
    assert tree is not None
    shapes = etree.fromstring(f"<p:spTree {NAMESPACES}>{''.join((*drawn, *written))}</p:spTree>")
    end = tree.find(f"{P}extLst")
    for shape in list(shapes):
        if end is None:
            tree.append(shape)
        else:
            end.addprevious(shape)


@frozen(eq=False)
class LayoutList:
    """The layouts listed in a template's masters, and the composed ones.

    `masters` contains part names. `main` is the part name of the master that composed layouts belong to.
    """

    parts: SafeParts
    masters: tuple[str, ...]
    main: str
    composed: list[tuple[str, bytes, SourceLayout]] = field(factory=list, init=False)

    def add(self, data: bytes, base: SourceLayout) -> str:
        """Add a composed layout, and return its part name."""
        taken = {*self.parts.deck.package.types, *(name for name, _, _ in self.composed)}
        number = len(self.composed) + 1
        while (name := f"ppt/slideLayouts/slideLayout{number}.xml") in taken:
            number += 1
        self.composed.append((name, data, base))
        return name

    def numbered(self) -> tuple[tuple[str, str], ...]:
        """Number masters and layouts, and return each master's id and part name.

        Composed layouts are added to the main master's list of layouts. Layouts without a safe relationship are removed
        from the list of every master.
        """
        number, ids = _FIRST_ID, []
        for master in self.masters:
            root = self.parts.root(master)
            ids.append((str(number), master))
            listed = root.find(_LISTED)
            if listed is None:
                listed = etree.Element(_LISTED)
                root.find(f"{P}clrMap").addnext(listed)  # type: ignore[union-attr]  # every master has one
            kept = {each.id for each in self.parts.relationships(master)}
            for each in [each for each in listed if each.get(f"{R}id") not in kept]:
                listed.remove(each)
            if master == self.main:
                for at in range(1, len(self.composed) + 1):
                    etree.SubElement(listed, f"{P}sldLayoutId").set(f"{R}id", f"rIdComposed{at}")
            for each in listed:
                number += 1
                each.set("id", str(number))
            number += 1
        return tuple(ids)

    def written(self) -> tuple[PackagePart, ...]:
        """Return the parts of the composed layouts, with their relationships."""
        made = []
        for part, data, base in self.composed:
            made.append(PackagePart(part, LAYOUT_TYPE, data))
            if base.part == base.master:
                targets: tuple[tuple[str, str, str], ...] = (("rId1", "slideMaster", f"/{base.master}"),)
            else:
                targets = tuple(written_target(each, base.part, part) for each in self.parts.relationships(base.part))
            made.append(relationships_part(part, targets))
        return tuple(made)


def with_composed(relationships: PackagePart, names: tuple[str, ...]) -> PackagePart:
    """Return a master's relationships, with composed layouts added.

    `names` contains the part names of those layouts.
    """
    more = "".join(
        f'<Relationship Id="rIdComposed{at}" Type="{RELATIONSHIPS}/slideLayout" Target={attribute("/" + name)}/>'
        for at, name in enumerate(names, start=1)
    )
    return PackagePart(
        relationships.name, "", relationships.data.replace(b"</Relationships>", more.encode() + b"</Relationships>")
    )
