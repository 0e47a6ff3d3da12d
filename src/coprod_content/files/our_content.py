"""Distinguish our own content, which comes with this package, from other content."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from coprod_content.content.about import About
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item
from coprod_content.content.source import display_path
from coprod_content.files.content_root import canonical_root
from coprod_content.files.root_files import single_file
from coprod_content.files.text_file import UnreadableFile


def stands_alone(path: Path) -> bool:
    """Return whether a content root is a complete library without our content.

    Such a root has an `about.yaml` that does not say `include_ours: yes`.
    """
    return single_file(path, "about").is_file() and not _includes_ours(path)


def with_ours(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return content roots, with our own root first if it is needed.

    Our own root is the canonical root. It is not needed if it is already one of `roots`, or if the first of them is a
    complete library.
    """
    ours = canonical_root().resolve()
    needed = not (roots and stands_alone(roots[0])) and all(root.resolve() != ours for root in roots)
    return (canonical_root(), *roots) if needed else tuple(roots)


def _includes_ours(path: Path) -> bool:
    from coprod_content.files.yaml_reader import read_yaml  # not needed for content from the cache

    about = single_file(path, "about")
    try:
        value = read_yaml(about, display_path(about)).value if about.is_file() else None
    except UnreadableFile:
        return False
    return isinstance(value, dict) and value.get("include_ours") in ("yes", "true")


@lru_cache(maxsize=1)
def about_our_content() -> About:
    """Return the title, date, credit and licence of our content.

    Raises UnreadableFile if its `about.yaml` cannot be read, and ValueError if it is not valid.
    """
    from coprod_content.files.converter import converted  # not needed for content from the cache
    from coprod_content.files.yaml_reader import read_yaml

    path = single_file(canonical_root(), "about")
    parsed = read_yaml(path, display_path(path))
    about = converted(About, parsed.value, {}, parsed, (), [])
    if about is None:
        raise ValueError(f"{path} is not valid. Install coprod-content again.")
    return about


def is_ours(item: Item) -> bool:
    """Return whether an item is ours and unchanged.

    A copy that has not been changed is ours too. If the content root of an item is not known, its id and kind decide.
    """
    source = item.source.base if item.source.copied and item.source.base else item.source
    return source.root == canonical_root().as_posix() or (not source.root and replaces_ours(item))


def replaces_ours(item: Item) -> bool:
    """Return whether our content has an item with this kind and id."""
    kind, root = kind_of(item), canonical_root()
    if not kind.one_file:
        return (root / kind.plural / f"{item.id}.yaml").is_file()
    from coprod_content.files.yaml_reader import read_yaml  # not needed for content from the cache

    path = single_file(root, kind.plural)
    return item.id in read_yaml(path, display_path(path)).value
