"""Good files to plant faults in: a deck, a guide, a PDF and a web page."""

import io
from functools import cache

import pikepdf
import typst
from tests.support.slides_reading import rendered

from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Circle, Drawing, Label
from coprod_content.document.blocks import Bullets, Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import text_of, verbatim
from coprod_guide import renderer as guide_renderer

DRAWING = Drawing(
    width=100,
    height=50,
    shapes=(
        Circle(x=30, y=25, radius=20, fill="theme_1"),
        Label(x=60, y=20, width=35, height=10, text="Us", size=6),
    ),
)


@cache
def document() -> Document:
    """Return a document with a list, a link, a table and a figure."""
    link = text_of("Read the [handbook for carers](https://www.example.org/handbook) first.")
    table = Table(
        "When we meet",
        (verbatim("Day"), verbatim("Hour")),
        ((verbatim("Monday"), verbatim("Ten")), (verbatim("Friday"), verbatim("Two"))),
        (1, 1),
    )
    return Document(
        title="A good document",
        subtitle="For tests",
        language="en-GB",
        author="Nobody",
        imprint="Made for tests",
        sections=(
            Section(title="A good document", role="cover", blocks=(Paragraph(verbatim("In which all is well.")),)),
            Section(title="What we do", group="One", blocks=(Bullets((verbatim("Listen"), verbatim("Speak"))),)),
            Section(title="Where to read", group="One", blocks=(Paragraph(link),)),
            Section(title="Our hours", group="Two", blocks=(table,)),
            Section(title="Who we are", role="figure", group="Two", blocks=(Figure(DRAWING, "A circle for all."),)),
        ),
    )


@cache
def deck() -> bytes:
    """Return a good PowerPoint file."""
    return rendered(document(), load_brand())


@cache
def guide() -> bytes:
    """Return a good Word file, with the words of the cover in their own section."""
    return guide_renderer.render(document(), load_brand())


_TYPST = """
#set document(title: "A good file", author: "Nobody", date: datetime(year: 2026, month: 11, day: 26))
#set text(lang: "en", region: "gb", font: "Atkinson Hyperlegible")
#set page(width: 100mm, height: 70mm)
= One
#for word in ("Listen", "Speak") [- #word
]
#link("https://www.example.org/handbook")[The handbook]
== Two
#table(columns: 2, table.header[Day][Hour], [Monday], [Ten])
#figure(alt: "A circle for all.", circle(radius: 5mm), caption: none)
#for at in range(4) { pagebreak(); [= Page #(at + 2)]; [Some words.] }
"""


@cache
def pdf() -> bytes:
    """Return a good PDF file of five pages."""
    from coprod_cards.fonts import font_files

    made = typst.compile(
        _TYPST.encode(),
        font_paths=font_files(("Atkinson Hyperlegible",)),
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        format="pdf",
    )
    assert isinstance(made, bytes)
    with pikepdf.open(io.BytesIO(made)) as opened:
        opened.Root.Lang = pikepdf.String("en-GB")
        out = io.BytesIO()
        opened.save(out, deterministic_id=True)
        return out.getvalue()


PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A good page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<style>body { color: #111111 }</style>
</head>
<body>
<a href="#main">Skip to the content</a>
<main id="main">
<h1>A good page</h1>
<h2>Where to read</h2>
<p>Read the <a href="https://www.example.org/handbook">handbook for carers</a> first.</p>
<table><caption>When we meet</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Hour</th></tr></thead>
<tbody><tr><td>Monday</td><td>Ten</td></tr></tbody></table>
<h3>Who we are</h3>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A circle for all.">
<form><label for="name">Name</label><input id="name" type="text"></form>
</main>
</body>
</html>
"""
