"""Content is checked by composing and fitting every file that contains it."""

from pathlib import Path

import pytest
from tests.support.roots import SMALL, changed, small_root

from coprod_content import Finding, Library, load
from coprod_content.access.access_editions import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_content.packs import content_check
from coprod_content.packs.build import BuiltFile, FileSpec, make
from coprod_content.packs.content_check import content_findings
from coprod_content.plugins.renderers import renderer

TOOL, CARD, ARTICLE = "tools/pairs.yaml", "postcards/who-decides.yaml", "articles/to-read.yaml"


def long(what: str) -> str:
    return f"Every word of this sentence about {what} is needed " * 60


def findings(folder: Path, changes: dict[str, str | bytes | None]) -> tuple[Finding, ...]:
    """Return what is found in the small root with changes."""
    library = load(small_root(folder, changes))
    return content_findings(tuple(library), library, load_brand())


def test_the_small_root_has_no_findings(tmp_path: Path) -> None:
    """Every file of sound content can be made."""
    assert findings(tmp_path, {}) == ()


def test_a_text_too_long_for_its_slide_or_card_is_found_at_its_field(tmp_path: Path) -> None:
    """So it is before any file is made, with its line and column, also in a tool that no workshop uses.

    A person or the planner can use that tool in a workshop of theirs.
    """
    own = SMALL[TOOL].replace("say: Please swap.", f"say: {long('our tool')}").replace("Listen in pairs", "Ours")
    fields = {
        (TOOL, "say: Please swap.", f"say: {long('pairs')}"): "steps[2].say",
        (CARD, "why: Power is seldom named.", f"why: {long('a card')}"): "why",
        ("films/once.yaml", "narration: Once upon a time.", f"narration: {long('a scene')}"): "scenes[1].narration",
        ("diagrams/circles.yaml", "text: All of us.", f"text: {long('a part')}"): "parts[1].text",
    }
    files: dict[str, str | bytes | None] = {"tools/own.yaml": own}
    for change in fields:
        files |= changed(*change)
    found = findings(tmp_path, files)
    assert {each.code for each in found} == {"does-not-fit"}
    assert all(each.where and each.where.line > 1 for each in found)
    seen = {(each.where.file.removeprefix(f"{tmp_path}/"), each.field) for each in found if each.where}
    assert seen == {*((name, field) for (name, _, _), field in fields.items()), ("tools/own.yaml", "steps[2].say")}


def test_two_chapters_of_one_title_are_found(tmp_path: Path) -> None:
    """No reader could tell them apart, and `pack` and `build` refuse them."""
    twice = (
        SMALL[ARTICLE]
        .replace("summary: A text.", "summary: A text.")
        .replace("chapters:\n", "chapters:\n  - title: One\n    body: [{text: Another paragraph.}]\n")
    )
    found = findings(tmp_path, {ARTICLE: twice})
    assert [(each.code, each.field) for each in found] == [("title-duplicate", "chapters[1].title")]


def test_a_check_makes_no_file_to_listen_to(library: Library, brand: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the files with a drawing, only formats that can be inspected are made. Speech would take a minute."""
    asked: list[FileSpec] = []
    nothing = BuiltFile(
        document=Document(title="Nothing", language="en-GB", date="2026-11-30", sections=()),
        renderer="web",
        suffix=".html",
        data=None,
    )
    monkeypatch.setattr(content_check, "make_file", lambda spec, *_: asked.append(spec) or nothing)
    content_findings((library.diagrams["three-circles"],), library, brand)
    suffixes = {renderer(access_edition_named(spec.access).renderer(spec.renderer)).suffix for spec in asked}
    assert ".docx" in suffixes
    assert not suffixes - {".pptx", ".docx", ".pdf", ".html"}


FILM = "films/once.yaml"


def test_signs_that_no_voice_can_say_are_found_at_their_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `build --to audio` would say, a check says first, with the place of each word, and without speaking."""
    files: dict[str, str | bytes | None] = {}
    for change in (
        (TOOL, "say: Please swap.", "say: Please Привет swap."),
        (CARD, "why: Power is seldom named.", "why: Power ≠ money."),
        (FILM, "narration: Once upon a time.", "narration: Once ∑ upon a time."),
    ):
        files |= changed(*change)
    with monkeypatch.context() as nobody_speaks:
        nobody_speaks.setattr("coprod_voice.voice.Popen", None)
        found = findings(tmp_path, files)
    assert {each.code for each in found} == {"unspoken"}
    assert {(Path(each.where.file).name, each.field) for each in found if each.where} == {
        ("pairs.yaml", "steps[2].say"),
        ("who-decides.yaml", "why"),
        ("once.yaml", "scenes[1].narration"),
    }
    library = load(tmp_path)
    built = make("film-handout", "audio", library, load_brand(), ("once",))
    assert [(each.code, each.where) for each in built.findings] == [
        (each.code, each.where) for each in found if each.field == "scenes[1].narration"
    ]


def test_a_language_without_a_voice_gets_one_warning(tmp_path: Path) -> None:
    """All other files can still be made."""
    found = findings(tmp_path, changed("about.yaml", "language: en", "language: cy"))
    (silent,) = (each for each in found if each.code == "no-voice")
    assert silent.level == "warning"
    assert "'cy" in silent.what


def test_long_audio_counts_if_all_of_it_was_checked(tmp_path: Path) -> None:
    """An article that takes more than an hour to listen to is advice, and a guide with one item of theirs is not."""
    many = "".join(
        f"      - text: {' '.join(f'Word {at} of part {part}.' for at in range(70))}\n" for part in range(40)
    )
    article = SMALL[ARTICLE].replace("chapters:\n", f"chapters:\n  - title: Long\n    body:\n{many}", 1)
    found = [each for each in findings(tmp_path, {ARTICLE: article}) if each.code == "long-audio"]
    assert [each.level for each in found] == ["advice"]
