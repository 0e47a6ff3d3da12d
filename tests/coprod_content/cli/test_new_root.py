"""`coprod new root`, and its old name."""

import os
from pathlib import Path

from tests.support.command_line import coprod


def test_a_new_root_checks_clean_and_builds(tmp_path: Path) -> None:
    """A new root passes --strict, and its workshop can be packed at once."""
    assert coprod("new", "root", tmp_path / "mine").exit_code == 0
    assert coprod("check", tmp_path / "mine", "--strict").exit_code == 0
    result = coprod("pack", "short-hello", "--out", tmp_path / "out", "--root", tmp_path / "mine")
    assert result.stdout.splitlines()[-1] == "16 files, 1 card, 0 findings", result.output


def test_new_pack_still_makes_a_root_and_says_its_new_name(tmp_path: Path) -> None:
    """A pack is finished files, so the command is called `new root`. The old name works, and says so."""
    result = coprod("new", "pack", tmp_path / "mine")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["`coprod new pack` is now `coprod new root`."]
    assert (tmp_path / "mine" / "workshops" / "short-hello.yaml").is_file()
    assert " pack " not in coprod("new", "--help").stdout


def test_a_new_root_never_writes_over_anything(tmp_path: Path) -> None:
    """A folder that is not empty is refused."""
    (tmp_path / "file").write_text("mine")
    result = coprod("new", "root", tmp_path)
    assert result.exit_code == 1
    assert "is not empty" in result.stderr
    assert os.listdir(tmp_path) == ["file"]


def test_curly_quotation_marks_on_the_command_line_are_read_as_straight(tmp_path: Path) -> None:
    """A terminal splits what is in curly ones. Other words that belong together get a hint."""
    made = coprod("new", "root", tmp_path / "mine", "--name", "\u201cMallow", "Vale\u201d")
    assert made.exit_code == 0, made.stderr
    assert "name: Mallow Vale\n" in (tmp_path / "mine/brand.yaml").read_text(encoding="utf-8")
    split = coprod("template", "my", "template.potx")
    assert split.exit_code == 2
    assert 'put it in quotation marks: "my template.potx"' in split.stderr
