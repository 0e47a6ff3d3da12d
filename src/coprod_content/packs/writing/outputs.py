"""Write files without overwriting the changes that people have made to them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from coprod_content.packs.manifest import MANIFEST, FormerPack, former_pack
from coprod_content.packs.writing.atomic_file_set import file_sha256, recover, replace_set, sha256_of
from coprod_content.packs.writing.output_errors import STAGING, EditedFiles, OutputError
from coprod_content.packs.writing.output_folder import refuse_file, refuse_folder, writing_to

Edited = Literal["refuse", "replace", "keep"]
"""What to do if files were edited: raise an error, replace them, or keep them and write the new ones beside them."""

RECORD = ".coprod-files.json"
"""The hidden file in which `write_outputs` records the hashes of the files that it writes to a folder."""
CLEARED = "An earlier run was interrupted. {} was restored."
"""The message shown to users after `recover` has restored a folder."""
LIST = "files.json"
"""The file of a site that lists all others, so that a later run knows which files it can replace."""


def write_output(path: Path, data: bytes, edited: Edited = "refuse") -> Path:
    """Write a file, and return the path that was written.

    If an edited file is kept, the new file is written beside it under another name. Raises the same errors as
    `write_outputs`.
    """
    return write_outputs(path.parent, {path.name: data}, edited)[0]


def write_outputs(folder: Path, files: Mapping[str, bytes], edited: Edited = "refuse") -> tuple[Path, ...]:
    """Write all or none of the files, and return their paths.

    Raises OutputError if the files cannot be written, and EditedFiles if a file was edited and `edited` is "refuse".
    """
    with writing_to(folder, next(iter(files)) if len(files) == 1 else ""):
        recover(folder)
        refuse_site(folder)
        former = former_pack(folder)
        packed = {each.name for each in former.files} if former else set()
        for name, data in files.items():
            refuse_file(folder / name)
            if name in packed and file_sha256(folder / name) != sha256_of(data):
                raise OutputError(f"{folder / name} belongs to a pack. Choose another name, or make the pack again.")
        known = _recorded(folder / RECORD)
        instead = names_instead(folder, files, known, edited)
        wanted = {instead.get(name, name): data for name, data in files.items()}
        known |= {name: (*known.get(name, ())[-1:], sha256_of(data)) for name, data in wanted.items()}
        replace_set(folder, {**wanted, RECORD: (json.dumps(known, indent=0) + "\n").encode()})
    return tuple(folder / name for name in wanted)


def _recorded(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the recorded hashes of each file's last two versions.

    The result is empty if the record is missing or damaged.
    """
    try:
        return {name: tuple(map(str, hashes)) for name, hashes in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def names_instead(
    folder: Path,
    files: Mapping[str, bytes],
    known: Mapping[str, Sequence[str]],
    edited: Edited,
    lists: tuple[str, ...] = (),
) -> dict[str, str]:
    """Map the names of edited files to names for the new versions.

    An existing file counts as edited if its hash is neither that of the new version nor among those in `known`, which
    earlier runs recorded. The mapping is empty unless `edited` is "keep". Raises EditedFiles if a file was edited and
    `edited` is "refuse". `lists` contains the names of any lists of files, such as manifests, that were edited too.
    Raises OutputError if `edited` is "keep" and `lists` is not empty, because a list cannot have another name.
    """

    if edited not in get_args(Edited):
        raise ValueError(f"edited must be one of {', '.join(get_args(Edited))}, not {edited!r}")

    def was_edited(name: str, *also: str) -> bool:
        return file_sha256(folder / name) not in ("", *known.get(name, ()), *also)

    names = tuple(name for name, data in files.items() if was_edited(name, sha256_of(data)))
    if (names or lists) and edited == "refuse":
        raise EditedFiles(tuple(folder / name for name in (*names, *lists)))
    if lists and edited == "keep":
        raise OutputError(
            f"{folder / lists[0]} was edited, but the new list of files must have that name. Rename the edited file "
            "first."
        )
    instead: dict[str, str] = {}
    for name in names if edited == "keep" else ():
        path, number = Path(name), 1
        beside = f"{path.stem}-new{path.suffix}"
        while beside in files or (folder / beside).is_dir() or was_edited(beside):
            number += 1
            beside = f"{path.stem}-new-{number}{path.suffix}"
        instead[name] = beside
    return instead


def write_folder(folder: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Write a site's files to a folder, replacing an earlier site.

    `files` maps relative paths to contents. Raises EditedFiles if a file was edited and `replace` is false, and
    OutputError if writing fails. The folder is then unchanged.
    """
    with writing_to(folder):
        recover(folder)
        here = refuse_others(folder, replace=replace)
        hashes = {name: sha256_of(data) for name, data in sorted(files.items())}
        listed = json.dumps({"files": list(hashes), "sha256": hashes}, indent=0) + "\n"
        replace_set(folder, {**files, LIST: listed.encode()}, here)


def refuse_others(folder: Path, *, replace: bool = False) -> tuple[str, ...]:
    """Return the files of an earlier site in a folder.

    The site's own list of its files, LIST, is not included. Raises OutputError if the folder contains other files, or
    if it is a file or a symbolic link. Raises EditedFiles if a file was edited and `replace` is false.
    """
    refuse_folder(folder)
    if folder.is_symlink():
        raise OutputError(f"{folder} is a symbolic link. Give the path of the folder itself.")
    known = _listed(folder / LIST)
    here = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir() or p.is_symlink())
    others = [path for path in here if path not in {LIST, *known}]
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        way_out = "Choose an empty folder, or move the files elsewhere."
        raise OutputError(f"{folder} contains files that are not part of a site: {others[0]}{more}. {way_out}")
    edited = [folder / name for name in here if known.get(name) and file_sha256(folder / name) != known[name]]
    if edited and not replace:
        raise EditedFiles(tuple(edited))
    return tuple(path for path in here if path != LIST)


def refuse_site(folder: Path) -> None:
    """Raise OutputError for a site's folder, or a folder inside it."""
    for each in (folder, *folder.absolute().parents):
        if _listed(each / LIST):
            raise OutputError(f"{each} contains a site, and no other files can be added to it. Choose another folder.")


def _listed(path: Path) -> dict[str, str]:
    """Return the hash of each file in a site's list of files.

    The hashes are empty strings in a site made by version 0.2.0, which recorded none.
    """
    try:
        value = json.loads(path.read_bytes())
        files, hashes = list(value["files"]), value.get("sha256", {})
        return {name: str(hashes.get(name, "")) for name in files if isinstance(name, str)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def clear_leftovers(folder: Path) -> bool:
    """Restore a folder after a run that was killed.

    Returns whether that run left anything behind. The folder need not exist. Raises OutputError if the folder cannot be
    written to.
    """
    refuse_folder(folder)
    if not (folder / STAGING).is_dir():
        return False
    with writing_to(folder):
        return recover(folder)


def replaceable_pack(workshop: str, folder: Path) -> FormerPack:
    """Return the pack that an earlier run wrote, or an empty one.

    Raises OutputError if the folder contains a site, another workshop's pack, or a damaged manifest.
    """
    refuse_site(folder)
    former = former_pack(folder)
    if former and not former.workshop:
        raise OutputError(f"{folder / MANIFEST} is damaged or not from a pack. Remove it, or choose another folder.")
    if former and former.workshop != workshop:
        raise OutputError(f"{folder} contains the pack of '{former.workshop}'. Choose another folder.")
    return former or FormerPack()
