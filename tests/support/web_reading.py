"""A page as a screen reader gives it: words, headings, links and ids."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from attrs import Factory, define, evolve, frozen

from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, Section
from coprod_content.editions import EDITIONS, compose
from coprod_content.editions.items.easy_read import easy_read_ids
from coprod_content.editions.registry import Edition

VOID = {"meta", "img", "col", "link", "br", "hr", "input"}
UNSAID = {"style", "script", "title"}


@frozen(eq=False)
class Element:
    """An element, the elements around it, and its words once it has ended."""

    tag: str
    attributes: dict[str, str]
    within: tuple["Element", ...]
    words: list[str] = Factory(list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def said(self) -> str:
        """Its words, with one space where there are several."""
        return normal("".join(self.words))

    def has(self, name: str) -> bool:
        """Whether it has a class."""
        return name in self["class"].split()


@define
class Reading(HTMLParser):
    """A page, and what is on it in order."""

    data: bytes
    elements: list[Element] = Factory(list)
    title: str = ""
    style: str = ""
    _open: list[Element] = Factory(list)

    def __attrs_post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.data.decode())
        self.close()
        assert self._open == [], f"left open: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute of {tag} is given twice"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)
        if element["role"] == "img" or tag == "img":
            self._say(f" {element['aria-label'] or element['alt']} ")
        if tag == "input" and element["type"] == "text":
            self._say(f" {element['value']} ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"{tag} ends before {self._open[-1].tag}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        inside = {element.tag for element in self._open}
        if "title" in inside:
            self.title += data
        elif "style" in inside:
            self.style += data
        elif not inside & UNSAID and not any(
            element["aria-hidden"] or element["role"] == "img" for element in self._open
        ):
            self._say(data)

    def _say(self, words: str) -> None:
        for element in self._open:
            element.words.append(words)

    def find(self, *tags: str) -> list[Element]:
        """Return the elements with some tags."""
        return [element for element in self.elements if element.tag in tags]

    def of_class(self, name: str) -> list[Element]:
        """Return the elements of a class."""
        return [element for element in self.elements if element.has(name)]

    @property
    def said(self) -> str:
        """All that is said, in order."""
        return self.find("body")[0].said

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The headings, each with its level."""
        return [(int(element.tag[1]), element.said) for element in self.find("h1", "h2", "h3", "h4", "h5", "h6")]


def normal(words: str) -> str:
    """Return words with single spaces between them."""
    return re.sub(r"\s+", " ", words).strip()


@frozen
class Sample:
    """A document of the library, and its brand."""

    name: str
    document: Document
    brand: Brand


def every_sample(library: Library, brand: Brand, most: int | None = None) -> Iterator[Sample]:
    """Yield every edition of the library, with at most `most` selections each."""
    for edition in EDITIONS:
        for ids in _selections(edition, library)[:most]:
            name = " ".join((edition.name, *ids[:2]))
            yield Sample(name, compose(edition.name, library, ids), edition.brand(brand))


def one_of_each_kind(sample: Sample) -> Sample:
    """Return a sample with only the longest of sections that have the same roles and kinds of block."""
    longest: dict[str, Section] = {}
    for section in sample.document.sections:
        within = {(depth, each.role, *map(type, each.blocks)): None for depth, each in section.walk()}
        kind = f"{list(within)} {bool(section.notes)}"
        longest[kind] = max(longest.get(kind, section), section, key=lambda each: len(repr(each)))
    return evolve(sample, document=evolve(sample.document, sections=tuple(longest.values())))


def _selections(edition: Edition, library: Library) -> list[tuple[str, ...]]:
    simple = easy_read_ids(library)
    if edition.name.startswith("easy-read") and not simple:
        return []
    if edition.kind == "item":
        return [simple]
    if not edition.needs_selection:
        return [()]
    alike = edition.kind in {"film", "diagram"}  # but for their drawings, of which `test_web_contrast.py` measures all
    return [(id_,) for id_ in tuple(library.of_kind(edition.kind))[: 2 if alike else None]]


def with_access(sample: Sample, name: str) -> Sample:
    """Return a sample as an access edition."""
    access = access_edition_named(name)
    brand = access.brand(sample.brand)
    return Sample(f"{sample.name} {name}", access.apply(sample.document, brand, None), brand)
