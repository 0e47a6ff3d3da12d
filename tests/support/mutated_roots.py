"""Content roots with a few mistakes and odd values each, drawn from a seed."""

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Any

import yaml
from attrs import frozen
from tests.support.roots import PERSON, SCENE, SMALL

from coprod_content.content.kinds import KINDS
from coprod_content.files.content_root import canonical_root
from coprod_content.files.yaml_reader import parse_yaml, read_yaml

Path = tuple[str | int, ...]
LETTERS = "wonderfullyunbreakableparticipation" * 6
SENTENCE = "People who use services and staff plan the change together. "
ODD = (
    "", " ", "~", "null", "no", "-", "?", ".", "…", "\u200b", "\u3164", "\u00ad", "a\u00adb",
    "\u202eabc", "\ufeffx", "e\u0301\u0323", "人们与工作人员一起设计服务，这样服务对每个人都更好。",
    "عندما يشارك الناس في التصميم", "אנשים מתכננים יחד", "서비스를 함께 설계합니다", "Ŵythnos ŷd", "ไทยสวัสดี",
    "देवनागरी लिपि", "👩‍⚕️👨‍👩‍👧‍👦 ✅", "\U0001f3f3\ufe0f\u200d\U0001f308", "ꙮ", "𝕄ath", "½ ≤ ≥ → •",
    "“Quoted” ‘x’ – — …", "a: b", "a #b", "# x", "'", '"', "\\n", "{x}", "[x]", "[@nobody2020]",
    "[@egan2020]", "[x](http://a.b)", "[](http://a.b)", "[here](https://www.example.org)",
    "[The guide](https://www.example.org/a_(b))", "[x](javascript:alert(1))", "**bold**", "**bold",
    "*emphasis*", "_under_", "`code`", "<b>x</b>", "&amp; &times;", "<script>alert(1)</script>",
    "https://www.example.org", "- a\n- b", "1. a", "| a | b |", "%s {0} {{ x }} {% y %}", "$x^2$",
    "#set text(red)", "@ref", "C:\\temp", "tab\tbetween", "two\n\nparagraphs", "line\nbreak",
    "\u2028", "\u0007", "Is this it?", "Questions without a mark", "One. Two. Three. Four?",
    "Dr. Smith e.g. said so.", "A" * 25, "Theme 1", "Step 1", "Steps", "Contents", "The end",
    "Credits", "Break",
)  # fmt: skip
LONG = (
    LETTERS[:60], LETTERS[:200], "word " * 24 + "word?", "word " * 25 + "word?", "word " * 30,
    (SENTENCE * 30).strip(), ("word " * 300).strip(), ("word " * 800).strip()[:3999],
    "x " * 149 + "xy", "x " * 150 + "y", ("word " * 59 + "words")[:300], ("word " * 80)[:301],
    ("word " * 900)[:4000].strip(), ("word " * 900)[:4001],
    "https://www.example.org/" + "path/" * 40, "W" * 80, "人们设计服务" * 50,
    "https://www.example.org/" + LETTERS,
)  # fmt: skip
NUMBERS = (
    "0", "1", "2", "5", "10", "12", "25", "26", "45", "60", "99", "100", "101", "210", "300", "301", "479", "480",
    "481", "600", "601", "1799", "1800", "2000", "2001", "2100", "2101", "-1", "1.5", "1e3", "ten", "007", "0.1",
    "1000", "1001", "+5", "1_000", "٣",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    [],
    {},
    [""],
    ["One."],
    {"a": "b"},
    [["x"]],
    "",
    "text",
    "10",
    "yes",
    "10:00",
    "24:00",
    "2026-02-30",
    "2026-11-23",
    "#005EB8",
    "none",
)


@frozen
class MutatedRoot:
    """A content root: its files, whether it is used without ours, and what was changed."""

    name: str
    files: dict[str, bytes]
    alone: bool
    changes: tuple[str, ...] = ()


EXTRA = {
    "people.yaml": PERSON,
    "scenes/alone.yaml": SCENE.replace("x: 5", "x: 20")
    + """\
modes: [alone, write]
behind:
  - {shape: path, commands: "M 2,2 L 9,2 C 9,6 5,9 2,9 Z", fill: sun}
""",
    "canvases/week.yaml": """\
title: One week
alt: A sheet with a row for each day, to write in.
drawing:
  width: 100
  height: 60
  shapes:
    - {shape: rectangle, x: 0, y: 0, width: 100, height: 60, fill: paper, outline: muted, dashed: yes}
    - {shape: label, x: 4, y: 4, width: 40, height: 12, text: Monday, size: 8, align: left}
    - {shape: path, commands: "M 4,30 L 96,30", colour: ink, weight: 1, arrow: yes}
""",
    "tools/seven-days.yaml": """\
title: Seven days
purpose: See what a week is like.
theme: sharing
minutes: {least: 15, most: 40}
people: {least: 3, most: 12}
canvas: week
steps:
  - title: Write
    minutes: 5
    mode: write
    canvas: yes
    task: {ask: What happens on each day?, lines: [Alone, Five minutes]}
    do: [Each person writes.]
    say: Please write.
  - title: Tell
    minutes: 10
    mode: threes
    task: {ask: Which day is hardest?, lines: [In threes, Three minutes each]}
    do: [Each person tells.]
    variation: Draw instead.
short:
  minutes: 8
  mode: pairs
  task: {ask: Which day is hardest?, lines: [In pairs]}
  how: [Only tell.]
handout:
  title: My week
  intro: Write about your week.
  prompts: [{text: What is Monday like?, lines: 3}]
""",
    "workshops/days.yaml": """\
title: A longer meeting
summary: To see a week.
minutes: 60
starts: "14:00"
people: {least: 4, most: 12}
setting: online
audience: Everybody
themes: [sharing]
outcomes: [Know each other.]
before: [Send the sheet.]
scene: alone
agenda:
  - kind: talk
    title: Hello
    minutes: 10
    mode: everyone
    task: {ask: Who is here?, lines: [One sentence each]}
    points: [Who we are]
  - kind: tool
    tool: seven-days
    minutes: 25
    questions: [What would a good week be?, Who can help?]
    focus: Stay with one week.
  - kind: postcards
    title: A card
    minutes: 10
    mode: online room
    task: {ask: Who decides?, lines: [In rooms of three]}
    how: [Talk.]
    postcards: [who-decides]
  - kind: film
    film: once
    minutes: 10
  - kind: closing
    title: Goodbye
    minutes: 5
    question: What will you do?
    points: [Thank you]
next_steps: [Write.]
access: [Captions are on.]
safety: [Anyone may leave.]
terms: [staff]
""",
    "purposes.yaml": """\
meet:
  title: Meet
  heading: Meeting each other
  summary: People meet.
  outcomes: [Know names.]
  closing_question: What next time?
""",
    "templates/room.yaml": """\
title: A session in a room
setting: in-person
audience: People and staff
welcome: {kind: talk, title: Welcome, minutes: 10, points: [Who we are], say: Hello., notes: [Stand at the door.]}
deciding: {kind: talk, title: What we take from this, minutes: 10, points: [What is next?], say: Let us choose.}
closing: {kind: closing, title: The end, minutes: 5, question: What next?, points: [Thanks], say: Goodbye.}
postcards:
  title: Cards
  mode: threes
  task: {ask: Which card speaks to you?, lines: [In threes, Two minutes each]}
  how: [Pick a card.]
  say: Choose one.
before: [Ask about access.]
next_steps: [Write to everyone.]
access: [Step-free.]
safety: [A quiet room.]
terms: [carer]
""",
}
BRAND = 'name: Ours\npalette:\n  brand: "#005eb8"\npaper: A4\nfonts:\n  office: Arial\n'


@lru_cache(maxsize=1)
def canonical_files() -> dict[str, Any]:
    """Return the values of all canonical content files, by name."""
    root = canonical_root()
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yaml"))
    return {name: read_yaml(root / name, name).value for name in names}


@lru_cache(maxsize=1)
def _donors() -> dict[tuple[str, ...], dict[str, list[Any]]]:
    """Return values of fields, by kind and place without list indexes."""
    found: dict[tuple[str, ...], dict[str, list[Any]]] = {}

    def gather(value: Any, place: tuple[str, ...]) -> None:
        if isinstance(value, dict):
            for key, entry in value.items():
                found.setdefault(place, {}).setdefault(key, []).append(entry)
                gather(entry, (*place, key))
        elif isinstance(value, list):
            for entry in value:
                gather(entry, place)

    for name, value in (
        *canonical_files().items(),
        *((name, parse_yaml(text, name).value) for name, text in SMALL.items()),
    ):
        for inner in value.values() if name in _SHARED else (value,):
            gather(inner, (name.split("/")[0],))
    return found


_SHARED = tuple(f"{kind.plural}.yaml" for kind in KINDS if kind.one_file)


def mutated_root(seed: int, serial: int) -> MutatedRoot:
    """Return a mutated root, always the same for the same numbers."""
    draw = random.Random(f"{seed} {serial}")
    alone = draw.random() < 0.85
    values = _small_values(draw) if alone else _own_values(draw)
    changes: list[str] = []
    names = list(values)
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 4, 5))):
        name = draw.choice(names)
        changes.append(f"{name}: {_mutate(values[name], name, draw)}")
    files = {name: _written(value, draw).encode() for name, value in values.items()}
    if draw.random() < 0.15:
        changes.append(_mutate_text(files, draw))
    if draw.random() < 0.06:
        changes.append(_mutate_files(files, draw))
    return MutatedRoot(f"{seed}-{serial}", files, alone, tuple(changes))


SWEPT = (
    LETTERS[:200], ("word " * 60)[:300], (SENTENCE * 66).strip(), ("word " * 24) + "word?",
    "人们设计服务" * 50, "مرحبا بالعالم، نعمل معا؟",
    "Ŵy 👩‍⚕️ ½ ≤ “x” – *one* **two** [the guide](https://www.example.org/a) & <b> #set {x} $y$ \\n",
    "A", "https://www.example.org/" + "path/" * 40, "One. Two! Three? Four…",
)  # fmt: skip
"""Values that each text of the small root gets in turn."""


def swept_roots() -> Iterator[MutatedRoot]:
    """Yield the small root with one text changed, for every text and value."""
    whole = {name: parse_yaml(text, name).value for name, text in (SMALL | EXTRA).items()}
    places = [
        (name, path) for name, value in whole.items() for path, node in _nodes(value) if path and isinstance(node, str)
    ]
    for name, path in places:
        for at, value in enumerate(SWEPT):
            changed = json.loads(json.dumps(whole[name]))
            _at(changed, path[:-1])[path[-1]] = value
            files = {each: json.dumps(changed if each == name else entry).encode() for each, entry in whole.items()}
            yield MutatedRoot(
                f"sweep-{places.index((name, path))}-{at}", files, True, (f"{name} {path} {value[:40]!r}",)
            )


def _small_values(draw: random.Random) -> dict[str, Any]:
    texts = {**SMALL, **EXTRA, **({"brand.yaml": BRAND} if draw.random() < 0.1 else {})}
    return {name: deepcopy(parse_yaml(text, name).value) for name, text in texts.items()}  # a parsed file is kept


def _own_values(draw: random.Random) -> dict[str, Any]:
    """Return some canonical files, some under new names, and seldom a brand or a list of retired items."""
    kinds = list(dict.fromkeys(name.split("/")[0] for name in canonical_files() if "/" in name))
    chosen: dict[str, Any] = {}
    for kind in draw.sample(kinds, draw.choice((1, 1, 2, 3))):
        name = draw.choice([each for each in canonical_files() if each.startswith(f"{kind}/")])
        own = name if draw.random() < 0.5 else f"{kind}/own-{draw.randrange(99)}.yaml"
        chosen[own] = json.loads(json.dumps(canonical_files()[name]))
    for name in _SHARED:
        if draw.random() < 0.15:
            entries = canonical_files()[name]
            chosen[name] = {key: json.loads(json.dumps(entries[key])) for key in draw.sample(list(entries), 2)}
    if draw.random() < 0.05:
        chosen["brand.yaml"] = deepcopy(parse_yaml(BRAND, "brand.yaml").value)
    if draw.random() < 0.1:
        kind = draw.choice(("tools", "postcards", "films", "resources", "diagrams", "themes"))
        ids = [name.split("/")[1][:-5] for name in canonical_files() if name.startswith(f"{kind}/")]
        chosen["retire.yaml"] = {"retire": draw.sample(ids, draw.choice((1, 2)))}
    return chosen


def _nodes(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from _nodes(entry, (*path, key))


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def _mutate(value: Any, name: str, draw: random.Random) -> str:
    """Change a value in place, and say how."""
    places = [(path, node) for path, node in _nodes(value) if path]
    if not places:
        return "nothing"
    prose = [each for each in places if isinstance(each[1], str) and " " in each[1]]
    path, node = draw.choice(prose if prose and draw.random() < 0.6 else places)
    holder, key = _at(value, path[:-1]), path[-1]
    if node is None or isinstance(node, str):
        new, how = _other_scalar(node or "", draw)
    else:
        new, how = _other_collection(node, name, path, draw)
    if how == "delete":
        del holder[key]
    elif how == "rename" and isinstance(holder, dict):
        holder[draw.choice((f"{key}s", str(key)[:-1] or "x", str(key).upper(), f" {key}", "title"))] = holder.pop(key)
    else:
        holder[key] = new
    return f"{path} {how} {str(new)[:60]!r}"


def _other_scalar(node: str, draw: random.Random) -> tuple[Any, str]:
    number = re.fullmatch(r"-?[\d.]+", node)
    choice = draw.random()
    if choice < 0.2:
        return _gone_or_other(choice, draw)
    if number and choice < 0.85:
        return draw.choice(NUMBERS), "number"
    if choice < 0.3:
        return draw.choice(_ids()), "id"
    if choice < 0.36:
        return draw.choice(NUMBERS), "number"
    if choice < 0.5:
        at = draw.randrange(len(node) + 1)
        return f"{node[:at]}{draw.choice(ODD)}{node[at:]}", "insert"
    if choice < 0.7:
        return draw.choice(LONG), "long"
    if choice < 0.74:
        return node.upper(), "capitals"
    if choice < 0.78:
        return f"{node} {node}", "twice"
    return draw.choice(ODD), "odd"


def _gone_or_other(choice: float, draw: random.Random) -> tuple[Any, str]:
    if choice < 0.1:
        return None, "delete"
    return (None, "rename") if choice < 0.14 else (deepcopy(draw.choice(VALUES)), "retype")


def _other_collection(node: Any, name: str, path: Path, draw: random.Random) -> tuple[Any, str]:
    choice = draw.random()
    if choice < 0.2:
        return _gone_or_other(choice, draw)
    if isinstance(node, list):
        entry = json.loads(json.dumps(draw.choice(node))) if node else "One."
        if choice < 0.4:
            return [], "empty"
        if choice < 0.5:
            return [*node, entry], "repeat"
        if choice < 0.6:
            return [entry] * 40, "forty"
        if choice < 0.7:
            return node[::-1], "reverse"
        return [*node, draw.choice(ODD + LONG)] if isinstance(entry, str) else [*node, entry, entry], "add"
    place = tuple(step for step in path if isinstance(step, str))
    known = _donors().get((name.split("/", maxsplit=1)[0], *(place[1:] if name in _SHARED else place)), {})
    others = sorted(set(known) - set(node)) or sorted(known)
    if not others:
        return {**node, "colour": "blue"}, "unknown key"
    key = draw.choice(others)
    return {**node, key: json.loads(json.dumps(draw.choice(known[key])))}, f"add {key}"


@lru_cache(maxsize=1)
def _ids() -> tuple[str, ...]:
    own = tuple(name.split("/")[1][:-5] for name in SMALL if "/" in name)
    return (
        *own,
        *(name.split("/")[1][:-5] for name in list(canonical_files())[::7] if "/" in name),
        "carer",
        "egan2020",
        "nobody",
        "own-1",
        "meet",
    )


def _written(value: Any, draw: random.Random) -> str:
    """Write a value as YAML in one of several styles."""
    style = draw.choice((None, None, None, '"', "'", "json"))
    if style == "json":
        return json.dumps(value, ensure_ascii=draw.random() < 0.3, indent=1)
    return yaml.dump(
        value,
        sort_keys=False,
        allow_unicode=draw.random() < 0.8,
        width=draw.choice((80, 110, 9999)),
        default_style=style,
    )


def _mutate_text(files: dict[str, bytes], draw: random.Random) -> str:
    name = draw.choice(list(files))
    lines = files[name].decode().split("\n")
    at = draw.randrange(len(lines))
    edits: dict[str, Callable[[], list[str]]] = {
        "indent": lambda: [*lines[:at], f" {lines[at]}", *lines[at + 1 :]],
        "outdent": lambda: [*lines[:at], lines[at][1:], *lines[at + 1 :]],
        "tab": lambda: [*lines[:at], f"\t{lines[at]}", *lines[at + 1 :]],
        "drop line": lambda: [*lines[:at], *lines[at + 1 :]],
        "repeat line": lambda: [*lines[:at], lines[at], *lines[at:]],
        "comment": lambda: [*lines[:at], "# a note", *lines[at:]],
        "comment after": lambda: [*lines[:at], f"{lines[at]} # a note", *lines[at + 1 :]],
        "blank": lambda: [*lines[:at], "", *lines[at:]],
        "spaces": lambda: [f"{line}  " for line in lines],
        "returns": lambda: [f"{line}\r" for line in lines[:-1]] + lines[-1:],
        "mark": lambda: [f"\ufeff{lines[0]}", *lines[1:]],
        "second document": lambda: [*lines, "---", "a: b"],
        "cut": lambda: [*lines[:at], lines[at][: len(lines[at]) // 2]],
        "quote": lambda: [*lines[:at], f'{lines[at]}"', *lines[at + 1 :]],
        "no colon": lambda: [*lines[:at], lines[at].replace(":", "", 1), *lines[at + 1 :]],
    }
    how = draw.choice(list(edits))
    files[name] = "\n".join(edits[how]()).encode()
    if draw.random() < 0.05:
        files[name] = files[name].decode().encode("utf-16")
        how += ", utf-16"
    return f"{name}: line {at + 1} {how}"


def _mutate_files(files: dict[str, bytes], draw: random.Random) -> str:
    name = draw.choice(list(files))
    folder, _, base = name.rpartition("/")
    new = draw.choice(
        (
            f"{folder}/{base}.txt",
            base,
            f"postcard/{base}",
            f"tools/{base}",
            f"{folder}/sub/{base}",
            f"{folder}/My {base}",
            f"{folder}/{base[:-5]}.yml",
            f"{folder}/{base.upper()}",
            "",
            f"{folder}/con.yaml",
        )
    )
    data = files.pop(name)
    if new:
        files[new.lstrip("/")] = data
    return f"{name}: moved to {new!r}"
