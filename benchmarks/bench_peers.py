"""A deck beside PptxGenJS, a guide beside docx for Node, and a cold pack beside Pandoc.

The peers write the same words, and each is left out if it is not installed. The two libraries come with
`npm install --prefix build/peers pptxgenjs docx`, and Pandoc must be on the search path.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from attrs import asdict, evolve

from benchmarks.bench_guide import SECTIONS, guide
from benchmarks.bench_slides import SLIDES, deck_of, document_of, plan_of
from benchmarks.clock import cpu_seconds, process_cpu_seconds, report
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Facts, Table, block_texts
from coprod_content.document.document import Document
from coprod_content.text.spans import plain
from coprod_guide import render as render_guide

_PEERS = Path("build/peers")
_RUNS = 15


def main() -> None:
    """Print the processor times of our formats and of their peers."""
    brand, numbers = load_brand(), count()

    def renamed(document: Document) -> Document:
        """Return a document with other titles, so that nothing of an earlier run can be used again."""
        number = next(numbers)
        sections = (evolve(each, title=f"{each.title} {number}") for each in document.sections)
        return evolve(document, sections=tuple(sections))

    deck, text = document_of(SLIDES), guide()
    if (_PEERS / "node_modules").is_dir() and shutil.which("node"):
        slides = [asdict(slide) for slide in plan_of(deck_of(deck, brand))]
        (ours,) = cpu_seconds(lambda: deck_of(renamed(deck), brand), rounds=_RUNS)
        report(f"deck of {SLIDES} slides", ours, "PptxGenJS", _node_seconds("deck", slides), "1.0")
        (ours,) = cpu_seconds(lambda: render_guide(renamed(text), brand), rounds=_RUNS)
        theirs = _node_seconds("guide", list(_paragraphs(text)))
        report(f"guide of {SECTIONS} sections", ours, "docx", theirs, "1.0")
    if shutil.which("pandoc"):
        _beside_pandoc(deck, text)


def _node_seconds(what: str, words: object) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "words.json")
        file.write_text(json.dumps(words), encoding="utf-8")
        command = ["node", "benchmarks/peers.mjs", what, str(file), str(_PEERS.resolve()), str(_RUNS)]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _paragraphs(document: Document) -> Iterator[tuple[str, list[object]]]:
    """Yield each paragraph or table of a guide: its kind, and its texts or rows."""
    for _, section in document.walk():
        yield "heading", [section.title]
        for block in section.blocks:
            match block:
                case Table(_, header, rows):
                    yield "table", [[plain(cell) for cell in row] for row in (header, *rows)]
                case Facts(_, facts):
                    yield "table", [[fact.label, plain(fact.value)] for fact in facts]
                case _:
                    kind = "bullet" if isinstance(block, Bullets) else "text"
                    yield from ((kind, [plain(words)]) for words in block_texts(block))


def _beside_pandoc(deck: Document, text: Document) -> None:
    """Print the time of a whole pack, beside Pandoc's for a deck and a guide."""
    with tempfile.TemporaryDirectory() as folder:
        theirs = 0.0
        for document, suffix in ((deck, "pptx"), (text, "docx")):
            source = Path(folder, f"{suffix}.md")
            source.write_text(_markdown(document), encoding="utf-8")
            theirs += process_cpu_seconds("pandoc", str(source), "-o", str(source.with_suffix(f".{suffix}")))
        command = (
            sys.executable,
            "-m",
            "coprod_content",
            "pack",
            "first-steps",
            "--no-cache",
            "--out",
            f"{folder}/out",
        )
        ours = process_cpu_seconds(*command)
    report("coprod pack first-steps, nothing kept", ours, "Pandoc, a deck and a guide", theirs, "1.5")


def _markdown(document: Document) -> str:
    lines = []
    for _, section in document.walk():
        lines.append(f"# {section.title}")
        for block in section.blocks:
            mark = "- " if isinstance(block, Bullets) else ""
            lines += [f"{mark}{plain(words)}" for words in block_texts(block)]
        notes = [plain(words) for block in section.notes for words in block_texts(block)]
        lines += ["::: notes", *notes, ":::"] if notes else []
    return "\n\n".join(lines)
