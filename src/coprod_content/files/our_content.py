"""Find out whether content roots include our content."""

from collections.abc import Sequence
from pathlib import Path

from coprod_content.content.source import display_path
from coprod_content.files.content_root import canonical_root
from coprod_content.files.root_files import single_file
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import read_yaml


def stands_alone(path: Path) -> bool:
    """Return whether a content root is a complete library without ours."""
    return single_file(path, "about").is_file() and not _includes_ours(path)


def with_ours(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return content roots, preceded by the canonical root if needed.

    It is needed if there are no roots, or if the first has an `about.yaml` with `include_ours: yes`.
    """
    needed = not roots or (_includes_ours(roots[0]) and all(root.resolve() != canonical_root() for root in roots))
    return (canonical_root(), *roots) if needed else tuple(roots)


def _includes_ours(path: Path) -> bool:
    about = single_file(path, "about")
    try:
        value = read_yaml(about, display_path(about)).value if about.is_file() else None
    except UnreadableFile:
        return False
    return isinstance(value, dict) and value.get("include_ours") in ("yes", "true")
