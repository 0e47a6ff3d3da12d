"""One fault in good content, a good brand, a good document, or something that is no file to inspect."""

from collections.abc import Callable
from pathlib import Path

from attrs import evolve
from tests.faults import good

from coprod_content.document import Document, Figure, Paragraph, Section, Table
from coprod_content.text import text_of, verbatim
from roots import DIAGRAM, POSTCARD, SMALL, THEME, changed

Changes = dict[str, str | bytes | None]
TOOL, CARD, WORKSHOP = "tools/pairs.yaml", "postcards/who-decides.yaml", "workshops/meeting.yaml"


def card(old: str, new: str) -> Changes:
    """The postcard of the small root with a piece replaced."""
    return dict(changed(CARD, old, new))


def tool(old: str, new: str) -> Changes:
    """The tool of the small root with a piece replaced."""
    return dict(changed(TOOL, old, new))


def purpose(words: str) -> Changes:
    """The tool of the small root with another purpose."""
    return tool("purpose: Hear each other.", f"purpose: '{words}'")


def alt(words: str) -> Changes:
    """The diagram of the small root with another alternative text."""
    return dict(changed("diagrams/circles.yaml", "Two circles that overlap.", words))


LINK = "https://www.example.org"
ROOTS: dict[str, Changes] = {
    "no-about": {"about.yaml": None},
    "unknown-folder": {"tool/x.yaml": "a: b\n"},
    "unknown-file": {"tools.yaml": "a: b\n"},
    "file-name": {"postcards/other.yml": POSTCARD},
    "not-utf-8": {CARD: POSTCARD.encode() + b"# \xff\n"},
    "not-yaml": {CARD: "theme: [\n"},
    "several-documents": {CARD: f"{POSTCARD}---\na: b\n"},
    "duplicate-key": {CARD: f"{POSTCARD}listen_for: Noise.\n"},
    "key": {CARD: f"{POSTCARD}[a, b]: c\n"},
    "alias": card("why: Power is seldom named.", "why: *power"),
    "anchor": card("why: Power", "why: &power Power"),
    "tag": card("why: Power", "why: !!str Power"),
    "merge-key": {CARD: f"{POSTCARD}<<: {{listen_for: Noise.}}\n"},
    "too-large": {CARD: "x" * (2**20 + 1)},
    "too-deep": {CARD: "a: " + "[" * 40 + "]" * 40 + "\n"},
    "control-character": card("Power is seldom named.", '"Power \\a is"'),
    "duplicate-id": {"tools/carer.yaml": SMALL[TOOL]},
    "unknown-key": {CARD: f"{POSTCARD}colour: red\n"},
    "missing-key": card("listen_for: Silence.\n", ""),
    "mapping": tool("minutes: {least: 10, most: 30}", "minutes: 10"),
    "list": card("follow_ups: [Who else could?]", "follow_ups: Who else could?"),
    "empty": card("follow_ups: [Who else could?]", "follow_ups: []"),
    "text": card("why: Power is seldom named.", "why: [Power]"),
    "too-long": card("Power is seldom named.", "word " * 3000),
    "number": tool("minutes: {least: 10, most: 30}", "minutes: {least: ten, most: 30}"),
    "choice": card("moment: opening", "moment: midle"),
    "form": dict(changed("about.yaml", '"2026-11-23"', "tomorrow")),
    "unknown-id": card("theme: sharing", "theme: shring"),
    "link": purpose("Look [there](ftp://x)."),
    "minutes": dict(changed(WORKSHOP, "minutes: 60", "minutes: 61")),
    "range": tool("people: {least: 2, most: 20}", "people: {least: 30, most: 20}"),
    "duplicate-number": {"themes/second.yaml": THEME},
    "changes": tool("setting: either", "setting: either\nchanges: [{day: '2026-11-24', what: A step is shorter.}]"),
    "link-vague": purpose(f"To learn, [click here]({LINK})."),
    "link-bare-address": purpose(f"See [{LINK}/a]({LINK}/a)."),
    "link-same-words": purpose(f"See [the book]({LINK}/a) and [the book]({LINK}/b)."),
    "alt-file-name": alt("circles.png"),
    "alt-placeholder": alt("Diagram"),
    "alt-picture-of": alt("An image of two circles"),
    "alt-repeats-title": {"diagrams/circles.yaml": DIAGRAM.replace("Two circles that overlap.", "Two circles")},
}
ADVICE = {"break", "uncited", "reading-age", "long-sentence", "acronym", "unexplained", "same-question"}
"""Their files are those of test_checks.py, test_advice.py and test_reading.py."""
BUILDS = {"does-not-fit", "no-glyph"}
"""Their files are those of test_build.py."""
ELSEWHERE = {"no-root", "not-json", "not-readable", "value"}
"""A folder that is not there, a library as JSON, a file that may not be read, a value of a field without a code."""
_STOCK = "stocks: {{a4-four: {{{}}}}}\n"
BRANDS = {
    "contrast": 'palette: {ink: "#cccccc"}\n',
    "no-file": "logo: {file: logo.png, alt: Our trust}\n",
    "too-large": "logo: {file: large.png, alt: Our trust}\n",
    "overlap": _STOCK.format("dx: 90"),
    "off-sheet": _STOCK.format("width: 110, dx: 112"),
    "bleed": _STOCK.format("bleed: 9"),
}


def shown(*blocks: Paragraph | Table | Figure) -> Document:
    """A document of one section with some blocks."""
    return Document(title="By hand", language="en-GB", sections=(Section(title="One part", blocks=blocks),))


def titled(*titles: str) -> Document:
    """A document of sections with some titles."""
    return Document(title="By hand", language="en-GB", sections=tuple(Section(title=title) for title in titles))


def linked(markdown: str) -> Document:
    """A document with a paragraph of some Markdown."""
    return shown(Paragraph(text_of(markdown)))


def table(*header: str) -> Document:
    """A document with a table of a header."""
    cells = tuple(verbatim(words) for words in header)
    return shown(Table("Days", cells, (cells,), (1,) * len(cells)))


def figure(words: str) -> Document:
    """A document with a figure."""
    return shown(Figure(good.DRAWING, words))


DOCUMENTS: dict[str, Document] = {
    "link-vague": linked(f"Read [more]({LINK})."),
    "link-bare-address": linked(f"See [www.example.org]({LINK})."),
    "link-same-words": linked(f"See [the book]({LINK}/a) and [the book]({LINK}/b)."),
    "alt-file-name": figure("circle.svg"),
    "alt-placeholder": figure("Figure 1"),
    "alt-picture-of": figure("Photo of a circle"),
    "alt-repeats-title": figure("One part"),
    "title-duplicate": titled("What we do", "what we do"),
    "title-blank": titled("…"),
    "table-header-empty": table("Day", " "),
    "table-too-wide": table(*"ABCDEFG"),
    "language-tag": evolve(titled("One"), language="British English"),
}


def _made(content: bytes) -> Callable[[Path], Path]:
    def plant(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return plant


def _sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path)
    return path


FILES: dict[str, tuple[tuple[str, Callable[[Path], Path]], ...]] = {
    "not-readable": (("gone.pptx", lambda path: path), ("folder.docx", _folder), ("loop.pdf", _loop)),
    "too-large": (("sparse.pptx", _sparse),),
    "unknown-format": (("slides.odp", _made(b"PK")), ("no-ending", _made(b"x"))),
}
