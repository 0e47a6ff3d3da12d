"""The list of a pack's files, and the one to preview."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, frozen

from coprod_builder.editing.form_fields import FormFields
from coprod_builder.preview.file_preview import FilePreview, counted
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions import edition_named
from coprod_content.packs.build import FileSpec
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.plugins.renderers import caption_of, renderer

WEB = "web"
"""The renderer whose files open in a browser tab rather than in the preview."""
_UNITS = ("page", "slide")


@frozen(kw_only=True)
class SeenFile:
    """A previously shown file, with its number of pages or slides."""

    key: str
    count: int
    unit: str

    @property
    def value(self) -> str:
        """The value of the hidden form field that remembers the file."""
        return f"{self.key} {self.count} {self.unit}"


@frozen(kw_only=True)
class PreviewRequest:
    """A request to preview the file identified by `key`.

    `first` is the first page to show, and `large` requests large images. `seen` contains the files already shown.
    `history` is the value of the form field with the versions that undo and redo restore. The preview page passes it
    back to the editor.
    """

    key: str = ""
    first: int = 1
    large: bool = False
    seen: tuple[SeenFile, ...] = ()
    history: str = ""

    @classmethod
    def of(cls, fields: FormFields) -> "PreviewRequest":
        """Read a request from a form, ignoring malformed values."""
        key, _, first = fields.one("look").partition(" ")
        return cls(
            key=key,
            first=_number(first) or 1,
            large=fields.one("size") == "large",
            seen=tuple(_seen_files(fields.every("seen"))),
        )


@frozen(kw_only=True)
class ListedFile:
    """A file in the list of a pack's files.

    `form` is the title of the form that it contains, if the edition has a file for each form. `length` is the number
    of pages or slides, such as `14 pages`. It is empty until the file has been shown.
    """

    key: str
    edition: str
    format: str
    form: str = ""
    length: str = ""
    is_web_page: bool = False

    @property
    def name(self) -> str:
        """The full name, such as `Run sheet, PDF to read`."""
        return f"{self.form or self.edition}, {self.format}"

    @property
    def label(self) -> str:
        """The name under the edition's heading."""
        return self.form or self.format


@frozen(kw_only=True)
class ListedEdition:
    """An edition in the list, with its files."""

    title: str
    use: str
    files: tuple[ListedFile, ...]


@frozen(kw_only=True, slots=False)
class FileList:
    """The files in a pack, and a request to preview one."""

    workshop: Workshop
    library: Library
    specs: tuple[FileSpec, ...]
    request: PreviewRequest

    @classmethod
    def of(cls, workshop: Workshop, library: Library, request: PreviewRequest) -> "FileList":
        """List the files in the pack of a workshop from the library."""
        return cls(workshop=workshop, library=library, specs=pack_files(workshop, library), request=request)

    @property
    def spec(self) -> FileSpec:
        """The file to show: the requested one, or the first by default."""
        return next((spec for spec in self._shown_here if file_key(spec) == self.request.key), self._shown_here[0])

    @property
    def hint(self) -> str:
        """A hint on how to use the file being shown."""
        return renderer(self.spec.renderer).hint

    @property
    def file(self) -> ListedFile:
        """The list entry for the file being shown."""
        return self._listed(self.spec, self.request.seen)

    @property
    def next(self) -> ListedFile | None:
        """The next file that can be previewed, or None after the last."""
        at = self._shown_here.index(self.spec) + 1
        return self._listed(self._shown_here[at], self.request.seen) if at < len(self._shown_here) else None

    @cached_property
    def _shown_here(self) -> tuple[FileSpec, ...]:
        return tuple(spec for group in self._by_edition for spec in group if spec.renderer != WEB)

    @cached_property
    def _by_edition(self) -> tuple[tuple[FileSpec, ...], ...]:
        editions = dict.fromkeys(spec.edition for spec in self.specs)
        return tuple(tuple(spec for spec in self.specs if spec.edition == edition) for edition in editions)

    def seen(self, preview: FilePreview | None) -> tuple[SeenFile, ...]:
        """Return the files shown so far, including the one in `preview`.

        Files without pages or slides are left out.
        """
        key, known = file_key(self.spec), {file_key(spec) for spec in self.specs}
        others = tuple(each for each in self.request.seen if each.key in known - {key})
        if preview is None or not preview.total:
            return others
        return (*others, SeenFile(key=key, count=preview.total, unit=preview.unit))

    def editions(self, seen: tuple[SeenFile, ...]) -> tuple[ListedEdition, ...]:
        """Return the files grouped by edition, in pack order.

        Files in `seen` are listed with their number of pages or slides.
        """
        return tuple(
            ListedEdition(
                title=edition_named(group[0].edition).caption,
                use=edition_named(group[0].edition).use,
                files=tuple(self._listed(spec, seen) for spec in group),
            )
            for group in self._by_edition
        )

    def _listed(self, spec: FileSpec, seen: tuple[SeenFile, ...]) -> ListedFile:
        key = file_key(spec)
        forms = [self.library.forms[id_].title for id_ in spec.select if id_ in self.library.forms]
        return ListedFile(
            key=key,
            edition=edition_named(spec.edition).caption,
            format=caption_of(spec.renderer),
            form="".join(forms),
            length=next((counted(each.count, each.unit) for each in seen if each.key == key), ""),
            is_web_page=spec.renderer == WEB,
        )


def file_key(spec: FileSpec) -> str:
    """Return the key of a file in the pack.

    Examples are `deck.pdf` and `forms.guide.consent-form`.
    """
    return ".".join((spec.edition, spec.renderer, *spec.select[1:]))


def openable_files(workshop: Workshop, library: Library) -> dict[str, FileSpec]:
    """Return the files that people can open, by key.

    These are the files in the workshop's pack, and a web page for each of them. The workshop need not be in the
    library.
    """
    listed = pack_files(workshop, with_workshop(library, workshop))
    pages = (evolve(spec, renderer=WEB, name=f"{workshop.id}-{spec.edition}") for spec in listed)
    return {file_key(spec): spec for spec in (*pages, *listed)}


def _seen_files(values: Iterable[str]) -> Iterator[SeenFile]:
    for value in values:
        key, _, rest = value.partition(" ")
        count, _, unit = rest.partition(" ")
        if _number(count) and unit in _UNITS:
            yield SeenFile(key=key, count=_number(count), unit=unit)


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 0
