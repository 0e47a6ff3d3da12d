"""PowerPoint files: the inspector."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.office import LinkWords, language_faults, outside, properties
from coprod_inspect.slides.shapes import shape_faults
from coprod_inspect.slides.slide import InspectedSlide
from coprod_inspect.slides.text import text_faults
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.package import OfficePackage, opened, resolved
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_masters import NamedPart, layout_of, master_of
from coprod_office.reading.xml import A, Element, FileRefused, P, R, parsed, short

_MAIN = "presentationml.presentation.main+xml"
_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_NO_NAMES = ("default section", "untitled section", "")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """The faults of a PowerPoint file."""
    try:
        package = opened(data, _MAIN)
        name = package.named(_MAIN)[0]
        presentation = parsed(package.parts[name], name)
        return tuple(chain(_whole(presentation, package), _Deck(package, name, presentation).faults()))
    except FileRefused as refused:
        return (refused.fault,)
    except KeyError as lost:
        return (Fault(code="corrupt", what=f"lacks the part {lost}."),)


def _whole(presentation: Element, package: OfficePackage) -> Iterator[Fault]:
    """What is wrong with the file as a whole."""
    language, faults = properties(package)
    yield from faults
    default = next(presentation.iter(f"{A}defRPr"), None)
    yield from language_faults(language or ("" if default is None else default.get("lang") or ""), "properties")
    yield from outside(package)
    if presentation.find(f"{P}modifyVerifier") is not None:
        yield Fault(code="locked", spot="properties", what="a password is needed to change it.")


@frozen(eq=False)
class _Deck:
    """The slides of a package in their order; layouts and masters are read once."""

    package: OfficePackage
    name: str
    presentation: Element
    _layers: dict[str, SlideLayer] = field(factory=dict, init=False)
    _styles: dict[int, MasterTextStyles] = field(factory=dict, init=False)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with each slide, with their titles beside each other, and with the sections."""
        targets = {relation.id: relation.target for relation in self.package.relations(self.name)}
        listed = list(self.presentation.iterfind(f"{P}sldIdLst/{P}sldId"))
        links, tables = LinkWords(), self._table_styles()
        titles: Counter[str] = Counter()
        for number, entry in enumerate(listed, start=1):
            part = resolved(self.name, targets[entry.get(f"{R}id") or ""])
            slide = self._slide(part, f"slide {number}", links, tables)
            yield from chain(shape_faults(slide), text_faults(slide))
            key = slide.title.casefold()
            titles[key] += 1
            if key and titles[key] == 2:
                yield slide.fault("title-duplicate", f"another slide is called '{short(slide.title)}'.", slide.title)
        yield from self._sections([entry.get("id") or "" for entry in listed])

    def _slide(self, part: str, spot: str, links: LinkWords, tables: dict[str, Element]) -> InspectedSlide:
        relations = self.package.relations(part)
        below = self._layer(self.package.beside(part, "slideLayout"))
        layer = SlideLayer(parsed(self.package.parts[part], part), below.theme, below)
        styles = self._styles[id(below.below)]
        return InspectedSlide(spot, layer, styles, tables, {relation.id: relation for relation in relations}, links)

    def _layer(self, layout: str) -> SlideLayer:
        """A layout with the master below it."""
        if layout not in self._layers:
            master_part = self.package.beside(layout, "slideMaster")
            if master_part not in self._layers:
                part = self.package.beside(master_part, "theme")
                theme = NamedPart(part, self.package.parts[part]) if part in self.package.parts else None
                master = master_of(NamedPart(master_part, self.package.parts[master_part]), theme)
                self._layers[master_part] = master
                self._styles[id(master)] = MasterTextStyles(master.root, self.presentation.find(f"{P}defaultTextStyle"))
            self._layers[layout] = layout_of(NamedPart(layout, self.package.parts[layout]), self._layers[master_part])
        return self._layers[layout]

    def _table_styles(self) -> dict[str, Element]:
        root = self.package.root(self.package.beside(self.name, "tableStyles"))
        return {} if root is None else {style.get("styleId") or "": style for style in root}

    def _sections(self, slides: list[str]) -> Iterator[Fault]:
        sections = list(self.presentation.iter(_SECTION))
        names = [(section.get("name") or "").strip() for section in sections]
        for at, name in enumerate(names):
            if name.casefold() in _NO_NAMES:
                yield Fault(code="section-name", spot=f"section {at + 1}", what=f"it is called '{name}'.")
            elif name.casefold() in (other.casefold() for other in names[:at]):
                yield Fault(code="section-name", spot=f"section {at + 1}", what=f"another is called '{short(name)}'.")
        held = Counter(str(id_.get("id")) for section in sections for id_ in section.iter() if id_ is not section)
        for number, id_ in enumerate(slides if sections else (), start=1):
            if held[id_] != 1:
                where = "no section" if not held[id_] else "more than one section"
                yield Fault(code="section-gap", spot=f"slide {number}", what=f"the slide is in {where}.")


inspector = Inspector(
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation", inspect=inspect
)
