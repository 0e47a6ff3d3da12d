"""The AccessEdition class, which adapts material for one group of readers."""

from collections.abc import Callable

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, Section
from coprod_content.editions import SelectionError
from coprod_content.layout.frames import Frames


class UnknownAccessEdition(LookupError):
    """Error raised if no access edition has the given name."""


@frozen
class EditionSubstitute:
    """An edition used in place of another.

    `select` holds the ids for it to include if the edition it replaces takes none.
    """

    edition: str
    replaces: str
    select: tuple[str, ...] = ()


@frozen(kw_only=True)
class AccessEdition:
    """The changes that adapt material for one group of readers.

    `title` is appended to the document's title. `file_suffix` is appended to file names and defaults to `name`.
    `renderers` holds pairs of a renderer and its replacement, where `*` matches any renderer not listed. If `editions`
    is not empty, only those editions are available. `document` adapts a document, given a brand already adapted by
    `brand`, and the format's frames or None.
    """

    name: str
    about: str
    title: str = ""
    file_suffix: str = ""
    renderers: tuple[tuple[str, str], ...] = ()
    editions: tuple[EditionSubstitute, ...] = ()
    document: Callable[[Document, Brand, Frames | None], Document] = lambda document, _brand, _frames: document
    brand: Callable[[Brand], Brand] = lambda brand: brand

    def substitute(self, edition: str) -> EditionSubstitute:
        """Return the substitute for an edition. Raises SelectionError if there is none."""
        if not self.editions:
            return EditionSubstitute(edition, edition)
        found = next((each for each in self.editions if edition in (each.replaces, each.edition)), None)
        if found is None:
            available = ", ".join(each.replaces for each in self.editions)
            raise SelectionError(
                f"The access edition '{self.name}' has no '{edition}'. Choose one of these: {available}."
            )
        return found

    def offers(self, edition: str) -> bool:
        """Return whether an edition or a substitute for it is available."""
        return not self.editions or any(edition in (each.replaces, each.edition) for each in self.editions)

    def apply(self, document: Document, brand: Brand, frames: Frames | None) -> Document:
        """Return the adapted document. `brand` must already be adapted."""
        changed = self.document(document, brand, frames)
        return self._titled(changed) if self.title else evolve(changed, access=self.file_suffix or self.name)

    def renderer(self, name: str) -> str:
        """Return the replacement for a renderer, or `name` if there is none."""
        replacements = dict(self.renderers)
        return name if name in replacements.values() else replacements.get(name, replacements.get("*", name))

    def file_name(self, name: str) -> str:
        """Return a file name, without extension, marked with this access edition."""
        return name if self.name == STANDARD.name else f"{name}-{self.file_suffix or self.name}"

    def _titled(self, document: Document) -> Document:
        """Add this access edition's title to a document's titles and keywords."""
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
        return evolve(section, label=self._with_title(section.label)) if section.role == "cover" else section

    def _with_title(self, words: str) -> str:
        return f"{words}, {self.title}" if words else self.title.capitalize()


STANDARD = AccessEdition(name="standard", about="The brand's own sizes: at least 18 pt on slides and 12 pt in print")
