"""YAML is read into plain values with their places, and what content does not need is refused."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.content.source import FieldPath
from coprod_content.files.text_file import LARGEST_TEXT, UnreadableFile
from coprod_content.files.yaml_reader import DEEPEST, ParsedYaml, YamlValue, parse_yaml, read_yaml
from coprod_content.findings.finding import Finding, Place


def refused(text: str) -> Finding:
    """Return why a text cannot be read at all."""
    with pytest.raises(UnreadableFile) as caught:
        parse_yaml(text, "x.yaml")
    return caught.value.finding


def unreadable(path: Path) -> Finding:
    """Return why a file cannot be read at all."""
    with pytest.raises(UnreadableFile) as caught:
        read_yaml(path, "x.yaml")
    return caught.value.finding


@pytest.mark.parametrize(
    "scalar", ["NO", "on", "~", "null", "10:30", "1.10", "010", "1_000", "2026-13-45", "=", "0x1F"]
)
def test_no_scalar_is_typed(scalar: str) -> None:
    """Words that YAML would turn into booleans, numbers, dates or null stay as written."""
    assert parse_yaml(f"key: {scalar}\n", "x.yaml").value == {"key": scalar}


def test_a_null_value_is_an_empty_text() -> None:
    """A key without a value has an empty text, so that its field can report what is missing."""
    assert parse_yaml("key:\nother: []\n", "x.yaml").value == {"key": "", "other": []}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n...\n"])
def test_an_empty_file_is_an_empty_value(text: str) -> None:
    """A file without content is valid YAML. Its missing fields are reported later."""
    assert parse_yaml(text, "x.yaml").value in ({}, "")


def test_every_key_and_value_has_its_place() -> None:
    """Lines and columns count from one, and point at the first character of the key or value."""
    reading = parse_yaml("title: A\nsteps:\n  - do: B\n    minutes: 5\n", "x.yaml")
    assert reading.place(("title",)) == Place("x.yaml", 1, 8)
    assert reading.place(("title",), key=True) == Place("x.yaml", 1, 1)
    assert reading.place(("steps", 0, "minutes")) == Place("x.yaml", 4, 14)
    assert reading.place(("steps", 0, "minutes"), key=True) == Place("x.yaml", 4, 5)


def test_a_missing_field_has_the_place_of_what_is_around_it() -> None:
    """The nearest value around a missing field gives its place."""
    reading = parse_yaml("steps:\n  - do: B\n", "x.yaml")
    assert reading.place(("steps", 0, "minutes")) == Place("x.yaml", 2, 5)
    assert reading.place(("other", 3)) == Place("x.yaml", 1, 1)
    assert ParsedYaml("x.yaml", {}).place(("title",)) == Place("x.yaml", 1, 1)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: &name b\n", "anchor", "x.yaml:1:4"),
        ("a: *name\n", "alias", "x.yaml:1:4"),
        ("a: !!python/object/apply:os.system [id]\n", "tag", "x.yaml:1:4"),
        ("a: !thing b\n", "tag", "x.yaml:1:4"),
        ("a: b\n<<: c\n", "merge-key", "x.yaml:2:1"),
        ("a: b\na: c\n", "duplicate-key", "x.yaml:2:1"),
        ("[a]: b\n", "key", "x.yaml:1:1"),
        ("*a : b\n", "key", "x.yaml:1:1"),
        ("&a b: c\n", "key", "x.yaml:1:1"),
        ("!a b: c\n", "key", "x.yaml:1:1"),
        ("a: b\n---\nc: d\n", "several-documents", "x.yaml:2:1"),
        ('"a\\e": b\n', "control-character", "x.yaml:1:1"),
    ],
)
def test_what_content_does_not_need_is_refused_with_its_place(text: str, code: str, place: str) -> None:
    """Anchors, aliases, tags, merge keys, bad keys, duplicate keys and second documents are findings."""
    findings = parse_yaml(text, "x.yaml").findings
    assert (code, place) in [(finding.code, str(finding.where)) for finding in findings]
    assert all(finding.fix for finding in findings)


def test_everything_refused_in_a_file_is_reported_at_once() -> None:
    """Everything refused is reported in one go, and the first of two values is kept."""
    reading = parse_yaml("a: &x 1\nb: *x\na: !t 2\n", "x.yaml")
    assert [finding.code for finding in reading.findings] == ["anchor", "alias", "duplicate-key", "tag"]
    assert reading.value == {"a": "1", "b": ""}


def test_aliases_of_aliases_are_one_finding() -> None:
    """A file full of aliases is refused in one line, with the place of the first, and no value is written out."""
    levels = "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 10))
    reading = parse_yaml(f"a0: &a0 [x]\n{levels}", "x.yaml")
    (finding,) = reading.findings
    assert str(finding).startswith("x.yaml:2:10: the alias '*a0' is not allowed, and nor are 80 more. Write the text")
    assert all(reading.is_placeholder(reading.place((f"a{at}", 1))) for at in range(1, 10))


def test_a_merge_key_with_its_alias_and_anchor_is_one_finding() -> None:
    """The alias of a merge key, and the anchor that it names, are not reported a second and third time."""
    (finding,) = parse_yaml("base: &base\n  a: b\nc:\n  <<: *base\n", "x.yaml").findings
    assert str(finding.where) == "x.yaml:4:3"
    assert finding.fix == "Write the fields out in full, and delete the names that begin with &."
    codes = [each.code for each in parse_yaml("a: &x\n  b: c\nd:\n  <<: *x\ne: *x\n", "x.yaml").findings]
    assert "alias" in codes


def test_a_quoted_merge_key_is_an_ordinary_key() -> None:
    """Only an unquoted `<<` is a merge key in YAML."""
    assert parse_yaml('"<<": b\n', "x.yaml").findings == ()


def test_at_most_twenty_levels_can_be_nested() -> None:
    """The limit is exact, and far above what an item needs."""
    assert parse_yaml("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "x.yaml").findings == ()
    assert refused("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2)).what == "this is nested more than 20 levels deep."


@pytest.mark.parametrize("text", ["[" * 3000 + "]" * 3000, "{a: " * 3000 + "}" * 3000, "? " * 3000, "- " * 3000])
def test_deep_nesting_is_refused_and_does_not_crash(text: str) -> None:
    """Three thousand brackets give one finding."""
    assert refused(text).code == "too-deep"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b\n", "x.yaml:2:1"),
        ("a: b: c\n", "x.yaml:1:5"),
        ("a: b\n c: d\n", "x.yaml:2:3"),
        ('a: "b\n', "x.yaml:2:1"),
    ],
)
def test_invalid_yaml_is_reported_with_its_line(text: str, place: str) -> None:
    """An error in YAML has the place that the parser reports, and a fix."""
    finding = refused(text)
    assert (finding.code, str(finding.where)) == ("not-yaml", place)
    assert finding.fix


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("why: First: a chair.\n", "contains ': '"),
        ('why: "Easy" - he said.\n', "the other kind of quotes"),
        ("why: 'Zebra's stripes'\n", "the other kind of quotes"),
        ("why: @home\n", "starts with a symbol"),
        ("why: **Bold** words\n", "starts with a symbol"),
        ("why: [words](https://www.example.org) here\n", "starts with a symbol"),
        ("a:\n\tb: c\n", "spaces instead of tabs"),
        ("do:\n  -\tWalk.\n", "spaces instead of tabs"),
        ("why:text\nb: c\n", "a space after the colon"),
        ("why：text\nb: c\n", "a space after the colon"),
        ("why: - One\n", "on a separate line"),
        ("why: a\n  # b\n  c\n", "Move the comment"),
        ('why: "open\nb: c\n', "Close the quotes that open on line 1."),
        ('why: "C:\\quiet"\n', "single quotes"),
        ("a: [b\nc: d\n", "Close each bracket"),
        ("do:\n  - a\n - b\n", "Check the indentation"),
    ],
)
def test_invalid_yaml_comes_with_advice_on_the_line(text: str, fix: str) -> None:
    """Each common mistake has advice that a person who does not know YAML can follow."""
    assert fix in refused(text).fix


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("title: 2024 # draft\n", ["comment"]),
        ("do: [2024 # draft\n]\n", ["comment"]),
        ("title: 2026-12-03 # draft\n", ["comment"]),
        ("title: yes # draft\n", ["comment"]),
        ("minutes: 20 # not more\n", []),
        ("perforated: yes # as bought\n", []),
        ("why: | # draft\n  Text.\n", ["comment"]),
        ("why: >-  # draft\n  Text.\n", ["comment"]),
        ("why: |\n  # Text.\n", []),
        ("why: # draft\n  Text.\n", ["comment"]),
        ("why: # draft\r\n  Text.\r\n", ["comment"]),
        ("do:\n  - # draft\n    Text.\n", ["comment"]),
        ("do: # three things\n  - Text.\n", []),
        ("# draft\nwhy: Text.\n", []),
        ("a: b\n# draft\nwhy:\n  Text.\n", []),
        ('why: "Text." # draft\n', []),
        ('why: "Text."# draft\n', ["comment"]),
        ("why: |# draft\n  Text.\n", ["comment"]),
        ("why: # one\n     # two\n\n  Text.\n", ["comment"]),
        ("do: [One,#Two\n]\n", ["comment"]),
        ("do: [One, #Two\n]\n", ["comment"]),
        ('do: ["One",#Two\n]\n', ["comment"]),
        ('do: ["One", # first\n  "Two"]\n', []),
        ("do: [#One\n  Two]\n", ["comment"]),
        ("do: [One, Two]#Three\n", ["comment"]),
        ("do: [One, Two] # draft\n", []),
        ("do: [One,\n  # draft\n  Two]\n", []),
        ('why: "In C:\\new"\n', ["escape"]),
        ('why: "snake\\_case"\n', ["escape"]),
        ('why: "a\\\\new \\"b\\" \\u00e9 \\\n  c"\n', []),
        ("why: 'In C:\\new'\n", []),
        ("why: In C:\\new\n", []),
    ],
)
def test_text_that_yaml_would_drop_is_reported(text: str, codes: list[str]) -> None:
    """A comment that may have been meant as text is reported, and so is an escape that prints as a space."""
    assert [finding.code for finding in parse_yaml(text, "x.yaml").findings] == codes


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufffe", "\ud800"]
)
def test_a_raw_control_character_is_refused_with_its_place(character: str) -> None:
    """A control character is named, with its line and column."""
    finding = refused(f"a: b\nc: d{character}e\n")
    assert (finding.code, str(finding.where)) == ("control-character", "x.yaml:2:5")
    assert f"U+{ord(character):04X}" in finding.what


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    """A file saved on Windows reads like any other, with the same places."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n  e\r\n")
    reading = read_yaml(path, "x.yaml")
    assert reading.value == {"a": "b", "c": "d\ne\n"}
    assert str(reading.place(("c",), key=True)) == "x.yaml:2:1"
    assert str(reading.place(("a",), key=True)) == "x.yaml:1:1"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: b\nc: \xff\n", "x.yaml:2:4"),
        ("a: é".encode("latin-1"), "x.yaml:1:4"),
        ("a: b".encode("utf-16"), "x.yaml:1:1"),
        (b"\xef\xbb\xbfa: b\nc: \xff", "x.yaml:2:4"),
        ("ü: ö".encode() + b"\xc3", "x.yaml:1:5"),
    ],
)
def test_invalid_utf_8_is_reported_with_its_line_and_column(tmp_path: Path, data: bytes, place: str) -> None:
    """Columns count characters, not bytes, and a byte order mark does not shift them."""
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    finding = unreadable(path)
    assert (finding.code, str(finding.where)) == ("not-utf-8", place)


def test_a_file_has_at_most_one_mebibyte(tmp_path: Path) -> None:
    """The limit is exact to the byte."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: " + b"b" * (LARGEST_TEXT - 3))
    assert len(str(read_yaml(path, "x.yaml").value)) > LARGEST_TEXT - 10
    path.write_bytes(b"a: " + b"b" * (LARGEST_TEXT - 2))
    assert unreadable(path).code == "too-large"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file on this system")
def test_an_endless_file_is_not_read_to_its_end() -> None:
    """A device that claims to be empty and never ends is refused like a large file."""
    assert unreadable(Path("/dev/zero")).code == "too-large"


def test_a_missing_file_and_a_folder_are_findings(tmp_path: Path) -> None:
    """A path that cannot be opened is reported with the reason."""
    assert unreadable(tmp_path / "nothing.yaml").what == "cannot be read: No such file or directory."
    assert unreadable(tmp_path).code == "not-readable"


def test_an_unreadable_file_has_the_message_of_its_finding() -> None:
    """The exception prints its finding."""
    with pytest.raises(UnreadableFile, match=re.escape("x.yaml:2:1: this is not YAML")):
        parse_yaml("a: [b\n", "x.yaml")


def paths(value: YamlValue, above: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the paths of a value and of everything inside it."""
    yield above
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from paths(inner, (*above, step))


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}&*!|>'\"%@`#?, \n\t<\\\x85\ufeff")), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text gives a ParsedYaml or UnreadableFile, never another exception."""
    places = []
    try:
        parsed = parse_yaml(text, "x.yaml")
        findings = parsed.findings
        places = [parsed.place(path, key=key) for path in paths(parsed.value) for key in (False, True)]
    except UnreadableFile as error:
        findings = (error.finding,)
    assert all(finding.what for finding in findings)
    assert all(place.line >= 1 and place.column >= 1 for place in places)


words = st.text(string.ascii_letters + " éß漢", min_size=1).map(str.strip).filter(bool)


@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1), words, min_size=1))
def test_places_point_at_the_written_values(value: dict[str, str]) -> None:
    """The text at the place of each value is that value."""
    text = "".join(f'{key}:   "{words}"\n' for key, words in value.items())
    reading = parse_yaml(text, "x.yaml")
    assert reading.value == value
    lines = text.splitlines()
    for key, words in value.items():
        place = reading.place((key,))
        assert lines[place.line - 1][place.column - 1 :] == f'"{words}"'
