"""Inherited list styles of slide text: size, weight and colour."""

from functools import cached_property

from attrs import field, frozen

from coprod_office.reading.colours import OfficeTheme, ResolvedColour, paint_of
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.xml import A, Element, P, child

_LEVELS = 9
_LEVEL, _DEFAULT = tuple(f"{A}lvl{number}pPr" for number in range(1, _LEVELS + 1)), f"{A}defRPr"
_CLICK, _SOLID, _LIST, _FONT = f"{A}hlinkClick", f"{A}solidFill", f"{A}lstStyle", f"{A}fontRef"
_FILLS = frozenset(f"{A}{kind}" for kind in ("solidFill", "gradFill", "noFill", "blipFill", "pattFill"))


@frozen(eq=False)
class ListStyles:
    """What text is set as where nothing nearer says so: elements of list styles, the nearest first."""

    styles: tuple[Element, ...]
    theme: OfficeTheme
    colour: ResolvedColour | None = None
    own: int = 0
    """How many of the styles are nearer than `colour`, which the style of a shape gives."""
    _known: dict[tuple[str, int], float | ResolvedColour | None] = field(factory=dict, init=False)
    _found: dict[int, list[Element | None]] = field(factory=dict, init=False)

    def size(self, run: Element | None, level: int) -> float:
        """The size of a run in points."""
        own = _size(run)
        return own if own is not None else self._inherited_size(level)

    def _inherited_size(self, level: int) -> float:
        key = ("size", level)
        if key not in self._known:
            sizes = (_size(properties) for properties in self._properties(level))
            self._known[key] = next((size for size in sizes if size is not None), 18.0)
        found = self._known[key]
        assert isinstance(found, float)
        return found

    def bold(self, run: Element | None, level: int) -> bool:
        """Whether a run is bold."""
        own = None if run is None else run.get("b")
        said = (p.get("b") for p in self._properties(level)) if own is None else iter((own,))
        return next((b for b in said if b is not None), "0") in ("1", "true")

    def paint(self, run: Element | None, level: int) -> ResolvedColour | None:
        """The colour of a run; nothing where it cannot be told."""
        if run is not None and len(run):
            if child(run, _CLICK) is not None and child(run, _SOLID) is None:
                named = self.theme.named("hlink")
                return ResolvedColour(named) if named else None
            own = _filled(run)
            if own is not None:
                return paint_of(own, self.theme) if own.tag == _SOLID else None
        key = ("paint", level)
        if key not in self._known:
            self._known[key] = self._inherited_paint(level)
        found = self._known[key]
        return found if isinstance(found, ResolvedColour) else None

    def _inherited_paint(self, level: int) -> ResolvedColour | None:
        for at, properties in enumerate(self._each(level)):
            if at == self.own and self.colour:
                return self.colour
            fill = None if properties is None else _filled(properties)
            if fill is not None:
                return paint_of(fill, self.theme) if fill.tag == _SOLID else None
        if self.colour:
            return self.colour
        named = self.theme.named("tx1")
        return ResolvedColour(named) if named else None

    def _each(self, level: int) -> list[Element | None]:
        if level not in self._found:
            name = _LEVEL[min(level, _LEVELS - 1)]
            levels = (child(style, name) for style in self.styles)
            self._found[level] = [None if found is None else child(found, _DEFAULT) for found in levels]
        return self._found[level]

    def _properties(self, level: int) -> tuple[Element, ...]:
        return tuple(properties for properties in self._each(level) if properties is not None)


def _size(run: Element | None) -> float | None:
    said = None if run is None else run.get("sz")
    return int(said) / 100 if said and said.isdigit() else None


def _filled(run: Element) -> Element | None:
    for said in run:
        if said.tag in _FILLS:
            return said
    return None


@frozen(eq=False)
class MasterTextStyles:
    """The list styles that the shapes of a master's slides take after, found once for each kind of placeholder."""

    master: Element
    default: Element | None
    _held: dict[tuple[int, str, str], ListStyles] = field(factory=dict, init=False)
    _plain: dict[tuple[int, ResolvedColour | None], ListStyles] = field(factory=dict, init=False)

    def of(self, shape: SlideShape, layer: SlideLayer) -> ListStyles:
        """The lettering of a shape of a slide."""
        own = None if shape.body is None else child(shape.body, _LIST)
        mine = (own,) if own is not None and len(own) else ()
        colour = None if shape.style is None else paint_of(child(shape.style, _FONT), layer.theme)
        common = self._placeholder(shape, layer) if shape.holds else self._free(layer.theme, colour)
        return ListStyles((*mine, *common.styles), layer.theme, colour, len(mine)) if mine else common

    def _placeholder(self, shape: SlideShape, layer: SlideLayer) -> ListStyles:
        """What the text of a placeholder takes after, found once for each placeholder of a layout."""
        key = (id(layer.below), *(shape.holds or ("", "")))
        if key not in self._held:
            bodies = (taken.body for taken in list(layer.chain(shape))[1:])
            lists = (child(body, _LIST) for body in bodies if body is not None)
            last = {"title": "titleStyle", "body": "bodyStyle"}.get(shape.role, "otherStyle")
            styles = (*(style for style in lists if style is not None and len(style)), *self._last(last))
            self._held[key] = ListStyles(styles, layer.theme)
        return self._held[key]

    def _free(self, theme: OfficeTheme, colour: ResolvedColour | None) -> ListStyles:
        """What text in a shape of its own takes after."""
        if (0, colour) not in self._plain:
            self._plain[0, colour] = ListStyles(self._last("otherStyle"), theme, colour)
        return self._plain[0, colour]

    def table(self, theme: OfficeTheme, colour: ResolvedColour | None) -> ListStyles:
        """The lettering of the cells of a table, whose style gives a colour or not."""
        if (1, colour) not in self._plain:
            self._plain[1, colour] = ListStyles(() if self.default is None else (self.default,), theme, colour)
        return self._plain[1, colour]

    def _last(self, name: str) -> tuple[Element, ...]:
        found = self._texts.get(name)
        return tuple(style for style in (found, self.default) if style is not None)

    @cached_property
    def _texts(self) -> dict[str, Element]:
        styles = self.master.find(f"{P}txStyles")
        return {} if styles is None else {str(style.tag).removeprefix(P): style for style in styles}
