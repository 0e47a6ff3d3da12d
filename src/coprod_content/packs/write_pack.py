"""Make and write a pack in one call."""

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from coprod_content.access.access_editions import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.packs.atomic_write import write_file
from coprod_content.packs.pack import Pack, make_pack
from coprod_content.planner.workshop_file import with_workshop


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

    `workshop` is an id, or a Workshop that need not be in the library. Nothing is written if a finding is an error,
    unless `allow_findings` is set. Raises UnknownId, UnknownAccessEdition and OSError.
    """
    if isinstance(workshop, str):
        workshop = library.workshops[workshop]
    elif library.workshops.get(workshop.id) != workshop:
        library = with_workshop(library, workshop)
    pack = make_pack(workshop, library, brand, access)
    return pack if pack.has_errors and not allow_findings else written(pack, Path(out), library)


def written(pack: Pack, folder: Path, library: Library) -> Pack:
    """Write a pack's files and return it with their paths.

    Raises OSError.
    """
    paths = []
    for name, data in pack.files(library):
        write_file(folder / name, data)
        paths.append(folder / name)
    return evolve(pack, paths=tuple(paths))
