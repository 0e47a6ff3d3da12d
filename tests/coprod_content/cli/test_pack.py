"""`coprod pack`: its files, its manifest and its exit codes."""

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.platforms import POSIX
from tests.support.plugins import WORKING, install, only_in_pack
from tests.support.roots import EASY_READ, PROGRAMME, WORKSHOP, changed, small_root
from typer.testing import Result

from coprod_content import canonical_root
from coprod_content.__main__ import _repeat_interrupt

PACK = {
    "first-steps-deck.pptx",
    "first-steps-deck.html",
    "first-steps-facilitator-guide.docx",
    "first-steps-facilitator-guide.html",
    "first-steps-run-sheet.docx",
    "first-steps-run-sheet.html",
    "first-steps-run-sheet.pdf",
    "first-steps-handouts.docx",
    "first-steps-handouts.html",
    "first-steps-canvases.pdf",
    "first-steps-postcards-for-a-print-shop.pdf",
    "first-steps-postcards-flip-on-long-edge.pdf",
    "first-steps-postcards-flip-on-short-edge.pdf",
    "first-steps-postcards-test-sheet.pdf",
    "first-steps-postcards-tuck-box.pdf",
    "first-steps-postcards-to-read.pdf",
    "first-steps-postcards.html",
    "first-steps-for-the-organiser.docx",
    "first-steps-forms-about-me.docx",
    "first-steps-forms-agreement-sheet.docx",
    "first-steps-forms-before-you-answer.docx",
    "first-steps-forms-certificate.docx",
    "first-steps-forms-consent-form.docx",
    "first-steps-forms-invitation.docx",
    "first-steps-forms-pay-in-writing.docx",
    "first-steps-forms-payment-claim.docx",
    "first-steps-forms-session-feedback.docx",
    "first-steps-forms-what-to-expect.docx",
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Make the pack of first-steps once."""
    out = tmp_path_factory.mktemp("pack") / "first-steps"
    return out, coprod("pack", "first-steps", "--out", out)


def test_a_pack_is_made_and_counted(pack: tuple[Path, Result]) -> None:
    """One command makes 28 files, prints a line for each, and counts them."""
    out, result = pack
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[-1] == "28 files, 24 cards, 0 findings"
    assert {line.split()[0] for line in lines[:-1]} == PACK
    assert {path.name for path in out.iterdir()} == {*PACK, "manifest.json"}


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small root with two workshops, of which one is easy to read."""
    two = {"workshops/meeting.yaml": WORKSHOP + EASY_READ, "workshops/other.yaml": WORKSHOP}
    return small_root(tmp_path_factory.mktemp("root"), two)


def test_all_packs_are_made_each_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """`pack --all` makes the pack of every workshop in a separate folder, and counts the packs."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "--all", "--out", tmp_path, "--root", root)
    assert result.exit_code == 0, result.output
    assert {path.name for path in tmp_path.iterdir()} == {"meeting", "other"}
    assert result.stdout.splitlines()[-1] == "2 packs"
    assert (tmp_path / "other" / "other-handouts.docx").is_file()


def test_the_pack_of_a_programme_is_its_guide_its_slides_and_a_folder_for_each_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Access editions apply to all of it, and edited files are kept on request."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    root = small_root(tmp_path / "root", {"programmes/a-season.yaml": PROGRAMME})
    words = ("pack", "a-season", "--root", root, "--out", tmp_path / "out", "--access", "plain")
    assert coprod(*words).exit_code == 0
    (tmp_path / "out" / "a-season-guide-plain.txt").write_bytes(b"edited")
    result = coprod(*words, "--keep")
    assert result.exit_code == 0, result.output
    visible = {path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")}
    assert visible == {
        "a-season-guide-plain.txt",
        "a-season-guide-plain-new.txt",
        "a-season-slides-plain.txt",
        "meeting",
    }
    assert (tmp_path / "out" / "meeting" / "meeting-handouts-plain.txt").is_file()
    assert (tmp_path / "out" / "a-season-guide-plain.txt").read_bytes() == b"edited"


def test_a_pack_has_the_access_editions_that_were_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--access` can be repeated. File names and the manifest say which edition a file is."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path, "--access", "standard", "--access", "large-print")
    assert result.exit_code == 0, result.output
    files = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert [(file["file"], file["access"]) for file in files] == [
        ("first-steps-handouts.docx", "standard"),
        ("first-steps-handouts-large-print.docx", "large-print"),
    ]


def test_a_workshop_without_an_easy_read_text_is_reported_with_those_that_have_one(tmp_path: Path, root: Path) -> None:
    """The message lists the ids of the workshops that can be chosen instead."""
    result = coprod("pack", "other", "--root", root, "--out", tmp_path, "--access", "easy-read")
    assert result.exit_code == 1
    said = "The workshop 'other' does not have an easy-read text. These items have one: "
    assert re.search(rf"{said}.*\bmeeting\b", result.output)


@pytest.mark.parametrize("words", [["--all", "first-steps"], []])
def test_a_pack_is_of_one_workshop_or_of_all(words: list[str], tmp_path: Path) -> None:
    """Naming both or neither is a mistake, reported in one line."""
    result = coprod("pack", *words, "--out", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "Name a workshop or a programme, or give --all, but not both. See `coprod list workshops`."
    ]


def test_the_manifest_describes_each_file_without_paths_of_this_machine(pack: tuple[Path, Result]) -> None:
    """It has the SHA-256, edition, items and sources of each file."""
    out, _ = pack
    text = (out / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert {entry["file"] for entry in manifest["files"]} == PACK
    for entry in manifest["files"]:
        assert entry["sha256"] == hashlib.sha256((out / entry["file"]).read_bytes()).hexdigest()
        assert entry["edition"]
        assert entry["items"] or entry["edition"] == "print-test-sheet"
        for source in entry["sources"]:
            assert (canonical_root() / source).is_file()
    assert str(out) not in text
    assert str(Path.home()) not in text
    assert str(canonical_root()) not in text


def test_the_same_pack_is_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another folder, time zone, hash seed and locale give the same bytes."""
    small_root(tmp_path / "root")
    words = ("pack", "meeting", "--root", str(tmp_path / "root"), "--out")
    assert coprod(*words, tmp_path / "here").exit_code == 0
    env = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-m", "coprod_content.cli.app", *words, str(tmp_path / "there")]
    subprocess.run(command, env=env, check=True, capture_output=True, cwd=tmp_path)
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("here", "there"))
    assert here == there


def test_a_workshop_without_postcards_gets_no_cards(tmp_path: Path) -> None:
    """Power-sharing has a deck, guide, run sheet, handouts and five forms. The first four have other formats too."""
    result = coprod("pack", "power-sharing", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "16 files, 0 cards, 0 findings"


@pytest.mark.parametrize(("code", "exit_code"), [("long-audio", 0), ("unspoken", 1)])
def test_advice_about_a_file_is_printed_and_does_not_fail(
    code: str, exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning about a file gives exit code 1, and advice does not. Both are printed."""
    fault = f'faults=lambda document, brand: (Fault(code="{code}", what="Look at this."),))'
    plugin = "from coprod_content.findings.fault import Fault" + WORKING.rstrip()[:-1] + f", {fault}\n"
    install(tmp_path, monkeypatch, "adviser", plugin, {"adviser": "adviser:renderer"})
    only_in_pack(monkeypatch, {"adviser": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path / "out")
    assert "Look at this." in result.stderr
    assert result.exit_code == exit_code, result.output


def test_a_broken_renderer_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is reported, the other files are made, and the exit code is 1. With --strict the run stops."""
    code = "from coprod_content.plugins.renderers import Renderer\nrenderer = 1 / 0\n"
    install(tmp_path, monkeypatch, "clash", code, {"zz": "clash:renderer"})
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "The renderer 'zz' from clash 1.2.3 cannot be imported (ZeroDivisionError" in result.stderr
    assert sorted(os.listdir(tmp_path / "out")) == ["first-steps-handouts.docx", "manifest.json"]
    (failure,) = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["failures"]
    assert failure in result.stderr
    assert result.stdout.splitlines()[-1] == "1 file, 0 cards, 0 findings"
    strict = coprod("pack", "first-steps", "--out", tmp_path / "strict", "--strict")
    assert strict.exit_code == 1
    assert not (tmp_path / "strict").exists()


def test_text_that_does_not_fit_is_reported_and_the_file_not_written(tmp_path: Path) -> None:
    """A sentence too long for a card stops the pack. With --allow-findings the other files are written."""
    card = "postcards/who-decides.yaml"
    small_root(tmp_path / "root", changed(card, "why: ", "why: " + "endless " * 300))
    words = ("pack", "meeting", "--out", tmp_path / "out", "--root", tmp_path / "root")
    result = coprod(*words)
    assert result.exit_code == 1
    assert "who-decides.yaml" in result.stderr
    assert "words too long" in result.stderr
    assert "The pack meeting was not written: " in result.stderr
    assert not (tmp_path / "out").exists()
    result = coprod(*words, "--allow-findings")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith("13 files, 1 card, ")
    assert {path.stem.split("-postcards-")[1] for path in (tmp_path / "out").glob("*-postcards-*.pdf")} == {
        "test-sheet",
        "to-read",
        "tuck-box",
    }


def test_a_font_without_metrics_is_one_line(tmp_path: Path) -> None:
    """The line says where the font is named and what to do, and no file is written."""
    (tmp_path / "brand.yaml").write_text("fonts:\n  office: No Such Font\n")
    result = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path)
    assert result.exit_code == 1
    (said,) = result.stderr.splitlines()
    assert said.startswith(f"{tmp_path}/brand.yaml:2:11: fonts.office: the font 'No Such Font' is not installed.")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """If a file is in the place of the folder, the run ends with one line and exit code 1."""
    (tmp_path / "taken").write_text("x")
    result = coprod("pack", "first-steps", "--out", tmp_path / "taken" / "below")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "taken" in result.stderr
    assert (tmp_path / "taken").read_text() == "x"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full stands for a full disk")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    """The run ends with one line and exit code 1, and no partial file is left."""
    small_root(tmp_path / "root")
    words = f"pack meeting --root {tmp_path / 'root'} --out {tmp_path / 'out'} --access plain"
    limit = f"ulimit -f 1; {sys.executable} -m coprod_content.cli.app {words}"
    script = f"trap '' XFSZ; {limit}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert os.listdir(tmp_path) == ["root"]


def test_an_edited_file_is_replaced_only_on_request(tmp_path: Path, root: Path) -> None:
    """It is named and refused, replaced, or kept beside the new one. The user's own files stay."""
    words = ("pack", "other", "--root", root, "--access", "plain", "--out", tmp_path)
    assert coprod(*words).exit_code == 0
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    deck, sheet = sorted(tmp_path.glob("*deck*"))[0], sorted(tmp_path.glob("*run-sheet*"))[0]
    (tmp_path / "mine.txt").write_text("mine")
    deck.write_text("edited")
    sheet.unlink()
    refused = coprod(*words)
    assert refused.exit_code == 1
    assert f"because 1 file was edited or not made by coprod: {deck.name}. Use --replace" in refused.stderr
    assert (deck.read_text(), sheet.exists()) == ("edited", False)
    kept = coprod(*words, "--keep")
    assert kept.exit_code == 0, kept.output
    beside = f"{deck.stem}-new{deck.suffix}"
    assert f"{deck.name} was edited, so it was kept. The new file is {beside}." in kept.stdout
    assert (deck.read_text(), (tmp_path / beside).read_bytes(), sheet.exists()) == ("edited", made[deck.name], True)
    listed = {each["file"] for each in json.loads((tmp_path / "manifest.json").read_bytes())["files"]}
    assert listed == {*made, beside} - {deck.name, "manifest.json"}
    replaced = coprod(*words, "--replace")
    assert replaced.exit_code == 0
    assert f"{beside} is no longer part of this pack, so it was removed." in replaced.stdout
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {**made, "mine.txt": b"mine"}


def test_a_folder_has_the_pack_of_one_workshop(tmp_path: Path, root: Path) -> None:
    """Another workshop and someone else's manifest are refused. Another access edition is added."""
    ours = ("--root", root)
    words = ("pack", "meeting", *ours, "--access", "plain", "--out", tmp_path)
    assert coprod(*words).exit_code == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    refused = coprod("pack", "other", *ours, "--access", "plain", "--out", tmp_path, "--replace")
    assert (refused.exit_code, refused.stderr.splitlines()[0]) == (
        1,
        f"{tmp_path} contains the pack of 'meeting'. Choose another folder.",
    )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert coprod("build", "handouts", "--to", "plain", "--out", tmp_path / "meeting-handouts-plain.txt").exit_code
    assert coprod("pack", "meeting", *ours, "--access", "easy-read", "--out", tmp_path).exit_code == 0
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert {each["access"] for each in manifest["files"]} == {"plain", "simple-words"}
    for each in manifest["files"]:
        assert each["sha256"] == hashlib.sha256((tmp_path / each["file"]).read_bytes()).hexdigest()
    (tmp_path / "manifest.json").write_text("{}")
    assert "is damaged or not from a pack" in coprod(*words).stderr


def test_one_refused_pack_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """With `--all`, the other packs are written and the exit code is 1."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    (tmp_path / "meeting").write_text("mine")
    result = coprod("pack", "--all", "--out", tmp_path, "--root", root)
    assert result.exit_code == 1
    assert f"{tmp_path / 'meeting'} is not a folder." in result.stderr
    assert (tmp_path / "other" / "manifest.json").is_file()


def test_a_rerun_says_that_it_cleared_what_a_killed_run_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does so before it makes any file, and leaves nothing behind."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    (tmp_path / ".coprod.part" / "new").mkdir(parents=True)
    result = coprod("pack", "first-steps", "--out", tmp_path)
    assert result.stdout.splitlines()[0] == f"An earlier run was interrupted. {tmp_path} was restored."
    assert sorted(os.listdir(tmp_path)) == ["first-steps-handouts.docx", "manifest.json"]


@POSIX
@pytest.mark.parametrize("seconds", [0.5, *(pytest.param(s, marks=pytest.mark.thorough) for s in (0.05, 1.5))])
def test_a_run_can_be_stopped_at_any_moment(seconds: float, tmp_path: Path) -> None:
    """Ctrl-C ends it with one line and exit code 130, and no file is written."""
    command = [sys.executable, "-c", f"{_READY}; main()", "pack", "first-steps", "--out", str(tmp_path / "out")]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout
    assert run.stdout.readline() == "ready\n"
    time.sleep(seconds)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (130, "Stopped. No file was left half-written.\n")
    assert os.listdir(tmp_path) == []


def test_ctrl_c_in_a_callback_that_python_ignores_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python prints and forgets an exception there, so that the command would go on."""

    class Callback:
        def __del__(self) -> None:
            raise KeyboardInterrupt

    def wait() -> None:
        Callback()  # which ends at once
        time.sleep(9)

    monkeypatch.setattr(sys, "unraisablehook", _repeat_interrupt)
    with pytest.raises(KeyboardInterrupt):
        wait()


_READY = "from coprod_content.__main__ import main; print('ready', flush=True)"
