"""The manifest of a pack: a JSON description of its files."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from attrs import frozen

from coprod_content.access.access_editions import STANDARD
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.content.source import display_path
from coprod_content.findings.finding import Finding, Place
from coprod_content.packs.build import BuiltFile
from coprod_content.packs.writing.build_date import build_date
from coprod_content.plugins.open_formats import source_of
from coprod_content.plugins.renderers import package_of

MANIFEST = "manifest.json"


@frozen(kw_only=True)
class PackedFile:
    """A file of an earlier pack, with its manifest entry as JSON."""

    name: str
    sha256: str
    access: str
    entry: str


@frozen(kw_only=True)
class FormerPack:
    """The pack that an earlier run wrote to a folder.

    `workshop` is an empty string if there is no manifest, or if it is damaged or not that of a pack. `edited` is true
    if someone changed the manifest after it was written. It is always false for a manifest written by version 0.2.0,
    which has no hash.
    """

    workshop: str = ""
    edited: bool = False
    files: tuple[PackedFile, ...] = ()


def packed_calendar(name: str, data: bytes, workshop: Workshop) -> PackedFile:
    """Return a calendar file with its manifest entry."""
    hashed, access = hashlib.sha256(data).hexdigest(), STANDARD.name
    entry = {"file": name, "sha256": hashed, "bytes": len(data), "access": access, "items": [workshop.id]}
    return PackedFile(name=name, sha256=hashed, access=access, entry=json.dumps(entry))


def former_pack(folder: Path) -> FormerPack | None:
    """Return a folder's pack, or None if it has no manifest.

    If the manifest is damaged or not that of a pack, an empty FormerPack is returned. Raises OSError if the manifest
    cannot be read.
    """
    if not (folder / MANIFEST).is_file():
        return None
    try:
        data = (folder / MANIFEST).read_bytes()
        value = json.loads(data)
        files = tuple(
            PackedFile(name=each["file"], sha256=each["sha256"], access=each["access"], entry=json.dumps(each))
            for each in value["files"]
            if Path(each["file"]).name == each["file"]
        )
        edited = bool(value.pop("sha256", "")) and _with_hash(value) != data
        return FormerPack(workshop=str(value["workshop"]), edited=edited, files=files)
    except (ValueError, LookupError, TypeError, RecursionError):
        return FormerPack()


def manifest(
    workshop: Workshop,
    files: Iterable[tuple[str, BuiltFile]],
    library: Library,
    failures: Sequence[str] = (),
    others: Iterable[PackedFile] = (),
) -> bytes:
    """Return a JSON description of a pack's files, as bytes.

    It gives each file's SHA-256 hash, edition, items and content files. It also lists any findings, `failures` (the
    reasons why files are missing) and `others` (files of an earlier run that are kept). It contains no local paths.
    """
    files = tuple(files)
    value = {
        "workshop": workshop.id,
        "title": workshop.title,
        "language": library.about.language,
        "date": build_date(library.about.date),
        "made_with": f"coprod-content {version('coprod-content')}",
        "publisher": next((built.document.publisher for _, built in files), library.about.title),
        "credit": library.about.imprint,
        "files": [
            *(_described(name, built, library) for name, built in files),
            *(json.loads(each.entry) for each in others),
        ],
    }
    findings = [_finding(finding, name, library) for name, built in files for finding in built.findings]
    if findings:
        value["findings"] = findings
    if failures:
        value["failures"] = list(failures)
    return _with_hash(value)


def _with_hash(value: Mapping[str, object]) -> bytes:
    """Return a manifest as bytes, with a hash of its contents added."""
    hashed = hashlib.sha256(json.dumps(value).encode()).hexdigest()
    return (json.dumps({**value, "sha256": hashed}, ensure_ascii=False, indent=2) + "\n").encode()


def _finding(finding: Finding, file: str, library: Library) -> dict[str, object]:
    where = finding.where or Place("")
    source = next((item.source.file for item in library if display_path(item.source.path) == where.file), "")
    return {
        "file": file,
        "code": finding.code,
        "level": finding.level,
        "source": source,
        "line": where.line,
        "field": finding.field,
        "what": finding.what,
    }


def _described(name: str, built: BuiltFile, library: Library) -> dict[str, object]:
    data = built.data or b""
    return {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "edition": built.document.edition,
        "access": built.document.access,
        "renderer": built.renderer,
        "package": package_of(source_of(built.renderer)),
        "items": list(built.items),
        "sources": sorted({file for id_ in built.items for file in library[id_].source.files} - {""}),
    }
