"""Options of every command: `--version`, `--quiet` and shell completion."""

from importlib.metadata import version
from pathlib import Path

from tests.support.command_line import coprod
from tests.support.roots import article_root, small_root
from typer.testing import CliRunner

from coprod_content.cli.app import app


def test_the_version_is_printed() -> None:
    """It is that of the distribution, and no command is needed."""
    ran = coprod("--version")
    assert (ran.exit_code, ran.output) == (0, f"coprod-content {version('coprod-content')}\n")


def test_a_quiet_run_prints_nothing_if_all_is_well(tmp_path: Path) -> None:
    """Files are written without a word, and the next run is not quiet."""
    root = ("--root", small_root(tmp_path / "root"))
    options = ("handouts", "--to", "plain", "--select", "meeting", *root, "--out")
    ran = coprod("--quiet", "build", *options, tmp_path / "quiet.txt")
    assert (ran.exit_code, ran.output) == (0, "")
    assert (tmp_path / "quiet.txt").is_file()
    assert coprod("build", *options, tmp_path / "loud.txt").output != ""
    for words in (
        ("check", article_root(tmp_path / "article")),
        ("new", "root", tmp_path / "ours"),
        ("schema", "--out", tmp_path / "schemas"),
        ("export", *root, "--out", tmp_path / "library.json"),
        ("cut", "half-day", "--out", tmp_path / "cuts"),
        ("plan", "--minutes", "60", "--people", "9", "--purpose", "decide", "--out", tmp_path / "plan.yaml"),
        ("pack", "meeting", *root, "--access", "plain", "--out", tmp_path / "pack"),
    ):
        ran = coprod("-q", *words)
        assert (ran.exit_code, ran.output) == (0, ""), words


def test_a_quiet_run_still_prints_errors_and_results(tmp_path: Path) -> None:
    """Mistakes go to standard error with the usual exit code. What was asked for is printed."""
    ran = coprod("--quiet", "build", "handouts", "--to", "plain", "--select", "first-step", "--out", tmp_path / "a.txt")
    assert ran.exit_code == 2
    assert "Did you mean 'first-steps'?" in ran.stderr
    assert "fishbowl" in coprod("--quiet", "list", "tools").output
    assert "Welcome" in coprod("-q", "plan", "--minutes", "60", "--people", "9", "--purpose", "decide").output
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: nothing\nagenda: []\n", encoding="utf-8")
    ran = coprod("-q", "check", bad)
    assert ran.exit_code == 1
    assert "bad.yaml" in ran.output
    assert "A person must still check" not in ran.output


def test_shell_completion_is_on() -> None:
    """The shell can ask for the commands that begin with some letters."""
    assert "--install-completion" in coprod("--help").output
    request = {"_COPROD_COMPLETE": "complete_bash", "COMP_WORDS": "coprod inspe", "COMP_CWORD": "1"}
    ran = CliRunner().invoke(app, [], env=request, prog_name="coprod")
    assert ran.output.split() == ["inspect"]
