"""The command line: what it makes, what it prints, and how it ends."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.plugins import install, only_in_pack
from tests.support.roots import SMALL, small_root
from typer.testing import CliRunner, Result

from coprod_content import canonical_root
from coprod_content.cli.app import app

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
    "first-steps-postcards-for-a-print-shop.pdf",
    "first-steps-postcards-a4-flip-on-long-edge.pdf",
    "first-steps-postcards-a4-flip-on-short-edge.pdf",
    "first-steps-postcards-a4-test-sheet.pdf",
    "first-steps-postcards-to-read.pdf",
    "first-steps-postcards.html",
}


def coprod(*words: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The pack of first-steps, made once."""
    out = tmp_path_factory.mktemp("pack") / "first-steps"
    return out, coprod("pack", "first-steps", "--out", out)


def test_a_pack_is_made_and_counted(pack: tuple[Path, Result]) -> None:
    """One command makes the fifteen files, prints a line for each, and counts at the end."""
    out, result = pack
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[-1] == "15 files, 24 cards, 0 findings"
    assert {line.split()[0] for line in lines[:-1]} == PACK
    assert {path.name for path in out.iterdir()} == {*PACK, "manifest.json"}


def test_all_packs_are_made_each_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pack --all` makes every workshop's pack in a folder of its own, and counts them."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "--all", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    ids = {path.stem for path in (canonical_root() / "workshops").glob("*.yaml")}
    assert {path.name for path in tmp_path.iterdir()} == ids
    assert result.stdout.splitlines()[-1] == f"{len(ids)} packs"
    assert (tmp_path / "board-session" / "board-session-handouts.docx").is_file()


def test_a_pack_has_the_access_editions_that_were_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--access` may be given more than once; each file has its edition in its name, and the manifest says it."""
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path, "--access", "standard", "--access", "large-print")
    assert result.exit_code == 0, result.output
    files = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert [(file["file"], file["access"]) for file in files] == [
        ("first-steps-handouts.docx", "standard"),
        ("first-steps-handouts-large-print.docx", "large-print"),
    ]


def test_one_file_can_be_made_in_an_access_edition(tmp_path: Path) -> None:
    """`build --access` makes one file; in plain text it is named so, whatever the renderer asked for."""
    named = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.docx", "--access", "plain")
    assert "The renderer 'plain' makes .txt files. Name it words.txt." in named.output
    made = coprod("build", "glossary", "--to", "guide", "--out", tmp_path / "words.txt", "--access", "plain")
    assert made.exit_code == 0, made.output
    assert (tmp_path / "words.txt").read_text().startswith("Glossary of co-production, plain text\n")


@pytest.mark.parametrize("command", [("pack", "first-steps"), ("build", "glossary", "--to", "guide")])
def test_an_unknown_access_edition_is_a_usage_error(command: tuple[str, ...], tmp_path: Path) -> None:
    """A slip costs one line that says the nearest name and where all of them are."""
    result = coprod(*command, "--out", tmp_path / "x.docx", "--access", "large-prnt")
    assert result.exit_code == 2
    assert "Did you mean 'large-print'? `coprod access` lists them." in result.output


def test_access_editions_are_listed() -> None:
    """`coprod access` says what each of them is."""
    lines = coprod("access").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [
        "standard",
        "large-print",
        "high-contrast",
        "easy-read",
        "plain",
        "5",
    ]


def test_what_has_no_simple_words_is_reported_and_says_what_has(tmp_path: Path) -> None:
    """The pack of a workshop without an easy-read text ends with the ids that have one."""
    result = coprod("pack", "half-day", "--out", tmp_path, "--access", "easy-read")
    assert result.exit_code == 1
    assert "The workshop 'half-day' does not have an easy-read text. These do: " in result.output


@pytest.mark.parametrize("words", [["--all", "first-steps"], []])
def test_a_pack_is_of_one_workshop_or_of_all(words: list[str], tmp_path: Path) -> None:
    """Both or neither is a mistake that is told in one line."""
    result = coprod("pack", *words, "--out", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["Name one workshop, or give --all. `coprod list workshops` shows them."]


def test_the_manifest_tells_each_file_and_nothing_of_the_machine(pack: tuple[Path, Result]) -> None:
    """The manifest has the SHA-256, edition, items and sources of each file, and no path of the machine."""
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


def test_the_same_pack_is_the_same_bytes_anywhere(pack: tuple[Path, Result], tmp_path: Path) -> None:
    """Another folder, time zone, hash seed and day give the same files to the byte."""
    out, _ = pack
    env = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-m", "coprod_content.cli.app", "pack", "first-steps", "--out", str(tmp_path / "x")]
    subprocess.run(command, env=env, check=True, capture_output=True, cwd=tmp_path)
    for name in (*PACK, "manifest.json"):
        assert (tmp_path / "x" / name).read_bytes() == (out / name).read_bytes(), name


def test_source_date_epoch_changes_the_files_and_only_by_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH sets the date of a file; two moments of one day give the same bytes."""
    made = []
    for seconds in ("1700000000", "1700000100", "1800000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        out = tmp_path / f"{seconds}.docx"
        assert coprod("build", "handouts", "--to", "guide", "--select", "first-steps", "--out", out).exit_code == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_a_workshop_without_postcards_gets_no_cards(tmp_path: Path) -> None:
    """Power-sharing gets its deck, guide, run sheet and handouts, each with its web page; the sheet also as PDF."""
    result = coprod("pack", "power-sharing", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "9 files, 0 cards, 0 findings"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pack", "fist-steps", "--out", "x"], "'fist-steps'. Did you mean 'first-steps'? `coprod list workshops`"),
        (
            ["build", "dek", "--to", "slides", "--out", "x.pptx"],
            "no edition 'dek'. Did you mean 'deck'? `coprod editions` lists them.",
        ),
        (
            ["build", "deck", "--to", "slids", "--select", "first-steps", "--out", "x.pptx"],
            "no renderer 'slids'. Did you mean 'slides'? `coprod renderers` lists them.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "first-step", "--out", "x.pptx"],
            "no 'first-step'. Did you mean 'first-steps'? `coprod list KIND`",
        ),
        (["build", "deck", "--to", "slides", "--out", "x.pptx"], "needs the id of a workshop. `coprod list workshops`"),
        (
            ["build", "introduction", "--to", "guide", "--select", "world-cafe", "--out", "x.docx"],
            "The edition 'introduction' is always the same. Leave the ids out.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "world-cafe", "--out", "x.pptx"],
            "'world-cafe' is a tool, but this edition is made from workshops.",
        ),
        (
            ["build", "postcards", "--to", "cards", "--select", "world-cafe", "--out", "x.pdf"],
            "'world-cafe' is a tool, but this edition is made from postcards, themes or workshops.",
        ),
        (
            ["build", "deck", "--to", "slides", "--select", "first-steps", "--out", "x.ppt"],
            "makes .pptx files. Name it x.pptx.",
        ),
        (["show", "world-caffe"], "no 'world-caffe'. Did you mean 'world-cafe'?"),
        (["list", "tolls"], "no kind 'tolls'. Did you mean 'tools'?"),
        (["list", "tools", "--theme", "9"], "no theme '9'."),
        (["schema", "tol"], "no schema 'tol'. Did you mean 'tool'?"),
        (["reference", "card", "--out", "x.pptx"], "no renderer 'card'. Did you mean 'cards'?"),
    ],
)
def test_a_wrong_name_is_one_line_and_exit_2(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that does not exist: one line with the nearest match and the command that lists them, exit 2, no file."""
    monkeypatch.chdir(tmp_path)
    result = coprod(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.output
    assert os.listdir(tmp_path) == []


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    """With --debug the error itself comes out."""
    result = coprod("--debug", "show", "nothing-like-it")
    assert result.exception is not None
    assert "nothing-like-it" in str(result.exception)
    assert type(result.exception).__name__ == "Usage"


def test_content_errors_come_all_at_once_with_exit_1(tmp_path: Path) -> None:
    """A root with several faults: each a line with file, line and column, exit 1, nothing written."""
    (tmp_path / "in" / "postcards").mkdir(parents=True)
    card = tmp_path / "in" / "postcards" / "bad.yaml"
    card.write_text("theme: sharing-pwer\nquestion: ''\nwhy: Because.\nmoment: midle\ncolour: red\n")
    result = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path / "in")
    assert result.exit_code == 1
    places = [line.split(": ")[0].rsplit("bad.yaml", 1)[1] for line in result.stderr.splitlines()]
    assert places == [":1:1", ":1:1", ":1:1", ":2:11", ":4:9", ":5:1"]
    assert not (tmp_path / "out").exists()


def test_a_root_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    """A root that is not there, or is a file, is said in one line."""
    result = coprod("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere: there is no such folder." in result.stdout
    (tmp_path / "file").write_text("x")
    assert "is a file, not a folder." in coprod("check", tmp_path / "file").stdout


def test_a_broken_renderer_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A renderer that throws is reported; the other files of the pack are still made; exit 1."""
    code = "from coprod_content.plugins.renderers import Renderer\nrenderer = 1 / 0\n"
    install(tmp_path, monkeypatch, "clash", code, {"zz": "clash:renderer"})
    only_in_pack(monkeypatch, {"guide": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "The renderer 'zz' of clash 1.2.3 cannot be imported (ZeroDivisionError" in result.stderr
    assert sorted(os.listdir(tmp_path / "out")) == ["first-steps-handouts.docx", "manifest.json"]
    (failure,) = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["failures"]
    assert failure in result.stderr
    assert result.stdout.splitlines()[-1] == "1 file, 0 cards, 0 findings"
    strict = coprod("pack", "first-steps", "--out", tmp_path / "strict", "--strict")
    assert strict.exit_code == 1
    assert not (tmp_path / "strict").exists()


def test_text_that_does_not_fit_is_reported_and_the_file_not_written(tmp_path: Path) -> None:
    """Too long a sentence on a card: a finding at its file and no pack; --allow-findings writes the rest; exit 1."""
    shutil.copytree(canonical_root(), tmp_path / "content")
    card = tmp_path / "content" / "postcards" / "who-speaks-first.yaml"
    text = card.read_text(encoding="utf-8").replace("why: >-", "why: >-\n  " + "endless " * 300)
    card.write_text(text, encoding="utf-8")
    words = ("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path / "content")
    result = coprod(*words)
    assert result.exit_code == 1
    assert "who-speaks-first.yaml" in result.stderr
    assert "words too long" in result.stderr
    assert "The pack first-steps was not written: " in result.stderr
    assert not (tmp_path / "out").exists()
    result = coprod(*words, "--allow-findings")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith("12 files, 24 cards, ")
    assert {path.stem.split("-postcards-")[1] for path in (tmp_path / "out").glob("*-postcards-*.pdf")} == {
        "a4-test-sheet",
        "to-read",
    }


def test_a_font_without_metrics_is_one_line(tmp_path: Path) -> None:
    """A brand with a font that cannot be measured says which, and what to install, and writes nothing."""
    (tmp_path / "brand.yaml").write_text("fonts:\n  office: No Such Font\n")
    result = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path)
    assert result.exit_code == 1
    said = "The metrics of 'No Such Font' are not installed. Try: pip install fontpkg-no-such-font"
    assert result.stderr.splitlines() == [said]
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """Where the folder is a file, the run ends with one line and exit 1."""
    (tmp_path / "taken").write_text("x")
    result = coprod("pack", "first-steps", "--out", tmp_path / "taken" / "below")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "taken" in result.stderr
    assert (tmp_path / "taken").read_text() == "x"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full stands for a full disk")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    """When the disk fills, the run ends with one line and exit 1, and nothing half-written is left."""
    limit = f"ulimit -f 8; {sys.executable} -m coprod_content.cli.app pack first-steps --out {tmp_path / 'out'}"
    script = f"trap '' XFSZ; {limit}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert os.listdir(tmp_path / "out") == []


def test_list_filters_and_counts() -> None:
    """`list` prints the items that fit, with their titles, and how many there are."""
    lines = coprod("list", "tools", "--minutes", "20", "--people", "12", "--setting", "online").stdout.splitlines()
    assert lines[-1] == f"{len(lines) - 1} tools"
    assert any(line.startswith("group-agreement ") for line in lines)
    assert not any(line.startswith("world-cafe ") for line in lines)
    assert coprod("list", "tools", "--minutes", "1").stdout == "No tools fit all of that.\n"


def test_list_as_json_is_data() -> None:
    """`list --json` gives id, kind, title and file of each item."""
    rows = json.loads(coprod("list", "postcards", "--theme", "4", "--json").stdout)
    assert len(rows) == 16
    assert all(set(row) == {"id", "kind", "title", "file"} for row in rows)


def test_show_prints_an_item_and_json_of_it() -> None:
    """`show` prints the fields of an item, and with --json its data."""
    said = coprod("show", "group-agreement").stdout
    assert said.startswith("Group agreement  (tool, tools/group-agreement.yaml)")
    assert "Remember a good group" in said
    assert json.loads(coprod("show", "group-agreement", "--json").stdout)["minutes"] == {"least": 20, "most": 60}


def test_check_of_the_canonical_content_is_clean() -> None:
    """`check --strict` has nothing to say of the canonical content."""
    result = coprod("check", "--strict")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith("0 errors, 0 to look at")
    assert result.stdout.splitlines()[1] == "A person must still check:"


def test_check_prints_json_and_annotations(tmp_path: Path) -> None:
    """Findings come as JSON with their places, and as annotations for a CI service."""
    (tmp_path / "postcards").mkdir()
    (tmp_path / "postcards" / "bad.yaml").write_text("theme: 1\n")
    rows = json.loads(coprod("check", tmp_path, "--format", "json").stdout)
    assert {row["code"] for row in rows} == {"missing-key"}
    assert all(row["where"]["line"] == 1 for row in rows)
    said = coprod("check", tmp_path, "--format", "github").stdout
    assert said.startswith("::error file=")
    assert ",line=1,col=1,title=missing-key::audience: is missing. Add it." in said


def test_strict_fails_on_what_is_only_to_look_at(tmp_path: Path) -> None:
    """A folder that nothing reads is a warning: exit 0 without --strict, exit 1 with it."""
    (tmp_path / "tool").mkdir()
    assert coprod("check", tmp_path).exit_code == 0
    strict = coprod("check", tmp_path, "--strict")
    assert strict.exit_code == 1
    assert "this folder is not read. Did you mean 'tools'?" in strict.stdout


def test_check_reports_a_faint_colour(tmp_path: Path) -> None:
    """A brand colour that text cannot be read on is a finding with its line."""
    (tmp_path / "brand.yaml").write_text('palette:\n  theme_1: "#cccccc"\n')
    result = coprod("check", tmp_path)
    assert result.exit_code == 1
    assert "brand.yaml:2:12: palette.theme_1: " in result.stdout
    assert "on paper is 1.61:1. Text needs 4.5:1" in result.stdout


def test_a_new_root_checks_clean_and_builds(tmp_path: Path) -> None:
    """`new root` makes a root that is clean under --strict, and whose workshop packs at once."""
    assert coprod("new", "root", tmp_path / "mine").exit_code == 0
    assert coprod("check", tmp_path / "mine", "--strict").exit_code == 0
    result = coprod("pack", "short-hello", "--out", tmp_path / "out", "--root", tmp_path / "mine")
    assert result.stdout.splitlines()[-1] == "15 files, 1 card, 0 findings", result.output


def test_new_pack_still_makes_a_root_and_says_its_new_name(tmp_path: Path) -> None:
    """A pack is finished files, so the command is called `new root`. The old name works, and says so."""
    result = coprod("new", "pack", tmp_path / "mine")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == ["`coprod new pack` is now `coprod new root`."]
    assert (tmp_path / "mine" / "workshops" / "short-hello.yaml").is_file()
    assert " pack " not in coprod("new", "--help").stdout


def test_a_new_root_never_writes_over_anything(tmp_path: Path) -> None:
    """A folder with something in it is refused."""
    (tmp_path / "file").write_text("mine")
    result = coprod("new", "root", tmp_path)
    assert result.exit_code == 1
    assert "is not empty" in result.stderr
    assert os.listdir(tmp_path) == ["file"]


def test_export_and_schema_write_files(tmp_path: Path) -> None:
    """`export --out` writes one file; `schema --out` writes one for each kind."""
    out = tmp_path / "library.json"
    assert coprod("export", "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == coprod("export").stdout
    assert coprod("schema", "--out", tmp_path / "schemas").exit_code == 0
    assert len(os.listdir(tmp_path / "schemas")) == 15
    assert json.loads(coprod("schema", "tool").stdout)["title"] == "tool"
    assert set(json.loads(coprod("schema").stdout)) >= {"tool", "postcard", "brand"}


def test_editions_lists_each_with_what_it_is_made_from() -> None:
    """`editions` names what can be made and whether something has to be selected."""
    lines = coprod("editions").stdout.splitlines()
    assert lines[-1] == f"{len(lines) - 1} editions"
    assert any(line.startswith("deck ") and line.endswith("(select workshops)") for line in lines)


def test_renderers_lists_each_with_its_package() -> None:
    """`renderers` names what is installed and who brings it."""
    said = coprod("renderers").stdout
    assert "slides " in said
    assert "coprod-content " in said


@pytest.mark.parametrize(("name", "suffix"), [("slides", ".pptx"), ("guide", ".docx")])
def test_a_reference_file_can_be_taken_restyled_and_used(name: str, suffix: str, tmp_path: Path) -> None:
    """`reference` writes the layouts or styles; a brand that names that file makes the same pack from it."""
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


def _before_the_end(result: Result) -> str:
    """The line before the count of items, after which comes only what a person must check."""
    lines = result.stdout.splitlines()
    return lines[lines.index("A person must still check:") - 2]


def test_advice_is_printed_when_asked_for_and_never_fails() -> None:
    """The canonical content is clean under --strict; with --advice there is more to read, and still no failure."""
    plain = coprod("check", "--strict")
    asked = coprod("check", "--strict", "--advice")
    assert plain.exit_code == asked.exit_code == 0
    assert plain.stdout.splitlines()[1] == "A person must still check:"
    assert "by SMOG, and the goal is" in asked.stdout
    assert "A score is a smoke alarm, not proof" in _before_the_end(asked)
    assert any(line.startswith("postcard, participant ") for line in asked.stdout.splitlines())


def test_advice_of_a_root_is_on_that_root_alone(tmp_path: Path) -> None:
    """Whoever checks their own root is told of their own text, as JSON too."""
    assert coprod("new", "root", tmp_path / "mine").exit_code == 0
    tool = tmp_path / "mine" / "tools" / "one-good-thing.yaml"
    tool.write_text(re.sub(r"^title: .*$", "title: Ask the XYZ", tool.read_text(encoding="utf-8"), flags=re.MULTILINE))
    result = coprod("check", tmp_path / "mine", "--strict", "--advice", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [(finding["code"], finding["level"], finding["field"]) for finding in found] == [
        ("acronym", "advice", "title")
    ]


def test_advice_comes_with_the_errors_of_content_that_is_broken(tmp_path: Path) -> None:
    """A workshop whose tool cannot be read, or is not there, is an error like any other when advice is asked for."""
    root = small_root(tmp_path / "mine", {"tools/pairs.yaml": "title: [", "about.yaml": SMALL["about.yaml"]})
    result = coprod("check", root, "--advice")
    assert (result.exit_code, "this is not YAML" in result.output) == (1, True)
    (root / "tools" / "pairs.yaml").unlink()
    assert "there is no tool 'pairs'" in coprod("check", root, "--advice").output


def test_without_pyphen_all_other_advice_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading ages are left out with the command that brings them; in JSON that goes to the other stream."""
    monkeypatch.setitem(sys.modules, "pyphen", None)
    text = coprod("check", "--advice")
    assert text.exit_code == 0
    assert _before_the_end(text) == "Reading ages need Pyphen. Install it with: pip install 'coprod-content[check]'"
    assert "a sentence has" in text.stdout
    result = coprod("check", "--advice", "--format", "json")
    assert {finding["level"] for finding in json.loads(result.stdout)} == {"advice"}
    assert "coprod-content[check]" in result.stderr


def test_coverage_counts_by_theme_and_names_the_gaps() -> None:
    """A column for each theme; the same numbers and gaps as JSON."""
    lines = coprod("coverage").stdout.splitlines()
    themes = json.loads(coprod("coverage", "--json").stdout)
    assert lines[0] == f"{themes[0]['number']}  {themes[0]['title']}"
    row = next(line for line in lines if line.startswith("postcards "))
    assert row.split()[1:] == [str(theme["items"]["postcards"]) for theme in themes]
    assert set(themes[0]) == {"id", "number", "title", "items", "setting", "minutes", "people", "gaps"}
    gaps = sum(len(theme["gaps"]) for theme in themes)
    assert lines[-1] == (f"{gaps} gap" if gaps == 1 else f"{gaps} gaps")
    for theme in themes:
        for gap in theme["gaps"]:
            assert any(line.startswith(f"Theme {theme['number']}: ") and gap in line for line in lines)
