"""An access edition: what it does to a Document, to a Brand and to the choice of a renderer."""

from collections.abc import Callable

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, Section
from coprod_content.editions import SelectionError
from coprod_content.layout.frames import Frames


class UnknownAccess(LookupError):
    """A name that no access edition has."""


def _same_document(document: Document, _brand: Brand, _frames: Frames | None) -> Document:
    return document


def _same_brand(brand: Brand) -> Brand:
    return brand


@frozen
class Instead:
    """An edition that takes the place of another, with the ids that it is made from where the other has none."""

    edition: str
    of: str
    select: tuple[str, ...] = ()


@frozen(kw_only=True)
class Access:
    """For whom a document is made: its name, a line about it, and what it changes.

    `title` is what a document is called beside its own title. `renderers` are pairs of a renderer and the one that
    takes its place, where `*` stands for every one that is not named. With `editions` these take the places of others,
    and there are no more than these. `document` changes a document for a brand, which `brand` has changed before, and
    for the frames of its format if there are any. `called` is what files are called, where that is not the name.
    """

    name: str
    about: str
    title: str = ""
    called: str = ""
    renderers: tuple[tuple[str, str], ...] = ()
    editions: tuple[Instead, ...] = ()
    document: Callable[[Document, Brand, Frames | None], Document] = _same_document
    brand: Callable[[Brand], Brand] = _same_brand

    def edition(self, name: str) -> Instead:
        """The edition that takes the place of one. Raises SelectionError where there is none."""
        if not self.editions:
            return Instead(name, name)
        found = next((each for each in self.editions if name in (each.of, each.edition)), None)
        if found is None:
            those = ", ".join(each.of for each in self.editions)
            raise SelectionError(f"The access edition '{self.name}' has no '{name}'. It has: {those}.")
        return found

    def has(self, edition: str) -> bool:
        """Whether there is something in the place of an edition."""
        return not self.editions or any(edition in (each.of, each.edition) for each in self.editions)

    def changed(self, document: Document, brand: Brand, frames: Frames | None) -> Document:
        """A document as this access edition has it, for a brand that it has changed."""
        return self._named(self.document(document, brand, frames))

    def renderer(self, name: str) -> str:
        """The renderer that takes the place of one; of one that has taken a place, itself."""
        places = dict(self.renderers)
        return name if name in places.values() else places.get(name, places.get("*", name))

    def file(self, name: str) -> str:
        """The name of a file, without its suffix, of this access edition."""
        return name if self.name == STANDARD.name else f"{name}-{self.called or self.name}"

    def _named(self, document: Document) -> Document:
        """The document with what it is in its title, in its keywords and on its cover."""
        if not self.title:
            return evolve(document, access=self.called or self.name)
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
