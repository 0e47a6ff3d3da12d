"""What is known of a reference deck: the stages that slides are set on, and the parts to carry over."""

import re
from functools import lru_cache

from attrs import frozen

from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.package_parts import PackagePart

_LANGUAGE = re.compile(rb' lang="[^"]*"')


@frozen
class TemplatePlaceholder:
    """A placeholder of a layout: its box, the type sizes of its levels where they are given, and its anchor."""

    box: SlideBox
    sizes: tuple[float | None, ...]
    anchor: str


@frozen
class TemplateLayout:
    """A layout: its name, its part, and its placeholders by key."""

    name: str
    part: str
    places: tuple[tuple[str, TemplatePlaceholder], ...]

    def place(self, key: str) -> TemplatePlaceholder | None:
        """The placeholder of a key, nothing where the layout has none."""
        return dict(self.places).get(key)

    def __getitem__(self, key: str) -> TemplatePlaceholder:
        return dict(self.places)[key]


@frozen(kw_only=True)
class DeckTemplate:
    """A reference deck as read: the size of its slides in English Metric Units, its layouts, the parts it brings."""

    width: int
    height: int
    stages: tuple[TemplateLayout, ...]
    parts: tuple[PackagePart, ...]
    masters: tuple[tuple[str, str], ...]
    notes_master: str
    theme: str

    def stage(self, name: str) -> TemplateLayout:
        """The layout of a name."""
        return next(stage for stage in self.stages if stage.name == name)

    def in_language(self, language: str) -> tuple[PackagePart, ...]:
        """The parts to carry over, their text marked as being in a language."""
        return _in_language(self.parts, language)


@lru_cache(maxsize=8)
def _in_language(parts: tuple[PackagePart, ...], language: str) -> tuple[PackagePart, ...]:
    mark = f" lang={attribute(language)}".encode()
    return tuple(
        PackagePart(part.name, part.content_type, _LANGUAGE.sub(lambda _: mark, part.data))
        if part.content_type.endswith("+xml")
        else part
        for part in parts
    )
