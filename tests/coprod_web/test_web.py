"""The web renderer: all words in order, on one self-contained page."""

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template
from jinja2.environment import TemplateModule
from tests.support.pictures import SVG, opened, picture
from tests.support.web_reading import Reading, every_sample, normal

from coprod_content import Library
from coprod_content.brand.brand import Brand, Logo
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Label, Stroke
from coprod_content.document.blocks import Block, Bullets, Figure, Paragraph, Signpost, Table
from coprod_content.document.document import ROLES, Document, Section, words_of
from coprod_content.editions import compose
from coprod_content.testing import HOSTILE, check_renderer, specimen
from coprod_content.text.spans import Span, verbatim
from coprod_web import renderer
from coprod_web.anchors import AnchorNames, slug
from coprod_web.colour_scheme import accent_role, dark_scheme
from coprod_web.svg_figures import ArrowHead, LabelLines, svg_picture

SOURCES = sorted((Path(__file__).parents[2] / "renderers" / "coprod_web").rglob("*.*"))
BRAND = load_brand()
ANY = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40).filter(lambda words: bool(words.strip()))


def read(document: Document, brand: Brand = BRAND) -> Reading:
    return Reading(renderer.render(document, brand))


def page(*blocks: Block, **fields: object) -> Document:
    section = Section(title="A part", blocks=blocks, **fields)  # type: ignore[arg-type]  # fields of a section
    return Document(title="A page", language="en-GB", sections=(section,))


@pytest.fixture(scope="module", params=[2, pytest.param(None, marks=pytest.mark.thorough)])
def pages(library: Library, request: pytest.FixtureRequest) -> dict[str, tuple[Document, Reading]]:
    """Return two pages of every edition of the library, or every page."""
    samples = every_sample(library, BRAND, most=request.param)
    return {each.name: (each.document, read(each.document, each.brand)) for each in samples}


Pages = dict[str, tuple[Document, Reading]]


def test_no_block_or_hostile_text_breaks_it() -> None:
    """Every word of every block is on the page, and the same document gives the same bytes."""
    check_renderer(renderer)


def test_macros_are_made_once_for_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates import each other many times. What one page has counted is not left for the next."""
    made: Counter[str | None] = Counter()
    make = TemplateModule.__init__

    def counted(module: TemplateModule, template: Template, *args: object, **named: object) -> None:
        made[template.name] += 1
        make(module, template, *args, **named)  # type: ignore[arg-type]  # passed on as they are

    monkeypatch.setattr(TemplateModule, "__init__", counted)
    document = page(Paragraph(verbatim("Some words")))
    first = renderer.render(document, BRAND)
    assert made["blocks.html"] == made["parts.html"] == made["drawing.html"] == 1
    assert renderer.render(document, BRAND) == first
    assert made["blocks.html"] == made["parts.html"] == made["drawing.html"] == 2


def assert_same_words(document: Document, said: str) -> None:
    """Assert that a page says what its document says, in the same order."""
    at = 0
    for piece in words_of(document):
        words = normal(piece)
        found = said.find(words, at)
        assert found >= 0, f"{words!r} does not follow {said[max(0, at - 60) : at]!r}"
        at = found + len(words)


def test_a_page_says_the_same_words_in_the_same_order(pages: Pages) -> None:
    """Every document's page has its words in order, with notes and descriptions of pictures."""
    assert {name.split()[0] for name in pages} >= {"deck", "postcards", "glossary", "theme-guide"}
    for document, reading in pages.values():
        assert_same_words(document, reading.said)


def test_a_page_adds_few_words(library: Library) -> None:
    """A page adds only its list of contents, minutes, numbers and imprint."""
    document = compose("deck", library, ["first-steps"])
    said = read(document).said
    of_document = " ".join(normal(piece) for piece in words_of(document))
    groups = {section.group for section in document.sections}
    notes = sum(len(f"For the facilitator: {section.title}") + 1 for section in document.sections if section.notes)
    own = sum(map(len, groups)) + notes + len(document.sections) * 20 + 300
    assert len(said) - len(of_document) < own


def test_every_page_is_one_page_with_landmarks(pages: Pages) -> None:
    """A page has a language, a title, a skip link, a header, a main part and a footer, in that order."""
    for document, reading in pages.values():
        assert reading.find("html")[0]["lang"] == "en-GB"
        assert reading.title == document.title
        assert [element.tag for element in reading.find("header", "main", "footer")] == ["header", "main", "footer"]
        first = reading.find("a")[0]
        assert first["href"] == f"#{reading.find('main')[0]['id']}"


def test_headings_start_at_one_and_skip_no_level(pages: Pages) -> None:
    """The first heading is the only one of level 1, and no level is skipped."""
    readings = [reading for _, reading in pages.values()]
    for reading in (*readings, read(specimen()), read(Document(title="Empty", language="en-GB"))):
        levels = [level for level, _ in reading.headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_within_a_page_have_their_targets(pages: Pages) -> None:
    """Ids are unique, and every link within the page and every label has its target."""
    for reading in (*(reading for _, reading in pages.values()), read(specimen("<b>"))):
        ids = [element["id"] for element in reading.elements if element["id"]]
        assert len(ids) == len(set(ids))
        targets = {a["href"][1:] for a in reading.find("a") if a["href"].startswith("#")}
        targets |= {element["aria-labelledby"] for element in reading.elements if element["aria-labelledby"]}
        assert targets <= set(ids)


@pytest.mark.parametrize("words", ["Some words", *HOSTILE])
def test_a_page_is_self_contained(words: str) -> None:
    """A page has no script, no handler, no outside file, and one style sheet that its policy names."""
    logo = evolve(BRAND, logo=Logo(file="logo.png", alt=words), files=(("logo.png", picture()),))
    reading = read(evolve(specimen(words), title=words, subtitle=words, author=words, imprint=words), logo)
    assert {element.tag for element in reading.elements} & {
        "script",
        "link",
        "iframe",
        "object",
        "form",
        "base",
    } == set()
    for element in reading.elements:
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert element["src"].startswith("data:image/") or not element["src"]
        assert element["href"].startswith(("#", "https://www.example.org/")) or not element["href"]
    assert len(reading.find("style")) == 1
    assert not re.search(r"url\(|@import|expression|<", reading.style)
    digest = base64.b64encode(hashlib.sha256(reading.style.encode()).digest()).decode()
    policy = next(each for each in reading.find("meta") if each["http-equiv"] == "Content-Security-Policy")["content"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")


def test_everything_is_escaped() -> None:
    """Only the style, the script and the data of the run page, which have no markup, are not escaped."""
    told = re.compile(r"\|\s*safe|Markup\(.*|autoescape\s+false|autoescape=False|tojson|xmlattr", re.IGNORECASE)
    assert any(path.suffix == ".html" for path in SOURCES)
    assert [
        (path.name, found)
        for path in SOURCES
        if path.suffix in {".py", ".html", ".css"}
        for found in told.findall(path.read_text())
    ] == [
        ("run_page.py", "Markup(css),"),
        ("run_page.py", "Markup(script),"),
        ("run_page.py", "Markup(_data(workshop, items, library)),"),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://user:pw@example.org/",
        "//example.org",
        " ",
    ],
)
def test_a_refused_address_is_not_linked(url: str) -> None:
    """An address that `url_fault` refuses is printed, but not linked."""
    reading = read(page(Paragraph((Span("Read on", url=url),)), Signpost("A label", url)))
    assert [a["href"] for a in reading.find("a")] == ["#main"]
    assert "Read on" in reading.said
    assert normal(url) in reading.said


def test_links_send_no_referrer(pages: Pages) -> None:
    """Every link to another page has `noopener noreferrer`."""
    outward = [a for _, reading in pages.values() for a in reading.find("a") if not a["href"].startswith("#")]
    assert len(outward) > 100
    assert {a["rel"] for a in outward} == {"noopener noreferrer"}


def test_a_citation_leads_to_its_work(library: Library) -> None:
    """A citation links to its work in the references. Without references it is plain text."""
    reading = read(compose("literature-review", library))
    cited = [a for a in reading.find("a") if a["role"] == "doc-biblioref"]
    works = {element["id"]: element.said for element in reading.find("li") if element["id"]}
    assert len(cited) > 100
    assert {a["href"][1:] for a in cited} == set(works)
    assert all(re.fullmatch(r"\[\d+\]", a.said) for a in cited)
    alone = read(page(Paragraph((Span("1", citation="x"),))))
    assert "[1]" in alone.said
    assert len(alone.find("a")) == 1


def test_a_repeated_number_leads_to_the_first_work() -> None:
    """If two lists of references start at one, a citation leads to the first."""
    lists = tuple(Bullets((verbatim(words),), "number") for words in ("First", "Second"))
    document = page(Paragraph((Span("1", citation="x"),)))
    section = Section(title="References", role="references", blocks=lists)
    reading = read(evolve(document, sections=(*document.sections, section)))
    assert [(li["id"], li.said) for li in reading.find("li")] == [("reference--1", "First"), ("", "Second")]


def test_notes_are_folded_away_and_named(library: Library) -> None:
    """Facilitator's notes open without a script, and their summary names the slide."""
    document = compose("deck", library, ["first-steps"])
    reading = read(document)
    names = [summary.said for summary in reading.find("summary")]
    assert names == [f"For the facilitator: {each.title}" for each in document.sections if each.notes]
    assert "open" not in {name for details in reading.find("details") for name in details.attributes}


def test_a_card_is_one_article_with_front_and_back(library: Library) -> None:
    """Each card is an article with its question as first heading and its back as second."""
    document = compose("postcards", library)
    articles = read(document).find("article")
    assert len(articles) == len(document.sections)
    for article, section in zip(articles, document.sections, strict=True):
        back = section.sections[0]
        assert article.said.index(section.title) < article.said.index(back.title)


def test_the_list_of_contents_names_groups_kinds_or_parts(library: Library) -> None:
    """Slides are listed by group, cards by theme, and other sections by title.

    A single line makes no list.
    """

    def listed(document: Document) -> list[str]:
        reading = read(document)
        return [a.said for a in reading.find("a") if any(each.tag == "nav" for each in a.within)]

    deck = compose("deck", library, ["first-steps"])
    assert listed(deck) == list(dict.fromkeys(section.group for section in deck.sections))
    assert [line.split(":")[0] for line in listed(compose("postcards", library))] == [f"Theme {n}" for n in range(1, 7)]
    assert "E: Easy Read to Expert by experience" in listed(compose("glossary", library))
    assert listed(compose("postcards", library, ["sharing-power"])) == []
    assert listed(page()) == []


def test_a_table_has_a_caption_and_headers_that_each_cell_repeats() -> None:
    """A table has a caption and header cells, and each cell names its column for stacking.

    A blank header is not a header cell.
    """
    table = Table("Times", (verbatim("When"), verbatim(" ")), ((verbatim("10:00"), verbatim("Hello")),), (1, 3))
    reading = read(page(table))
    assert reading.find("caption")[0].said == "Times"
    assert [(th["scope"], th.said) for th in reading.find("th")] == [("col", "When")]
    assert [td["data-label"] for td in reading.find("td")[1:]] == ["When", " "]
    assert [col["class"] for col in reading.find("col")] == ["share-25", "share-75"]
    assert ".share-75 { width: 75%; }" in reading.style


def test_a_figure_is_one_picture_with_its_alternative_text(library: Library) -> None:
    """A drawing is one graphic with alternative text, and its labels are text."""
    diagram = library.diagrams["three-circles"]
    reading = read(page(Figure(diagram.drawing, "Three circles")))
    svg = next(each for each in reading.find("svg") if each["role"] == "img")
    assert svg["aria-label"] == "Three circles"
    drawn = renderer.render(page(Figure(diagram.drawing, "Three circles")), BRAND).decode()
    words = normal(re.sub(r"<[^>]*>", "", drawn[drawn.index('role="img"') : drawn.index("</figure>")]))
    assert all(word in words for label in diagram.drawing.words for word in label.split())


def test_labels_are_broken_into_lines_that_fit_their_box() -> None:
    """A label is broken to fit its box and centred in it. An arrow has a head."""
    label = Label(x=0, y=0, width=62, height=27, text="Change that staff cannot carry", size=6.6, align="right")
    stroke = Stroke(x=0, y=0, to_x=10, to_y=0, colour="ink", arrow=True)
    lines, line, head = svg_picture(Drawing(width=100, height=50, shapes=(label, stroke)), "Arial").shapes
    assert isinstance(lines, LabelLines)
    assert [row.words for row in lines.rows] == ["Change that staff", "cannot carry"]
    assert (lines.x, lines.anchor) == (62, "end")
    assert 0 < lines.rows[0].y < lines.rows[1].y < 27
    assert line == stroke
    assert isinstance(head, ArrowHead)
    assert head.corners[0] == (10, 0)
    assert svg_picture(Drawing(width=100, height=50, shapes=(label,)), "A font that nobody has").shapes == (lines,)


def test_a_picture_is_never_so_narrow_that_its_labels_are_too_small() -> None:
    """At its least width, a picture's smallest label is three quarters of ordinary text."""
    label = Label(x=0, y=0, width=50, height=10, text="Words", size=5)
    made = svg_picture(Drawing(width=200, height=50, shapes=(label,)), "Arial")
    assert made.least == 30
    assert (
        f".least-{made.least} {{ min-width: {made.least}rem; }}"
        in read(page(Figure(Drawing(width=200, height=50, shapes=(label,)), "Words"))).style
    )


@given(ANY)
def test_any_text_gives_a_well_formed_page(words: str) -> None:
    """Any text gives a well-formed page without characters that HTML forbids."""
    section = Section(
        title=words, label=words, group=words, role=words, accent=words, notes=(Paragraph(verbatim(words)),)
    )
    font = evolve(BRAND, fonts=evolve(BRAND.fonts, office=words))
    document = Document(
        title=words, subtitle=words, language="en-GB", author=words, keywords=(words,), sections=(section,)
    )
    data = renderer.render(document, font)
    reading = Reading(data)
    assert len(reading.find("summary")) == 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", data.decode())
    assert "}" not in reading.style[reading.style.index("font: ") : reading.style.index("Liberation")]


def test_forbidden_characters_are_marked() -> None:
    """Characters that HTML forbids become U+FFFD, so that they are visible."""
    assert "a\ufffdb\ufffdc" in read(page(Paragraph(verbatim("a\x00b\ud800c")))).said


@pytest.mark.parametrize(("language", "direction"), [("en-GB", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("ur", "rtl")])
def test_a_page_runs_in_the_direction_of_its_language(language: str, direction: str) -> None:
    """Documents in Arabic, Hebrew or Urdu run from right to left."""
    assert read(evolve(page(), language=language)).find("html")[0]["dir"] == direction


def test_anchors_come_from_titles() -> None:
    """Anchors come from titles, are numbered when repeated, and exist in any script."""
    names = AnchorNames()
    assert [names.of(title) for title in ("What's new?", "Whats new", "Main", "日本語", "Ünïcode")] == [
        "whats-new",
        "whats-new-2",
        "main-2",
        "part",
        "unicode",
    ]
    assert slug("a" * 80) == "a" * 60
    assert slug("Which of these will be the hardest of all to keep when we do not agree at all?").endswith(
        "-when-we-do"
    )


def test_numbers_and_minutes_are_given_once() -> None:
    """A step has its number and its length, unless its label already gives them."""
    step = Section(title="Listen", role="step", number=2, minutes=5)
    told = Section(title="Talk", label="5 minutes", minutes=5, number=3)
    reading = read(Document(title="Steps", language="en-GB", sections=(step, told)))
    assert reading.headings[1:] == [(2, "Step 2. Listen"), (2, "3. Talk")]
    assert reading.said.count("5 minutes") == 2


def test_the_head_of_a_page_is_its_cover() -> None:
    """A cover gives the first heading, blocks and notes, and a list of contents after it the navigation.

    Sections below either begin the main part.
    """
    below = Section(title="Below the cover")
    cover = Section(title="The cover", role="cover", label="A label", accent="theme_2", sections=(below,))
    contents = Section(
        title="In here", role="contents", label="What follows", minutes=3, sections=(Section(title="Odd"),)
    )
    parts = tuple(Section(title=f"Part {at}") for at in (1, 2))
    reading = read(
        Document(title="A document", language="en-GB", subtitle="A label", sections=(cover, contents, *parts))
    )
    assert reading.headings == [
        (1, "The cover"),
        (2, "In here"),
        (2, "Below the cover"),
        (2, "Odd"),
        (2, "Part 1"),
        (2, "Part 2"),
    ]
    assert reading.said.count("A label") == 1
    assert reading.find("header")[0].has("accent-theme_2")
    assert reading.find("nav")[0].said.startswith("What follows In here 3 minutes Below the cover")


def test_an_unknown_role_is_plain() -> None:
    """Every role has its class, and an unknown role gets that of a plain section."""
    for role in ROLES:
        classes = {name for element in read(page(role=role)).elements for name in element["class"].split()}
        assert f"role-{role}" in classes or role in {"cover", "contents"}
    assert read(page(role="a role of tomorrow")).of_class("role-plain")


def test_a_logo_is_part_of_the_page() -> None:
    """A page contains the brand's logo with its alternative text. A logo that is not a picture is refused."""
    logo = evolve(BRAND, logo=Logo(file="logo.png", alt="Our trust"), files=(("logo.png", picture()),))
    image = read(page(), logo).find("img")[0]
    assert image["alt"] == "Our trust"
    assert opened(base64.b64decode(image["src"].removeprefix("data:image/png;base64,"))).size == (300, 100)
    drawing = read(page(), evolve(logo, files=(("logo.png", SVG),))).find("img")[0]
    assert b"#005eb8" in base64.b64decode(drawing["src"].removeprefix("data:image/svg+xml;base64,"))
    with pytest.raises(ValueError, match=r"'logo.png' is not a picture"):
        renderer.render(page(), evolve(logo, files=(("logo.png", b"text"),)))


COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOURS, COLOURS, COLOURS)
def test_the_dark_scheme_is_readable_for_any_brand(ink: str, paper: str, theme: str) -> None:
    """For any palette, text on a dark background has a contrast of 4.5:1, or there is no dark scheme."""
    if contrast(ink, paper) < LEAST_FOR_TEXT:
        return
    palette = evolve(BRAND.palette, ink=ink, paper=paper, theme_1=theme, muted=theme)
    scheme = dark_scheme(evolve(BRAND, palette=palette))
    for role in ("ink", "muted", "brand", "dark", "theme_1", "theme_6") if scheme else ():
        for ground in ("paper", "tint"):
            assert contrast(getattr(scheme, role), getattr(scheme, ground)) >= LEAST_FOR_TEXT


def test_a_brand_that_is_dark_already_has_one_scheme() -> None:
    """A brand with light ink on dark paper has one scheme, and the page says so."""
    palette = evolve(BRAND.palette, ink="#ffffff", paper="#000000")
    reading = read(page(), evolve(BRAND, palette=palette))
    assert "prefers-color-scheme" not in reading.style
    assert [each["content"] for each in reading.find("meta") if each["name"] == "color-scheme"] == ["light"]


def test_a_faint_accent_gives_way_to_the_brand() -> None:
    """A role that is too faint or unknown is shown in the brand's colour."""
    assert (accent_role("theme_2", BRAND), accent_role("sun", BRAND), accent_role("nonsense", BRAND)) == (
        "theme_2",
        "brand",
        "brand",
    )


def test_lists_keep_their_style_and_start() -> None:
    """A numbered list starts where it should, and empty lists and paragraphs are left out."""
    points = (verbatim("One"),)
    reading = read(
        page(Bullets(points, "number", start=4), Bullets(points, "check"), Bullets(()), Paragraph(verbatim(" ")))
    )
    main = [each for each in reading.find("ol", "ul", "p") if any(parent.tag == "main" for parent in each.within)]
    assert [(each.tag, each["class"], each["start"]) for each in main] == [("ol", "number", "4"), ("ul", "check", "")]
