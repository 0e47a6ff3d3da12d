"""Checks for testing renderers."""

import html
import io
import re
import unicodedata
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import get_args

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Stroke
from coprod_content.document import blocks
from coprod_content.document.document import ROLES, Document, Section
from coprod_content.document.fill_in import WITH_OPTIONS, WITHOUT_OPTIONS, FillIn
from coprod_content.layout.fit import FittedDocument, fit
from coprod_content.layout.frames import Frames
from coprod_content.plugins.renderer_calls import RendererCalls, check_template_functions, process_for
from coprod_content.plugins.renderers import Renderer
from coprod_content.text.spans import Span, text_of, verbatim

ReadText = Callable[[bytes], str]

_JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBT"
    "mCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fH"
    "z/wAARCAAgADADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQ"
    "RBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1"
    "dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/"
    "8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRob"
    "HBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZa"
    "XmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDAoorvamvX"
    "9jbS9yaVL2l9TgqK72uCooV/bX0tYKtL2dtQoooroMQrva4KiuevQ9tbW1jalV9nfQ72uCooooUPY31vcKtX2ltAoooroMT/2Q=="
)

HOSTILE = (
    "<b>&amp;</b> \"quotes\" 'single' ]]> -->",
    "#set page(width: 1pt) $x$ `code` *star* _under_ @cite <label> \\ / //",
    "{{ 7 * 7 }} {% raw %} ${HOME} %s {0}",
    "=cmd|' /C calc'!A0",
    "Ünïcödé ž Ł ß Æ þ ﬁ – — … “quoted” ‘single’",
    "Zażółć gęślą jaźń",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "e\u0301 combining, non\u00a0breaking, soft\u00adhyphen",
    "a\u0331\u030a e\u0323\u0301 marks on letters that have none of them built in",
    "wonderfullyunbreakableparticipationandcoproductionarrangements in sixty letters",
    "عندما يشارك الناس في التصميم, אנשים מתכננים יחד, and 123 (left to right)",
    "人们一起设计服务，这样更好。 서비스를 함께 개선합니다.",
    "👩‍⚕️ 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ✅",
)
"""Strings that have broken renderers before."""


def specimen_blocks(words: str = "Some words") -> tuple[blocks.Block, ...]:
    """Return blocks of every type and style, most of them containing `words`."""
    drawing = Drawing(
        width=120,
        height=60,
        shapes=(
            Rectangle(x=2, y=2, width=40, height=30, fill="theme_1", corner=3),
            Circle(x=70, y=30, radius=20, fill="theme_2", opacity=40, outline="theme_2"),
            Polygon(points="90,5 110,5 100,20.5", fill="theme_3", opacity=60, outline="ink"),
            Path(commands="M 5,50 C 25,35 45,65 70,50", colour="ink", dashed=True, arrow=True),
            Path(commands="M 95,25 C 105,25 110,32 100,36 L 92,36 Z", fill="theme_4", opacity=70, colour="ink"),
            Stroke(x=42, y=17, to_x=60, to_y=25, colour="muted", arrow=True),
            Label(x=80, y=40, width=40, height=10, text="A label", size=7),
        ),
    )
    text = verbatim(words)
    styled = text_of("Plain, **strong**, *emphasis* and a [link](https://www.example.org/a?b=1&c=2). ")
    return (
        blocks.Paragraph(text, "lead"),
        blocks.Paragraph((*styled, *text)),
        blocks.Paragraph((Span("A claim "), Span("1", citation="somebody2016"), Span("."))),
        *(blocks.Paragraph(text, style) for style in ("say", "small")),
        blocks.Bullets((text, verbatim("Second point"))),
        blocks.Bullets((text, verbatim("Second step")), "number", start=3),
        blocks.Bullets((text, verbatim("Second thing")), "check"),
        blocks.Facts("Facts at a glance", (blocks.Fact("Time", verbatim("20 minutes")), blocks.Fact("People", text))),
        blocks.Table(
            "A table", (verbatim("First"), verbatim("Second")), ((text, verbatim("B")), (verbatim("C"), text)), (1, 2)
        ),
        *(blocks.Callout(kind, f"A callout of kind {kind}", (text,)) for kind in get_args(blocks.CalloutKind)),
        blocks.Figure(drawing, "A rectangle and a circle, joined by a line.", text),
        blocks.Photograph(_JPEG, "Three people around a table.", text),
        *(blocks.Illustrated(drawing, each) for each in (text, verbatim("Another idea."))),
        blocks.Writing(text, 3),
        *(FillIn("A field", kind, answer=words) for kind in WITHOUT_OPTIONS),
        *(FillIn(words, kind, text, (words, "One"), required=True) for kind in WITH_OPTIONS),
        blocks.Signpost("Where to read on", "https://www.example.org/read?a=1&b=2"),
    )


def specimen(words: str = "Some words") -> Document:
    """Return a document with every block and role, nested sections and notes."""
    every_block = specimen_blocks(words)
    kinds = Section(
        title="Every block",
        label="A label",
        accent="theme_3",
        notes=every_block,
        sections=tuple(Section(title=f"Block {at}", blocks=(block,)) for at, block in enumerate(every_block, start=1)),
    )
    roles = tuple(
        Section(
            title=f"The role {role}",
            role=role,
            minutes=5,
            accent="theme_4",
            group="Roles",
            blocks=(blocks.Paragraph(verbatim(words)),),
        )
        for role in (*ROLES, "a role of tomorrow")
    )
    steps = tuple(Section(title=f"Do {at}", role="step", number=at, minutes=at) for at in (1, 2))
    return Document(
        title="A specimen",
        subtitle="Every block and every role",
        language="en-GB",
        edition="specimen",
        author="coprod_content",
        imprint="An imprint",
        sections=(kinds, Section(title="Steps", sections=steps), *roles),
    )


def check_renderer(renderer: Renderer, brand: Brand | None = None, *, read_text: ReadText | None = None) -> None:
    """Check a renderer. Raises AssertionError if it fails.

    The renderer must handle every block, every role and hostile text without losing words, and give the same bytes
    every time. `read_text` extracts the text from the rendered bytes. If it is not given, words are checked only in
    markup, Office and plain-text formats.

    The check also fails if a function of the renderer raises an exception, ends its process, or takes longer than the
    environment variable COPROD_PLUGIN_SECONDS allows. The functions run in a separate process, except lambdas and
    functions defined in a script. These run in this process, and cannot be stopped.
    """
    process = process_for(renderer)
    try:
        _check(renderer, brand or load_brand(), read_text or _text_reader(renderer.suffix), RendererCalls(process))
    finally:
        if process:
            process.stop()


def _check(renderer: Renderer, brand: Brand, read: ReadText | None, calls: RendererCalls) -> None:
    if renderer.reference:
        assert calls.result("reference", bytes, renderer.reference, brand), "reference returned no bytes"
    check_template_functions(renderer, brand, calls)
    for probe, twice in _probes(with_words=read is not None):
        document = probe
        if renderer.frames:
            frames = calls.result("frames", Frames, renderer.frames, brand)
            document = calls.result("frames", FittedDocument, fit, document, frames).document
        data = calls.result("render", bytes, renderer.render, document, brand)
        assert data, "render returned no bytes"
        again = calls.result("render", bytes, renderer.render, document, brand) if twice else data
        assert again == data, "the same document gave different bytes the second time"
        reported = calls.result("uncovered", str, renderer.uncovered, document, brand) if renderer.uncovered else ""
        if read:
            _assert_no_word_lost(document, read(data), reported)


def _probes(*, with_words: bool) -> Iterator[tuple[Document, bool]]:
    """Yield documents to render, and whether to render each twice.

    If the words of a format can be read, there is a whole document for each hostile string. Otherwise, there is one
    document for all hostile strings, and a short one for each, because it takes a long time to render whole documents
    as pictures.
    """
    if with_words:
        yield from ((specimen(words), words in ("Some words", HOSTILE[-1])) for words in ("Some words", *HOSTILE))
        return
    yield from ((specimen(words), True) for words in ("Some words", " ".join(HOSTILE)))
    for words in HOSTILE:
        document = specimen(words)
        yield evolve(document, sections=document.sections[:2]), False


def _assert_no_word_lost(document: Document, output: str, reported: str) -> None:
    """Raise AssertionError if the output lacks a word of the document.

    `reported` contains the characters that the renderer cannot show, which do not count.
    """
    gone = dict.fromkeys(map(ord, reported))
    present = _normalised(output.translate(gone))
    lost = [word for word in _words(document) if _normalised(word.translate(gone)) not in present]
    count = "1 word is" if len(lost) == 1 else f"{len(lost)} words are"
    assert not lost, f"{count} missing from the output; the first is {lost[0]!r}"


def _words(document: Document) -> Iterator[str]:
    for _, section in document.walk():
        yield from (*section.label.split(), *section.title.split())
        for block in section.blocks:
            for text in blocks.block_texts(block):
                for span in text:
                    yield from span.text.split()


def _normalised(words: str) -> str:
    """Return words in lower case, without differences that layout can cause.

    This composes letters and accents, and removes spaces, hyphens, characters that have no width, and U+FFFD, which
    stands for a character that cannot be shown.
    """
    return re.sub(r"[\s\u00ad\u200b-\u200e\ufe00-\ufe0f\ufffd-]+", "", unicodedata.normalize("NFC", words)).casefold()


def _text_reader(suffix: str) -> ReadText | None:
    match suffix:
        case ".pptx" | ".docx" | ".odt" | ".epub":
            return _zip_text
        case ".html" | ".xml":
            return lambda data: _without_tags(data.decode())
        case ".txt":
            return bytes.decode
        case ".md" | ".json":
            return lambda data: re.sub(r"\\(.)", r"\1", data.decode())
        case _:
            return None


def _zip_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = sorted(name for name in archive.namelist() if name.endswith((".xml", ".xhtml", ".rels")))
        return " ".join(_without_tags(archive.read(name).decode()) for name in parts)


def _without_tags(markup: str) -> str:
    """Return the text and the attribute values in markup."""
    values = " ".join(re.findall(r'"([^"]*)"', markup))
    return html.unescape(re.sub(r"<[^>]*>", "", markup)) + " " + html.unescape(values)
