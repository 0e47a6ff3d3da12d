"""Messages about content files say exactly what is wrong and what to do."""

from pathlib import Path

import pytest
from attrs import fields_dict
from tests.support.platforms import POSIX

from coprod_content.brand.brand import Brand, Palette
from coprod_content.content import field_types
from coprod_content.content.model import Prompt
from coprod_content.content.source import Source, display_path
from coprod_content.files.content_root import ContentRoot, read_root, root_fault
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import problems
from coprod_content.files.item_file import read_item_file
from coprod_content.files.root_files import FOLDERS, file_fault, path_finding, unread_in_root
from coprod_content.files.text_file import LARGEST_FILE, LARGEST_TEXT, UnreadableFile, decode_utf8
from coprod_content.files.yaml_errors import _OTHER
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.findings.finding import Place

SHORT = ("too-long", "the text is 301 characters long. The limit is 300.", "Shorten it, or split it.")
QUOTES = "If it is meant to be text, put quotes round it."
DAY = 'For example: "2026-11-23".'
BRAND_STOCKS = fields_dict(Brand)["stocks"].type
COLOUR = "expected a colour such as #005eb8 or #05b"
YAML_ADVICE = [
    ("a:\n\tb: c", "Use spaces instead of tabs."),
    ("a: 'One' two", "If only part of the text is in quotes, put the other kind of quotes round all of it."),
    ('a: "C:\\data"', "Use single quotes for text that contains a backslash."),
    ("a: [one, two\nb: c", "Close each bracket, or put quotes round the text."),
    ("a: @home", "Put quotes round text that starts with a symbol."),
    ("a: [one] two", "Put quotes round text that starts with a symbol."),
    ("a: - b", "Write each entry of a list on a separate line."),
    ("a: b\nc:d\ne: f", "Put a space after the colon of a key."),
    ("a: b: c", "Put quotes round text that contains ': '."),
    ("a: b\n c\n# d\n e", "Move the comment out of the text."),
    ("a: 'one\nb: c", "Close the quotes that open on line 1."),
    ("a: b\n  c: d\n e: f\n", _OTHER),
]
VALUES = [
    ("x" * 301, field_types.Line, SHORT),
    ("- one", field_types.Line, ("fake-list", "the text starts with a typed bullet, found '- one'.",
     "Delete the bullet. Write each entry of a list on a separate line.")),
    ({}, field_types.Line, ("text", "expected text, found keys and values.", QUOTES)),
    (["a"], field_types.Line, ("text", "expected text, found a list.",
     "Write one piece of text here, without '- ' or '[' before it.")),
    (None, field_types.Line, ("text", "expected text, found nothing.", QUOTES)),
    (2**40, field_types.Line, ("text", "expected text, found a very large number.", QUOTES)),
    (10**9, field_types.Line, ("text", "expected text, found 1000000000.", QUOTES)),
    (" ", field_types.Line, ("empty", "expected text, found nothing.",
     "Write some text, or delete the line if the field is optional.")),
    ("\u200b", field_types.Line, ("empty",
     "expected text, found only the invisible character U+200B (zero width space).",
     "Write some text, or delete the line if the field is optional.")),
    ("a\u200bb", field_types.Line, ("control-character",
     "the text contains the invisible character U+200B (zero width space).",
     "Delete it. It is often left over from copying and pasting.")),
    ("z" + 6 * "\u0323", field_types.Line, ("control-character", "the text has a letter with more than 4 accents.",
     "Delete some of the accents. They would cover the lines above and below.")),
    ("1e3", field_types.Units, ("number", "expected a number from -1000 to 1000, found '1e3'.", "Write digits.")),
    ("481", field_types.Minutes, ("number", "expected a whole number from 1 to 480 minutes, found 481.",
     "Write digits, for example 45.")),
    ("1799", field_types.Year, ("number", "expected a whole number from 1800 to 2100, found 1799.",
     "Write digits, for example 2016.")),
    ("24:00", field_types.Clock, ("form", "expected a time of day from 00:00 to 23:59, found '24:00'.",
     'For example: "10:00".')),
    ("A b", field_types.Slug, ("form",
     "expected an id of lower-case letters, digits, hyphens and underscores, found 'A b'.", "For example: a-b.")),
    ("nul", field_types.Slug, ("file-name",
     "'nul' cannot be an id, because some computers or websites reserve this name.", "For example: our-nul.")),
    ("23.11.2026", field_types.Day, ("form", "expected a date in the form year-month-day, found '23.11.2026'.", DAY)),
    ("2026-02-29", field_types.Day, ("form", "expected a real calendar date, found '2026-02-29'.", DAY)),
    ("005EB8", Palette.__annotations__["brand"], ("form", f"{COLOUR}, found '005EB8'.",
     'Write it in quotes, for example "#005eb8".')),
    ("05b", Palette.__annotations__["brand"], ("form", f"{COLOUR}, found '05b'.",
     'Write it in quotes, for example "#05b".')),
    ("blue", Palette.__annotations__["brand"], ("form", f"{COLOUR}, found 'blue'.",
     'Write it in quotes, for example "#005eb8".')),
    ("", Palette.__annotations__["brand"], ("form", f"{COLOUR}, found nothing.",
     'Put the colour in quotes, for example "#005eb8". Without them, everything after # is a comment.')),
    ("ftp://a.uk", field_types.Url, ("link",
     "the link does not start with https:, http:, mailto: or tel:, found 'ftp://a.uk'.",
     "Write it as https://www.example.org/page.")),
    (["a"], field_types.ToolId, ("text", "expected the id of a tool, found a list.",
     "`coprod list tools` shows the ids.")),
    ("perhaps", bool, ("choice", "expected yes or no, found 'perhaps'.", "Write yes or no.")),
    ("a", Prompt, ("mapping", "expected keys and values, found 'a'.", "The keys are: text, lines.")),
    ({"file": "a"}, Source, ("mapping", "expected two keys, 'file' and 'within', found keys and values.",
     "Write each key on a separate line, with a colon and its value after it.")),
    ("a", BRAND_STOCKS, ("mapping", "expected ids, each with keys and values below it, found 'a'.",
     "Write each key on a separate line, with a colon and its value after it.")),
    ({"a": {"id": "b"}}, BRAND_STOCKS, ("unknown-key", "the id is already given by the key 'a'.", "Delete this line.")),
    ("a", tuple[field_types.Line, ...],
     ("list", "expected a list, found 'a'.", "Start each entry on a new line with '- '.")),
    ([], tuple[field_types.Line, ...],
     ("empty", "expected a list, found an empty one.", "Add an entry, or delete the key.")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fix"), YAML_ADVICE)
def test_advice_on_yaml_suits_the_mistake(text: str, fix: str) -> None:
    """Each common mistake has its own advice, and anything else a general one."""
    with pytest.raises(UnreadableFile) as caught:
        parse_yaml(text, "x.yaml")
    assert (caught.value.finding.code, caught.value.finding.fix) == ("not-yaml", fix)
    assert caught.value.finding.what.startswith("this is not YAML: ")


@pytest.mark.parametrize(
    ("value", "type_", "expected"), VALUES, ids=[f"{each[2][0]}-{at}" for at, each in enumerate(VALUES)]
)
def test_a_value_that_a_field_does_not_accept_is_explained(
    value: object, type_: object, expected: tuple[str, str, str]
) -> None:
    """The message has a code, what was found and what to write instead."""
    with pytest.raises(Exception) as caught:  # cattrs raises groups, single fields FieldError
        CONVERTER.structure(value, type_)
    (problem,) = problems(caught.value)
    assert (problem.code, problem.what, problem.fix) == expected


@pytest.mark.parametrize(
    ("text", "most", "code", "what", "fix"),
    [
        ("a: *b", None, "alias", "the alias '*b' is not allowed.", "Write the text out in full."),
        ("a: &b c", None, "anchor", "the anchor '&b' is not allowed.", "Delete it."),
        ("a: !b c", None, "tag", "the tag '!b' is not allowed.", "Delete the tag. The type of each field is fixed."),
        ("? [a]\n: b", None, "key", "a key must be plain text.", "Write the key as plain text before the colon."),
        ("&a b: c", None, "key", "the key starts with '&'.", "Delete '&' and the word after it."),
        ("!a b: c", None, "key", "the key starts with '!'.", "Delete '!' and the word after it."),
        ("<<: b", None, "merge-key", "the merge key '<<' is not allowed.", "Write the fields out in full."),
        ("a: b\na: c", None, "duplicate-key", "the key 'a' is already on line 1.", "Keep one of the two."),
        ('"a\\u0007": b', None, "control-character", "the key contains the control character U+0007.",
         "Delete that character from the key."),
        ('a: "b\\nc"', None, "escape",
         "'\\n' in double quotes does not mean a backslash and a letter. It would be printed as a space.",
         "Use single quotes, or write the backslash twice. If you want a space, type a space."),
        ("a: [b, c, d]", 4, "too-many", "the file has more than 4 values.", "Remove some of them."),
        ("a: \x07", None, "control-character", "the file contains the control character U+0007.",
         "Delete it. It is often left over from copying and pasting from another document."),
    ],
)  # fmt: skip
def test_yaml_that_content_does_not_need_is_explained(
    text: str, most: int | None, code: str, what: str, fix: str
) -> None:
    """A finding is the same whether the file can be read or not."""
    try:
        (finding, *_) = parse_yaml(text, "x.yaml", most).findings
    except UnreadableFile as error:
        finding = error.finding
    assert (finding.code, finding.what, finding.fix) == (code, what, fix)


def test_the_limit_of_values_counts_every_value() -> None:
    """A file with as many values as the limit is read."""
    assert parse_yaml("a: [b, c, d]", "x.yaml", 5).findings == ()


def test_a_file_that_cannot_be_decoded_is_explained() -> None:
    """The limit is inclusive, a byte-order mark is dropped, and the place counts letters."""
    assert decode_utf8(b"\xef\xbb\xbf" + b"x" * (LARGEST_TEXT - 3), "x.yaml") == "x" * (LARGEST_TEXT - 3)
    with pytest.raises(UnreadableFile) as large:
        decode_utf8(b"x" * (LARGEST_TEXT + 1), "x.yaml")
    assert str(large.value) == (
        "x.yaml: has more than 1 MiB of text, the limit for a file. Shorten it, or split it into several files."
    )
    photo = b"/9j/" + b"A" * LARGEST_TEXT
    assert decode_utf8(b"x" * (LARGEST_TEXT - 1) + b" " + photo, "x.yaml").endswith("A")
    with pytest.raises(UnreadableFile):
        decode_utf8(b"x" * LARGEST_TEXT + b" " + photo, "x.yaml")
    with pytest.raises(UnreadableFile, match="larger than 6 MiB, the limit for a file with photos"):
        decode_utf8(b"/9j/" + b"A" * LARGEST_FILE, "x.yaml")
    with pytest.raises(UnreadableFile) as latin:
        decode_utf8("é\nüé".encode() + b"\xe9", "x.yaml")
    assert str(latin.value) == "x.yaml:2:3: is not UTF-8 text. Save the file again as UTF-8."


FILES = {
    "tools/a.yaml": "- a",
    "tools/b.yaml": "",
    "tools/b.yml": "",
    "tools/More/c.yaml": "",
    "tools/字.txt": "",
    "terms.yaml": "- a",
    "retire.yaml": "retire: a",
    "zzzzzz/a.txt": "",
    "aaaaaa.yaml": "b: c",
    "slides-map.yaml": "cover: Title Slide\nclosing: composed",
    "My notes.yaml.txt": "b: c",
    "THUMBS.DB": "",
    "licence.txt": "b: c",
    "tools/CHANGELOG.txt": "",
}
FINDINGS = [
    ("My notes.yaml.txt", "unknown-file", "warning", "this file is not read.",
     "Rename it to my-notes.yaml, and move it to the folder for its kind."),
    ("aaaaaa.yaml", "unknown-file", "warning", "this file is not read.", "Move it to the folder for its kind."),
    ("retire.yaml", "mapping", "error", "expected one key, retire, with a list of ids.",
     "For example: retire: [emotional-touchpoints]"),
    ("slides-map.yaml", "unknown-file", "warning", "this file is not read.",
     "It is a template map. Name it in brand.yaml, in a line `slides_map: slides-map.yaml` under `reference:`."),
    ("terms.yaml", "mapping", "error", "expected ids of terms, each with its fields below it.",
     "Begin with an id and a colon, and indent its fields below it."),
    ("tools/More", "unknown-folder", "warning", "this folder is not read.", "Move the files in it one folder up."),
    ("tools/a.yaml", "mapping", "error", "expected keys and values, found a list.", None),
    ("tools/b.yml", "duplicate-id", "error", "b.yaml has the same id.", "Delete one of the two files, or rename it."),
    ("tools/字.txt", "unknown-file", "warning", "this file is not read.", "Rename it to my-item.yaml."),
    ("zzzzzz", "unknown-folder", "warning", "this folder is not read.",
     f"Known folders: {', '.join(sorted(FOLDERS))}."),
]  # fmt: skip


def test_each_file_of_a_root_that_cannot_be_read_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong names, places and contents have a finding each, and system files and notes have none."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = Path("mine", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    root = read_root(Path("mine"))
    found = sorted(
        (each.where.file.removeprefix("mine/"), each.code, each.level, each.what, each.fix)
        for each in root.findings
        if each.where and each.code != "missing-key"
    )
    assert [each[:4] for each in found] == [each[:4] for each in FINDINGS]
    assert [each[4] for each, expected in zip(found, FINDINGS, strict=True) if expected[4]] == [
        each[4] for each in FINDINGS if each[4]
    ]
    assert set(root.broken) == {"a", "b", "term"}


def test_a_path_that_is_no_folder_and_a_file_of_no_kind_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The finding says what the path is, and what to give instead."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("b: c", encoding="utf-8")
    fix = "Give the path of a content folder. `coprod new root DIR` makes one."
    for name, what in (("a.yaml", "this is a file, not a folder."), ("b", "there is no such folder.")):
        finding = root_fault(Path(name))
        assert finding is not None
        assert (finding.code, finding.level, finding.what, finding.fix) == ("no-root", "error", what, fix)
        assert read_root(Path(name)) == ContentRoot(path=Path(name), findings=(finding,))
    assert root_fault(tmp_path) is None
    only = read_item_file(Path("a.yaml"))
    assert (only.path, only.items, only.broken) == (Path(), (), ("a",))
    assert [(each.code, str(each)) for each in only.findings] == [
        ("mapping", "a.yaml:1:1: the fields do not match any kind of item. "
         "Put the file in the folder for its kind of item, for example tools/.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: A\nb:  ~", "null", 2, 5),
        ("a:\n  - NULL", "null", 2, 5),
        ("a:  b #c", "comment", 1, 5),
        ('a:\n    b: "c\\nd"', "escape", 2, 8),
        ("a: b\n   - c", "fake-list", 2, 4),
    ],
)
def test_a_mistake_in_yaml_is_found_where_it_is(text: str, code: str, line: int, column: int) -> None:
    """Lines and columns count from one."""
    (finding,) = parse_yaml(text, "x.yaml").findings
    assert (finding.code, finding.where) == (code, Place("x.yaml", line, column))


@POSIX
def test_a_file_is_in_its_root_or_there_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links inside a root are followed, those out of it are not, and a file that cannot be opened says why."""
    monkeypatch.chdir(tmp_path)
    for name in ("mine/tools/a.yaml", "mine/about.yaml", "other/b.yaml", "c.yaml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    root = Path("mine")
    (root / "tools/inside.yaml").symlink_to(tmp_path / "mine/about.yaml")
    (root / "tools/outside.yaml").symlink_to(tmp_path / "other/b.yaml")
    (root / "films").symlink_to(tmp_path / "other")
    for sound in ("tools/a.yaml", "about.yaml", "tools/inside.yaml"):
        assert file_fault(root / sound, root) is None
    fix = "If it is a link, put a copy of the file in its place."
    for name in ("tools/outside.yaml", "films/b.yaml", "tools", "tools/missing.yaml", "../other/b.yaml", "../c.yaml"):
        finding = path_finding(root / name, "file-name", "this is not a file in the content root.", fix)
        assert file_fault(root / name, root) == finding
    monkeypatch.setattr(Path, "is_file", _denied)
    denied = path_finding(root / "films/b.yaml", "not-readable", "cannot be read: Denied.", "Change its permissions.")
    assert file_fault(root / "films/b.yaml", root) == denied


def _denied(path: Path) -> bool:
    raise PermissionError(13, "Denied")


def test_a_folder_with_empty_folders_is_not_mistaken_for_the_one_around_a_root(tmp_path: Path) -> None:
    """There is advice only if there is a folder to advise."""
    (tmp_path / "notes").mkdir()
    assert [finding.code for finding in unread_in_root(tmp_path)] == ["unknown-folder"]
    (tmp_path / "notes/mine/tools").mkdir(parents=True)
    (only,) = unread_in_root(tmp_path)
    assert (only.code, only.fix) == ("no-content", f"Did you mean '{display_path(tmp_path / 'notes/mine')}'?")
