"""A reference deck's layouts, and the package parts copied from it."""

import re
from functools import lru_cache

from attrs import frozen

from coprod_office import PackagePart, attribute
from coprod_slides.box import SlideBox

_LANGUAGE = re.compile(rb' lang="[^"]*"')


@frozen
class TemplatePlaceholder:
    """A layout's placeholder, with the type size of each level in points."""

    box: SlideBox
    sizes: tuple[float | None, ...]
    anchor: str

    def size(self, level: int = 0) -> float | None:
        """Return a list level's type size in points, or None if unspecified."""
        return self.sizes[level] if level < len(self.sizes) else None


@frozen
class TemplateLayout:
    """A layout of a reference deck, with its placeholders by key."""

    name: str
    part: str
    placeholders: tuple[tuple[str, TemplatePlaceholder], ...]

    def placeholder(self, key: str) -> TemplatePlaceholder | None:
        """Return the layout's placeholder for `key`, or None if it lacks one."""
        return dict(self.placeholders).get(key)

    def __getitem__(self, key: str) -> TemplatePlaceholder:
        return dict(self.placeholders)[key]


@frozen(kw_only=True)
class DeckTemplate:
    """A reference deck, with its slide size in English Metric Units.

    `masters` lists each slide master's id and part name. `notes_master` and `theme` are part names.
    """

    width: int
    height: int
    layouts: tuple[TemplateLayout, ...]
    parts: tuple[PackagePart, ...]
    masters: tuple[tuple[str, str], ...]
    notes_master: str
    theme: str

    def layout(self, name: str) -> TemplateLayout:
        """Return the layout called `name`."""
        return next(layout for layout in self.layouts if layout.name == name)


@lru_cache(maxsize=8)
def parts_in(parts: tuple[PackagePart, ...], language: str) -> tuple[PackagePart, ...]:
    """Return package parts with every language attribute set to `language`."""
    mark = f" lang={attribute(language)}".encode()
    return tuple(
        PackagePart(part.name, part.content_type, _LANGUAGE.sub(lambda _: mark, part.data))
        if part.content_type.endswith("+xml")
        else part
        for part in parts
    )
