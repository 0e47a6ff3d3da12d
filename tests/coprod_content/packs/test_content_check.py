"""Content is checked by composing and fitting every file that contains it."""

from pathlib import Path

import pytest
from tests.support.roots import SMALL, changed, small_root

from coprod_content import Finding, load
from coprod_content.brand.load_brand import load_brand
from coprod_content.packs.content_check import content_findings

LONG = "Every word of this sentence is needed " * 60
TOOL, CARD, ARTICLE = "tools/pairs.yaml", "postcards/who-decides.yaml", "articles/to-read.yaml"


def findings(folder: Path, changes: dict[str, str | bytes | None]) -> tuple[Finding, ...]:
    """Return what is found in the small root with changes."""
    library = load(small_root(folder, changes))
    return content_findings(tuple(library), library, load_brand())


def test_the_small_root_has_no_findings(tmp_path: Path) -> None:
    """Every file of sound content can be made."""
    assert findings(tmp_path, {}) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        (TOOL, "say: Please swap.", f"say: {LONG}", "steps[2].say"),
        (CARD, "why: Power is seldom named.", f"why: {LONG}", "why"),
        ("films/once.yaml", "narration: Once upon a time.", f"narration: {LONG}", "scenes[1].narration"),
        ("diagrams/circles.yaml", "text: All of us.", f"text: {LONG}", "parts[1].text"),
    ],
)
def test_a_text_too_long_for_its_slide_or_card_is_found_at_its_field(
    name: str, old: str, new: str, field: str, tmp_path: Path
) -> None:
    """So it is before any file is made, with its line and column."""
    found = findings(tmp_path, dict(changed(name, old, new)))
    assert {(each.code, each.field) for each in found} == {("does-not-fit", field)}
    assert all(each.where and each.where.file.endswith(name) and each.where.line > 1 for each in found)


def test_a_tool_that_no_workshop_uses_is_checked_too(tmp_path: Path) -> None:
    """A person or the planner can use it in a workshop of theirs."""
    own = SMALL[TOOL].replace("say: Please swap.", f"say: {LONG}").replace("Listen in pairs", "Ours")
    (found,) = findings(tmp_path, {"tools/own.yaml": own})
    assert found.where
    assert found.where.file.endswith("tools/own.yaml")


def test_two_chapters_of_one_title_are_found(tmp_path: Path) -> None:
    """No reader could tell them apart, and `pack` and `build` refuse them."""
    twice = (
        SMALL[ARTICLE]
        .replace("summary: A text.", "summary: A text.")
        .replace("chapters:\n", "chapters:\n  - title: One\n    body: [{text: Another paragraph.}]\n")
    )
    found = findings(tmp_path, {ARTICLE: twice})
    assert [(each.code, each.field) for each in found] == [("title-duplicate", "chapters[1].title")]
