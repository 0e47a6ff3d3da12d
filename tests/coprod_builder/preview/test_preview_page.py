"""The preview page shows each file as it will be downloaded."""

import base64
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from PIL import Image, ImageChops, ImageStat
from pptx import Presentation
from tests.support.running_builder import Answer, Fields, Site, form, summary, with_values

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields as Sent
from coprod_builder.page_templates import BuilderTemplates
from coprod_builder.preview.file_list import FileList, PreviewRequest, SeenFile, file_key
from coprod_builder.preview.file_preview import MOST_PAGES, file_preview
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make
from coprod_content.packs.pack_files import pack_files
from coprod_guide.fixed_text import DO_AND_SAY, FACT_HEADINGS, ON_PAPER

Judge = Callable[[str], str]
SHEETS = "postcards.cards-a4-long-edge"
DURATION = re.compile(" · \\d+\u00a0min.*")


def few(site: Site, **values: str) -> Fields:
    """Return the form of a workshop with only five items and four postcards, whose files are made quickly."""
    fields = with_values(_few(site), {"minutes": "50", **values})
    cards = [pair for pair in fields if pair[0].endswith(".postcards") and pair[1]]
    assert len(cards) > 4
    return tuple(pair for pair in fields if pair not in cards[4:])


@cache
def _few(site: Site) -> Fields:
    page = site.get("/workshops/first-steps")
    for item in ("7", "5", "4"):
        page = site.post("/plan", form(page), do=f"remove {item}")
    return form(page)


def looked(site: Site, fields: Fields, look: str) -> Answer:
    """Return the preview of a file."""
    return site.post("/plan/preview", (*fields, ("look", look)))


def buttons(answer: Answer, name: str) -> list[str]:
    """Return the values of the buttons of a name."""
    return list(answer.tree.xpath(f"//button[@name='{name}']/@value"))


def named(answer: Answer) -> str:
    """Return the heading of the file that the page shows."""
    return answer.words("look")


def pictures(answer: Answer) -> list[Image.Image]:
    """Return the pictures of pages on a page."""
    found = answer.tree.xpath("//ol[contains(@class, 'sheets')]//img")
    images = [Image.open(io.BytesIO(bytes_of(each.get("src")))) for each in found]
    for each, image in zip(found, images, strict=True):
        assert (each.get("width"), each.get("height")) == (str(image.width), str(image.height))
        assert each.get("loading") == "lazy"
    return images


def unpacked(answer: Answer) -> dict[str, bytes]:
    """Return the files of a pack by name, without folder and workshop."""
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        return {name.split("/")[1].removeprefix("first-steps-"): archive.read(name) for name in archive.namelist()}


def test_the_preview_shows_every_file_of_the_pack(site: Site, library: Library) -> None:
    """Each file is listed once, its preview has all of it, and opened alone it is the file in the pack."""
    fields = few(site, title="Our first Thursday")
    pack = unpacked(site.post("/plan/pack", fields))
    shown = site.post("/plan/preview", fields)
    listed = [key for key in buttons(shown, "look") if " " not in key] + buttons(shown, "open")
    specs = pack_files(library.workshops["first-steps"], library)
    assert {file_key(spec) for spec in specs} <= set(listed)
    for spec in {(spec.edition, spec.renderer): spec for spec in specs}.values():  # one form stands for all
        key, name = file_key(spec), spec.name.removeprefix("first-steps-")
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
    """Assert that a preview shows all of a file."""
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
    """Assert that a preview has all words of a Word file in order, and the button to download it."""
    (article,) = seen.tree.xpath("//article[@class='paper']")
    words, start = letters(article.text_content()), 0
    for columns in docx_columns(data):
        ends = [start]
        for column in columns:
            at = start
            for each in column:
                at = words.find(letters(each), at)
                assert at >= 0, each
            ends.append(at)
        start = max(ends)
    assert "This is the text in reading order. Word decides where pages end." in " ".join(seen.text.split())
    assert seen.tree.xpath("//button[@name='open'][text()='Download the Word file']")
    assert seen.tree.xpath("count(//ol[contains(@class, 'sheets')])") == 0


def docx_columns(data: bytes) -> Iterator[list[list[str]]]:
    """Yield the texts of each part of a Word file, by column if it is an agenda item in two columns.

    A web page has such an item in one column, with durations in lines of their own, and no header rows.
    """
    rows: list[list[BaseOxmlElement]] = []
    for each in docx.Document(io.BytesIO(data)).element.body:
        described = each.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}")
        if described is not None and described.get(qn("w:val"), "").startswith(DO_AND_SAY):
            rows += [row.findall(qn("w:tc")) for row in each.findall(qn("w:tr"))[1:]]  # a table can go on in another
        elif texts := [words for words in docx_texts(each) if words and words not in FACT_HEADINGS]:
            columns = [[words for cell in cells for words in docx_texts(cell)] for cells in zip(*rows, strict=True)]
            rows = []
            yield [[DURATION.sub("", words) for words in column] for column in columns] or [[]]
            yield [texts]


def docx_texts(part: BaseOxmlElement) -> Iterator[str]:
    """Yield the paragraphs and cells of a part of a Word file, without drawings, contents and hints."""
    for each in part.iter(qn("w:p")):
        if each.xpath("boolean(.//w:drawing or ancestor::w:txbxContent)"):
            continue
        style = each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or not style.get(qn("w:val"), "").startswith("TOC"):
            hints = set(each.xpath(".//w:sdt[w:sdtPr/w:showingPlcHdr]//w:t"))
            yield "".join(text.text or "" for text in each.iter(qn("w:t")) if text not in hints).removeprefix(ON_PAPER)


def letters(words: str) -> str:
    """Return letters and digits alone, since formats differ in spaces, hyphens and list marks."""
    return re.sub(r"[\W_]", "", words)


@pytest.mark.parametrize(
    ("edition", "to", "least"),
    [
        ("run-sheet", "cards-reading", 1),
        ("postcards", "cards-a4-long-edge", 10),
        ("print-test-sheet", "cards-test-sheet", 2),
    ],
)
def test_pictures_match_those_of_poppler(
    edition: str, to: str, least: int, library: Library, brand: Brand, judge: Judge, tmp_path: Path
) -> None:
    """poppler draws the same pages: they differ by less than a shade."""
    select = ("first-steps",) if edition != "print-test-sheet" else ()
    data = make(edition, to, library, brand, select).data
    assert data
    (tmp_path / "x.pdf").write_bytes(data)
    found = file_preview(".pdf", data)
    assert found
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
    """Return a small grey picture, in which smoothing does not matter."""
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("L").resize((100, 100), Image.Resampling.BOX)


def bytes_of(address: str) -> bytes:
    """Return the content of a `data:` address."""
    return base64.b64decode(address.partition(",")[2])


def test_each_file_of_a_planned_session_opens(site: Site) -> None:
    """Each file of a planned session opens, although its workshop is not in the library."""
    fields = form(site.planned(minutes=90, people=12, purpose="decide", setting="in-person"))
    shown = site.post("/plan/preview", fields)
    for key in (*buttons(shown, "open"), "run-sheet.cards-reading", "handouts.guide"):
        assert site.post("/plan/open", (*fields, ("open", key))).status == 200, key


def test_cards_that_were_added_to_a_workshop_open(site: Site) -> None:
    """Files of cards added to a workshop open: the plan counts, not the library's workshop of that name."""
    page = site.get("/workshops/online-hour")
    added = site.post("/plan", form(page), do="add postcards")
    plan = with_values(form(added), {"minutes": "75"})
    shown = site.post("/plan/preview", plan)
    keys = [key for key in buttons(shown, "look") if key.startswith("postcards.")]
    assert keys, summary(shown)
    assert site.post("/plan/open", (*plan, ("open", keys[0]))).status == 200


def test_pictures_are_readable_and_small(library: Library, brand: Brand) -> None:
    """Letters of 9 pt on A4 are at least 14 pixels high, and a page of cards takes at most 150 kB."""
    data = make("postcards", "cards-a4-long-edge", library, brand, ("first-steps",)).data
    assert data
    found = file_preview(".pdf", data)
    assert found
    assert found.paper == "A4"
    assert min(each.width for each in found.images) / 595 * 9 > 14
    assert max(len(each.data) for each in found.images) < 150_000


@pytest.mark.thorough
def test_long_pdfs_are_shown_in_batches(site: Site) -> None:
    """Buttons lead to each batch of a long PDF, and an unknown page leads to the first."""
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


def test_choices_are_kept_from_file_to_file(site: Site) -> None:
    """The chosen size and the lengths of files seen before are kept from file to file."""
    fields = few(site)
    deck = site.post("/plan/preview", fields)
    slides = len(deck.tree.xpath("//ol[contains(@class, 'sheets')]/li"))
    assert slides > 1
    chosen = with_values(form(deck, "/plan"), {"size": "large"})
    kept = tuple(pair for pair in chosen if pair != ("size", "small"))
    sheet = looked(site, kept, "run-sheet.cards-reading")
    assert [value for name, value in form(sheet, "/plan") if name == "seen"] == [
        f"deck.slides {slides} slide",
        "run-sheet.cards-reading 1 page",
    ]
    sizes = sheet.tree.xpath("//*[contains(@class, 'pile')]//*[@class='size']")
    assert [each.text_content() for each in sizes] == [f", {slides} slides", ", 1 page"]
    cards = looked(site, (*form(sheet, "/plan"), ("size", "large")), SHEETS)
    assert cards.tree.xpath("string(//input[@name='size'][@checked]/@value)") == "large"
    back = site.post("/plan", form(cards, "/plan"), do="update")
    assert back.tree.xpath("string(//input[@name='title']/@value)") == "First steps in co-production"


def test_next_leads_through_all_files(site: Site) -> None:
    """Next leads from each file to the one below it in the list, and the last file has no Next."""
    page = site.post("/plan/preview", form(site.get("/workshops/online-hour")))
    listed = page.tree.xpath("//*[contains(@class, 'pile')]//button[@name='look']/@value")
    assert len(listed) > 3
    for key, following in ((listed[0], listed[1]), (listed[1], listed[2]), (listed[-1], "")):
        page = looked(site, form(page, "/plan"), key)
        assert page.tree.xpath("string(//*[contains(@class, 'pile')]//*[@aria-current]/@value)") == key
        assert page.tree.xpath("string(//*[contains(@class, 'on')]/button/@value)") == following


def test_an_unknown_request_shows_the_first_file(site: Site, library: Library) -> None:
    """A request that makes no sense shows the first file, and nothing of it is on the page."""
    odd = "<script>alert(2)</script>"
    for look in ("nothing", "deck.nothing", "deck.web", odd, " 5", "deck.slides " + "9" * 50):
        wish = PreviewRequest.of(Sent.of((("look", look),)))
        assert file_key(FileList.of(library.workshops["first-steps"], library, wish).spec) == "deck.slides", look
    fields = few(site)
    sent = (*fields, ("seen", f"{odd} 3 page"), ("seen", f"deck.slides {odd} page"), ("seen", "x"), ("size", odd))
    for look in ("deck.web", odd, "deck.slides " + "9" * 50):
        page = looked(site, sent, look)
        assert page.status == 200
        assert named(page).startswith("Slides")
        assert "alert(2)" not in page.text
    for key in ("nothing", "deck", "deck.nothing", "../deck.web", "postcards.plain", ""):
        assert site.post("/plan/open", (*fields, ("open", key))).status == 404


def test_a_file_that_cannot_be_made_says_why(site: Site) -> None:
    """A file that can't be made says why, in its preview and when opened, and other files are still shown."""
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


def test_a_failing_renderer_is_reported(library: Library, brand: Brand) -> None:
    """A renderer's failure is shown as text in place of the file."""
    workshop = library.workshops["first-steps"]
    contents = FileList.of(
        workshop, library, PreviewRequest(key=SHEETS, seen=(SeenFile(key="deck.slides", count=3, unit="slide"),))
    )
    why = "The renderer <i>cards</i> failed. Report this to the authors of the package."
    templates, problem = BuilderTemplates(library, brand), FieldProblem(words=why)
    draft = Draft.of(workshop)
    page = templates.html("preview.html", draft=draft, files=contents, preview=None, problems=(problem,))
    assert "The renderer &lt;i&gt;cards&lt;/i&gt; failed." in page
    assert "This file can’t be made yet" in page
    assert "3 slides" in page


def test_markup_in_a_plan_stays_text(site: Site) -> None:
    """Markup in a title is shown as it was written, in every kind of preview."""
    hostile = '<b onmouseover=alert(1)>Us</b> & "them" {{ 7*7 }}'
    fields = few(site, title=hostile)
    page = site.post("/plan/preview", fields)
    assert {"deck.slides", "handouts.guide", "run-sheet.cards-reading"} <= set(buttons(page, "look"))
    for key in ("deck.slides", "handouts.guide", "run-sheet.cards-reading"):
        seen = looked(site, fields, key)
        assert seen.status == 200
        assert "<b onmouseover" not in seen.text
        assert seen.tree.xpath("count(//b) + count(//script[not(@src)])") == 0
        assert seen.words("lead") == hostile
    sheet = site.post("/plan/open", (*fields, ("open", "run-sheet.cards-reading")))
    assert sheet.headers["content-type"] == "application/pdf"
    assert sheet.headers["content-security-policy"].startswith("default-src 'none'")


def test_files_seen_before_are_read_from_the_form() -> None:
    """Only a key with a whole number and a unit counts as a file seen before."""
    sent = ("a.b 3 page", "a.b x page", "a.b 3 pages", "a.b", "", "a.b 99999 page", "c.d 12 slide")
    wish = PreviewRequest.of(Sent.of((*(("seen", each) for each in sent), ("look", "c.d 7"), ("size", "large"))))
    assert wish.seen == (SeenFile(key="a.b", count=3, unit="page"), SeenFile(key="c.d", count=12, unit="slide"))
    assert (wish.key, wish.first, wish.large) == ("c.d", 7, True)


def test_an_unknown_kind_of_file_has_no_preview() -> None:
    """A file of an unknown kind has no preview, whatever is in it."""
    assert file_preview(".nothing", b"anything") is None
