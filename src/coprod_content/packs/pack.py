"""Make and write packs, the finished files for workshops."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from coprod_content.access.access_editions import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions.selection import SelectionError
from coprod_content.editions.workshop.calendar_file import calendar_file, updated
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.packs.build import BuiltFile, FileSpec, in_open_formats, make_file
from coprod_content.packs.manifest import MANIFEST, FormerPack, PackedFile, manifest, packed_calendar
from coprod_content.packs.pack_files import pack_files
from coprod_content.packs.writing.atomic_file_set import file_sha256, recover, replace_set
from coprod_content.packs.writing.output_folder import refuse_file, writing_to
from coprod_content.packs.writing.outputs import CLEARED, Edited, names_instead, replaceable_pack
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.plugins.renderers import RendererError, installed_renderers


@frozen(kw_only=True)
class FileResult:
    """A built file, or a one-line reason why it was not made.

    If an edited file with the usual name is kept, `beside` is the name that this file gets instead. Otherwise, it is an
    empty string. `why` says why the file was made again, and is an empty string if it is from the cache.
    """

    spec: FileSpec
    built: BuiltFile | None = None
    failure: str = ""
    beside: str = ""
    why: str = ""

    @property
    def written(self) -> BuiltFile | None:
        """The built file, or None if it has no bytes to write."""
        return self.built if self.built and self.built.data is not None else None

    @property
    def file_name(self) -> str:
        """The file's name, with a suffix only if the file was built."""
        return self.beside or f"{self.spec.name}{self.built.suffix if self.built else ''}"


@frozen(kw_only=True)
class Pack:
    """A workshop's pack: the result for each file, and any paths written.

    `problems` contains messages about unusable renderers, whose files are missing from the pack. `notes` contains
    messages about files of earlier runs that were kept, removed or restored. `calendar` has the name and the bytes of a
    calendar file, if the workshop is held on a known day.
    """

    workshop: Workshop
    results: tuple[FileResult, ...]
    problems: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    calendar: tuple[tuple[str, bytes], ...] = ()

    @property
    def built(self) -> tuple[tuple[str, BuiltFile], ...]:
        """The name and BuiltFile of each file with bytes to write."""
        return tuple((result.file_name, result.written) for result in self.results if result.written)

    @property
    def contents(self) -> tuple[tuple[str, bytes], ...]:
        """The name and bytes of each file except the manifest."""
        return (*((name, built.data or b"") for name, built in self.built), *self.calendar)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings about all the files."""
        return tuple(finding for result in self.results if result.built for finding in result.built.findings)

    @property
    def failures(self) -> tuple[str, ...]:
        """The reasons why files could not be made, one line each."""
        return (*self.problems, *(result.failure for result in self.results if result.failure))

    @property
    def not_inspected(self) -> tuple[str, ...]:
        """The distinct reasons why files were not inspected."""
        return tuple(dict.fromkeys(built.not_inspected for _, built in self.built if built.not_inspected))

    @property
    def has_errors(self) -> bool:
        """Whether any file is missing, or any finding is an error."""
        return bool(self.failures) or self.has_faulty_files

    @property
    def has_faulty_files(self) -> bool:
        """Whether any finding is an error.

        By default, nothing is then written.
        """
        return any(result.built is not None and result.built.has_errors for result in self.results)

    @property
    def card_count(self) -> int:
        """The number of cards in the file that contains the most."""
        return max((built.card_count for _, built in self.built), default=0)

    def files(self, library: Library, others: Iterable[PackedFile] = ()) -> tuple[tuple[str, bytes], ...]:
        """Return each file's name and bytes, with the manifest last.

        `others` are files of an earlier run that the manifest must list too. The tuple is empty if no file was made.
        """
        if not self.built:
            return ()
        others = (*(packed_calendar(name, data, self.workshop) for name, data in self.calendar), *others)
        listed = manifest(self.workshop, self.built, library, self.failures, others)
        return (*self.contents, (MANIFEST, listed))


def file_result(spec: FileSpec, library: Library, brand: Brand) -> FileResult:
    """Make a file, and return it or the reason why it failed."""
    try:
        return FileResult(spec=spec, built=make_file(spec, library, brand))
    except (RendererError, SelectionError, ContentError) as error:
        return FileResult(spec=spec, failure=str(error))


def make_pack(
    workshop: Workshop,
    library: Library,
    brand: Brand,
    access: Sequence[str] = (STANDARD.name,),
    make_one: Callable[[FileSpec, Library, Brand], FileResult] = file_result,
) -> Pack:
    """Make a workshop's pack in the given access editions, without writing it.

    The workshop must be in the library. `make_one` makes each file; a caller that wants to show progress can pass a
    different function. Raises UnknownAccessEdition.
    """
    specs = (spec for name in access for spec in pack_files(workshop, library, name))
    results = tuple(make_one(spec, library, brand) for spec in specs)
    event = calendar_file(workshop, library, brand.organisation) if STANDARD.name in access else b""
    calendar = ((f"{workshop.id}-invite.ics", event),) if event else ()
    return Pack(workshop=workshop, results=results, problems=installed_renderers().problems, calendar=calendar)


def with_open_formats(pack: Pack) -> Pack:
    """Return a pack that also contains its editable files in open formats.

    Raises RendererError if LibreOffice is missing or fails.
    """
    return evolve(pack, results=(*pack.results, *open_results(pack.results)))


def open_results(results: Iterable[FileResult]) -> tuple[FileResult, ...]:
    """Return the results' editable files in open formats.

    Raises RendererError if LibreOffice is missing or fails.
    """
    made = [result for result in results if result.written]
    specs = {id(result.built.document): result.spec for result in made if result.built}
    new = in_open_formats([result.built for result in made if result.built])
    return tuple(FileResult(spec=specs[id(built.document)], built=built) for built in new)


def write_pack(  # noqa: PLR0913  # the last three are keyword options
    workshop: Workshop | str,
    out: Path | str,
    library: Library,
    brand: Brand,
    *,
    access: Sequence[str] = (STANDARD.name,),
    allow_findings: bool = False,
    edited: Edited = "refuse",
) -> Pack:
    """Write a workshop's files to a folder, as `coprod pack` does.

    `workshop` is an id, or a Workshop that need not be in the library. If a finding is an error and `allow_findings` is
    false, nothing is written, and the returned pack has no `paths`. A file that cannot be made, for example because the
    brand's template is damaged, is left out, and `failures` says why. `edited` says what to do with files in the folder
    that were edited: "refuse" raises EditedFiles, "replace" overwrites them, and "keep" writes the new files beside
    them.

    Raises UnknownId, UnknownAccessEdition, EditedFiles, or OutputError if the folder cannot be written to. The folder
    is then unchanged.
    """
    if isinstance(workshop, str):
        workshop = library.workshops[workshop]
    elif library.workshops.get(workshop.id) != workshop:
        library = with_workshop(library, workshop)
    pack = make_pack(workshop, library, brand, access)
    return pack if pack.has_faulty_files and not allow_findings else written(pack, Path(out), library, edited)


def written(pack: Pack, folder: Path, library: Library, edited: Edited = "refuse") -> Pack:
    """Write a pack's files, and return it with `paths` and `notes`.

    Either all files are written or none. Files of an earlier run that are not replaced are removed, except edited files
    and files of other access editions. If this run could not make every file, none are removed. Raises OutputError if
    writing fails, and EditedFiles if a file was edited and `edited` is "refuse".
    """
    if not pack.built:
        return pack
    with writing_to(folder):
        notes = [CLEARED.format(folder)] if recover(folder) else []
        former = replaceable_pack(pack.workshop.id, folder)
        pack = evolve(pack, calendar=tuple((name, updated(data, folder / name)) for name, data in pack.calendar))
        made = dict(pack.contents)
        for name in (*made, MANIFEST):
            refuse_file(folder / name)
        known = {each.name: (each.sha256,) for each in former.files}
        instead = names_instead(folder, made, known, edited, (MANIFEST,) if former.edited else ())
        results = tuple(evolve(each, beside=instead.get(each.file_name, "")) for each in pack.results)
        pack = evolve(pack, results=results, calendar=tuple((instead.get(n, n), data) for n, data in pack.calendar))
        stay, gone = _others(pack, former, folder)
        files = dict(pack.files(library, stay))
        replace_set(folder, files, gone)
    notes += [f"{old} was edited, so it was kept. The new file is {new}." for old, new in instead.items()]
    notes += [f"{name} is no longer part of this pack, so it was removed." for name in gone]
    notes += [f"{each.name}, from an earlier run, was kept." for each in stay]
    return evolve(pack, paths=tuple(folder / name for name in files), notes=tuple(notes))


def _others(pack: Pack, former: FormerPack, folder: Path) -> tuple[tuple[PackedFile, ...], tuple[str, ...]]:
    """Return an earlier pack's files to keep, and the names to remove.

    Files that the new pack replaces, and files that were edited, are in neither group.
    """
    made = dict(pack.contents)
    others = [f for f in former.files if f.name not in made and file_sha256(folder / f.name) == f.sha256]
    incomplete = bool(pack.failures) or len(pack.built) < len(pack.results)
    access = {built.document.access for _, built in pack.built}
    stay = tuple(each for each in others if incomplete or each.access not in access)
    return stay, tuple(each.name for each in others if each not in stay)
