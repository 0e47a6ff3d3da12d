"""Resolve the list styles inherited by slide text."""

from functools import cached_property

from attrs import field, frozen

from coprod_office.reading.colours import ResolvedColour, colour_in, fill_in
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.xml import A, Element, P, first_child, is_on

_LEVELS = tuple(f"{A}lvl{number}pPr" for number in range(1, 10))
_RUN_DEFAULTS, _LINK, _SOLID, _LIST_STYLE, _FONT_REFERENCE = (
    f"{A}{name}" for name in ("defRPr", "hlinkClick", "solidFill", "lstStyle", "fontRef")
)
_MASTER_STYLES = {"title": "titleStyle", "body": "bodyStyle"}


@frozen(eq=False)
class ListStyles:
    """The list styles that apply to a text body, nearest first.

    `colour` is the text colour that the shape's style or the table's style sets, or None. It overrides the colours in
    all inherited list styles. `own` is 1 if the first list style is the shape's own, which overrides `colour`, and 0
    otherwise.
    """

    styles: tuple[Element, ...]
    theme: OfficeTheme
    colour: ResolvedColour | None = None
    own: int = 0
    _sizes: dict[int, float] = field(factory=dict, init=False)
    _colours: dict[int, ResolvedColour | None] = field(factory=dict, init=False)
    _defaults: dict[int, list[Element | None]] = field(factory=dict, init=False)

    def size(self, run: Element | None, level: int) -> float:
        """Return a run's own or inherited font size, in points.

        `run` is the element with the run's properties, or None. `level` is the list level, counted from 0. If no size
        is set, the size is 18 points.
        """
        own = _size(run)
        if own is not None:
            return own
        if level not in self._sizes:
            sizes = (_size(defaults) for defaults in self._run_defaults(level))
            self._sizes[level] = next((size for size in sizes if size is not None), 18.0)
        return self._sizes[level]

    def is_bold(self, run: Element | None, level: int) -> bool:
        """Return whether a run at a list level is bold."""
        found = (properties.get("b") for properties in (run, *self._run_defaults(level)) if properties is not None)
        return next((bold for bold in found if bold is not None), "0") in ("1", "true")

    def is_from_right(self, paragraph: Element | None, level: int) -> bool:
        """Return whether a paragraph runs from right to left.

        `paragraph` is the XML element with the paragraph's own properties, or None.
        """
        tag = _LEVELS[min(level, len(_LEVELS) - 1)]
        levels = (paragraph, *(first_child(style, tag) for style in self.styles))
        found = (each.get("rtl") for each in levels if each is not None)
        return is_on(next((value for value in found if value is not None), "0"))

    def text_colour(self, run: Element | None, level: int) -> ResolvedColour | None:
        """Return a run's text colour, or None if it is unknown."""
        if run is not None and len(run):
            if first_child(run, _LINK) is not None and first_child(run, _SOLID) is None:
                return self._named("hlink")
            own = fill_in(run)
            if own is not None:
                return self._solid(own)
        if level not in self._colours:
            self._colours[level] = self._inherited_colour(level)
        return self._colours[level]

    def _inherited_colour(self, level: int) -> ResolvedColour | None:
        for at, defaults in enumerate(self._run_defaults(level)):
            if at == self.own and self.colour:
                return self.colour
            fill = None if defaults is None else fill_in(defaults)
            if fill is not None:
                return self._solid(fill)
        return self.colour or self._named("tx1")

    def _solid(self, fill: Element) -> ResolvedColour | None:
        return colour_in(fill, self.theme) if fill.tag == _SOLID else None

    def _named(self, name: str) -> ResolvedColour | None:
        colour = self.theme.colour(name)
        return ResolvedColour(colour) if colour else None

    def _run_defaults(self, level: int) -> list[Element | None]:
        """Return the default run properties for a list level.

        There is one item for each list style. It is None if the list style has no defaults for the level.
        """
        if level not in self._defaults:
            tag = _LEVELS[min(level, len(_LEVELS) - 1)]
            found = (first_child(style, tag) for style in self.styles)
            self._defaults[level] = [None if each is None else first_child(each, _RUN_DEFAULTS) for each in found]
        return self._defaults[level]


def _size(run: Element | None) -> float | None:
    size = None if run is None else run.get("sz")
    return int(size) / 100 if size and size.isdigit() else None


@frozen(eq=False)
class MasterTextStyles:
    """A master's text styles, from which text on slides inherits.

    `default` is the presentation's default text style, or None.
    """

    master: Element
    default: Element | None
    _by_placeholder: dict[tuple[int, str, str], ListStyles] = field(factory=dict, init=False)
    _by_colour: dict[tuple[str, ResolvedColour | None], ListStyles] = field(factory=dict, init=False)

    def of_shape(self, shape: SlideShape, layer: SlideLayer) -> ListStyles:
        """Return the list styles for a shape on a slide."""
        own = None if shape.body is None else first_child(shape.body, _LIST_STYLE)
        colour = None if shape.style is None else colour_in(first_child(shape.style, _FONT_REFERENCE), layer.theme)
        inherited = self._of_placeholder(shape, layer) if shape.placeholder else self._other(layer.theme, colour)
        if own is None or not len(own):
            return inherited
        return ListStyles((own, *inherited.styles), layer.theme, colour, own=1)

    def of_table(self, theme: OfficeTheme, colour: ResolvedColour | None) -> ListStyles:
        """Return the list styles for table cells with the given text colour."""
        return self._other(theme, colour, style="")

    def _of_placeholder(self, shape: SlideShape, layer: SlideLayer) -> ListStyles:
        key = (id(layer.below), *(shape.placeholder or ("", "")))
        if key not in self._by_placeholder:
            bodies = (ancestor.body for ancestor in layer.ancestors(shape))
            lists = (first_child(body, _LIST_STYLE) for body in bodies if body is not None)
            last = self._from_master(_MASTER_STYLES.get(shape.role, "otherStyle"))
            styles = (*(style for style in lists if style is not None and len(style)), *last)
            self._by_placeholder[key] = ListStyles(styles, layer.theme)
        return self._by_placeholder[key]

    def _other(self, theme: OfficeTheme, colour: ResolvedColour | None, style: str = "otherStyle") -> ListStyles:
        if (style, colour) not in self._by_colour:
            self._by_colour[style, colour] = ListStyles(self._from_master(style), theme, colour)
        return self._by_colour[style, colour]

    def _from_master(self, name: str) -> tuple[Element, ...]:
        """Return the master's style `name` and the default style.

        A style that does not exist is left out.
        """
        return tuple(style for style in (self._text_styles.get(name), self.default) if style is not None)

    @cached_property
    def _text_styles(self) -> dict[str, Element]:
        styles = self.master.find(f"{P}txStyles")
        return {} if styles is None else {str(style.tag).removeprefix(P): style for style in styles}
