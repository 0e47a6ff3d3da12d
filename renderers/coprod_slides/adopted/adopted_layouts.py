"""Make every layout that decks need from an organisation's template."""

from collections.abc import Iterator

from attrs import evolve, field, frozen

from coprod_content.brand.brand import Brand
from coprod_office.reading.xml import P
from coprod_slides.adopted.arrangements import Arrangement, arranged, is_statement
from coprod_slides.adopted.layout_boxes import (
    LayoutColours,
    NamedBox,
    above_imprint,
    cover_spots,
    inherited_box,
    number_boxes,
    own_box,
    written_box,
)
from coprod_slides.adopted.layout_parts import LayoutList, composed_layout, with_boxes
from coprod_slides.adopted.layout_roles import LayoutRoles
from coprod_slides.adopted.readable_text import is_centred
from coprod_slides.adopted.slide_grid import SlideGrid, slide_grid, tallest_box
from coprod_slides.adopted.source_layouts import SourceLayout
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import MASTER_COLOURS
from coprod_slides.template.deck_template import TemplateLayout, TemplatePlaceholder
from coprod_slides.template.layout_model import LayoutDesign, LayoutPlaceholder, ListStyleLevel, SlideLayout
from coprod_slides.template.layouts import LAYOUT_DESIGNS, WIDE, layouts

_OWN = {
    "Cover": "cover",
    "Theme divider": "section",
    "Picture and text": "picture",
    "Closing": "closing",
    **dict.fromkeys(("Title and text", "Title and list", "Agenda", "At a glance", "Activity", "Questions"), "content"),
    **dict.fromkeys(("Sources", "Figure"), "content"),
}
"""Our layouts that a template's layout can replace, each with the role of the replacement."""


@frozen(eq=False)
class AdoptedLayouts:
    """Makes the layouts of a deck from those of a template."""

    brand: Brand
    roles: LayoutRoles
    colours: LayoutColours
    listed: LayoutList
    _own: dict[tuple[str, str], tuple[tuple[str, TemplatePlaceholder], ...]] = field(factory=dict, init=False)
    _grids: dict[str, SlideGrid] = field(factory=dict, init=False)

    def all(self) -> Iterator[TemplateLayout]:
        """Yield one layout for each of our layout designs."""
        ours = {each.name: each for each in layouts(self.brand, self.colours.roles)}
        for name, design in LAYOUT_DESIGNS.items():
            source = self.roles.chosen.get(_OWN.get(name, ""))
            yield self._owned(ours[name], design, source) if source else self._composed(ours[name], design)

    def _grid(self, layout: SourceLayout) -> SlideGrid:
        if layout.part not in self._grids:
            is_cover = layout in (self.roles.chosen.get("cover"), self.roles.chosen.get("section"))
            is_cover = is_cover and layout is not self.roles.base
            self._grids[layout.part] = slide_grid(layout, self.brand.slides, is_cover=is_cover)
        return self._grids[layout.part]

    def _owned(self, ours: SlideLayout, design: LayoutDesign, source: SourceLayout) -> TemplateLayout:
        """Return one of the template's layouts, with any missing placeholders added."""
        pictures = source.of("pic") if _OWN[ours.name] == "picture" else ()
        key = (source.part, ours.name if ours.name in ("Cover", WIDE) else "")
        if key not in self._own:
            boxes = tuple(self._boxes_on(source, key[1]))
            missing = tuple(written for _, _, written in boxes if written)
            known = {name for (part, _), places in self._own.items() if part == source.part for name, _ in places}
            new = tuple(each for each in missing if each.placeholder.key not in known)
            with_boxes(source, new, self.listed.parts)
            self._own[key] = tuple((name, text) for name, text, _ in boxes)
        places = self._own[key]
        if pictures:
            places = (*places, ("picture", pictures[0].text))
        figure = pictures[0].outer if pictures else None
        return TemplateLayout(
            ours.name,
            source.part,
            places,
            evolve(design, figure=figure, picture=None, panel=False, dark=False, ruled=False),
            own=source.name or "-",
            colour_map=_colour_map(source),
            behind_label=source.behind(dict(places)["label"].box),
        )

    def _boxes_on(self, source: SourceLayout, name: str) -> Iterator[NamedBox]:
        grid = self._grid(source)
        body = tallest_box(grid, source) if name == WIDE else grid.body
        body = self._above_imprint(body, source) if name == "Cover" else body
        assert grid.title_source
        yield own_box("title", grid.title_source, grid.title, source)
        yield from self._small_boxes(grid, source, own=True)
        if grid.body_source:
            yield own_box("body", grid.body_source, body, source)
        else:
            yield written_box(self._text("body", body), source, self.colours, added=True)
        yield from number_boxes(grid, source, self._small(), self.colours, own=True)
        if name == "Cover":
            for key, box in cover_spots(grid, source, body):
                yield written_box(self._text(key, box, anchor="b"), source, self.colours, added=True)

    def _above_imprint(self, body: SlideBox, layout: SourceLayout) -> SlideBox:
        name = self.brand.organisation.name if self.brand.organisation else ""
        return above_imprint(body, layout, name, self.brand.slides.small)

    def _small_boxes(self, grid: SlideGrid, layout: SourceLayout, *, own: bool) -> Iterator[NamedBox]:
        box, align, minutes = grid.label, "l", self._small(align="r")
        if own and layout is not self.roles.base and grid.title_source and is_centred(grid.title_source, layout):
            box, align = evolve(box, width=grid.minutes.right - box.x), "ctr"
        label = LayoutPlaceholder(key="label", box=box, levels=(self._small(strong=True, align=align),), anchor="b")
        yield written_box(label, layout, self.colours, added=own)
        shown = LayoutPlaceholder(key="minutes", box=grid.minutes, levels=(minutes, minutes), anchor="b")
        yield written_box(shown, layout, self.colours, added=own)

    def _small(self, *, strong: bool = False, align: str = "l") -> ListStyleLevel:
        role = "brand" if strong else "ink"
        colour, sizes = self.colours.roles.of(role), self.brand.slides
        return ListStyleLevel(sizes.small, colour, sizes.line, strong=strong, align=align)  # type: ignore[arg-type]

    def _text(self, key: str, box: SlideBox, anchor: str = "t") -> LayoutPlaceholder:
        """Return our cover's placeholder for `key`, moved to `box` and unfilled."""
        cover = next(each for each in layouts(self.brand, self.colours.roles) if each.name == "Cover")
        ours = next(each for each in cover.placeholders if each.key == key)
        return evolve(ours, box=box, anchor=anchor, fill=None)  # type: ignore[arg-type]  # a literal

    def _composed(self, ours: SlideLayout, design: LayoutDesign) -> TemplateLayout:
        """Return one of our layouts, composed in the style of the template."""
        base = self.roles.base
        grid = self._grid(base).for_statement if is_statement(ours.name) else self._grid(base)
        made = arranged(ours, design, grid)
        if ours.name == "Cover":
            boxes = dict(made.boxes)
            made = evolve(made, boxes=tuple((boxes | {"body": self._above_imprint(boxes["body"], base)}).items()))
        named = tuple(self._boxes(ours, made, grid, base))
        written = tuple(each for _, _, each in named if each)
        data = composed_layout(ours.name, base, made.decorations, written, self.listed.parts)
        part = self.listed.add(data, base)
        places = tuple((key, text) for key, text, _ in named)
        behind = base.behind(dict(places)["label"].box)
        return TemplateLayout(ours.name, part, places, made.design, colour_map=_colour_map(base), behind_label=behind)

    def _boxes(self, ours: SlideLayout, made: Arrangement, grid: SlideGrid, base: SourceLayout) -> Iterator[NamedBox]:
        yield from self._small_boxes(grid, base, own=False)
        sources = {"title": grid.title_source, "body": grid.body_source}
        placed = {each.key: each for each in ours.placeholders}
        for key, box in made.boxes:
            if key in ("label", "minutes"):
                continue
            source, large = sources.get(key), box != grid.title
            if source:
                yield inherited_box(key, source, box, {"body": "t", "title": "ctr" if large else ""}.get(key, ""), base)
            else:
                fill = placed[key].fill if key.startswith("part_") else None
                made_at = evolve(placed[key], box=box, fill=fill)
                made_at = evolve(made_at, anchor="t" if key == "body" else "ctr" if key == "title" else made_at.anchor)
                yield written_box(made_at, base, self.colours)
        yield from number_boxes(grid, base, self._small(), self.colours, own=False)
        if ours.name == "Cover":
            body = dict(made.boxes)["body"]
            for key, box in cover_spots(grid, base, body):
                yield written_box(evolve(placed[key], box=box), base, self.colours)


def _colour_map(layout: SourceLayout) -> str:
    """Return the `p:clrMapOvr` element for slides that use a layout.

    It repeats the layout's own colour mapping, or refers to the master's if the layout has none.
    """
    mapping = layout.layer.root.find(f"{P}clrMapOvr/*")
    if mapping is None or not str(mapping.tag).endswith("overrideClrMapping"):
        return MASTER_COLOURS
    attributes = "".join(f' {name}="{mapping.get(name)}"' for name in map(str, mapping.keys()))
    return f"<p:clrMapOvr><a:overrideClrMapping{attributes}/></p:clrMapOvr>"
