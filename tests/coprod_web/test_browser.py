"""Web pages in a browser: on any screen, by keyboard, offline and on paper."""

import colorsys
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.support.browser import Browser
from tests.support.web_reading import Reading, Sample, every_sample, normal, one_of_each_kind

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.document.blocks import Figure, Photograph, Table, block_texts
from coprod_content.document.document import Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.testing import specimen
from coprod_content.text.spans import plain, verbatim
from coprod_web import renderer
from coprod_web.colour_scheme import dark_scheme

Judge = Callable[[str], str]
NARROW = {"width": 320, "height": 640}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " + "x" * 60
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    "p { margin-bottom: 2em !important; }"
)
"""What readers may set for themselves without losing anything (WCAG 2.2, 1.4.12)."""
_CUT = """() => [...document.querySelectorAll("body *")].filter(each => {
  if (each.closest("svg, .unseen, [aria-hidden]") || !each.innerText?.trim()) { return false; }
  const style = getComputedStyle(each);
  if (style.clipPath !== "none") { return false; }
  const hides = style.overflowX === "hidden" || style.overflowY === "hidden";
  return hides && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
}).map(each => each.outerHTML.slice(0, 120))"""
_OUTSIDE = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const out = [], range = document.createRange();
  while (words.nextNode()) {
    const text = words.currentNode;
    if (!text.data.trim() || text.parentElement.closest(".scroll, .skip, .unseen, thead")) { continue; }
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()];
    if (boxes.some(box => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))) { out.push(text.data); }
  }
  return out;
}"""
_FOCUSED = """() => {
  const each = document.activeElement, box = each.getBoundingClientRect(), style = getComputedStyle(each);
  const top = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2);
  return {
    name: each.tagName + (each.getAttribute("href") || each.className) + each.textContent.trim().slice(0, 40),
    tag: each.tagName,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    covered: !(top && (each.contains(top) || top.contains(each))), focusable: each !== document.body,
  };
}"""


@pytest.fixture(scope="module")
def samples(library: Library, brand: Brand) -> list[Sample]:
    """Return one of each edition, with the longest section of each kind, and every block and role with long words."""
    return [*map(one_of_each_kind, every_sample(library, brand, most=1)), Sample("specimen", specimen(LONG), brand)]


def made(sample: Sample) -> bytes:
    return renderer.render(sample.document, sample.brand)


def test_a_page_fits_narrow_screens_and_wide_spacing(samples: list[Sample], browser: Browser) -> None:
    """At 320 CSS pixels no page scrolls sideways and no words are cut off.

    That is 1280 pixels at 400%. It holds with the spacing that readers can set.
    """
    for each in samples:
        with browser.shown(made(each), script=True, bypass_csp=True, viewport=NARROW) as page:
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            for css in ("", SPACED):
                if css:
                    page.add_style_tag(content=css)
                width = page.evaluate("document.scrollingElement.scrollWidth")
                assert width <= NARROW["width"], f"{each.name} is {width} pixels wide"
                assert page.evaluate(_OUTSIDE) == [], each.name
                assert page.evaluate(_CUT) == [], each.name


def test_text_at_200_per_cent_is_all_there(samples: list[Sample], browser: Browser) -> None:
    """With text at 200% on an ordinary screen, nothing is cut off or pushed out. Every second page is tried."""
    for each in samples[::2]:
        with browser.shown(made(each), script=True, bypass_csp=True, viewport={"width": 1280, "height": 800}) as page:
            page.add_style_tag(content="html { font-size: 200% !important; }")
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 1280, each.name
            assert page.evaluate(_CUT) == [], each.name


def test_the_browser_tests_would_find_a_fault(brand: Brand, browser: Browser) -> None:
    """The checks find text that is wider than the page, and text that is cut off."""
    data = renderer.render(specimen(LONG), brand)
    with browser.shown(data, script=True, bypass_csp=True, viewport=NARROW) as page:
        page.add_style_tag(content="p { white-space: nowrap; } .part { overflow: visible !important; }")
        assert page.evaluate("document.scrollingElement.scrollWidth") > NARROW["width"]
        assert page.evaluate(_OUTSIDE)
        page.add_style_tag(content="li { height: 1rem; overflow: hidden; }")
        assert page.evaluate(_CUT)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    width: int, library: Library, brand: Brand, browser: Browser
) -> None:
    """Tab reaches every link, fold and picture in order, and each is visible and outlined.

    The skip link comes first and leads past the header.
    """
    document = compose("deck", library, ["first-steps"])
    wanted = Reading(renderer.render(document, brand))
    stops = [each for each in wanted.elements if each.tag in {"a", "summary"} or each["tabindex"] == "0"]
    options: dict[str, Any] = {"viewport": {"width": width, "height": 640}, "reduced_motion": "reduce"}
    with browser.shown(renderer.render(document, brand), script=True, bypass_csp=True, **options) as page:
        reached: list[dict[str, Any]] = []
        for _ in range(len(stops)):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(_FOCUSED))
        assert [each["tag"].lower() for each in reached] == [each.tag for each in stops]
        assert reached[0]["name"].startswith("A#main")
        for each in reached:
            assert each["focusable"], each
            assert each["seen"], each
            assert each["outlined"], each
            assert not each["covered"], each
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.reload()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_notes_unfold_without_a_script(library: Library, brand: Brand, browser: Browser) -> None:
    """The facilitator's notes open with a click when JavaScript is off."""
    document = compose("deck", library, ["first-steps"])
    with browser.shown(renderer.render(document, brand)) as page:
        note = page.get_by_text("Invite as many carers")
        assert not note.is_visible()
        page.locator("summary").first.click()
        assert note.is_visible()


def test_pages_request_nothing(samples: list[Sample], browser: Browser) -> None:
    """Pages request nothing, and the browser reports no violation of their policy. Every third page is tried."""
    browser.asked.clear()
    browser.complaints.clear()
    for each in samples[::3]:
        with browser.shown(made(each), viewport={"width": 1280, "height": 800}) as page:
            taken = page.locator("header .band h1").bounding_box()
            assert taken
            assert taken["height"] > 40, "the style sheet was refused"
    assert browser.asked == []
    assert browser.complaints == []
    picture = b"<img src='https://www.example.org/x.png' alt=''></body>"
    with browser.shown(made(samples[0]).replace(b"</body>", picture)):
        pass
    assert browser.complaints, "a picture from elsewhere would have been let through"
    assert browser.asked == []


def _on_paper(document: Document) -> list[str]:
    """Return what a document says on paper, without contents and descriptions of pictures."""
    pictures = (Figure, Photograph)

    def without(section: Section) -> Section | None:
        if section.role == "contents":
            return None
        kept = tuple(block for block in section.blocks if not isinstance(block, pictures))
        notes = tuple(block for block in section.notes if not isinstance(block, pictures))
        below = tuple(each for each in map(without, section.sections) if each)
        return evolve(section, blocks=kept, notes=notes, sections=below)

    sections = tuple(each for each in map(without, document.sections) if each)
    captions = [
        plain(text)
        for _, section in document.walk()
        for block in (*section.blocks, *section.notes)
        if isinstance(block, pictures)
        for text in block_texts(block)[1:]
    ]
    return [*words_of(evolve(document, sections=sections)), *captions]


def test_a_page_is_printed_with_all_its_words(
    library: Library, brand: Brand, browser: Browser, judge: Judge, tmp_path: Path
) -> None:
    """Every word is on A4, including folded notes, and each link is followed by its address."""
    program = judge("pdftotext")
    documents = [
        compose("deck", library, ["first-steps"]),
        compose("facilitator-guide", library, ["first-steps"]),
        compose("postcards", library, ["first-steps"]),
        specimen("Some words"),
    ]
    for document in documents:
        with browser.shown(renderer.render(document, brand)) as page:
            path = tmp_path / "page.pdf"
            page.pdf(path=path, prefer_css_page_size=True)
        said = subprocess.run([program, "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
        squeezed = re.sub(r"\(Link:[^()]*\)", "", re.sub(r"[\s\u00ad]", "", said))
        for piece in _on_paper(document):
            for word in normal(piece).split():
                assert re.sub(r"[\s\u00ad]", "", word) in squeezed, f"{word!r} of {piece!r} is not on paper"
        size = subprocess.run([judge("pdfinfo"), str(path)], capture_output=True, text=True, check=True).stdout
        assert re.search(r"Page size:\s+59\d(\.\d+)? x 84\d", size)
    assert "(Link:https://www.example.org/a?b=1&c=2)" in re.sub(r"\s", "", said)


def test_a_stacked_table_names_the_column_of_each_cell(brand: Brand, browser: Browser) -> None:
    """On a narrow screen, cells are stacked and each names its column.

    To a screen reader it is still a table.
    """
    header, row = (verbatim("When"), verbatim("What")), (verbatim("10:00"), verbatim("Hello"))
    table = Table("Times", header, (row,), (1, 2))
    document = Document(title="A page", language="en-GB", sections=(Section(title="A part", blocks=(table,)),))
    with browser.shown(renderer.render(document, brand), script=True, bypass_csp=True, viewport=NARROW) as page:
        first, second = (page.locator("tbody td").nth(at).bounding_box() for at in (0, 1))
        assert first
        assert second
        assert second["y"] >= first["y"] + first["height"]
        label = page.locator("tbody td").first.evaluate("each => getComputedStyle(each, '::before').content")
        assert label.startswith('"When: "')
        tree = page.locator("main").aria_snapshot()
        assert 'table "Times"' in tree
        assert 'columnheader "When"' in tree
        assert 'cell "10:00"' in tree


def test_dark_colours_stay_colours(library: Library, brand: Brand, browser: Browser) -> None:
    """On a dark background, headings keep their theme's hue, at 7:1 or more, and no two themes look alike."""
    scheme = dark_scheme(brand)
    assert scheme is not None
    roles = [f"theme_{number}" for number in range(1, 7)]
    hues = {
        role: [colorsys.rgb_to_hls(*channels(getattr(each, role)))[0] for each in (scheme, brand.palette)]
        for role in roles
    }
    assert all(abs(one - other) < 0.02 for one, other in hues.values())
    assert len({getattr(scheme, role) for role in roles}) == len(roles)
    data = renderer.render(compose("theme-guide", library, ["sharing-power"]), brand)
    with browser.shown(data, script=True, bypass_csp=True, color_scheme="dark") as page:
        colour = page.evaluate("getComputedStyle(document.querySelector('main h2')).color")
        seen = "#" + "".join(f"{int(number):02x}" for number in re.findall(r"\d+", colour)[:3])
    assert seen == scheme.theme_4
    assert contrast(seen, scheme.paper) >= 7


def channels(colour: str) -> tuple[float, float, float]:
    """Return the red, green and blue of `#rrggbb`, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def test_the_picture_of_a_cover_is_aligned_with_its_title(library: Library, brand: Brand, browser: Browser) -> None:
    """On a phone, the picture of a cover is aligned with its title and inside its band."""
    for edition, id_ in (("facilitator-guide", "half-day"), ("theme-guide", "sharing-power"), ("deck", "half-day")):
        data = renderer.render(compose(edition, library, [id_]), brand)
        with browser.shown(data, script=True, bypass_csp=True, viewport=NARROW) as page:
            picture, title, band = page.evaluate(
                "['.picture-cover', '.cover h1', '.cover > .band']"
                ".map(each => document.querySelector(each).getBoundingClientRect().toJSON())"
            )
        assert abs(picture["left"] - title["left"]) <= 1, edition
        assert max(picture["right"] - band["right"], picture["bottom"] - band["bottom"]) <= -8, edition
        assert min(picture["width"], picture["height"]) >= 64, edition
