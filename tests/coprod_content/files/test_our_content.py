"""Which items are ours, so that files credit the right people."""

from attrs import evolve

from coprod_content import Library
from coprod_content.content.source import Source
from coprod_content.files.content_root import canonical_root
from coprod_content.files.our_content import is_ours


def test_an_unchanged_copy_of_our_content_is_ours(library: Library) -> None:
    """A copy that was changed, and an item of another root, are not."""
    ours = canonical_root().as_posix()
    tool = library.tools["fishbowl"]
    mine = "tools/fishbowl.yaml"
    for source, expected in (
        (tool.source, True),
        (Source("", mine), True),
        (Source("mine", mine), False),
        (Source("mine", mine, (), Source(ours, mine), copied=True), True),
        (Source("mine", mine, (), Source(ours, mine)), False),
        (Source("mine", mine, (), Source("other", mine), copied=True), False),
    ):
        assert is_ours(evolve(tool, source=source)) is expected
    assert not is_ours(evolve(tool, id="no-such-tool", source=Source()))
