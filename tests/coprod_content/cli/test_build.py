"""`coprod build` and `coprod reference`: one file."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod


def test_one_file_can_be_made_in_an_access_edition(tmp_path: Path) -> None:
    """`build --access plain` makes plain text, whichever renderer was asked for."""
    named = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.docx", "--access", "plain")
    assert "The renderer 'plain' makes .txt files. Name the file words.txt." in named.output
    made = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.txt", "--access", "plain")
    assert made.exit_code == 0, made.output
    assert (tmp_path / "words.txt").read_text().startswith("Glossary of co-production, plain text\n")


def test_source_date_epoch_changes_the_files_and_only_by_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH sets the date of a file. Two moments of one day give the same bytes."""
    made = []
    for seconds in ("1700000000", "1700000100", "1800000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        out = tmp_path / f"{seconds}.docx"
        assert coprod("build", "handouts", "--to", "guide", "--select", "first-steps", "--out", out).exit_code == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]


@pytest.mark.parametrize(("name", "suffix"), [("slides", ".pptx"), ("guide", ".docx")])
def test_a_reference_file_can_be_taken_restyled_and_used(name: str, suffix: str, tmp_path: Path) -> None:
    """`reference` writes layouts or styles that a brand can name and use."""
    out = tmp_path / f"mine{suffix}"
    assert coprod("reference", name, "--out", out).exit_code == 0
    (tmp_path / "brand.yaml").write_text(f"reference:\n  {name}: mine{suffix}\n")
    edition = {"slides": "deck", "guide": "handouts"}[name]
    made = tmp_path / f"made{suffix}"
    result = coprod("build", edition, "--to", name, "--select", "first-steps", "--out", made, "--root", tmp_path)
    assert result.exit_code == 0, result.output
    assert made.stat().st_size > 5000


def test_a_renderer_without_a_reference_says_so(tmp_path: Path) -> None:
    """Cards have no file of layouts to change."""
    result = coprod("reference", "cards", "--out", tmp_path / "x.pdf")
    assert result.exit_code == 2
    assert "has no file of layouts or styles" in result.stderr
