"""An access edition: what it does to a Document, to a Brand and to the choice of a renderer."""

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from coprod_content.brand import Brand
from coprod_content.document import Document, Section
from coprod_content.editions import compose
from coprod_content.frame import Frames
from coprod_content.library import Library

Compose = Callable[[str, Library, Sequence[str]], Document]


class UnknownAccess(LookupError):
    """A name that no access edition has."""


def _same_document(document: Document, _brand: Brand, _frames: Frames | None) -> Document:
    return document


def _same_brand(brand: Brand) -> Brand:
    return brand


@frozen(kw_only=True)
class Access:
    """For whom a document is made: its name, a line about it, and what it changes.

    `title` is what a document is called beside its own title. `renderers` are pairs of a renderer and the one that
    takes its place, where `*` stands for every one that is not named. `compose` makes the document of an edition from
    items; `document` changes it for a brand, which `brand` has changed before, and for the frames of its format if
    there are any.
    """

    name: str
    about: str
    title: str = ""
    renderers: tuple[tuple[str, str], ...] = ()
    compose: Compose = compose
    document: Callable[[Document, Brand, Frames | None], Document] = _same_document
    brand: Callable[[Brand], Brand] = _same_brand

    def changed(self, document: Document, brand: Brand, frames: Frames | None) -> Document:
        """A document as this access edition has it, for a brand that it has changed."""
        return self._named(self.document(document, brand, frames))

    def renderer(self, name: str) -> str:
        """The renderer that takes the place of one; of one that has taken a place, itself."""
        places = dict(self.renderers)
        return name if name in places.values() else places.get(name, places.get("*", name))

    def file(self, name: str) -> str:
        """The name of a file, without its suffix, of this access edition."""
        return name if self.name == STANDARD.name else f"{name}-{self.name}"

    def _named(self, document: Document) -> Document:
        """The document with what it is in its title, in its keywords and on its cover."""
        if not self.title:
            return evolve(document, access=self.name)
        labels = {section.label for section in document.sections if section.role == "cover"}
        return evolve(
            document,
            access=self.name,
            title=self._with_title(document.title),
            subtitle=self._with_title(document.subtitle) if document.subtitle in labels else document.subtitle,
            keywords=(*document.keywords, self.title),
            sections=tuple(self._marked(section) for section in document.sections),
        )

    def _marked(self, section: Section) -> Section:
        if section.role != "cover":
            return section
        return evolve(section, label=self._with_title(section.label))

    def _with_title(self, words: str) -> str:
        return f"{words}, {self.title}" if words else self.title.capitalize()


STANDARD = Access(name="standard", about="As the brand has it: nothing under 18 pt on slides and 12 pt in print")
