"""`coprod template` says what is made of any template, and never fails with a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from tests.support.command_line import coprod
from tests.support.decks_by_others import built, chinese, no_layouts, repacked
from tests.support.word_templates import WordTemplateParts


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder with a template."""
    monkeypatch.chdir(tmp_path)
    Path("trust.potx").write_bytes(built(str))


def test_the_report_says_what_is_used_and_writes_a_map_once() -> None:
    """The map names the template's layouts. It is never overwritten, and its choices are used."""
    first = coprod("template", "trust.potx")
    assert first.exit_code == 0
    assert "Title Slide" in first.stdout
    assert "instead of" in first.stdout
    text = Path("slides-map.yaml").read_text(encoding="utf-8")
    assert 'cover: "Title Slide"' in text
    changed = text.replace('section: "Section Header"', 'section: "Title Only"')
    Path("slides-map.yaml").write_text(changed, encoding="utf-8")
    second = coprod("template", "trust.potx")
    assert "Title Only (your map)" in second.stdout
    assert Path("slides-map.yaml").read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cover: Tilte Slide", "slides-map.yaml:1:8: cover: the template has no layout called 'Tilte Slide'. Did you"),
        (
            "covr: Title Slide",
            "slides-map.yaml:1:7: covr: 'covr' is not a purpose that a layout can have. Did you mean 'cover'?",
        ),
        ("content: Blank", "slides-map.yaml:1:10: content: the layout 'Blank' has no placeholder for a title."),
        ("cover: Tilte: Slide", "slides-map.yaml:1:8: cover: the template has no layout called 'Tilte: Slide'."),
        (
            "closing: Title Slide",
            "slides-map.yaml:1:10: closing: the layout 'Title Slide' has too little room for a list",
        ),
        ("picture: Title Slide", "the layout 'Title Slide' does not have exactly one placeholder for a picture."),
        ("- cover", "a template map has a line such as"),
        ('cover: "[', "this is not YAML"),
        ('cover: [\nsection: "Blank"\ncontent: "Blank"', "Close the bracket that opens on line 1"),
        ("cover: {Title Slide  # the first", "this is not YAML"),
        ("cover: [Draft]", "slides-map.yaml:1:8: cover: the template has no layout called '[Draft]'"),
    ],
)
def test_a_map_that_cannot_be_used_is_one_line_with_its_place(line: str, said: str) -> None:
    """The line names the file, the line and the column, and what to write instead."""
    Path("slides-map.yaml").write_text(f"{line}\n", encoding="utf-8")
    result = coprod("template", "trust.potx")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert said in result.stderr


def test_every_fault_of_a_map_is_reported_at_once() -> None:
    """A person corrects the map in one go."""
    lines = ("covr: Blank", "section: Blnk", "content: Blank", "closing: Title Only", "cover: [Blank]")
    Path("slides-map.yaml").write_text("\n".join(lines), encoding="utf-8")
    found = coprod("template", "trust.potx").stderr.splitlines()
    assert [line.split(":")[1] for line in found] == ["1", "2", "3", "4", "5"]


def test_names_in_a_map_need_no_quotation_marks() -> None:
    """Signs that have a meaning in YAML are part of a layout's name, and curly quotation marks are read as straight."""

    def renamed(deck: Any) -> None:
        for layout, name in zip(deck.slide_layouts, ("Start: #1", "Part #2 # new", "* Text"), strict=False):
            layout.name = name

    Path("trust.potx").write_bytes(built(renamed))
    lines = (
        "cover: Start: #1  # the first",
        "section: \u201cPart #2 # new\u201d",
        "content: * Text",
        "closing: '* Text'",
    )
    Path("slides-map.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert coprod("template", "trust.potx").stdout.count("(your map)") == 4


def test_a_second_template_in_the_folder_has_a_map_of_its_own() -> None:
    """The map of the first is not applied to it, and stays as it is."""
    coprod("template", "trust.potx")
    first = Path("slides-map.yaml").read_bytes()
    Path("other.potx").write_bytes(built(chinese))
    result = coprod("template", "other.potx")
    assert result.exit_code == 0
    assert "is the map of trust.potx" in result.output
    assert "layout of other.potx" in Path("other-slides-map.yaml").read_text(encoding="utf-8")
    assert Path("slides-map.yaml").read_bytes() == first
    Path("letter.dotx").write_bytes(WordTemplateParts().data())
    assert "map" not in coprod("template", "letter.dotx").output


@pytest.mark.parametrize("name", ["corrupt.potx", "missing.potx", "notes.txt", "empty.docx"])
def test_what_is_no_template_is_refused_in_one_line(name: str) -> None:
    """The line names the file and says what to do."""
    if not name.startswith("missing"):
        Path(name).write_bytes(b"" if name.startswith("empty") else b"PK not a package")
    result = coprod("template", name)
    lines = f"{result.stdout}{result.stderr}".splitlines()
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert any(name in line for line in lines)


def test_a_page_is_made_although_nobody_has_the_font() -> None:
    """The text of its pictures is measured in a wide font."""
    data = repacked(built(str), lambda _, part: part.replace(b'typeface="Calibri"', b'typeface="Hausschrift Neu"'))
    Path("house.pptx").write_bytes(data)
    made = coprod("template", "house.pptx", "--html", "report.html")
    assert made.exit_code == 0, made.stderr
    assert "Hausschrift Neu" in made.stdout
    assert "<svg" in Path("report.html").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_the_report_as_json_and_as_a_page() -> None:
    """The page is in one file, and the preview has at least six slides."""
    Path("strange.pptx").write_bytes(built(lambda deck: (chinese(deck), no_layouts(deck))))
    report = json.loads(coprod("template", "strange.pptx", "--json").stdout)
    assert report["usable"]
    assert {role["how"] for role in report["roles"]} == {"composed"}
    made = coprod("template", "trust.potx", "--html", "report.html", "--preview", "preview.pptx")
    assert made.exit_code == 0, made.stderr
    page = Path("report.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "://" not in page.replace("http://www.w3.org", "")
    assert len(Presentation("preview.pptx").slides) >= 6
