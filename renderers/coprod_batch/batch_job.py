"""Plan a row, make one of its files, or write its pack.

The functions run in worker processes. `prepare` gives each process the batch first.
"""

import io
import zipfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from attrs import evolve, field, frozen

from coprod_batch.finished_rows import PICTURES, RowResult, write_record, write_whole
from coprod_batch.listed_organisation import OrganisationRow
from coprod_batch.row_material import BatchContent, RefusedRow, RowMaterial, material_of
from coprod_batch.thumbnail import thumbnail
from coprod_content.editions import SelectionError
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.findings.finding import ContentError
from coprod_content.packs.build import ComposedFile, FileSpec
from coprod_content.packs.kept.composed_before import kept_file
from coprod_content.packs.kept.kept_file import KeptFile
from coprod_content.packs.kept.kept_files import KeptFiles
from coprod_content.packs.manifest import MANIFEST
from coprod_content.packs.pack import FileResult, Pack, make_pack, written
from coprod_content.packs.pack_files import pack_files
from coprod_content.packs.writing.output_errors import EditedFiles, OutputError
from coprod_content.packs.writing.outputs import Edited
from coprod_content.plugins.renderers import RendererError

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@frozen(kw_only=True)
class Batch:
    """The content of a batch, and how to write its packs.

    If `zipped` is true, each organisation gets a ZIP file in place of a folder. If `reads` is false, every file is made
    again. If `cached` is false, the cache cannot be used, so every file is made separately for each row.
    """

    content: BatchContent
    out: Path
    zipped: bool = False
    edited: Edited = "refuse"
    allow_findings: bool = False
    reads: bool = True
    cached: bool = True


@frozen
class PlannedFile:
    """A file of a row, and its entries in the cache.

    The document in `composed` has no sections.
    """

    spec: FileSpec
    composed: ComposedFile = field(repr=False)
    entries: tuple[KeptBytes, ...]

    @property
    def name(self) -> str:
        """The name in the cache, which equal files share."""
        return self.entries[0].name


@frozen
class RowKey:
    """A row, and a digest of everything that its pack depends on."""

    row: OrganisationRow
    digest: str


class _Worker:
    given: Batch


def prepare(batch: Batch) -> None:
    """Give this process the batch to work on."""
    _Worker.given = batch
    _material.cache_clear()


@lru_cache(maxsize=4)
def _material(row: OrganisationRow) -> tuple[RowMaterial, KeptFiles]:
    found = material_of(row, _Worker.given.content)
    return found, KeptFiles.of(found.library, found.brand, reads=_Worker.given.reads)


def planned_files(row: OrganisationRow) -> tuple[PlannedFile, ...]:
    """Return the files of a row that the cache can keep.

    Files that cannot be composed are left out. The result is empty if the batch does not use the cache.
    """
    if not _Worker.given.cached:
        return ()
    found, files = _material(row)
    specs = (spec for name in found.access for spec in pack_files(found.workshop, found.library, name))
    return tuple(each for spec in specs if (each := _planned(spec, files)))


def _planned(spec: FileSpec, files: KeptFiles) -> PlannedFile | None:
    with suppress(RendererError, SelectionError, ContentError):  # reported when the row is written
        kept = kept_file(spec, files.state, reads=files.reads)
        if kept:
            document = evolve(kept.composed.document, sections=())
            return PlannedFile(spec, evolve(kept.composed, document=document, is_whole=False), kept.entries)
    return None


def make_planned(row: OrganisationRow, spec: FileSpec) -> bool:
    """Make a file for the cache, and return whether it was made.

    Return False if the file was already in the cache, or cannot be made.
    """
    return bool(_material(row)[1].result(spec).why)


def write_row(key: RowKey, planned: tuple[PlannedFile, ...], made: int) -> RowResult:
    """Write the pack of a row, and return the result.

    `planned` contains the files of the pack that the cache can keep, and `made` is the number of files that were first
    made for this row.
    """
    row, batch = key.row, _Worker.given
    result = RowResult(id=row.given.id, name=row.given.name, row=row.where.line, made=made)
    try:
        found, files = _material(row)
        kept = {each.spec: each for each in planned}
        pack = make_pack(
            found.workshop, found.library, found.brand, found.access, lambda spec, *_: _result(spec, kept, files)
        )
        result = evolve(result, findings=len(pack.findings), cards=pack.card_count)
        problem = _problem(pack, batch)
        if problem:
            return evolve(result, failure=problem)
        names = _write(pack, found, row.given.id, batch)
    except EditedFiles as error:
        return evolve(result, failure=f"{error} Use --replace or --keep.")
    except (OutputError, RefusedRow, RendererError, ContentError) as error:
        return evolve(result, failure=str(error).splitlines()[0])
    size = sum(len(data) for _, data in pack.contents)
    shown = tuple(name for name in names if not name.endswith(f"/{MANIFEST}"))
    result = evolve(result, names=shown, size=size, failure=next(iter(pack.failures), ""))
    if picture := thumbnail(pack):
        result = evolve(result, picture=f"{PICTURES}/{row.given.id}.png")
        write_whole(batch.out / result.picture, picture)
    if not result.failure:
        write_record(batch.out, key.digest, result, names)
    return result


def _result(spec: FileSpec, planned: dict[FileSpec, PlannedFile], files: KeptFiles) -> FileResult:
    """Return a planned file from the cache, or make the file now."""
    plan = planned.get(spec)
    built = KeptFile(plan.composed, files.state, plan.entries).read() if plan else None
    return FileResult(spec=spec, built=built) if built else files.result(spec)


def _problem(pack: Pack, batch: Batch) -> str:
    """Return why a pack must not be written, or an empty string."""
    if pack.has_faulty_files and not batch.allow_findings:
        return str(next(each for each in pack.findings if each.level == "error"))
    return "" if pack.built else next(iter(pack.failures), "there are no files to make.")


def _write(pack: Pack, found: RowMaterial, id_: str, batch: Batch) -> tuple[str, ...]:
    """Write a pack, and return the paths of its files.

    The paths are relative to the output folder. If the batch is zipped, the ZIP file is the only one.
    """
    if not batch.zipped:
        paths = written(pack, batch.out / id_, found.library, batch.edited).paths
        return tuple(path.relative_to(batch.out).as_posix() for path in paths)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in pack.files(found.library):
            package.writestr(zipfile.ZipInfo(f"{id_}/{name}", _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    write_whole(batch.out / f"{id_}.zip", buffer.getvalue())
    return (f"{id_}.zip",)
