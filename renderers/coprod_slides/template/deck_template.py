"""A reference deck's layouts, and the package parts copied from it."""

import re
from functools import lru_cache

from attrs import evolve, frozen

from coprod_office import PackagePart, attribute
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.drawingml import MASTER_COLOURS
from coprod_slides.template.layout_model import LayoutDesign
from coprod_slides.theme_colours import ThemeColour

_LANGUAGE = re.compile(rb' lang="[^"]*"')


@frozen
class TemplateLevel:
    """The settings of a placeholder's list level. None means not set.

    `size`, `before` and `after` are in points, `line` in per cent, `margin` and `indent` in millimetres. `bullet` is
    the bullet's character, `number` for a numbered list, or an empty string for no bullet. Text on slides is written in
    `colour`, if given, and with the run attributes in `mended`, because text in the template's own format would be hard
    to read or to measure.
    """

    size: float | None = None
    line: float | None = None
    after: float | None = None
    margin: float | None = None
    bullet: str | None = None
    strong: bool = False
    before: float | None = None
    indent: float = 0.0
    colour: ThemeColour | None = None
    mended: str = ""


@frozen
class TemplatePlaceholder:
    """A layout's placeholder, with the settings of its list levels.

    `box` is the space for text. `shrinks` is true if text that does not fit is made smaller. `kind` is the `p:ph`
    element, or an empty string for our own. `inset` is true if there is a margin between the edge and the text. `moved`
    is true if slides override the position that the layout gives. `font` is the family of the font that its text is
    measured in, or an empty string for the brand's. `capitals` is true for text in capital letters. `filled` is true if
    the template fills the placeholder with a colour.
    """

    box: SlideBox
    levels: tuple[TemplateLevel, ...]
    anchor: str
    shrinks: bool = True
    kind: str = ""
    inset: bool = False
    moved: bool = False
    font: str = ""
    capitals: bool = False
    filled: bool = False

    def level(self, at: int = 0) -> TemplateLevel:
        """Return a list level, counted from zero, or one without settings."""
        return self.levels[at] if at < len(self.levels) else TemplateLevel()


@frozen(cache_hash=True)
class TemplateLayout:
    """A layout of a reference deck, with its placeholders by key.

    `own` is the layout's name in an organisation's template, or an empty string if the layout is ours. `colour_map` is
    the `p:clrMapOvr` element of slides with this layout. `behind_label` contains the colours behind its label, or is
    empty if they are not known or the layout is ours.
    """

    name: str
    part: str
    placeholders: tuple[tuple[str, TemplatePlaceholder], ...]
    design: LayoutDesign
    own: str = ""
    colour_map: str = MASTER_COLOURS
    behind_label: tuple[str, ...] = ()

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
class AdoptedTemplate:
    """The look of an organisation's template, and what was left out.

    `roles` pairs each role with the name of the template's layout for it, or with an empty string if a layout is
    composed for the role. `slots` pairs the name of each theme colour with its value. `ink` is the colour of ordinary
    text, and `paper` the colour behind it. `dropped` describes what decks do not take from the template.
    """

    roles: tuple[tuple[str, str], ...]
    slots: tuple[tuple[str, str], ...]
    paper: str
    ink: str
    text_font: str
    title_font: str
    dropped: tuple[str, ...] = ()


@frozen(kw_only=True, cache_hash=True)
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
    font: str = ""
    """The family of the font that text is measured in, or an empty string for the brand's."""
    copies: tuple[tuple[str, str, str], ...] = ()
    """For each part copied for the colours of a theme: the accent, the part's name and the name of the copy."""
    adopted: AdoptedTemplate | None = None
    """What is known about an organisation's template, or None for our own layouts."""
    ours: bool = False
    """Whether this is the default reference deck itself."""

    @property
    def slide(self) -> SlideBox:
        """The whole slide, in millimetres."""
        return SlideBox(0, 0, self.width / EMU_PER_MM, self.height / EMU_PER_MM)

    def part_of(self, layout: TemplateLayout, accent: str) -> str:
        """Return the part name of a layout in an accent's colours.

        If there is no copy in these colours, this is the part name of the layout itself.
        """
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
