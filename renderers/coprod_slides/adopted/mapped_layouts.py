"""The layouts that people choose in a template map."""

from collections.abc import Iterable
from math import ceil

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.files.root_files import TEMPLATE_MAP_KEYS
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.known_fonts import measured_font
from coprod_content.layout.office_metrics import office_metrics
from coprod_content.plugins.template_map import COMPOSED, MappedLayout, layout_choices, unique_names
from coprod_slides.adopted.layout_roles import LayoutRoles, bodies_of, title_of
from coprod_slides.adopted.slide_grid import slide_grid
from coprod_slides.adopted.source_layouts import SourceLayout
from coprod_slides.template.type_sizes import natural_line

_TYPICAL = {
    "cover": ("two lines of text below the title", 1, 90, 18),
    "section": ("two lines of text below the title", 1, 80, 24),
    "closing": ("a list of four points, which the last slide of a session has", 4, 60, 24),
}
"""For some roles, the usual text: a description, its number of entries, the characters in each, and the type size."""


def named_layouts(layouts: Iterable[SourceLayout]) -> tuple[tuple[str, str], ...]:
    """Return each layout's part name with a unique name to show people.

    Masters are left out.
    """
    found = [each for each in layouts if each.part != each.master]
    return tuple(zip((each.part for each in found), unique_names([each.name for each in found]), strict=True))


def with_choices(roles: LayoutRoles, layouts: tuple[SourceLayout, ...], brand: Brand) -> LayoutRoles:
    """Return `roles` with the layouts chosen in the brand's template map.

    Without a map, `roles` is returned unchanged. Raises ContentError if the map is not valid, or if a layout lacks a
    placeholder that its role needs, or room for the usual text.
    """
    file = brand.reference.slides_map
    data = brand.file(file)
    if not file or not data:
        return roles
    names = {name: part for part, name in named_layouts(layouts)}
    sources = {each.part: each for each in layouts}

    def problem(choice: MappedLayout) -> str:
        layout = sources[names[choice.layout]]
        usual = roles.chosen.get(choice.role)
        return _problem(layout, choice.role) or ("" if layout is usual else _too_little_room(layout, choice.role))

    chosen, base = dict(roles.chosen), roles.base
    for choice in layout_choices(data, file, TEMPLATE_MAP_KEYS, tuple(names), problem):
        if choice.layout == COMPOSED:
            chosen.pop(choice.role, None)
            continue
        layout = chosen[choice.role] = sources[names[choice.layout]]
        base = layout if choice.role == "content" else base
    return evolve(roles, base=base, chosen=chosen)


def _problem(layout: SourceLayout, role: str) -> str:
    if title_of(layout) is None:
        return "has no placeholder for a title"
    if role in ("content", "closing") and not bodies_of(layout):
        return "has no placeholder for text"
    if role == "picture" and len(layout.of("pic")) != 1:
        return "does not have exactly one placeholder for a picture"
    return ""


def _too_little_room(layout: SourceLayout, role: str) -> str:
    """Return the problem if a layout has too little room, or ""."""
    if role not in _TYPICAL:
        return ""
    what, entries, length, size = _TYPICAL[role]
    box = slide_grid(layout, load_brand().slides, is_cover=role != "closing").body
    font = measured_font(next((each.text.font for each in bodies_of(layout)), layout.layer.theme.font))
    style = TextStyle(size, line=natural_line(font), after=size // 4)
    lines = ceil(office_metrics(font).width("n" * length, style) / box.width)
    needed = entries * (lines * style.line_mm + style.after_mm)
    return f"has too little room for {what}" if needed > box.height else ""
