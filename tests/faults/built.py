"""Good documents with one fault each, and content that fails when a file is made."""

from pathlib import Path

from attrs import evolve
from tests.faults import good
from tests.faults.contents import CARD, LINK, TOOL
from tests.faults.planted import Findings, Planted
from tests.support.roots import changed, small_root

from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_content.checks.document import document_findings
from coprod_content.document.blocks import Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.findings.fault import finding_of
from coprod_content.packs.build import make
from coprod_content.plugins.renderers import renderer
from coprod_content.text.spans import text_of, verbatim


def shown(*blocks: Paragraph | Table | Figure) -> Document:
    """Return a document with one section of these blocks."""
    return Document(title="By hand", language="en-GB", sections=(Section(title="One part", blocks=blocks),))


def titled(*titles: str) -> Document:
    """Return a document with sections of these titles."""
    return Document(title="By hand", language="en-GB", sections=tuple(Section(title=title) for title in titles))


def linked(markdown: str) -> Document:
    """Return a document with a paragraph of Markdown."""
    return shown(Paragraph(text_of(markdown)))


def table(*header: str) -> Document:
    """Return a document with a table of this header."""
    cells = tuple(verbatim(words) for words in header)
    return shown(Table("Days", cells, (cells,), (1,) * len(cells)))


def figure(words: str) -> Document:
    """Return a document with a figure."""
    return shown(Figure(good.DRAWING, words))


def built(at: str, edition: str, to: str, changes: dict[str, str]) -> tuple[Planted, ...]:
    """Return a plant of changes to the small root that show when a file is made."""

    def findings(folder: Path, changes: dict[str, str]) -> Findings:
        library = load(small_root(folder / "content", changes))
        select = tuple(library.workshops) if edition == "deck" else ()
        return make(edition, to, library, load_brand(), select).findings

    return (Planted((at,), lambda folder: findings(folder, {}), lambda folder: findings(folder, changes)),)


ONE, TWO = linked(f"See [the book]({LINK}/a)."), figure("A circle for all.")
WORDS = "words " * 400
# For each code the title that it is told under, a document with the fault, and one without.
PAIRS = {
    "link-vague": ("One part", linked(f"Read [more]({LINK})."), ONE),
    "link-bare-address": ("One part", linked(f"See [www.example.org]({LINK})."), ONE),
    "link-same-words": ("One part", linked(f"See [the book]({LINK}/a) and [the book]({LINK}/b)."), ONE),
    "alt-file-name": ("One part", figure("circle.svg"), TWO),
    "alt-placeholder": ("One part", figure("Figure 1"), TWO),
    "alt-picture-of": ("One part", figure("Photo of a circle"), TWO),
    "alt-repeats-title": ("One part", figure("One part"), TWO),
    "title-duplicate": ("what we do", titled("What we do", "what we do"), titled("What we do", "what they do")),
    "title-blank": ("…", titled("…"), titled("One…")),
    "table-header-empty": ("One part", table("Day", " "), table("Day", "Hour")),
    "table-too-wide": ("One part", table(*"ABCDEFG"), table(*"ABCDEF")),
    "language-tag": ("By hand", evolve(titled("One"), language="British English"), titled("One")),
}
DOCUMENTS = {
    code: (Planted((at,), lambda _, it=sound: document_findings(it), lambda _, it=faulty: document_findings(it)),)
    for code, (at, faulty, sound) in PAIRS.items()
}


def spoken(faulty: Document, at: str = "") -> tuple[Planted, ...]:
    """Return a plant of a document that cannot be spoken as it is."""

    def findings(document: Document) -> Findings:
        faults = renderer("audio").faults
        assert faults
        return tuple(evolve(finding_of(each, ""), where=None) for each in faults(document, load_brand()))

    return (Planted((at,), lambda _: findings(linked("A word.")), lambda _: findings(faulty)),)


BUILDS = {
    "no-voice": spoken(evolve(linked("A word."), language="cy")),
    "no-words": spoken(titled("One")),
    "unspoken": spoken(linked("A word and 👍."), "under 'One part'"),
    "long-audio": spoken(linked("word " * 9_000)),
    "does-not-fit": built(
        f"content/{TOOL}:18 steps[2].say", "deck", "slides", changed(TOOL, "say: Please swap.", f"say: {WORDS}")
    ),
    "left-out": built(
        f"content/{TOOL}:15 steps[2].title",
        "tool-cards",
        "cards",
        changed(TOOL, "access: [Sit close.]", f"access: [{WORDS[:600]}]"),
    ),
    "broken-word": built(
        f"content/{CARD}:2 question",
        "postcards",
        "cards",
        changed(CARD, "Who decides here?", f"Who decides {'here' * 20}?"),
    ),
    "no-glyph": built(
        f"content/{CARD}:1 Who decides สวัสดี?",
        "postcards",
        "cards",
        changed(CARD, "Who decides here?", "Who decides สวัสดี?"),
    ),
}
