"""Copies of library items are brought up to date, and what was changed in them is kept."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.command_line import coprod
from tests.support.roots import POSTCARD, SMALL, TERMS, TOOL, small_root, written

from coprod_content.loading import examine

NEW_TOOL = (
    TOOL.replace("Listen in pairs", "Listen well in pairs")
    .replace("[Chairs]", "[Chairs, Tables]")
    .replace("Please swap.", "Please swap now.")
    .replace("Hear each other.", "Hear each other out.")
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `old`, a library, `new`, a later one, and `mine`, with two copies and an amend file."""
    monkeypatch.chdir(tmp_path)
    small_root(Path("old"))
    terms = TERMS.replace("It is short.", "It is quick.")
    question = POSTCARD.replace("Who decides here?", "Who decides in here?")
    small_root(Path("new"), {"tools/pairs.yaml": NEW_TOOL, "terms.yaml": terms, "postcards/who-decides.yaml": question})
    for id_ in ("pairs", "staff"):
        assert coprod("adopt", id_, "--into", "mine", "--root", "old").exit_code == 0
    written(Path("mine"), {"amend/who-decides.yaml": "question: Who decides, then?\n"})
    coprod("upgrade", "mine", "--root", "old")


def _files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("mine").rglob("*") if path.is_file()}


def _changed(old: str, new: str, name: str = "mine/tools/pairs.yaml") -> None:
    path = Path(name)
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_adopt_copies_an_item_as_it_is_once() -> None:
    """The copy has the library's bytes, a term is copied out of its shared file, and a second copy is refused."""
    assert Path("mine/tools/pairs.yaml").read_bytes() == Path("old/tools/pairs.yaml").read_bytes()
    assert "Staff" in Path("mine/terms.yaml").read_text()
    assert "Carer" not in Path("mine/terms.yaml").read_text()
    library, findings = examine("old", "mine")
    assert library
    assert not findings
    assert library.tools["pairs"].changed_from
    for words, message in (
        (("pairs",), "'pairs' is already in mine/tools/pairs.yaml. Change it there."),
        (("who-decides",), "mine/amend/who-decides.yaml amends 'who-decides'. Add your changes there"),
        (("pears",), "Did you mean 'pairs'?"),
    ):
        refused = coprod("adopt", *words, "--into", "mine", "--root", "old")
        assert refused.exit_code
        assert message in refused.stderr
    assert "is not a content root. Name yours with --into" in coprod("adopt", "handbook", "--root", "old").stderr


def test_adopt_copies_the_video_of_a_film() -> None:
    """The copy of a film is complete: its sign language video comes along."""
    signed = SMALL["films/once.yaml"] + "sign_video: {file: a.mp4, credit: Ada, consent: Ada agreed.}\n"
    small_root(Path("old"), {"films/once.yaml": signed, "films/a.mp4": b"\0\0\0\x18ftypmp42"})
    assert coprod("adopt", "once", "--into", "mine", "--root", "old").exit_code == 0
    assert Path("mine/films/a.mp4").read_bytes() == Path("old/films/a.mp4").read_bytes()
    assert examine("old", "mine")[1] == ()


def test_an_upgrade_takes_keeps_and_asks() -> None:
    """Changes of the library are taken beside ours, with our comments. What both changed waits, and exits with 3."""
    _changed("title: Listen in pairs\n", "# Our copy\r\ntitle: Listen in pairs\n")
    _changed("[Chairs]", "[Chairs, Our kit]  # room 2")
    _changed("Hear each other.", "Hear.")
    before = _files()
    dry = coprod("upgrade", "mine", "--root", "new", "--dry-run", "--report", "html")
    assert (dry.exit_code, _files()) == (3, before)
    assert "Hear each other out." in Path("upgrade-report.html").read_text(encoding="utf-8")
    done = coprod("upgrade", "mine", "--root", "new")
    assert done.exit_code == 3
    text = Path("mine/tools/pairs.yaml").read_text()
    for part in ("# Our copy", "well in pairs", "[Chairs, Tables, Our kit]  # room 2", "swap now.", "purpose: Hear.\n"):
        assert part in text
    assert "It is quick." in Path("mine/terms.yaml").read_text()
    for line in (
        "  Taken from the library: title.\n    Before: Listen in pairs\n    Now: Listen well in pairs\n",
        "    Swap, say, now: Please swap now.\n",
        "  Changed in the library and here: purpose. Not decided, so yours stays for now.\n",
        "amend/who-decides.yaml\n  The library has changed a text that you replaced: question.\n",
        "3 items compared, 4 changes taken from the library, 1 to decide.\n",
    ):
        assert line in done.stdout
    assert "0 changes taken from the library, 1 to decide" in coprod("upgrade", "mine", "--root", "new").stdout
    decided = coprod("upgrade", "mine", "--root", "new", "--theirs")
    assert (decided.exit_code, "1 change taken from the library.\n" in decided.stdout) == (0, True)
    assert "purpose: Hear each other out.\n" in Path("mine/tools/pairs.yaml").read_text()
    assert coprod("upgrade", "mine", "--root", "new").exit_code == 0


def test_undo_restores_the_bytes_and_refuses_after_an_edit() -> None:
    """`--undo` undoes one upgrade after the other, and nothing if a file was edited since."""
    _changed("\n", "\r\n")
    _changed("title", "\ufefftitle")
    before = _files()
    assert coprod("upgrade", "mine", "--root", "new").exit_code == 0
    assert Path("mine/tools/pairs.yaml").read_bytes().startswith(b"\xef\xbb\xbftitle: Listen well in pairs\r\n")
    _changed("Please swap now.", "Swap!")
    refused = coprod("upgrade", "mine", "--undo")
    assert refused.exit_code == 1
    assert (
        "these files have been edited since the last change: tools/pairs.yaml. Undo those edits first" in refused.stderr
    )
    _changed("Swap!", "Please swap now.")
    assert coprod("upgrade", "mine", "--undo").exit_code == 0
    assert _files() == before


def test_people_are_asked_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer decides a conflict, an unknown one is asked again, and the end of input leaves the rest open."""
    _changed("Hear each other.", "Hear.")
    _changed("Please swap.", "Swap!")
    answers = iter(["what?", "l"])

    def answer(_: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            _changed("[Chairs]", "[Stools]")  # in an editor, while the command waits
            raise EOFError from None

    monkeypatch.setattr("coprod_content.cli.editing.upgrade._at_a_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    done = coprod("upgrade", "mine", "--root", "new")
    assert done.exit_code == 3
    text = Path("mine/tools/pairs.yaml").read_text()
    assert "purpose: Hear each other out.\n" in text
    assert "say: Swap!" in text
    assert "materials: [Stools]" in text


def test_an_older_copy_is_matched() -> None:
    """A copy without a stamp is compared with an older library, or from now on."""
    Path("mine/.coprod/base/pairs.json").write_text("{}")
    _changed("[Chairs]", "[Stools]")
    said = coprod("upgrade", "mine", "--root", "new", "--dry-run").stdout
    assert "It replaces an item of the library, but there is no record of the version that it was copied from." in said
    assert coprod("upgrade", "mine", "--root", "new", "--was", "old", "--ours").exit_code == 0
    assert "Listen well in pairs" in Path("mine/tools/pairs.yaml").read_text()
    Path("mine/.coprod/base/staff.json").unlink()
    assert coprod("upgrade", "mine", "--root", "new", "--match").exit_code == 0
    assert "no stamp" not in coprod("upgrade", "mine", "--root", "new").stdout


def test_items_that_the_library_removed_or_renamed_are_reported() -> None:
    """A copy stays, and a new item with the same fields is named."""
    small_root(Path("new"), {"tools/pairs.yaml": None, "tools/two-by-two.yaml": NEW_TOOL})
    Path("new/tools/pairs.yaml").unlink()
    said = coprod("upgrade", "mine", "--root", "new")
    assert "The library no longer has this item. It is probably 'two-by-two' now." in said.stdout
    assert said.exit_code == 0
    Path("mine/tools/pairs.yaml").rename("mine/tools/two-by-two.yaml")
    Path("mine/.coprod/base/pairs.json").rename("mine/.coprod/base/two-by-two.json")
    assert coprod("upgrade", "mine", "--root", "new").exit_code == 0
    assert "Listen well in pairs" in Path("mine/tools/two-by-two.yaml").read_text()


def test_an_amend_file_that_no_longer_fits_is_reported() -> None:
    """A step that the library renamed is named, with the place in the amend file."""
    Path("mine/tools/pairs.yaml").unlink()
    written(Path("mine"), {"amend/pairs.yaml": "steps: {Swap: {say: Swap!}}\n"})
    coprod("upgrade", "mine", "--root", "old")
    written(Path("new"), {"tools/pairs.yaml": NEW_TOOL.replace("title: Swap", "title: Trade")})
    said = coprod("upgrade", "mine", "--root", "new").stdout
    assert "It no longer fits the library. mine/amend/pairs.yaml:1:9: steps.Swap: there is no entry 'Swap'" in said


def test_a_broken_root_is_not_upgraded() -> None:
    """Every problem is listed, and nothing is written. A field can have a new type in the library."""
    _changed("minutes: {least: 10, most: 30}", "minutes: {least: ten, most: 30}")
    written(Path("mine"), {"tools/half.yaml": "title: [", "amend/carer.yaml": "meaning: &a Us.\n"})
    before = _files()
    refused = coprod("upgrade", "mine", "--root", "new")
    assert (refused.exit_code, _files()) == (1, before)
    assert "tools/half.yaml:" in refused.stderr
    Path("mine/tools/half.yaml").unlink()
    refused = coprod("upgrade", "mine", "--root", "new")
    assert "minutes.least: expected a whole number" in refused.stderr
    assert "the anchor '&a' is not allowed" in refused.stderr


def test_a_field_whose_type_changed_in_the_library_is_upgraded() -> None:
    """A copy that is no longer valid because its library was different gets the new form."""
    small_root(Path("older"), {"tools/pairs.yaml": TOOL.replace("{least: 10, most: 30}", '"30"')})
    assert coprod("adopt", "pairs", "--into", "other", "--root", "older").exit_code == 0
    assert coprod("upgrade", "other", "--root", "new").exit_code == 0
    assert "minutes: {least: 10, most: 30}" in Path("other/tools/pairs.yaml").read_text()
    refused = coprod("upgrade", "nowhere", "--root", "new")
    assert "there is no such folder" in refused.stderr


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=4)
@given(seed=st.integers(0, 10**6))
def test_random_edits_of_the_copy_survive(seed: int) -> None:
    """Lines that were changed here are still there after an upgrade, which is undone to the byte."""
    random, path = Random(seed), Path("mine/tools/pairs.yaml")
    lines = Path("old/tools/pairs.yaml").read_text().splitlines()
    for number in random.sample(range(len(lines)), 3):
        if lines[number].endswith("."):
            lines[number] += f" Ours {number}."
        lines.insert(number, f"# note {number}") if not lines[number].startswith(" ") else None
    path.write_text("\n".join(lines) + "\n")
    before = _files()
    assert coprod("upgrade", "mine", "--root", "new").exit_code in (0, 3)
    text = path.read_text()
    assert all(line.strip() in text for line in lines if "Ours" in line or "# note" in line)
    assert coprod("upgrade", "mine", "--undo").exit_code == 0
    assert _files() == before
