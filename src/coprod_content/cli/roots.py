"""The content and the brand that a run works with."""

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Library
from coprod_content.content.source import Source, display_path
from coprod_content.files.content_root import canonical_root
from coprod_content.files.text_file import UnreadableFile, read_bytes
from coprod_content.findings.finding import ContentError
from coprod_content.loading import load
from coprod_content.planner.workshop_file import read_workshop, with_workshop


def with_canonical(roots: Sequence[Path]) -> tuple[Path, ...]:
    """The roots over the canonical content, or on their own where the first holds an `about.yaml`."""
    stands_alone = bool(roots) and (roots[0] / "about.yaml").is_file()
    return tuple(roots) if stands_alone else (canonical_root(), *roots)


def library_of(roots: Sequence[Path]) -> Library:
    """The library of a run. Raises ContentError."""
    return load(*with_canonical(roots))


def brand_of(roots: Sequence[Path]) -> Brand:
    """The brand of a run. Raises ContentError."""
    return load_brand(*roots)


def with_files(wanted: Sequence[str], library: Library) -> tuple[tuple[str, ...], Library]:
    """Ids, some of which may be files of workshops, as ids, and the library with these workshops in it.

    Raises ContentError with what is wrong with the files.
    """
    ids = []
    for id_ in wanted:
        if not id_.endswith((".yaml", ".yml")):
            ids.append(id_)
            continue
        path = Path(id_)
        workshop = read_workshop(_bytes_of(path), display_path(path), library)
        workshop = evolve(workshop, source=Source(path.parent.as_posix(), path.name))
        library = with_workshop(library, workshop)
        ids.append(workshop.id)
    return tuple(ids), library


def _bytes_of(path: Path) -> bytes:
    try:
        return read_bytes(path, display_path(path))
    except UnreadableFile as error:
        raise ContentError([error.finding]) from error
