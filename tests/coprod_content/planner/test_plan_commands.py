"""The commands `plan` and `cut`."""

from pathlib import Path

from tests.support.command_line import coprod

from coprod_content.planner.cut_workshop import CUTS


def test_plan_writes_a_file_that_pack_takes(tmp_path: Path) -> None:
    """`plan` prints clock times and reasons and writes a workshop; `pack` makes its files without a finding."""
    out = tmp_path / "thursday.yaml"
    options = ("--minutes", "60", "--people", "12", "--purpose", "decide", "--theme", "4", "--title", "Our Thursday")
    ran = coprod("plan", *options, "--out", out)
    assert ran.exit_code == 0, ran.output
    assert "10:00" in ran.output
    assert "It is about Power sharing." in ran.output
    assert out.read_text(encoding="utf-8").startswith("title: Our Thursday\n")
    ran = coprod("pack", out, "--out", tmp_path / "pack")
    assert ran.exit_code == 0, ran.output
    assert ", 0 findings" in ran.output


def test_plan_and_cut_report_mistakes_and_write_nothing(tmp_path: Path) -> None:
    """Each mistake is a line with a way out, and no file is begun."""
    out = tmp_path / "x.yaml"
    ran = coprod("plan", "--minutes", "ten", "--people", "0", "--purpose", "decid", "--out", out)
    assert ran.exit_code == 2
    assert len(ran.stderr.splitlines()) == 2
    ran = coprod("plan", "--minutes", "30", "--people", "12", "--purpose", "decide", "--must", "fishbowl", "--out", out)
    assert ran.exit_code == 1
    assert "- leave out “Fishbowl”" in ran.stderr
    text = tmp_path / "x.txt"
    assert coprod("plan", "--minutes", "60", "--people", "9", "--purpose", "decide", "--out", text).exit_code == 2
    assert coprod("cut", "board-session", "--minutes", "60", "--out", tmp_path).exit_code == 1
    assert "Did you mean 'first-steps'?" in coprod("cut", "first-step", "--out", tmp_path).output
    assert list(tmp_path.iterdir()) == []


def test_cut_writes_a_file_for_each_length(tmp_path: Path) -> None:
    """Without `--minutes` a workshop is cut to the usual lengths that are shorter than it."""
    ran = coprod("cut", "half-day", "--out", tmp_path)
    assert ran.exit_code == 0, ran.output
    assert sorted(path.name for path in tmp_path.glob("*.yaml")) == [f"half-day-{n}.yaml" for n in CUTS]
