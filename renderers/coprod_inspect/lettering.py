"""Lettering on slides: how large a run of text is, and in what colour, by everything that it takes after."""

from functools import cached_property

from attrs import field, frozen

from coprod_inspect.colours import Paint, Theme, paint_of
from coprod_inspect.layers import Layer, Shape
from coprod_inspect.xml import A, Element, P

_LEVELS = 9


@frozen(eq=False)
class Lettering:
    """What text is set as where nothing nearer says so: elements of list styles, the nearest first."""

    styles: tuple[Element, ...]
    theme: Theme
    colour: Paint | None = None
    own: int = 0
    """How many of the styles are nearer than `colour`, which the style of a shape gives."""
    _known: dict[tuple[str, int], float | Paint | None] = field(factory=dict, init=False)

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
        all_ = (run, *self._properties(level)) if run is not None else self._properties(level)
        said = next((p.get("b") for p in all_ if p is not None and p.get("b") is not None), "0")
        return said in ("1", "true")

    def paint(self, run: Element | None, level: int) -> Paint | None:
        """The colour of a run; nothing where it cannot be told."""
        if run is not None:
            link = run.find(f"{A}hlinkClick")
            if link is not None and run.find(f"{A}solidFill") is None:
                named = self.theme.named("hlink")
                return Paint(named) if named else None
            own = _filled(run)
            if own is not None:
                return paint_of(own, self.theme) if own.tag == f"{A}solidFill" else None
        key = ("paint", level)
        if key not in self._known:
            self._known[key] = self._inherited_paint(level)
        found = self._known[key]
        return found if isinstance(found, Paint) else None

    def _inherited_paint(self, level: int) -> Paint | None:
        for at, properties in enumerate(self._each(level)):
            if at == self.own and self.colour:
                return self.colour
            fill = None if properties is None else _filled(properties)
            if fill is not None:
                return paint_of(fill, self.theme) if fill.tag == f"{A}solidFill" else None
        if self.colour:
            return self.colour
        named = self.theme.named("tx1")
        return Paint(named) if named else None

    def _each(self, level: int) -> list[Element | None]:
        name = f"{A}lvl{min(level, _LEVELS - 1) + 1}pPr/{A}defRPr"
        return [style.find(name) for style in self.styles]

    def _properties(self, level: int) -> tuple[Element, ...]:
        return tuple(properties for properties in self._each(level) if properties is not None)


def _size(run: Element | None) -> float | None:
    said = None if run is None else run.get("sz")
    return int(said) / 100 if said and said.isdigit() else None


def _filled(run: Element) -> Element | None:
    kinds = {f"{A}{kind}" for kind in ("solidFill", "gradFill", "noFill", "blipFill", "pattFill")}
    return next((child for child in run if child.tag in kinds), None)


@frozen(eq=False)
class Styles:
    """The list styles that the shapes of a master's slides take after, found once for each kind of placeholder."""

    master: Element
    default: Element | None
    _held: dict[tuple[int, str, str], tuple[Element, ...]] = field(factory=dict, init=False)

    def of(self, shape: Shape, layer: Layer) -> Lettering:
        """The lettering of a shape of a slide."""
        own = shape.element.find(f"{P}txBody/{A}lstStyle")
        mine = (own,) if own is not None and len(own) else ()
        colour = paint_of(shape.element.find(f"{P}style/{A}fontRef"), layer.theme)
        if shape.holds is None:
            return Lettering((*mine, *self._last("otherStyle")), layer.theme, colour, len(mine))
        key = (id(layer.below), *shape.holds)
        if key not in self._held:
            lists = (taken.element.find(f"{P}txBody/{A}lstStyle") for taken in list(layer.chain(shape))[1:])
            last = {"title": "titleStyle", "body": "bodyStyle"}.get(shape.role, "otherStyle")
            self._held[key] = (*(style for style in lists if style is not None and len(style)), *self._last(last))
        return Lettering((*mine, *self._held[key]), layer.theme)

    def table(self, theme: Theme, colour: Paint | None) -> Lettering:
        """The lettering of the cells of a table, whose style gives a colour or not."""
        return Lettering(() if self.default is None else (self.default,), theme, colour)

    def _last(self, name: str) -> tuple[Element, ...]:
        found = self._texts.get(name)
        return tuple(style for style in (found, self.default) if style is not None)

    @cached_property
    def _texts(self) -> dict[str, Element]:
        styles = self.master.find(f"{P}txStyles")
        return {} if styles is None else {str(style.tag).removeprefix(P): style for style in styles}
