"""The commands `plan` and `cut`."""

from pathlib import Path

from tests.support.command_line import coprod
from tests.support.roots import written

from coprod_content.planner.cut_workshop import CUTS

KETTLE = """\
title: Kettle round
purpose: Hear from everyone while the kettle boils.
theme: sharing-power
minutes: {least: 10, most: 20}
people: {least: 2, most: 15}
steps:
  - {title: Boil, minutes: 10, do: [Everybody says one thing.]}
"""


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


def test_plan_takes_a_tool_with_required_fields_only_and_names_its_root_next(tmp_path: Path) -> None:
    """The next command can be copied: it finds the tools of the root, and names with spaces have quotes."""
    root = written(tmp_path / "our things", {"tools/kettle.yaml": KETTLE})
    out = tmp_path / "plan.yaml"
    asked = ("--minutes", "45", "--people", "8", "--purpose", "decide", "--must", "kettle", "--root", root)
    ran = coprod("plan", *asked, "--out", out)
    assert ran.exit_code == 0, ran.output
    assert f'Next: coprod pack {out} --out plan --root "{root}"' in ran.output.replace("\n", " ")
    assert "tool: kettle" in out.read_text(encoding="utf-8")


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
