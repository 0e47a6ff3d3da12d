"""`coprod check FILE` checks one content file."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import SMALL, TOOL, changed, small_root, written

from coprod_content import canonical_root, load
from coprod_content.content.kinds import KINDS
from coprod_content.files.item_file import kind_by_fields
from coprod_content.files.yaml_reader import read_yaml
from coprod_content.planner.workshop_file import workshop_text


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that the paths in messages are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_in_a_content_root_is_checked_with_its_root() -> None:
    """Only findings about this file are printed, and its references to the rest of its root are known."""
    small_root(Path("content"), {"tools/broken.yaml": "title: x\n"})
    ran = coprod("check", "content/tools/pairs.yaml")
    assert (ran.exit_code, ran.output.splitlines()[0]) == (0, "1 item, 0 errors, 0 to look at")
    ran = coprod("check", "content/tools/broken.yaml")
    assert ran.exit_code == 1
    assert all(line.startswith("content/tools/broken.yaml:1:1: ") for line in ran.output.splitlines()[:3])
    ran = coprod("check", "content/terms.yaml")
    assert ran.output.startswith("2 items, 0 errors")


def test_a_file_of_an_overlay_is_checked_over_the_canonical_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """A root without `about.yaml` adds to the canonical content, also if it is the working folder."""
    tool = (canonical_root() / "tools" / "fishbowl.yaml").read_text(encoding="utf-8")
    root = written(Path("ours"), {"tools/our-bowl.yaml": tool.replace("theme: ", "theme: x-", 1)})
    ran = coprod("check", "ours/tools/our-bowl.yaml")
    assert ran.exit_code == 1
    assert "ours/tools/our-bowl.yaml" in ran.output
    assert "there is no theme 'x-" in ran.output
    monkeypatch.chdir(root / "tools")
    assert coprod("check", "our-bowl.yaml").output.startswith("our-bowl.yaml:")


def test_a_file_outside_any_root_is_checked_by_its_fields() -> None:
    """A planned workshop can be checked before it is made into a pack."""
    text = workshop_text(load().workshops["first-steps"])
    Path("thursday.yaml").write_text(text, encoding="utf-8")
    assert coprod("check", "thursday.yaml").output.startswith("1 item, 0 errors, 0 to look at\n")
    Path("thursday.yaml").write_text(text.replace("minutes: 90", "minutes: 95", 1), encoding="utf-8")
    ran = coprod("check", "thursday.yaml")
    assert ran.exit_code == 1
    assert "the agenda adds up to 90 minutes, but the workshop lasts 95." in ran.output


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        ("mine/postcard/hope.yaml", "Did you mean 'postcards'?"),
        ("mine/Postcards/hope.yaml", "Did you mean 'postcards'?"),
        ("mine/postcards/new/hope.yaml", "Move it to postcards/."),
        ("content/hope.yaml", "It looks like a postcard. Move it to postcards/hope.yaml."),
        ("content/cards/hope.yaml", "Did you mean 'postcards'?"),
        ("hope.yaml", ""),
        ("drafts/hope.yaml", ""),
    ],
)
def test_a_file_that_its_root_ignores_is_reported(file: str, advice: str) -> None:
    """A valid file in the wrong place would be missing from every pack."""
    small_root(Path("content"))
    card = SMALL["postcards/who-decides.yaml"].replace("Who decides here?", "Who hopes?").replace("To read", "Hope")
    written(Path(), {file: card})
    ran = coprod("check", "content", file)
    said = f"{file}: this file is not read. {advice}\n" if advice else ""
    assert (ran.exit_code, ran.output.partition("1 item")[0]) == (0, said)


def test_a_file_with_a_character_that_no_font_has_fails_as_its_root_does() -> None:
    """Otherwise `check FILE` would pass a card that `pack` refuses."""
    small_root(Path("content"), changed("postcards/who-decides.yaml", "Silence.", "\U00013080"))
    for path in ("content", "content/postcards/who-decides.yaml"):
        ran = coprod("check", path)
        assert ran.exit_code == 1
        assert ran.output.startswith("content/postcards/who-decides.yaml:5:13: listen_for: no available font has")


def test_a_file_can_be_checked_over_other_roots() -> None:
    """Roots named beside the file take the place of the canonical content."""
    small_root(Path("content"))
    Path("mine.yaml").write_text(TOOL.replace("Listen in pairs", "Ours"), encoding="utf-8")
    assert "there is no theme 'sharing'" in coprod("check", "mine.yaml").output
    assert coprod("check", "content", "mine.yaml").output.startswith("1 item, 0 errors, 0 to look at\n")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.one_file], ids=lambda kind: kind.name)
def test_the_kind_of_every_canonical_file_follows_from_its_fields(kind) -> None:
    """No file of one kind is taken for another."""
    for file in (canonical_root() / kind.plural).glob("*.yaml"):
        assert kind_by_fields(read_yaml(file, file.name).value) is kind, file.name


@pytest.mark.parametrize("text", ["", "- a\n", "colour: red\nsize: 4\ntitle: x\n", "a: [", "a: &b 1\n"])
def test_a_file_of_no_kind_is_an_error(text: str) -> None:
    """It is reported at its place, without a traceback."""
    Path("what.yaml").write_text(text, encoding="utf-8")
    ran = coprod("check", "what.yaml")
    assert ran.exit_code == 1
    assert ran.output.startswith("what.yaml")
    assert "Traceback" not in ran.output


def test_a_missing_file_is_an_error() -> None:
    """A mistyped name is not taken for a content root."""
    ran = coprod("check", "thursdy.yaml")
    assert ran.exit_code == 1
    assert ran.output.startswith("thursdy.yaml: cannot be read: No such file or directory.")


def test_brand_advice_and_reading_ages_are_limited_to_the_file() -> None:
    """A brand is checked by its name, and `--advice` advises on the items of the file alone."""
    written(Path("ours"), {"brand.yaml": 'palette:\n  brand: "#ffffff"\n'})
    ran = coprod("check", "ours/brand.yaml")
    assert ran.exit_code == 1
    assert ran.output.startswith("ours/brand.yaml:")
    ran = coprod("check", "--advice", canonical_root() / "tools" / "fishbowl.yaml")
    assert ran.exit_code == 0
    assert "postcard" not in ran.output
    assert "tool, facilitator" in ran.output
