"""A guide of 40 sections, beside a plain python-docx loop that writes the same text."""

import io

import docx

from benchmarks.clock import report, seconds
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Paragraph, Table, block_texts
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import plain, text_of, verbatim
from coprod_guide import render

SECTIONS = 40
SENTENCE = "People who use a service know things about it that **nobody else** can know, on the days when nobody looks."


def guide() -> Document:
    """Return a guide of 40 sections with eight kinds of text in each."""
    text = text_of(SENTENCE)
    blocks = (
        Paragraph(text, "lead"),
        *(Paragraph(text) for _ in range(6)),
        Bullets((text,) * 8),
        Bullets((text,) * 5, "number"),
        Facts("At a glance", tuple(Fact(label, text) for label in ("Time", "People", "Where"))),
        Table("A table", (verbatim("First"), verbatim("Second")), ((text, text),) * 4, (1, 1)),
        Callout("say", "Say", (text, text)),
    )
    sections = tuple(Section(title=f"Section {at}", blocks=blocks) for at in range(1, SECTIONS + 1))
    return Document(title="A guide", language="en-GB", sections=sections)


def plain_loop(document: Document) -> bytes:
    """Return the same text as a Word file, written with the usual calls of python-docx."""
    word = docx.Document()
    for level, section in document.walk():
        word.add_heading(section.title, level)
        for block in section.blocks:
            match block:
                case Table(_, header, rows):
                    _table(word, (header, *rows))
                case Facts(_, facts):
                    _table(word, tuple((verbatim(fact.label), fact.value) for fact in facts))
                case Bullets(items, style):
                    for item in items:
                        word.add_paragraph(plain(item), style="List Number" if style == "number" else "List Bullet")
                case _:
                    for text in block_texts(block):
                        word.add_paragraph(plain(text), style="Body Text")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _table(word: "docx.document.Document", rows: tuple[tuple[object, ...], ...]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = plain(text)  # type: ignore[arg-type]  # a Text, as in every row of a block


def main() -> None:
    """Print the time of the renderer and of the loop."""
    document, brand = guide(), load_brand()
    ours = seconds(lambda: render(document, brand))
    theirs = seconds(lambda: plain_loop(document))
    report(f"guide of {SECTIONS} sections", ours, "a plain python-docx loop", theirs, "a third")
