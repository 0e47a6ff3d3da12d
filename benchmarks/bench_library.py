"""Importing the library, and loading the canonical content."""

import yaml

from benchmarks.clock import process_seconds, report, seconds
from coprod_content import canonical_root, load

_PEER = "import attrs, cattrs, yaml, markdown_it"


def main() -> None:
    """Print the time of an import without starting Python, and of loading."""
    bare = process_seconds("-c", "pass")
    ours, peer = process_seconds("-c", "import coprod_content"), process_seconds("-c", _PEER)
    report("import coprod_content", ours - bare, "importing its dependencies alone", peer - bare, "150 ms")
    report("load()", seconds(load), "yaml.CSafeLoader on the same files", seconds(_plain), "150 ms")


def _plain() -> list[object]:
    files = sorted(canonical_root().rglob("*.yaml"))
    return [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]
