"""Text that is markup or code elsewhere stays text in the builder."""

import io
import zipfile

import docx
from pptx import Presentation
from tests.support.running_builder import Site, form, summary, with_values

from coprod_content.text.quotation_marks import curly

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'single' {{ 7*7 }} =1+1 ${x} %s \\n"


def test_hostile_text_stays_text(site: Site) -> None:
    """Markup, templates and formulas in a plan come out as they were written, with curly quotation marks in files."""
    page = site.get("/workshops/first-steps")
    cards = [each for each in form(page) if each[0].endswith(".postcards") and each[1]][2:]
    hostile = HOSTILE.replace("\\n", "").strip()
    values = {"title": hostile, "agenda[1].title": hostile, "event.organisation": hostile, "agenda[1].points": hostile}
    fields = tuple(each for each in with_values(form(page), values) if each not in cards)
    for answer in (site.post("/plan", fields, do="update"), site.post("/plan/preview", fields)):
        assert answer.status == 200, summary(answer)
        assert "<script>alert" not in answer.text
        assert answer.tree.xpath("count(//script[not(@src)])") == 0
        assert hostile in " ".join(answer.tree.text_content().split()) or "49" not in answer.words("heading")
    packed = site.post("/plan/pack", fields)
    assert packed.headers["content-type"] == "application/zip", summary(packed)
    with zipfile.ZipFile(io.BytesIO(packed.body)) as archive:
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {"first-steps"}
        for name in names:
            if name.endswith(".html"):
                assert b"<script" not in archive.read(name)
                assert b"&lt;script&gt;alert(1)" in archive.read(name) or "postcards" in name
        deck, guide = (
            archive.read(f"first-steps/first-steps-{name}") for name in ("deck.pptx", "facilitator-guide.docx")
        )
    slides = Presentation(io.BytesIO(deck)).slides
    printed = curly(hostile)
    assert printed in slides[0].shapes.title.text_frame.text.replace("\u00a0", " ").replace("\u2011", "-")
    assert printed in " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(guide)).paragraphs)
