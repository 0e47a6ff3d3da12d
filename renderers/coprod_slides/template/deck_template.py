"""A reference deck's layouts, and the package parts copied from it."""

import re
from functools import lru_cache

from attrs import evolve, frozen

from coprod_office import PackagePart, attribute
from coprod_slides.box import SlideBox

_LANGUAGE = re.compile(rb' lang="[^"]*"')


@frozen
class TemplateLevel:
    """The settings of a placeholder's list level. None means not set.

    `size` and `after` are in points, `line` in per cent, and `margin` in millimetres. `bullet` is the bullet's
    character, `number` for a numbered list, or an empty string for no bullet.
    """

    size: float | None = None
    line: float | None = None
    after: float | None = None
    margin: float | None = None
    bullet: str | None = None
    strong: bool = False


@frozen
class TemplatePlaceholder:
    """A layout's placeholder, with the settings of its list levels.

    `shrinks` is true if text that does not fit is made smaller.
    """

    box: SlideBox
    levels: tuple[TemplateLevel, ...]
    anchor: str
    shrinks: bool = True

    def level(self, at: int = 0) -> TemplateLevel:
        """Return a list level, counted from zero."""
        return self.levels[at] if at < len(self.levels) else TemplateLevel()


@frozen
class TemplateLayout:
    """A layout of a reference deck, with its placeholders by key."""

    name: str
    part: str
    placeholders: tuple[tuple[str, TemplatePlaceholder], ...]

    @property
    def parts(self) -> tuple[TemplatePlaceholder, ...]:
        """The placeholders for parts, in order."""
        return tuple(place for key, place in self.placeholders if key.startswith("part_"))

    @property
    def main(self) -> TemplatePlaceholder:
        """The placeholder for the body or, without one, for the first part."""
        return self.placeholder("body") or self.parts[0]

    def placeholder(self, key: str) -> TemplatePlaceholder | None:
        """Return the layout's placeholder for `key`, or None if it lacks one."""
        return dict(self.placeholders).get(key)

    def __getitem__(self, key: str) -> TemplatePlaceholder:
        return dict(self.placeholders)[key]


@frozen(kw_only=True)
class DeckTemplate:
    """A reference deck, with its slide size in English Metric Units.

    `masters` lists each slide master's id and part name. `notes_master` and `theme` are part names. `light_2` is the
    theme's second light colour, as `#rrggbb`.
    """

    width: int
    height: int
    layouts: tuple[TemplateLayout, ...]
    parts: tuple[PackagePart, ...]
    masters: tuple[tuple[str, str], ...]
    notes_master: str
    theme: str
    light_2: str = ""
    copies: tuple[tuple[str, str, str], ...] = ()
    """For each copy of a layout in a theme's colours: the accent, the layout's part name and the copy's part name."""

    def part_of(self, layout: TemplateLayout, accent: str) -> str:
        """Return the part name of a layout in an accent's colours."""
        found = (to for of, part, to in self.copies if of == accent and part == layout.part)
        return next(found, layout.part)

    def has(self, layout: TemplateLayout, accent: str) -> bool:
        """Return whether a layout exists in the colours of an accent."""
        return not accent or self.part_of(layout, accent) != layout.part

    def layout(self, name: str) -> TemplateLayout:
        """Return the layout called `name`."""
        return next(layout for layout in self.layouts if layout.name == name)


@lru_cache(maxsize=8)
def in_language(template: DeckTemplate, language: str) -> DeckTemplate:
    """Return a template with every language attribute set to `language`."""
    mark = f" lang={attribute(language)}".encode()
    return evolve(
        template,
        parts=tuple(
            evolve(part, data=_LANGUAGE.sub(lambda _: mark, part.data)) if part.content_type.endswith("+xml") else part
            for part in template.parts
        ),
    )
