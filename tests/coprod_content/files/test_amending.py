"""Amend files change some fields of an item, and every value keeps its place."""

import copy
import difflib
import functools
import json
import operator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.support.command_line import coprod
from tests.support.roots import SMALL, changed, small_root, written

from coprod_content import schema
from coprod_content.checks.editorial_advice import items_from_roots
from coprod_content.content.library import Library
from coprod_content.content.source import FieldPath, Source
from coprod_content.files.amending.entry_labels import index_of, labels
from coprod_content.files.amending.writing_back import FieldChange, with_changes
from coprod_content.files.amending.yaml_edits import rewritten
from coprod_content.files.field_positions import place_of
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.loading import examine

PAIRS = """\
# our room
title: Listen in pairs here
steps:
  Talk:
    say: Please talk.
    do: {add: [Listen well.]}
  2: {minutes: 8}
  add:
    - {title: Rest, minutes: 5, do: [Breathe.]}
materials: {add: [Our kit], remove: [Chairs]}
minutes: {most: 45}
remove: [short]
"""


def _library(folder: Path, amend: dict[str, str]) -> tuple[Library, list[str]]:
    roots = small_root(folder / "lib"), written(folder / "mine", {f"amend/{k}.yaml": v for k, v in amend.items()})
    library, findings = examine(*roots)
    assert library
    return library, [str(finding).replace(f"{folder}/", "") for finding in findings]


def test_an_amend_file_changes_only_the_fields_in_it(tmp_path: Path) -> None:
    """Fields, entries by title or number, additions and removals are merged, and each value keeps its place."""
    library, findings = _library(tmp_path, {"pairs": PAIRS, "carer": "meaning: Us.\n"})
    tool = library.tools["pairs"]
    assert not findings
    assert (tool.title, tool.purpose, tool.materials) == ("Listen in pairs here", "Hear each other.", ("Our kit",))
    assert [(step.title, step.minutes, len(step.do)) for step in tool.steps] == [
        ("Talk", 5, 2),
        ("Swap", 8, 1),
        ("Rest", 5, 1),
    ]
    assert (tool.minutes.least, tool.minutes.most, tool.short) == (10, 45, None)
    assert library.terms["carer"].meaning == "Us."
    assert tool.amended_by == tool.source
    assert tool.changed_from
    assert tool.changed_from.file == "tools/pairs.yaml"
    assert library.postcards["who-decides"].amended_by is None

    def at(*path: str | int) -> str:
        return str(place_of(tool.source, path)).replace(f"{tmp_path}/", "")

    assert at("steps", 0, "say") == "mine/amend/pairs.yaml:5:10"
    assert at("steps", 0, "do", 0) == "lib/tools/pairs.yaml:14:10"
    assert at("steps", 0, "do", 1) == "mine/amend/pairs.yaml:6:16"
    assert at("materials", 0) == "mine/amend/pairs.yaml:10:19"
    assert at("minutes", "least") == "lib/tools/pairs.yaml:6:18"
    assert {item.id for item in items_from_roots(library, {(tmp_path / "mine").as_posix()})} == {"pairs", "carer"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: X", "1:1: titel: there is no such key here. Did you mean 'title'?"),
        (
            "minutes: {most: ten}",
            "1:17: minutes.most: expected a whole number from 1 to 480 minutes, found 'ten'. "
            "Write digits, for example 45.",
        ),
        ("steps: {Tolk: {say: Hi.}}", "1:9: steps.Tolk: there is no entry 'Tolk' in this list. Did you mean 'Talk'?"),
        (
            "steps: {3: {say: Hi.}}",
            "1:9: steps.3: there is no entry '3' in this list. Use the text or the number of an entry: 'Talk', 'Swap'.",
        ),
        ("remove: [shirt]", "1:10: remove[1]: there is no 'shirt' to remove here. Did you mean 'short'?"),
        (
            "remove: [title]",
            "1:10: title: cannot be removed, because it is required. Take it off the list of fields to remove.",
        ),
        (
            "steps: {add: Rest}",
            "1:14: steps.add: expected a list, found 'Rest'. Start each entry on a new line with '- '.",
        ),
        (
            "minutes: {remove: [zzzz]}",
            "1:20: minutes.remove[1]: there is no 'zzzz' to remove here. Fields here: least, most.",
        ),
        (
            "steps: {remove: [3]}",
            "1:18: steps.remove[1]: there is no entry '3' in this list. "
            "Use the text or the number of an entry: 'Talk', 'Swap'.",
        ),
        ("remove: x", "1:9: remove: expected a list, found 'x'. Start each entry on a new line with '- '."),
        (
            "avoid_when: {remove: [1]}",
            "1:13: avoid_when: expected a list, found an empty one. Add an entry, or delete the key.",
        ),
        (
            "online: {how: {2: A}}",
            "1:16: online.how.2: there is no entry '2' in this list. "
            "Use the text or the number of an entry: 'Use rooms for two.'.",
        ),
        ("# nothing", "1:1: expected the fields to change, each with its new value. For example: title: A new title"),
        (
            "steps: {Talk: {say: Hi.}, 1: {say: Hi.}}",
            "1:27: steps.1: this entry is already changed or removed. Change or remove each entry only once.",
        ),
        (
            "references: [nobody]",
            "1:14: references[1]: there is no reference 'nobody'. "
            "Run `coprod list references` to see the ids that exist.",
        ),
    ],
)
def test_a_mistake_in_an_amend_file_is_found_there(tmp_path: Path, text: str, message: str) -> None:
    """A wrong field, entry or type is one error at its place in the amend file, with what was probably meant."""
    _, findings = _library(tmp_path, {"pairs": f"{text}\n"})
    assert findings == [f"mine/amend/pairs.yaml:{message}"]


def test_a_copied_item_has_its_places_in_the_copy(tmp_path: Path) -> None:
    """Only amend files are merged with the file below. Where a copy was made from does not matter."""
    base = Source((small_root(tmp_path / "lib")).as_posix(), "tools/pairs.yaml")
    copy_ = written(tmp_path / "mine", {"tools/pairs.yaml": f"# Ours.\n{SMALL['tools/pairs.yaml']}"})
    for copied in (True, False):
        source = Source(copy_.as_posix(), "tools/pairs.yaml", (), base, copied)
        assert str(place_of(source, ("title",))) == f"{copy_.as_posix()}/tools/pairs.yaml:2:8"


@pytest.mark.parametrize(
    ("id_", "advice"),
    [
        ("pears", "Did you mean 'pairs'?"),
        ("zzzzzz", "Name the file after the id of an item, or move it to the folder for its kind."),
    ],
)
def test_an_amend_file_without_its_item_is_an_error(tmp_path: Path, id_: str, advice: str) -> None:
    """The message gives the nearest id, or says how files are named."""
    _, findings = _library(tmp_path, {id_: "title: X\n"})
    what = f"there is no item '{id_}' to amend in the roots before this one."
    assert findings == [f"mine/amend/{id_}.yaml: {what} {advice}"]


@pytest.mark.parametrize(
    "field", ["title", "name", "term", "words", "text", "tool", "film", "person", "picture", "day"]
)
def test_an_entry_is_addressed_by_any_field_that_names_it(field: str) -> None:
    """The first of these fields is the label, on one line. A repeated label or one like a number is not used."""
    entries = [
        {"minutes": 5, field: "One  more\nthing"},
        {field: "7"},
        {field: "add"},
        {field: "Twice"},
        {field: "Twice"},
    ]
    assert labels(entries) == ("One more thing", "2", "3", "4", "5")
    assert [index_of(label, entries) for label in labels(entries)] == [0, 1, 2, 3, 4]


def test_an_item_is_amended_or_replaced_or_retired(tmp_path: Path) -> None:
    """Two of these for one id are an error. What the base says about a retired item is lost, what we say is not."""
    tool = small_root(tmp_path / "lib").joinpath("tools/pairs.yaml").read_text()
    amend = {"amend/pairs.yaml": "title: X\n", "amend/staff.yaml": "term: X\n", "amend/carer.yaml": "term: X\n"}
    mine = {**amend, "tools/pairs.yaml": tool, "retire.yaml": "retire: [staff]\n"}
    library, findings = examine(tmp_path / "lib", written(tmp_path / "mine", mine))
    said = "\n".join(map(str, findings))
    assert library
    assert "amend/pairs.yaml: 'pairs' is also in" in said
    assert "tools/pairs.yaml. Delete one of the two files." in said
    way_out = "Delete this file, or take the id off the list in retire.yaml."
    assert f"amend/staff.yaml: 'staff' is retired, so it cannot be amended. {way_out}" in said
    assert library.terms["carer"].see == ()
    written(tmp_path / "mine", {"amend/carer.yaml": "see: [staff]\n"})
    _, findings = examine(tmp_path / "lib", tmp_path / "mine")
    assert "amend/carer.yaml:1:7: see[1]: the term 'staff' was retired." in "\n".join(map(str, findings))


def test_the_commands_take_amended_items(tmp_path: Path) -> None:
    """An amended item is listed, shown, checked and exported, and one root amends what another has amended."""
    roots = small_root(tmp_path / "lib"), written(tmp_path / "mine", {"amend/pairs.yaml": PAIRS})
    more = written(tmp_path / "more", {"amend/pairs.yaml": "steps: {Rest: {minutes: 6}}\n"})
    options = [word for root in (*roots, more) for word in ("--root", root)]
    assert "Listen in pairs here (amended)" in coprod("list", "tools", *options).stdout
    shown = coprod("show", "pairs", *options).stdout
    assert "amend/pairs.yaml, which amends amend/pairs.yaml, which amends tools/pairs.yaml" in shown
    assert "minutes: 6" in shown
    assert json.loads(coprod("list", "tools", "--json", *options).stdout)[0]["amends"] == "amend/pairs.yaml"
    assert "1 item, 0 errors" in coprod("check", roots[1] / "amend" / "pairs.yaml", roots[0]).stdout


def test_the_schema_of_amend_files_takes_what_the_loader_takes() -> None:
    """An editor gets no warning for our example, and one for a field that no kind has."""
    validator = Draft7Validator(json.loads(schema.schema_of("amend")))
    good = {
        "steps": {"Talk": {"say": "Hi.", "do": {"add": ["Go."]}}, "remove": ["Swap"]},
        "minutes": {"most": 45},
        "remove": ["short"],
    }
    assert not list(validator.iter_errors(good))
    assert list(validator.iter_errors({"titel": "X"}))
    assert list(validator.iter_errors({"steps": {"Talk": {"sey": "Hi."}}}))


@pytest.mark.parametrize("start", [None, PAIRS])
def test_changes_from_python_become_an_amend_file(tmp_path: Path, start: str | None) -> None:
    """Field paths of the loaded item are written as labels, beside what the file has already, and its comments stay."""
    library, _ = _library(tmp_path, {"pairs": start} if start else {})
    tool = library.tools["pairs"]
    changes: list[tuple[FieldPath, str | None]] = [
        (("steps", 0, "say"), "Talk now."),
        (("steps", 1, "do", 0), "Swap here."),
        (("materials", len(tool.materials)), "Pens"),
        (("steps", 1, "say"), None),
        (("online", "how", 0), "Use rooms."),
    ]
    made = with_changes(tool, [FieldChange(*change) for change in changes], tmp_path / "mine")
    assert made.name == "amend/pairs.yaml"
    assert made.text.startswith(start[:40] if start else "steps:\n  Talk:\n    say: Talk now.\n")
    written(tmp_path / "mine", {made.name: made.text})
    again, findings = examine(tmp_path / "lib", tmp_path / "mine")
    assert again
    assert not findings
    new = again.tools["pairs"]
    assert [(step.say, step.do[0]) for step in new.steps[:2]] == [
        ("Talk now.", "One person talks."),
        (None, "Swap here."),
    ]
    assert new.materials == (*tool.materials, "Pens")
    assert new.online
    assert (new.online.how, new.title) == (("Use rooms.",), tool.title)
    own = with_changes(again.terms["carer"], [FieldChange(("meaning",), "Us.")], tmp_path / "lib")
    assert (own.name, "meaning: Us.\n  why: The word" in own.text) == ("terms.yaml", True)


def test_the_first_entry_of_a_list_is_added_to_an_items_own_file(tmp_path: Path) -> None:
    """A field that the item does not have becomes a list, and every other line stays as it is."""
    old = changed("tools/pairs.yaml", "materials: [Chairs]\n", "")["tools/pairs.yaml"]
    old = old.replace("online:\n  how: [Use rooms for two.]\n", "")
    library, findings = examine(small_root(tmp_path / "lib", {"tools/pairs.yaml": old}))
    assert library
    assert not findings
    entries: list[tuple[FieldPath, str]] = [(("materials", 0), "Pens"), (("online", "how", 0), "Use rooms.")]
    made = with_changes(library.tools["pairs"], [FieldChange(*each) for each in entries], tmp_path / "lib")
    assert made.name == "tools/pairs.yaml"
    assert made.text == old + "materials: [Pens]\nonline:\n  how:\n    - Use rooms.\n"


STEPS = """\
# Top.
title: Talk
steps:
  # first
  - title: One
    do: [a, b]
  - Two
  - title: Three
    do:
      - x
      - y
minutes: {most: 5}
"""
REWRITES: dict[str, tuple[dict[str, object], list[str]]] = {
    "a text": ({"title": "Pairs"}, ["-title: Talk", "+title: Pairs"]),
    "a word in a list": ({"steps.1": "Pairs"}, ["-  - Two", "+  - Pairs"]),
    "an entry of another kind": ({"steps.1": {"do": ["two words"]}}, ["-  - Two", "+  - do:", "+      - two words"]),
    "a key more": ({"say": "Hello: you"}, ["+say: 'Hello: you'"]),
    "a key more in an entry": ({"steps.0.say": "Hi"}, ["+    say: Hi"]),
    "a key less": ({"title": None}, ["-title: Talk"]),
    "the first key of an entry": ({"steps.2.title": None}, ["-  - title: Three", "-    do:", "+  - do:"]),
    "an entry less": ({"steps.1": None}, ["-  - Two"]),
    "an entry more": ({"steps.2.do.2": "z"}, ["+      - z"]),
    "an entry before": ({"steps.2.do.0": "w", "steps.2.do.1": "x", "steps.2.do.2": "y"}, ["+      - w"]),
    "a word in brackets": ({"steps.0.do.1": "c"}, ["-    do: [a, b]", "+    do: [a, c]"]),
    "a number in braces": ({"minutes.most": "6"}, ["-minutes: {most: 5}", "+minutes: {most: 6}"]),
    "two places": ({"steps.1": "Pairs", "title": None}, ["-title: Talk", "-  - Two", "+  - Pairs"]),
}


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
@pytest.mark.parametrize(("changes", "lines"), REWRITES.values(), ids=REWRITES)
def test_only_the_lines_of_a_change_differ(changes: dict[str, object], lines: list[str], break_: str) -> None:
    """Rewriting YAML keeps the layout and the comments of everything else, in lists of words too."""
    value: Any = copy.deepcopy(parse_yaml(STEPS, "").value)
    for path, new in changes.items():
        *before, last = (int(step) if step.isdigit() else step for step in path.split("."))
        inside = functools.reduce(operator.getitem, before, value)
        if new is None:
            del inside[last]
        elif last == len(inside):
            inside.append(new)
        else:
            inside[last] = new
    made = rewritten(STEPS.replace("\n", break_), value)
    assert made.count("\r") == (made.count("\n") if break_ == "\r\n" else 0)
    old, new = STEPS.splitlines(), made.splitlines()
    assert [line for line in difflib.unified_diff(old, new, n=0) if line[:2] not in ("--", "++", "@@")] == lines


def test_a_comment_after_a_value_is_kept_below_a_value_that_cannot_have_one() -> None:
    """The comment moves to a line below, indented as the key or dash is. After quotes it stays."""
    text = 'title: "Talk"  # why\nsteps:\n  - "One"  # first\n  - Two\n'
    long, folded = "word " * 20 + "x", ">-\n{0}" + "word " * 20 + "x\n"
    steps = text[text.index("steps") :]
    assert rewritten(text, {"title": long, "steps": ["One", "Two"]}) == f"title: {folded.format('  ')}# why\n{steps}"
    made = rewritten(text, {"title": "Talk", "steps": [long, "Two"]})
    assert made == f'title: "Talk"  # why\nsteps:\n  - {folded.format("    ")}  # first\n  - Two\n'
    assert rewritten(text, {"title": "Hi", "steps": ["One", "Two"]}) == f"title: Hi\n# why\n{steps}"
    assert rewritten(text, {"title": "a: b", "steps": ["One", "Two"]}) == f"title: 'a: b'  # why\n{steps}"


_WORDS = st.sampled_from(["a", "10", "yes", "it: is", "long " * 30 + "x", "x # y", "ü", "null", "'q'", '"'])
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(["title", "say", "do"]), inner, min_size=1)
    ),
    max_leaves=9,
)
_FIELDS = st.dictionaries(st.sampled_from(["title", "minutes", "say", "steps"]), _VALUES, min_size=1)


@given(old=_FIELDS, new=_FIELDS, crlf=st.booleans(), noted=st.sets(st.integers(0, 8)))
def test_rewriting_yaml_gives_the_value_and_keeps_comments(old, new, crlf: bool, noted: set[int]) -> None:
    """Any value can become any other, and no comment is lost."""
    lines = [f"# note {at}\n{line}" if at in noted else line for at, line in enumerate(yaml_text(old).splitlines())]
    text = ("\n".join(lines) + "\n").replace("\n", "\r\n" if crlf else "\n")
    try:
        if parse_yaml(text, "").value != old:
            return
    except UnreadableFile:
        return
    made = rewritten(text, new)
    assert parse_yaml(made, "").value == new
    assert all(f"# note {at}" in made for at in noted if at < len(lines))
    assert rewritten(made, new) == made
