"""PowerPoint decks with their slides, layouts, masters and text styles."""

from functools import lru_cache

from attrs import evolve, field, frozen

from coprod_office.reading.errors import FileRefused
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.package import OfficePackage, open_package, part_name
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.theme import OfficeTheme, read_theme
from coprod_office.reading.xml import A, Element, P, R, parse_xml

_MAIN = "presentationml.presentation.main+xml"
_MACROS = (f"ms-powerpoint.{kind}.macroEnabled.main+xml" for kind in ("presentation", "template", "slideshow"))
_TEMPLATES = (_MAIN, "presentationml.template.main+xml", "presentationml.slideshow.main+xml", *_MACROS)
_SLIDES, _MASTERS, _LAYOUTS = (f"{P}{name}IdLst/{P}{name}Id" for name in ("sld", "sldMaster", "sldLayout"))
_MAX_CACHED_BYTES = 200_000
"""Size in bytes above which masters and layouts are not cached across files, to limit memory use."""


@frozen(eq=False)
class Deck:
    """A PowerPoint file, with its main part's name and root element.

    Methods raise KeyError if a part or relationship that they need is missing, and FileRefused if a part cannot be
    parsed.
    """

    package: OfficePackage
    name: str
    presentation: Element
    _layouts: dict[str, SlideLayer] = field(factory=dict, init=False)
    _text_styles: dict[SlideLayer, MasterTextStyles] = field(factory=dict, init=False)

    @property
    def slide_size(self) -> tuple[int, int]:
        """The width and height of slides, in English Metric Units.

        Both are 0 if the deck does not specify a size. Raises FileRefused if they are not numbers.
        """
        size = self.presentation.find(f"{P}sldSz")
        try:
            return (0, 0) if size is None else (int(size.get("cx") or 0), int(size.get("cy") or 0))
        except ValueError as error:
            raise FileRefused("corrupt", "has a slide size that is not a number.", self.name) from error

    def slides(self) -> tuple[tuple[str, str], ...]:
        """Return the slides in order, as (id, part name) pairs."""
        return self._listed(self.name, self.presentation, _SLIDES)

    def masters(self) -> tuple[tuple[str, str], ...]:
        """Return the masters in order, as (id, part name) pairs."""
        return self._listed(self.name, self.presentation, _MASTERS)

    def layouts(self, master: str) -> tuple[tuple[str, str], ...]:
        """Return a master's layouts in order, as (id, part name) pairs."""
        return self._listed(master, self.master(master).root, _LAYOUTS)

    def _listed(self, part: str, root: Element, path: str) -> tuple[tuple[str, str], ...]:
        targets = {each.id: each.target for each in self.package.relationships(part)}
        entries = [(entry.get("id") or "", targets[entry.get(f"{R}id") or ""]) for entry in root.iterfind(path)]
        return tuple((id_, part_name(part, target)) for id_, target in entries)

    def slide(self, part: str) -> SlideLayer:
        """Return a slide, with its layout and master as lower layers."""
        below = self.layout(self.package.related(part, "slideLayout"))
        root = parse_xml(self.package.parts[part], part)
        return SlideLayer(root, _own_colours(root, below.theme), below)

    def layout(self, part: str) -> SlideLayer:
        """Return a layout, with its master as the lower layer."""
        if part not in self._layouts:
            master = self.master(self.package.related(part, "slideMaster"))
            data = self.package.parts[part]
            read = _layout if len(data) <= _MAX_CACHED_BYTES else _layout.__wrapped__
            self._layouts[part] = read(part, data, master)
        return self._layouts[part]

    def master(self, part: str) -> SlideLayer:
        """Return a slide master as the lowest layer, with its theme."""
        theme = self.package.related(part, "theme")
        data, theme_data = self.package.parts[part], self.package.parts.get(theme, b"")
        read = _master if len(data) + len(theme_data) <= _MAX_CACHED_BYTES else _master.__wrapped__
        return read(part, data, theme, theme_data)

    def text_styles(self, slide: SlideLayer) -> MasterTextStyles:
        """Return the text styles from the master of a slide or layout."""
        master = slide
        while master.below is not None:
            master = master.below
        if master not in self._text_styles:
            default = self.presentation.find(f"{P}defaultTextStyle")
            self._text_styles[master] = MasterTextStyles(master.root, default)
        return self._text_styles[master]

    def table_styles(self) -> dict[str, Element]:
        """Return the deck's table styles, keyed by id."""
        root = self.package.root(self.package.related(self.name, "tableStyles"))
        return {} if root is None else {style.get("styleId") or "": style for style in root}


def open_deck(data: bytes, *, binary: bool = False, template: bool = False) -> Deck:
    """Return the deck in `data`. Raises FileRefused for an unusable file.

    `binary` and `template` have the same meaning as in `open_package`. If `template` is true, templates, slide shows
    and files with macros are accepted too, but parts with unexpected root elements are refused.
    """
    main = _TEMPLATES if template else _MAIN
    package = open_package(data, main, binary=binary, template=template)
    if template:
        package.check_roots()
    name = package.of_type(main)[0]
    return Deck(package, name, parse_xml(package.parts[name], name))


@lru_cache(maxsize=64)
def _master(part: str, data: bytes, theme: str, theme_data: bytes) -> SlideLayer:
    root = parse_xml(data, part)
    mapping = root.find(f"{P}clrMap")
    aliases = {} if mapping is None else {str(name): str(value) for name, value in mapping.items()}
    return SlideLayer(root, read_theme(parse_xml(theme_data, theme) if theme_data else None, aliases))


@lru_cache(maxsize=64)
def _layout(part: str, data: bytes, master: SlideLayer) -> SlideLayer:
    root = parse_xml(data, part)
    return SlideLayer(root, _own_colours(root, master.theme), master)


def _own_colours(root: Element, theme: OfficeTheme) -> OfficeTheme:
    """Return a theme with the colour aliases of a slide or layout.

    The theme is returned unchanged if the slide or layout has none.
    """
    mapping = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    aliases = {} if mapping is None else {str(name): str(value) for name, value in mapping.items()}
    return evolve(theme, aliases=aliases) if aliases else theme
