"""The paths of the illustration set, read once and kept."""

import os

from coprod_content.illustration.open_peeps import BEARDS, FACES, GLASSES, HEADS, body, variant
from coprod_content.illustration.people import BREADTHS
from coprod_content.illustration.svg_path import KNOWN_PATHS, path_key, read_path


def test_the_kept_paths_are_those_of_the_illustration_set() -> None:
    """UPDATE_GOLDEN=1 reads all of them again. Without it, every twentieth is read and compared."""
    names = {"head": HEADS, "expression": FACES, "facialHair": BEARDS, "accessories": GLASSES}
    parts = [part for breadth in BREADTHS.values() for part in body(breadth)]
    parts += [part for kind, found in names.items() for name in found.values() for part in variant(kind, name)]
    keys = {path_key(part.svg, part.transform): part for part in parts}
    if os.environ.get("UPDATE_GOLDEN"):
        lines = (f"{key}\t{read_path(part.svg, part.transform)}\n" for key, part in sorted(keys.items()))
        KNOWN_PATHS.write_text("".join(lines), "utf-8", newline="\n")
    kept = dict(line.split("\t") for line in KNOWN_PATHS.read_text("utf-8").splitlines())
    assert kept.keys() == keys.keys()
    for key, part in sorted(keys.items())[::20]:
        assert kept[key] == read_path(part.svg, part.transform)
