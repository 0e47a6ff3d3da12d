"""What `coprod check` passes is made by every command, and what it refuses has a place and a way out."""

from pathlib import Path

import pytest
from tests.support.doc_pages import ROOT
from tests.support.mutated_roots import EXTRA, MutatedRoot, mutated_root, swept_roots
from tests.support.root_judge import UNPRINTED, canonical_root_read_once, verdict
from tests.support.roots import SMALL


def failures(roots: list[MutatedRoot], folder: Path, renderings: int = 3) -> list[tuple[str, str, str]]:
    """Return what went wrong with any of the roots, with the name of the root."""
    with canonical_root_read_once():
        found = ((root.name, verdict(root, folder, renderings=renderings)) for root in roots)
        return [(name, kind, detail) for name, judged in found for kind, detail in judged.failures]


def test_a_few_mutated_roots_are_judged_alike_by_check_and_the_commands(tmp_path: Path) -> None:
    """`python -m tools.fuzz_roots` judges as many as are wanted, and these are the first of seed 1 without ours."""
    roots = [root for root in (mutated_root(1, serial) for serial in range(6)) if root.alone]
    assert failures(roots, tmp_path, renderings=1) == []


def test_every_text_of_the_whole_small_root_is_printed(tmp_path: Path) -> None:
    """Nothing is changed, so a field that no edition prints, such as a new one, cannot hide behind a refusal."""
    files = {name: text.encode() for name, text in (SMALL | EXTRA).items()}
    with canonical_root_read_once():
        judged = verdict(MutatedRoot("whole", files, alone=True), tmp_path, renderings=0)
    assert (judged.passed, judged.failures) == (True, ())


def test_a_mutated_root_is_the_same_whichever_were_made_before() -> None:
    """No change of one root is left in the next."""
    (first,) = [mutated_root(20, serial) for serial in range(12, 13)]
    assert [mutated_root(20, serial) for serial in range(13)][-1] == first


def test_the_editors_page_says_which_texts_are_not_printed() -> None:
    """It lists the fields that the judge leaves out, in the same order."""
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    section = page.split("## What is not printed")[1].split("## ")[0]
    rows = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| `")]
    listed = [name for row in rows for name in row.split("`")[1::2]]
    assert listed == list(UNPRINTED)


@pytest.mark.thorough
@pytest.mark.parametrize("first", range(0, 300, 50))
def test_mutated_roots_are_judged_alike_by_check_and_the_commands(first: int, tmp_path: Path) -> None:
    """Three hundred roots, on their own or added to ours, with one to five changes each."""
    assert failures([mutated_root(12, serial) for serial in range(first, first + 50)], tmp_path) == []


@pytest.mark.thorough
def test_every_text_can_have_any_value_that_check_passes(tmp_path: Path) -> None:
    """A tenth of all texts of the small root, each with words that are hard to print."""
    assert failures(list(swept_roots())[::10], tmp_path) == []
