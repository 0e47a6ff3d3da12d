"""Access editions, which adapt material for groups of readers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.editions.selection import SelectionError
from coprod_content.findings.finding import nearest
from coprod_content.importing.lazy_function import LazyFunction

if TYPE_CHECKING:
    from coprod_content.layout.frames import Frames


class UnknownAccessEdition(LookupError):
    """Error raised if no access edition has the given name."""


@frozen
class EditionSubstitute:
    """An edition that is made in place of another one.

    `edition` is the name of the edition made, and `replaces` is the name of the one requested. They can be the same.
    `select` contains the ids of the items to include if the caller selects none.
    """

    edition: str
    replaces: str
    select: tuple[str, ...] = ()


@frozen(kw_only=True)
class AccessEdition:
    """The changes that adapt material for one group of readers.

    `title` is added to the titles of documents. `file_suffix` is added to file names. If it is empty, `name` is added
    instead. Each pair in `renderers` names a renderer and its replacement, and `*` stands for every other renderer.
    `editions` lists the editions that can be made, and those that they replace. If it is empty, every edition can be
    made. `brand` adapts a brand. `document` adapts a document, given the adapted brand and the frames of the file
    format, or None for a format without frames.
    """

    name: str
    about: str
    title: str = ""
    file_suffix: str = ""
    renderers: tuple[tuple[str, str], ...] = ()
    editions: tuple[EditionSubstitute, ...] = ()
    document: "Callable[[Document, Brand, Frames | None], Document]" = lambda document, _brand, _frames: document
    brand: Callable[[Brand], Brand] = lambda brand: brand

    def substitute(self, edition: str) -> EditionSubstitute:
        """Return the edition to make when `edition` is requested.

        If `editions` is empty, this is `edition` itself. Otherwise, it is the first entry of `editions` that makes or
        replaces `edition`. Raises SelectionError if there is no such entry.
        """
        if not self.editions:
            return EditionSubstitute(edition, edition)
        for each in self.editions:
            if edition in (each.replaces, each.edition):
                return each
        available = ", ".join(each.replaces for each in self.editions)
        raise SelectionError(
            f"The access edition '{self.name}' does not have the edition '{edition}'. Choose one of these: {available}."
        )

    def offers(self, edition: str) -> bool:
        """Return whether `substitute` has an edition to make when `edition` is requested."""
        return not self.editions or any(edition in (each.replaces, each.edition) for each in self.editions)

    def apply(self, document: Document, brand: Brand, frames: "Frames | None") -> Document:
        """Return the adapted document. `brand` must already be adapted."""
        changed = self.document(document, brand, frames)
        return self._titled(changed) if self.title else evolve(changed, access=self.file_suffix or self.name)

    def renderer(self, name: str) -> str:
        """Return the name of the renderer that replaces `name`, or `name` itself.

        A renderer that is a replacement is not replaced.
        """
        replacements = dict(self.renderers)
        return name if name in replacements.values() else replacements.get(name, replacements.get("*", name))

    def file_name(self, name: str) -> str:
        """Return a file name, without extension, that identifies this access edition.

        The standard edition leaves `name` unchanged.
        """
        return name if self.name == STANDARD.name else f"{name}-{self.file_suffix or self.name}"

    def _titled(self, document: Document) -> Document:
        labels = {section.label for section in document.sections if section.role == "cover"}
        return evolve(
            document,
            access=self.name,
            title=self._with_title(document.title),
            subtitle=self._with_title(document.subtitle) if document.subtitle in labels else document.subtitle,
            keywords=(*document.keywords, self.title),
            sections=tuple(
                evolve(section, label=self._with_title(section.label)) if section.role == "cover" else section
                for section in document.sections
            ),
        )

    def _with_title(self, words: str) -> str:
        return f"{words}, {self.title}" if words else self.title.capitalize()


STANDARD = AccessEdition(name="standard", about="The brand's own sizes: at least 18 pt on slides and 12 pt in print")
ACCESS_EDITIONS = (
    STANDARD,
    AccessEdition(
        name="large-print",
        about="Body text of 18 pt or more, nothing under 16 pt, and wide tables as lists",
        title="large print",
        document=LazyFunction("coprod_content.access.large_print:large_print_document"),
        brand=LazyFunction("coprod_content.access.large_print:large_print_brand"),
    ),
    AccessEdition(
        name="high-contrast",
        about="Contrast of 15:1 or more between text and background, no tints or transparency, and heavier lines",
        title="high contrast",
        document=LazyFunction("coprod_content.access.high_contrast:high_contrast_document"),
        brand=LazyFunction("coprod_content.access.high_contrast:high_contrast_brand"),
    ),
    AccessEdition(
        name="easy-read",
        about="Simple words with pictures, for items that have them. Called Easy Read only after people have tested it",
        file_suffix="simple-words",
        editions=(
            EditionSubstitute("easy-read", "handouts"),
            EditionSubstitute("easy-read-postcards", "postcards"),
            EditionSubstitute("easy-read", "theme-guide"),
            EditionSubstitute("easy-read", "article"),
            EditionSubstitute("easy-read", "forms"),
            EditionSubstitute("easy-read", "introduction", ("introduction",)),
        ),
    ),
    AccessEdition(
        name="plain",
        about="Text without layout, for transcription into braille or audio",
        title="plain text",
        renderers=(("*", "plain"),),
    ),
    AccessEdition(
        name="audio",
        about="Speech by a computer voice, with chapters, for people who listen",
        renderers=(("*", "audio"),),
    ),
)


def access_edition_named(name: str) -> AccessEdition:
    """Return the access edition named `name`. Raises UnknownAccessEdition if there is none."""
    known = {access.name: access for access in ACCESS_EDITIONS}
    if name not in known:
        raise UnknownAccessEdition(f"There is no access edition '{name}'. {nearest(name, known)}".rstrip())
    return known[name]
