"""`coprod build` and `coprod reference`: one file."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import changed, small_root


def test_one_file_can_be_made_in_an_access_edition(tmp_path: Path) -> None:
    """`build --access plain` makes plain text, whichever renderer was asked for."""
    named = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.docx", "--access", "plain")
    assert "The renderer 'plain' makes .txt files. Name the file words.txt." in named.output
    made = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.txt", "--access", "plain")
    assert made.exit_code == 0, made.output
    assert (tmp_path / "words.txt").read_text().startswith("Glossary of co-production, plain text\n")


def test_what_only_build_combines_is_refused_at_its_field_before_anything_is_written(tmp_path: Path) -> None:
    """No pack has a run sheet on cards. What passes `check` and is too long for it is reported where it is typed."""
    long = "One person talks without once stopping to think, as one should, where a listener draws breath, " * 3
    root = small_root(tmp_path / "root", changed("tools/pairs.yaml", "One person talks.", f'"{long.strip(" ,")}."'))
    assert coprod("check", root).exit_code == 0
    out = tmp_path / "run-sheet.pdf"
    made = coprod("build", "run-sheet", "--to", "cards", "--select", "meeting", "--root", root, "--out", out)
    assert made.exit_code == 1
    assert f"{root}/tools/pairs.yaml:14:10: steps[1].do[1]: the text is about " in made.stderr
    assert "Shorten it, or write it as several sentences" in made.stderr
    assert not out.exists()


def test_an_edition_of_certain_articles_says_which_one_is_missing(tmp_path: Path) -> None:
    """A root without ours has no introduction, and the message says what the edition is made from."""
    root = small_root(tmp_path / "root")
    made = coprod("build", "introduction", "--to", "plain", "--root", root, "--out", tmp_path / "x.txt")
    assert made.exit_code
    assert "made from the article 'introduction', which your content lacks. Add articles/introduction.yaml" in (
        made.stderr
    )


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
