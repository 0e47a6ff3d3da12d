"""Names of files in a content root, and findings about other files."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from coprod_content.content.field_types import suggested_id
from coprod_content.content.kinds import KINDS, Kind, kind_by_fields
from coprod_content.content.source import AMEND, VOICE, display_path
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import Finding, Level, Place, nearest

TEMPLATE_MAP_KEYS = ("cover", "section", "content", "picture", "closing")
"""The purposes for which a template map can choose a layout."""
_SUFFIXES = (".yaml", ".yml")
SINGLE_FILES = {"about", "brand", "retire", *(kind.plural for kind in KINDS if kind.one_file)}
FOLDERS = {AMEND, *(kind.plural for kind in KINDS if not kind.one_file)}
_OF_SYSTEMS = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "lost+found"}
_NOTES = {"readme", "license", "licence", "changelog", "notice"}
_TEXT_FILES = {".txt", ".json", ".text", ".yaml", ".yml"}
_OTHER_SUFFIXES = re.compile(r"(\.(ya?ml|txt|text|json|docx?|odt|rtf|md|bak|orig|old|pages))+$", re.IGNORECASE)
_MOST_FOLDERS = 100
"""The maximum number of subfolders to search for a content root."""


def is_yaml(path: Path) -> bool:
    """Return whether the name of a file ends in .yaml or .yml."""
    return path.suffix.lower() in _SUFFIXES


def single_file(root: Path, name: str) -> Path:
    """Return the path of a file in a root, such as `about.yaml`.

    `name` is the file's name without its ending. The path ends in .yml if only the file with that ending exists.
    """
    paths = (root / f"{name}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in paths if os.path.lexists(path)), root / f"{name}.yaml")


def entries(folder: Path) -> list[Path]:
    """Return a folder's files and subfolders, except hidden and system ones.

    They are sorted by name. The list is empty if the folder cannot be opened.
    """
    try:
        return [path for path in sorted(folder.iterdir()) if not is_hidden(path.name)]
    except OSError:
        return []


def can_open(folder: Path) -> bool:
    """Return whether the contents of a folder can be listed and accessed."""
    try:
        return bool(next(folder.iterdir(), folder).lstat())
    except OSError:
        return False


def is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp")) or name.lower() in _OF_SYSTEMS


def is_root(folder: Path) -> bool:
    """Return whether a folder contains any part of a content root."""
    return any(path.name in FOLDERS if path.is_dir() else _is_single_file(path) for path in entries(folder))


def _is_single_file(path: Path) -> bool:
    return is_yaml(path) and path.stem in SINGLE_FILES


def unread_in_root(root: Path) -> Iterator[Finding]:
    """Yield findings about files and folders that are not read.

    Only those at the top level of the root are examined. If `root` has no content, the only finding is usually a
    warning with advice.
    """
    if not is_root(root) and (way_out := _other_root(root)):
        yield path_finding(root, "no-content", "there is no content in this folder.", way_out, "warning")
        return
    for path in entries(root):
        if path.is_dir():
            if path.name == VOICE:
                continue  # recordings are checked with the films
            if path.name not in FOLDERS:
                yield path_finding(path, "unknown-folder", "this folder is not read.", _right_folder(path), "warning")
            elif not can_open(path):
                fix = "Change its permissions, or copy the content root to a folder of your own."
                yield path_finding(path, "not-readable", "you do not have permission to open this folder.", fix)
        elif _is_single_file(path):
            used = single_file(root, path.stem)
            if path != used:
                yield path_finding(
                    path, "duplicate-id", f"{used.name} is read instead of this file.", "Delete one of the two files."
                )
        elif fix := _right_place(path):
            yield path_finding(path, "unknown-file", "this file is not read.", fix, "warning")


def _other_root(folder: Path) -> str:
    """Return advice on a folder without content, or ""."""
    if folder.resolve().name in FOLDERS and any(map(is_yaml, entries(folder))):
        return f"It is one folder of a content root. Give the folder that contains it, '{display_path(folder.parent)}'."
    inside = _folders(folder)
    if not inside:
        return "Put your files in subfolders such as tools/. `coprod new root DIR` makes an example."
    inside += [path for below in inside for path in _folders(below)]
    found = [f"'{display_path(path)}'" for path in inside if is_root(path)]
    return f"Did you mean {' or '.join(found[:3])}?" if found else ""


def _folders(folder: Path) -> list[Path]:
    return [path for path in entries(folder) if path.is_dir()][:_MOST_FOLDERS]


def _bare_name(path: Path) -> str:
    """Return a file's name without known endings, such as `.yaml.txt`."""
    return _OTHER_SUFFIXES.sub("", path.name.strip())


def is_text(path: Path) -> bool:
    return path.suffix.lower() in _TEXT_FILES


def _right_folder(path: Path) -> str:
    """Return advice on a folder that is not read."""
    if path.name.lower() in SINGLE_FILES:
        return f"Put the contents in one file, {path.name.lower()}.yaml, beside this folder."
    return nearest(path.name, FOLDERS) or f"Known folders: {', '.join(sorted(FOLDERS))}."


def _right_place(path: Path) -> str:
    """Return advice on renaming or moving a file that is not read.

    Returns an empty string if there is nothing to do, as for a readme or a file that `brand.yaml` names.
    """
    name = _bare_name(path).casefold()
    if name in SINGLE_FILES:
        return f"Rename it to {name}.yaml." if is_text(path) else f"Copy its text to {name}.yaml."
    if name in FOLDERS and (is_yaml(path) or path.name == name):
        return f"Make a folder called {name}, and put one file for each item in it."
    kind = _kind_of(path) if is_text(path) else None
    if kind:
        return f"It looks like {kind.with_article}. Move it to {kind.plural}/{suggested_id(name)}.yaml."
    if is_yaml(path):
        if _brand_names(path):
            return ""
        if _is_template_map(path):
            return (
                f"It is a template map. Name it in brand.yaml, in a line `slides_map: {path.name}` under `reference:`."
            )
        near = nearest(name, SINGLE_FILES).replace("'?", ".yaml'?")
        return near or "Move it to the folder for its kind."
    if is_text(path) and name != path.stem.casefold():
        return f"Rename it to {suggested_id(name)}.yaml, and move it to the folder for its kind."
    return ""


def _brand_names(path: Path) -> bool:
    """Return whether the `brand.yaml` beside a file mentions its name."""
    brand = single_file(path.parent, "brand")
    return brand.is_file() and path.name.encode() in brand.read_bytes()


def _is_template_map(path: Path) -> bool:
    from coprod_content.files.yaml_reader import read_yaml  # not needed for content from the cache

    try:
        value = read_yaml(path, path.name).value
    except UnreadableFile:
        return "-map" in path.stem
    return (
        isinstance(value, dict)
        and len(value.keys() & {*TEMPLATE_MAP_KEYS}) > 1
        and all(map(str.__instancecheck__, value.values()))
    )


def _kind_of(path: Path) -> Kind | None:
    from coprod_content.files.yaml_reader import read_yaml  # not needed for content from the cache

    try:
        return kind_by_fields(read_yaml(path, path.name).value) if path.is_file() else None
    except UnreadableFile:
        return None


def unread_file(path: Path) -> Finding | None:
    """Return a finding about an unread file, unless it is a readme."""
    if path.stem.lower() in _NOTES:
        return None
    name = f"{suggested_id(_bare_name(path)) or 'my-item'}.yaml"
    fix = f"Rename it to {name}." if is_text(path) else f"Copy the text to a .yaml file, such as {name}."
    return path_finding(path, "unknown-file", "this file is not read.", fix, "warning")


def unread_beside(file: Path) -> Iterator[Finding]:
    """Yield a finding if a file is in the wrong place.

    It is in the wrong place if it is in a content root, but not where the files of the root are read, or if it is in a
    folder with a misspelt name, such as `tool`.
    """
    folder = file.parent
    if folder.parent.name in FOLDERS:
        fix = f"Move it to {folder.parent.name}/."
    elif is_root(folder):
        fix = _right_place(file)
    elif is_root(folder.parent) or f"{folder.name.lower().removesuffix('s')}s" in FOLDERS:
        fix = nearest(folder.name, FOLDERS)
    else:
        fix = ""
    if fix:
        yield path_finding(file, "unknown-file", "this file is not read.", fix, "warning")


def path_finding(path: Path, code: str, what: str, fix: str, level: Level = "error") -> Finding:
    """Return a finding about a file or folder as a whole."""
    return Finding(code=code, level=level, where=Place(display_path(path)), what=what, fix=fix)


def file_fault(path: Path, root: Path) -> Finding | None:
    """Return a finding unless a path is a file in the root.

    Returns None for a file in the root. A symbolic link to a file outside the root does not count as a file in it.
    """
    try:
        if _is_plain_file_in(path, root) or (path.is_file() and path.resolve().is_relative_to(root.resolve())):
            return None
    except OSError as error:
        return path_finding(path, "not-readable", f"cannot be read: {error.strerror}.", "Change its permissions.")
    what = "this is not a file in the content root."
    return path_finding(path, "file-name", what, "If it is a link, put a copy of the file in its place.")


def _is_plain_file_in(path: Path, root: Path) -> bool:
    """Return whether a path is clearly a regular file inside a root.

    This is a quick check that does not resolve the path. If it returns False, as for a symbolic link, the caller must
    resolve the path to be sure.
    """
    folder = path.parent
    if folder != root and (folder.parent != root or folder.name == ".." or folder.is_symlink()):
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
