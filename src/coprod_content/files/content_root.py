"""Reading content roots: their items, and findings about their files."""

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from coprod_content.content.about import About
from coprod_content.content.item_texts import text_fields
from coprod_content.content.kinds import KINDS, Kind
from coprod_content.content.model import Film, Item, Workshop
from coprod_content.content.source import AMEND, FieldPath, Source, display_path, field_name
from coprod_content.files.amending.amendment import Amendment
from coprod_content.files.films.sign_videos import is_video
from coprod_content.files.pictures.photos import is_photo, photos_of, with_photos
from coprod_content.files.root_files import (
    can_open,
    entries,
    file_fault,
    is_yaml,
    path_finding,
    single_file,
    unread_file,
    unread_in_root,
)
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import Finding, Place

if TYPE_CHECKING:
    from coprod_content.files.yaml_reader import ParsedYaml


@frozen(kw_only=True)
class ContentRoot:
    """What was read from one content root: items, and findings about files.

    `path` is the folder. `amendments` are its amend files. `retired` lists the ids in its `retire.yaml`, each with its
    place in that file. `about` is None if there is no usable `about.yaml`. `broken` lists the ids of items and amend
    files that could not be used, and the names of kinds whose shared file could not be read.
    """

    path: Path
    items: tuple[Item, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    retired: tuple[tuple[str, Place], ...] = ()
    about: About | None = None
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@lru_cache(maxsize=1)
def canonical_root() -> Path:
    """Return the folder of our content: `content/` in a checkout, or `canonical/`."""
    checkout = Path(__file__).parents[3] / "content"
    installed = Path(str(resources.files("coprod_content"))) / "canonical"
    return checkout if (checkout / "about.yaml").is_file() else installed


def read_root(path: Path) -> ContentRoot:
    """Read a content root, and record findings about its files."""
    fault = root_fault(path)
    if fault:
        return ContentRoot(path=path, findings=(fault,))
    reader = _RootReader(path)
    for kind in KINDS:
        if kind.one_file:
            reader.read_shared_file(kind)
        else:
            reader.read_folder(kind)
    amendments = tuple(reader.amendments())
    reader.report_unused_photos()
    reader.report_unused_videos()
    return ContentRoot(
        path=path,
        items=tuple(reader.items),
        amendments=amendments,
        retired=tuple(reader.retired()),
        about=reader.about(),
        broken=tuple(reader.broken),
        findings=tuple(reader.findings),
    )


def root_fault(path: Path) -> Finding | None:
    """Return a finding if a path is not a readable folder."""
    if path.is_dir() and can_open(path):
        return None
    what = "this is a file, not a folder." if path.is_file() else "there is no such folder."
    fix = "Give the path of a content folder. `coprod new root DIR` makes one."
    if path.is_dir():
        what = "you do not have permission to open this folder."
        fix = "Change its permissions, or copy the content root to a folder of your own."
    return path_finding(path, "no-root", what, fix)


@lru_cache(maxsize=4096)  # A file that has not changed gives the same item when its root is read again.
def item_at(kind: Kind, id_: str, parsed: "ParsedYaml", source: Source) -> tuple[Item | None, tuple[Finding, ...]]:
    """Convert part of a parsed file to an item, with findings.

    `source.within` is the path to that part. Returns the item, or None if it cannot be used, and the findings.
    """
    from coprod_content.files.converter import converted  # not needed for content from the cache

    value: Any = parsed.value
    for key in source.within:
        value = value[key]
    findings: list[Finding] = []
    item = converted(kind.type, value, {"id": id_, "source": source}, parsed, source.within, findings)
    if item:
        findings += _about_one_day(item, parsed, source.within)
    return item, tuple(findings)


def _about_one_day(item: Item, parsed: "ParsedYaml", within: FieldPath) -> Iterator[Finding]:
    """Yield findings about an event, or about names of who leads."""
    found = [(field.path, "naming who leads an item") for field in text_fields(item) if field.path[-1] == "who"]
    if isinstance(item, Workshop) and item.event:
        found.append((("event",), "an event"))
    for path, what in found:
        words = f"{what} is not allowed in a content root, because roots are shared and published."
        fix = "Delete it, or move the file out of the content root and use `coprod pack FILE`."
        where = parsed.place((*within, *path), key=True)
        yield Finding(code="event", where=where, field=field_name((*within, *path)), what=words, fix=fix)


class _RootReader:
    """Reads the files of a content root, and collects items and findings."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.items: list[Item] = []
        self.photos: list[Path] = []
        self.videos: list[Path] = []
        self.broken: list[str] = []
        self.findings = list(unread_in_root(root))

    def read_folder(self, kind: Kind) -> None:
        for path, parsed in self.parsed_files(self.root / kind.plural):
            self.add(kind, path.stem, parsed, f"{kind.plural}/{path.name}")

    def amendments(self) -> Iterator[Amendment]:
        for path, parsed in self.parsed_files(self.root / AMEND):
            yield Amendment(path.stem, parsed, Source(self.root.as_posix(), f"{AMEND}/{path.name}"))

    def parsed_files(self, folder: Path) -> "Iterator[tuple[Path, ParsedYaml]]":
        seen: dict[str, Path] = {}
        for path in self.yaml_files(folder):
            other = seen.setdefault(path.stem, path)
            if other != path:
                fix = "Delete one of the two files, or rename it."
                self.findings.append(path_finding(path, "duplicate-id", f"{other.name} has the same id.", fix))
            parsed = self.read(path) if other == path else None
            if parsed:
                yield path, parsed
            else:
                self.broken.append(path.stem)

    def yaml_files(self, folder: Path) -> Iterator[Path]:
        for path in entries(folder):
            if is_yaml(path):
                yield path
            elif is_photo(path) and folder.name in ("workshops", AMEND):
                self.photos += [path] if folder.name == "workshops" else []
            elif is_video(path) and folder.name in ("films", AMEND):
                self.videos += [path] if folder.name == "films" else []
            elif path.is_dir():
                fix = "Move the files in it one folder up."
                self.findings.append(path_finding(path, "unknown-folder", "this folder is not read.", fix, "warning"))
            elif fault := unread_file(path):
                self.findings.append(fault)

    def report_unused_videos(self) -> None:
        named = {film.sign_video.file for film in self.items if isinstance(film, Film) and film.sign_video}
        fix = "Name it in the `sign_video` of a film, or delete it."
        unread = self.broken or named - {path.name for path in self.videos}
        for path in self.videos if not unread else ():
            if path.name not in named:
                self.findings.append(path_finding(path, "unknown-file", "no film uses this video.", fix, "warning"))

    def report_unused_photos(self) -> None:
        named = {photo.file for item in self.items if isinstance(item, Workshop) for _, photo in photos_of(item)}
        fix = "Name it in the `picture` of an agenda item, or delete it."
        unread = self.broken or any(finding.code in ("no-photo", "photo") for finding in self.findings)
        for path in self.photos if not unread else ():
            if path.name not in named:
                self.findings.append(path_finding(path, "unknown-file", "no workshop uses this photo.", fix, "warning"))

    def read_shared_file(self, kind: Kind) -> None:
        path = single_file(self.root, kind.plural)
        parsed = self.parsed(path)
        if parsed and isinstance(parsed.value, dict):
            for id_ in parsed.value:
                self.add(kind, id_, parsed, path.name, (id_,))
        elif parsed:
            what = f"expected ids of {kind.plural}, each with its fields below it."
            fix = "Begin with an id and a colon, and indent its fields below it."
            self.findings.append(Finding(code="mapping", where=parsed.place(()), what=what, fix=fix))
            self.broken.append(kind.name)
        elif os.path.lexists(path):
            self.broken.append(kind.name)

    def add(self, kind: Kind, id_: str, parsed: "ParsedYaml", file: str, within: tuple[str, ...] = ()) -> None:
        item, findings = item_at(kind, id_, parsed, Source(self.root.as_posix(), file, within))
        self.findings += findings
        if item:
            self.items.append(with_photos(item, parsed, self.root / file, self.root, self.findings))
        else:
            self.broken.append(id_)

    def about(self) -> About | None:
        from coprod_content.files.converter import converted  # not needed for content from the cache

        parsed = self.parsed(single_file(self.root, "about"))
        return converted(About, parsed.value, {}, parsed, (), self.findings) if parsed else None

    def retired(self) -> Iterator[tuple[str, Place]]:
        parsed = self.parsed(single_file(self.root, "retire"))
        if parsed is None:
            return
        value = parsed.value
        if not isinstance(value, dict) or set(value) != {"retire"} or not isinstance(value["retire"], list):
            what, fix = "expected one key, retire, with a list of ids.", "For example: retire: [emotional-touchpoints]"
            self.findings.append(Finding(code="mapping", where=parsed.place(()), what=what, fix=fix))
            return
        for index, id_ in enumerate(value["retire"]):
            yield str(id_), parsed.place(("retire", index))

    def parsed(self, path: Path) -> "ParsedYaml | None":
        return self.read(path) if os.path.lexists(path) else None

    def read(self, path: Path) -> "ParsedYaml | None":
        from coprod_content.files.yaml_reader import read_yaml  # not needed for content from the cache

        fault = file_fault(path, self.root)
        if fault:
            self.findings.append(fault)
            return None
        try:
            parsed = read_yaml(path, display_path(path))
        except UnreadableFile as error:
            self.findings.append(error.finding)
            return None
        self.findings += parsed.findings
        return parsed
