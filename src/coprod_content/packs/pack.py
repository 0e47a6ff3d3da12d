"""Make and write packs, the finished files for workshops."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from coprod_content.access.access_editions import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions import SelectionError
from coprod_content.findings.finding import Finding
from coprod_content.packs.atomic_write import write_file
from coprod_content.packs.build import BuiltFile, FileSpec, make_file
from coprod_content.packs.manifest import MANIFEST, manifest
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.plugins.renderers import RendererError, installed_renderers


@frozen(kw_only=True)
class FileResult:
    """A built file, or a one-line reason why it was not made."""

    spec: FileSpec
    built: BuiltFile | None = None
    failure: str = ""

    @property
    def written(self) -> BuiltFile | None:
        """The built file, or None if it has no bytes to write."""
        return self.built if self.built and self.built.data is not None else None

    @property
    def file_name(self) -> str:
        """The file's name, with a suffix only if the file was built."""
        return f"{self.spec.name}{self.built.suffix if self.built else ''}"


@frozen(kw_only=True)
class Pack:
    """A workshop's pack: the result for each file, and any paths written.

    `problems` contains messages about unusable renderers. The pack does not contain the files that these would make.
    """

    workshop: Workshop
    results: tuple[FileResult, ...]
    problems: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()

    @property
    def built(self) -> tuple[tuple[str, BuiltFile], ...]:
        """The name and BuiltFile of each file with bytes to write."""
        return tuple((result.file_name, result.written) for result in self.results if result.written)

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
        """Whether any finding is an error."""
        return any(result.built is not None and result.built.has_errors for result in self.results)

    @property
    def card_count(self) -> int:
        """The number of cards in the file that contains the most."""
        return max((built.card_count for _, built in self.built), default=0)

    def files(self, library: Library) -> tuple[tuple[str, bytes], ...]:
        """Return each file's name and bytes, with the manifest last."""
        if not self.built:
            return ()
        files = ((name, built.data or b"") for name, built in self.built)
        return (*files, (MANIFEST, manifest(self.workshop, self.built, library, self.failures)))


def file_result(spec: FileSpec, library: Library, brand: Brand) -> FileResult:
    """Make a file, and return it or the reason why it failed."""
    try:
        return FileResult(spec=spec, built=make_file(spec, library, brand))
    except (RendererError, SelectionError) as error:
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
    different function. Raises UnknownAccessEdition, and RendererError if two renderers have the same name.
    """
    specs = (spec for name in access for spec in pack_files(workshop, library, name))
    results = tuple(make_one(spec, library, brand) for spec in specs)
    return Pack(workshop=workshop, results=results, problems=installed_renderers().problems)


def write_pack(
    workshop: Workshop | str,
    out: Path | str,
    library: Library,
    brand: Brand,
    *,
    access: Sequence[str] = (STANDARD.name,),
    allow_findings: bool = False,
) -> Pack:
    """Write a workshop's files to a folder, as `coprod pack` does.

    `workshop` is an id, or a Workshop that need not be in the library. If a finding is an error and `allow_findings`
    is false, nothing is written, and the `paths` of the pack returned are empty. Raises UnknownId,
    UnknownAccessEdition and OSError, and RendererError if two renderers have the same name.
    """
    if isinstance(workshop, str):
        workshop = library.workshops[workshop]
    elif library.workshops.get(workshop.id) != workshop:
        library = with_workshop(library, workshop)
    pack = make_pack(workshop, library, brand, access)
    return pack if pack.has_errors and not allow_findings else written(pack, Path(out), library)


def written(pack: Pack, folder: Path, library: Library) -> Pack:
    """Write a pack to a folder, and return it with `paths` set."""
    paths = []
    for name, data in pack.files(library):
        write_file(folder / name, data)
        paths.append(folder / name)
    return evolve(pack, paths=tuple(paths))
