"""Write changes to a content root as a whole, and undo them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from coprod_content.content.source import display_path
from coprod_content.packs.writing.atomic_file_set import file_sha256, is_inside, recover, replace_set, sha256_of
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.packs.writing.output_folder import writing_to

UNDO = ".coprod/undo"
"""The folder of a content root that keeps the files replaced by `coprod upgrade`, `adopt` and `take-back`."""
_MOST = 10
"""How many changes can be undone."""


def write_changes(root: Path, files: Mapping[str, bytes], seen: Iterable[tuple[str, str]] = ()) -> None:
    """Write all or none of the files to a root.

    The old files are recorded, so that `undo_changes` can restore them. `seen` contains the names and hashes of files
    when they were compared. Raises OutputError if one of these has been edited since, or if writing fails.
    """
    with writing_to(root):
        recover(root)
        edited = [name for name, sha256 in seen if file_sha256(root / name) != sha256]
        if edited:
            what = f"Nothing was written, because these files were edited in the meantime: {', '.join(edited[:8])}."
            raise OutputError(f"{what} Run the command again.")
        records = _records(root)
        name = f"{UNDO}/{int(records[-1].stem) + 1 if records else 1:06}.json"
        record = {each: {"before": _text(root / each), "after": sha256_of(data)} for each, data in files.items()}
        old = [f"{UNDO}/{path.name}" for path in records[: 1 - _MOST]]
        replace_set(root, {**files, name: json.dumps(record).encode()}, old)


def undo_changes(root: Path) -> tuple[str, ...]:
    """Undo the last change, and return the names of its files.

    Raises OutputError if there is nothing to undo, or if a file has been edited since.
    """
    if not _records(root):
        raise OutputError(f"There is no change to {display_path(root)} that can be undone.")
    with writing_to(root):
        recover(root)
        path = _records(root)[-1]
        record = _record(path)
        edited = [name for name, entry in record.items() if file_sha256(root / name) != entry["after"]]
        if edited:
            names = ", ".join(edited[:8])
            what = f"Nothing was undone, because these files have been edited since the last change: {names}."
            raise OutputError(f"{what} Undo those edits first, or use git.")
        before = {name: entry["before"] for name, entry in record.items() if entry["before"] is not None}
        restored = {name: text.encode("utf-8", "surrogateescape") for name, text in before.items()}
        gone = [*(name for name in record if name not in before), f"{UNDO}/{path.name}"]
        if restored:
            replace_set(root, restored, gone)
        else:
            for name in gone:
                (root / name).unlink()
        return tuple(record)


def _records(root: Path) -> list[Path]:
    """Return the records of changes, the oldest first."""
    folder = root / UNDO
    return sorted(path for path in folder.glob("*.json") if path.stem.isdigit()) if folder.is_dir() else []


def _record(path: Path) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        if all(is_inside(name) and {"before", "after"} == entry.keys() for name, entry in record.items()):
            return record
    except (OSError, ValueError, AttributeError):
        pass
    raise OutputError(f"{display_path(path)} cannot be read. Use git to undo the last change.")


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else None
