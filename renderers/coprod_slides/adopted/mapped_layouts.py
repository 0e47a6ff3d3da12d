"""The layouts that a person chose in a template map."""

from collections.abc import Iterable

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.findings.finding import ContentError
from coprod_content.plugins.template_map import COMPOSED, layout_choices, unique_names, unsuitable
from coprod_slides.adopted.layout_roles import LayoutRoles, bodies_of, title_of
from coprod_slides.adopted.source_layouts import SourceLayout

MAPPED = ("cover", "section", "content", "picture", "closing")
"""The roles for which a template map can choose a layout."""


def named_layouts(layouts: Iterable[SourceLayout]) -> tuple[tuple[str, str], ...]:
    """Return each layout's part name and a unique display name.

    Masters are left out.
    """
    found = [each for each in layouts if each.part != each.master]
    return tuple(zip((each.part for each in found), unique_names([each.name for each in found]), strict=True))


def with_choices(roles: LayoutRoles, layouts: tuple[SourceLayout, ...], brand: Brand) -> LayoutRoles:
    """Return `roles` with the layouts chosen in the brand's template map.

    Without a map, `roles` is returned unchanged. Raises ContentError if the map is not valid, or if it names a layout
    without room for a title or text.
    """
    file = brand.reference.slides_map
    data = brand.file(file)
    if not file or not data:
        return roles
    names = {name: part for part, name in named_layouts(layouts)}
    sources = {each.part: each for each in layouts}
    choices = layout_choices(data, file, MAPPED, tuple(names))
    chosen, base = dict(roles.chosen), roles.base
    problems = []
    for choice in choices:
        if choice.layout == COMPOSED:
            chosen.pop(choice.role, None)
            continue
        layout = sources[names[choice.layout]]
        if problem := _problem(layout, choice.role):
            problems.append(unsuitable(data, file, choice, problem))
        chosen[choice.role] = layout
        base = layout if choice.role == "content" else base
    if problems:
        raise ContentError(problems)
    return evolve(roles, base=base, chosen=chosen)


def _problem(layout: SourceLayout, role: str) -> str:
    if title_of(layout) is None:
        return "has no placeholder for a title"
    if role in ("content", "closing") and not bodies_of(layout):
        return "has no placeholder for text"
    if role == "picture" and len(layout.of("pic")) != 1:
        return "does not have one placeholder for a picture"
    return ""
