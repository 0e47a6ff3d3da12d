"""Records of rows that this run or an earlier one has finished."""

import json
import os
import re
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from attrs import asdict, frozen

from coprod_content.packs.writing.output_errors import failures_as_sentences
from coprod_content.packs.writing.output_folder import write_new

RECORDS = ".coprod-batch"
"""The hidden folder of records. With them, a run can continue where an interrupted one ended."""
PICTURES = "overview"
"""The name of the folder of thumbnails. No organisation can have it as its id."""
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.tmp")


@frozen(kw_only=True)
class RowResult:
    """The result of making the pack of a row.

    `row` is the row's line in the list. `names` are the paths of the pack's files in the output folder, without the
    manifest. `made` is the number of files that were not in the cache and were first made for this row. `size` is the
    size of the pack's files in bytes. `failure` is the reason why the pack is missing or incomplete, or an empty
    string. `picture` is the path of the thumbnail, if any. `is_old` is true if an earlier run wrote the same pack.
    """

    id: str
    name: str
    row: int
    names: tuple[str, ...] = ()
    made: int = 0
    size: int = 0
    cards: int = 0
    findings: int = 0
    failure: str = ""
    picture: str = ""
    is_old: bool = False

    @property
    def files(self) -> int:
        """The number of files, not counting the manifest."""
        return len(self.names)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step, replacing any existing file.

    Raises OutputError if the file cannot be written.
    """
    with failures_as_sentences(path.parent, path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            write_new(unfinished, data, synced=False)
            os.replace(unfinished, path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


def clear_unfinished(out: Path) -> None:
    """Delete the unfinished files of a run that was killed."""
    for folder in (out, out / RECORDS, out / PICTURES):
        for path in folder.glob(".*.tmp"):
            if _UNFINISHED.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()


def write_record(out: Path, digest: str, result: RowResult, names: tuple[str, ...]) -> None:
    """Record a finished row, with the hashes of its files and picture.

    `names` contains the paths of the files in the output folder, including the manifest.
    """
    hashes = {name: _hash(out / name) for name in (*names, *filter(None, (result.picture,)))}
    value = {"digest": digest, "result": asdict(result), "files": hashes}
    write_whole(out / RECORDS / f"{result.id}.json", json.dumps(value).encode())


def finished(out: Path, id_: str, digest: str) -> RowResult | None:
    """Return the result that an earlier run recorded, or None.

    Returns None if there is no record, or if any of the pack's files, or anything that the pack depends on, has
    changed.
    """
    try:
        value = json.loads((out / RECORDS / f"{id_}.json").read_bytes())
        result = RowResult(**{**value["result"], "is_old": True, "made": 0, "names": tuple(value["result"]["names"])})
        texts = (result.name, result.failure, result.picture, *result.names)
        sound = value["digest"] == digest and result.id == id_ and all(isinstance(each, str) for each in texts)
        return result if sound and all(_hash(out / name) == each for name, each in value["files"].items()) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
