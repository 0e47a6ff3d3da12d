"""The content and the brand that a run works with."""

from collections.abc import Sequence
from pathlib import Path

from coprod_content.brand import Brand, load_brand
from coprod_content.library import Library
from coprod_content.load import canonical_root, load


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
