"""The files of a pack as they will look: each can be looked at, and what is shown is what will be downloaded."""

import base64
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from PIL import Image, ImageChops, ImageStat
from pptx import Presentation
from tests.support.running_builder import Answer, Fields, Site, form, summary, with_values

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields as Sent
from coprod_builder.page_templates import PageTemplates
from coprod_builder.preview.file_list import FileList
from coprod_builder.preview.file_preview import file_preview
from coprod_builder.preview.pdf_pages import MOST_PAGES, pdf_pages
from coprod_builder.preview.preview_request import PreviewRequest, SeenFile
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make
from coprod_content.packs.pack_files import pack_files

Judge = Callable[[str], str]
SHEETS = "postcards.cards-a4-long-edge"


def few(site: Site, **values: str) -> Fields:
    """The form of a workshop with four postcards, so that its files are made soon."""
    fields = with_values(form(site.get("/workshops/first-steps")), values)
    cards = [pair for pair in fields if pair[0].endswith(".postcards") and pair[1]]
    assert len(cards) > 4
    return tuple(pair for pair in fields if pair not in cards[4:])


def looked(site: Site, fields: Fields, look: str) -> Answer:
    """The preview with a file looked at."""
    return site.post("/plan/preview", (*fields, ("look", look)))


def buttons(answer: Answer, name: str) -> list[str]:
    """The values of the buttons of a name."""
    return list(answer.tree.xpath(f"//button[@name='{name}']/@value"))


def named(answer: Answer) -> str:
    """What the page says it shows."""
    return answer.words("look")


def pictures(answer: Answer) -> list[Image.Image]:
    """The pictures of pages on a page."""
    found = answer.tree.xpath("//ol[contains(@class, 'sheets')]//img")
    images = [Image.open(io.BytesIO(bytes_of(each.get("src")))) for each in found]
    for each, image in zip(found, images, strict=True):
        assert (each.get("width"), each.get("height")) == (str(image.width), str(image.height))
        assert each.get("loading") == "lazy"
    return images


def unpacked(answer: Answer) -> dict[str, bytes]:
    """The files of a pack by their names without the folder and the workshop."""
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        return {name.split("/")[1].removeprefix("first-steps-"): archive.read(name) for name in archive.namelist()}


def test_every_file_of_a_pack_can_be_looked_at_and_is_the_one_that_is_downloaded(site: Site, library: Library) -> None:
    """The list names each file once; a deck has as many slides, a PDF as many pages as in the pack, and a file by
    itself is that of the pack to the byte."""
    fields = few(site, title="Our first Thursday")
    pack = unpacked(site.post("/plan/pack", fields))
    shown = site.post("/plan/preview", fields)
    listed = [key for key in buttons(shown, "look") if " " not in key] + buttons(shown, "open")
    for spec in pack_files(library.workshops["first-steps"], library):
        key, name = f"{spec.edition}.{spec.renderer}", spec.name.removeprefix("first-steps-")
        assert key in listed
        alone = site.post("/plan/open", (*fields, ("open", key)))
        suffix = next(each for each in (".pptx", ".docx", ".pdf", ".html") if pack.get(name + each) == alone.body)
        told = alone.headers.get("content-disposition", "")
        if suffix == ".html":
            assert alone.headers["content-type"].startswith("text/html")
            assert told == ""
            continue
        assert told == f'{"inline" if suffix == ".pdf" else "attachment"}; filename="{spec.name}{suffix}"'
        seen = looked(site, fields, key)
        assert seen.status == 200
        current = seen.tree.xpath("//*[contains(@class, 'pile')]//*[@aria-current]/@value")
        assert current == [key]
        assert_shows(seen, alone.body, suffix)


def assert_shows(seen: Answer, data: bytes, suffix: str) -> None:
    """A page with as much on it as a file has."""
    if suffix == ".pdf":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
        alts = seen.tree.xpath("//ol[contains(@class, 'sheets')]//img/@alt")
        wanted = [f"page {at} of {count}" for at in range(1, min(count, MOST_PAGES) + 1)]
        assert [each.rpartition(": ")[2] for each in alts] == wanted
        assert f"{count} page" in named(seen)
        assert len(pictures(seen)) == min(count, MOST_PAGES)
    elif look := file_preview(suffix, data):
        labels = seen.tree.xpath("//ol[contains(@class, 'sheets')]/li/*[name()='svg']/@aria-label")
        assert len(labels) == look.total > 0
        assert look.length in named(seen)
        assert look.total == len(Presentation(io.BytesIO(data)).slides)
        assert labels[0] == "Slide 1: Our first Thursday"
    else:
        assert_has_the_words(seen, data)
    assert [value for value in buttons(seen, "open") if value.endswith(".web")], "the words are on a web page"


def assert_has_the_words(seen: Answer, data: bytes) -> None:
    """A page with every paragraph and cell of a Word file, in the same order, and the button that downloads it."""
    (article,) = seen.tree.xpath("//article[@class='paper']")
    words = letters(article.text_content())
    for each in docx_texts(data):
        if each in ("What", "Details"):  # the header of a table of facts, which are no table on a web page
            continue
        at = words.find(letters(each))
        assert at >= 0, each
        words = words[at:]
    assert "These are the words in their order. Word decides where pages end." in " ".join(seen.text.split())
    assert seen.tree.xpath("//button[@name='open'][text()='Download the Word file']")
    assert seen.tree.xpath("count(//ol[contains(@class, 'sheets')])") == 0


def docx_texts(data: bytes) -> Iterator[str]:
    """The paragraphs and cells of the body of a Word file, without drawings and its list of contents."""
    for each in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        if each.xpath("boolean(.//w:drawing or ancestor::w:txbxContent)"):
            continue
        style = each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or not style.get(qn("w:val"), "").startswith("TOC"):
            yield "".join(text.text or "" for text in each.iter(qn("w:t")))


def letters(words: str) -> str:
    """Letters and digits alone: spaces, hyphens and marks of lists differ between formats."""
    return re.sub(r"[\W_]", "", words)


@pytest.mark.parametrize(
    ("edition", "to", "least"),
    [
        ("run-sheet", "cards-reading", 1),
        ("postcards", "cards-a4-long-edge", 10),
        ("print-test-sheet", "cards-test-sheet", 2),
    ],
)
def test_pictures_are_those_of_another_reader(
    edition: str, to: str, least: int, library: Library, brand: Brand, judge: Judge, tmp_path: Path
) -> None:
    """poppler draws the same pages: nowhere is more than a shade between them, and between two pages there is."""
    select = ("first-steps",) if edition != "print-test-sheet" else ()
    data = make(edition, to, library, brand, select).data
    assert data
    (tmp_path / "x.pdf").write_bytes(data)
    found = pdf_pages(data, 1)
    assert found.total >= least
    command = [judge("pdftoppm"), "-png", "-r", "100", "x.pdf", "x"]
    subprocess.run(command, cwd=tmp_path, check=True)
    others = [small(path.read_bytes()) for path in sorted(tmp_path.glob("x-*.png"))]
    ours = [small(bytes_of(each.data)) for each in found.images]
    apart = [ImageStat.Stat(ImageChops.difference(*pair)).mean[0] for pair in zip(ours, others, strict=True)]
    assert max(apart) < 4, apart
    if len(ours) > 1:
        assert ImageStat.Stat(ImageChops.difference(ours[0], others[1])).mean[0] > 2 * max(apart)


def small(data: bytes) -> Image.Image:
    """A picture in grey, so small that it does not matter how letters are smoothed."""
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("L").resize((100, 100), Image.Resampling.BOX)


def bytes_of(address: str) -> bytes:
    """What is in a `data:` address."""
    return base64.b64decode(address.partition(",")[2])


def test_each_file_of_a_planned_session_opens(site: Site) -> None:
    """A plan that is not in the library gives its files as web pages, as PDFs and on their own, as any other does."""
    fields = form(site.planned(minutes=90, people=12, purpose="decide", setting="in-person"))
    shown = site.post("/plan/preview", fields)
    for key in (*buttons(shown, "open"), "run-sheet.cards-reading", "handouts.guide"):
        assert site.post("/plan/open", (*fields, ("open", key))).status == 200, key


def test_cards_that_were_added_to_a_workshop_open(site: Site) -> None:
    """The files that open are those of the plan as it is now, not those of the library's workshop of that name."""
    page = site.get("/workshops/online-hour")
    added = site.post("/plan", form(page), do="add postcards")
    plan = with_values(form(added), {"minutes": "75"})
    shown = site.post("/plan/preview", plan)
    keys = [key for key in buttons(shown, "look") if key.startswith("postcards.")]
    assert keys, summary(shown)
    assert site.post("/plan/open", (*plan, ("open", keys[0]))).status == 200


def test_pictures_are_large_enough_to_read_and_light_enough_to_wait_for(library: Library, brand: Brand) -> None:
    """Letters of 9 pt on A4 are at least 14 pixels high, and a page of cards has at most 150 kB."""
    data = make("postcards", "cards-a4-long-edge", library, brand, ("first-steps",)).data
    assert data
    found = pdf_pages(data, 1)
    assert found.paper == "A4"
    assert min(each.width for each in found.images) / 595 * 9 > 14
    assert max(len(each.data) for each in found.images) < 150_000


def test_many_pages_are_shown_a_few_at_a_time(site: Site) -> None:
    """Buttons lead to all of them, and each span starts where the one before ends; an odd page is the first."""
    fields = form(site.get("/workshops/first-steps"))
    first = looked(site, fields, "postcards.cards")
    spans = [value for value in buttons(first, "look") if value.startswith("postcards.cards ")][1:]
    assert spans == ["postcards.cards 1", "postcards.cards 25"]
    second = looked(site, form(first, "/plan"), spans[1])
    alts = second.tree.xpath("//ol[contains(@class, 'sheets')]//img/@alt")
    assert [alts[0].rpartition(": ")[2], alts[-1].rpartition(": ")[2]] == ["page 25 of 48", "page 48 of 48"]
    assert second.tree.xpath("string(//ol[contains(@class, 'sheets')]/@start)") == "25"
    again = looked(site, fields, "postcards.cards 49")
    assert again.tree.xpath("string(//ol[contains(@class, 'sheets')]//img/@alt)").endswith(": page 1 of 48")


def test_the_size_and_what_was_seen_go_along(site: Site) -> None:
    """Who looks through a pack finds pages as large as they chose, and how much there was in what they saw."""
    fields = few(site)
    deck = site.post("/plan/preview", fields)
    chosen = with_values(form(deck, "/plan"), {"size": "large"})
    kept = tuple(pair for pair in chosen if pair != ("size", "small"))
    sheet = looked(site, kept, "run-sheet.cards-reading")
    assert [value for name, value in form(sheet, "/plan") if name == "seen"] == [
        "deck.slides 26 slide",
        "run-sheet.cards-reading 1 page",
    ]
    sizes = sheet.tree.xpath("//*[contains(@class, 'pile')]//*[@class='size']")
    assert [each.text_content() for each in sizes] == [", 26 slides", ", 1 page"]
    cards = looked(site, (*form(sheet, "/plan"), ("size", "large")), SHEETS)
    assert cards.tree.xpath("string(//input[@name='size'][@checked]/@value)") == "large"
    back = site.post("/plan", form(cards, "/plan"), do="update")
    assert back.tree.xpath("string(//input[@name='title']/@value)") == "First steps in co-production"


def test_the_way_leads_through_all_files(site: Site) -> None:
    """From the first file to the last by "Next" alone, each once."""
    page = site.post("/plan/preview", form(site.get("/workshops/online-hour")))
    seen = []
    while True:
        seen.append(page.tree.xpath("string(//*[contains(@class, 'pile')]//*[@aria-current]/@value)"))
        on = page.tree.xpath("//*[contains(@class, 'on')]/button/@value")
        if not on:
            break
        page = looked(site, form(page, "/plan"), on[0])
    listed = page.tree.xpath("//*[contains(@class, 'pile')]//button[@name='look']/@value")
    assert seen == listed
    assert len(seen) > 3


def test_a_wish_that_makes_no_sense_is_one_for_the_first_file(site: Site) -> None:
    """Whatever a form says of what to look at and what was seen, there is a page, and nothing of it is on it."""
    odd = "<script>alert(2)</script>"
    fields = few(site)
    sent = (*fields, ("seen", f"{odd} 3 page"), ("seen", f"deck.slides {odd} page"), ("seen", "x"), ("size", odd))
    for look in ("nothing", "deck.nothing", "deck.web", odd, " 5", "deck.slides " + "9" * 50):
        page = looked(site, sent, look)
        assert page.status == 200
        assert named(page).startswith("Slides")
        assert "alert(2)" not in page.text
    for key in ("nothing", "deck", "deck.nothing", "../deck.web", "postcards.plain", ""):
        assert site.post("/plan/open", (*fields, ("open", key))).status == 404


def test_a_file_that_cannot_be_made_says_why_and_the_others_are_shown(site: Site) -> None:
    """A character that no font of the PDF has: its look says so in place of pages, with the list and the plan; by
    itself the file leads to the plan with the same words. The slides, which take it, are shown."""
    fields = few(site, **{"event.place": "Room \U0001f600"})
    failed = looked(site, fields, "run-sheet.cards-reading")
    assert failed.status == 422
    assert failed.tree.xpath("string(//title)").startswith("Error: ")
    assert any("U+1F600" in each for each in summary(failed))
    assert "can’t be made yet" in failed.words("problems")
    assert failed.tree.xpath("count(//ol[contains(@class, 'sheets')])") == 0
    assert SHEETS in buttons(failed, "look")
    alone = site.post("/plan/open", (*fields, ("open", "run-sheet.cards-reading")))
    assert alone.status == 422
    assert any("U+1F600" in each for each in summary(alone))
    deck = looked(site, form(failed, "/plan"), "deck.slides")
    assert deck.status == 200
    assert "Room \U0001f600" in deck.text


def test_a_renderer_that_fails_is_told_on_the_page(library: Library, brand: Brand) -> None:
    """What a renderer says of itself stands where the pages would be, as text."""
    workshop = library.workshops["first-steps"]
    contents = FileList.of(
        workshop, library, PreviewRequest(key=SHEETS, seen=(SeenFile(key="deck.slides", count=3, unit="slide"),))
    )
    why = "The renderer <i>cards</i> failed. Report it to its authors."
    page = (
        PageTemplates(library, brand).preview(Draft.of(workshop), contents, None, (FieldProblem(words=why),)).decode()
    )
    assert "The renderer &lt;i&gt;cards&lt;/i&gt; failed." in page
    assert "This file can’t be made yet" in page
    assert "3 slides" in page


def test_text_of_a_plan_is_text_in_every_look(site: Site) -> None:
    """Markup in a title comes out as it was written, in the head of the page and in what is drawn."""
    hostile = '<b onmouseover=alert(1)>Us</b> & "them" {{ 7*7 }}'
    fields = few(site, title=hostile)
    page = site.post("/plan/preview", fields)
    for key in [value for value in buttons(page, "look") if " " not in value][:6]:
        seen = looked(site, fields, key)
        assert seen.status == 200
        assert "<b onmouseover" not in seen.text
        assert seen.tree.xpath("count(//b) + count(//script[not(@src)])") == 0
        assert seen.words("lead") == hostile
    sheet = site.post("/plan/open", (*fields, ("open", "run-sheet.cards-reading")))
    assert sheet.headers["content-type"] == "application/pdf"
    assert sheet.headers["content-security-policy"].startswith("default-src 'none'")


def test_what_was_seen_is_read_from_a_form_or_left_out() -> None:
    """Only a key with a whole number and a word for slides or pages counts."""
    sent = ("a.b 3 page", "a.b x page", "a.b 3 pages", "a.b", "", "a.b 99999 page", "c.d 12 slide")
    wish = PreviewRequest.of(Sent.of((*(("seen", each) for each in sent), ("look", "c.d 7"), ("size", "large"))))
    assert wish.seen == (SeenFile(key="a.b", count=3, unit="page"), SeenFile(key="c.d", count=12, unit="slide"))
    assert (wish.key, wish.first, wish.large) == ("c.d", 7, True)


def test_a_kind_of_file_that_nobody_draws_has_no_look() -> None:
    """It is no error, whatever is in it."""
    assert file_preview(".nothing", b"anything") is None
