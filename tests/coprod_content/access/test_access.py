"""Access editions change a document and a brand as promised, and lose nothing."""

import json
from collections import Counter
from itertools import product
from typing import get_args

import pytest
from attrs import evolve, fields

from coprod_content import Library
from coprod_content.access import ACCESS_EDITIONS, AccessEdition, UnknownAccessEdition, access_edition_named
from coprod_content.access.access_editions import STANDARD
from coprod_content.access.high_contrast import LEAST as LEAST_CONTRAST
from coprod_content.access.large_print import CARDS, GUIDE, SLIDES
from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import contrast
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Stroke
from coprod_content.content.field_types import SKIN_ROLES, Role
from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Photograph,
    Signpost,
    Table,
    Writing,
    block_texts,
)
from coprod_content.document.document import Document, Section, words_of
from coprod_content.document.fill_in import FillIn
from coprod_content.editions import SelectionError, compose
from coprod_content.layout.fit import fit
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.packs.build import make, make_file
from coprod_content.packs.manifest import manifest
from coprod_content.packs.pack_files import pack_files
from coprod_content.plugins.renderers import renderer
from coprod_content.testing import specimen
from coprod_content.text.spans import Span, Text, plain, strong, text_of, verbatim

LARGE, HIGH, PLAIN, EASY = (
    access_edition_named(name) for name in ("large-print", "high-contrast", "plain", "easy-read")
)
WIDE = Table(
    "Times, items and minutes",
    (verbatim("Time"), verbatim("What"), verbatim("Minutes")),
    ((strong("10:00"), verbatim("Welcome"), verbatim("10")), (strong("10:10"), verbatim("The end"), verbatim("–"))),
    (1, 2, 1),
)


def changed(access: AccessEdition, *blocks: Block, brand: Brand) -> tuple[Block, ...]:
    document = Document(title="A title", language="en-GB", sections=(Section(title="One", blocks=blocks),))
    return access.apply(document, access.brand(brand), None).sections[0].blocks


def drawing(*shapes: Circle | Rectangle | Polygon | Stroke | Label) -> Figure:
    return Figure(Drawing(width=250, height=128, shapes=shapes), "What it shows")


def test_an_unknown_access_edition_is_reported_with_the_nearest_match() -> None:
    """A typing mistake gets a suggestion."""
    with pytest.raises(
        UnknownAccessEdition, match=r"There is no access edition 'large-prin'\. Did you mean 'large-print'\?"
    ):
        access_edition_named("large-prin")


def test_the_standard_edition_changes_nothing_but_its_name(brand: Brand) -> None:
    """Documents stay as they are by default."""
    document = specimen()
    assert STANDARD.brand(brand) is brand
    assert STANDARD.apply(document, brand, None) == evolve(document, access="standard")
    assert STANDARD.file_name("a-deck") == "a-deck"


@pytest.mark.parametrize("access", [LARGE, HIGH, PLAIN], ids=lambda access: access.name)
def test_a_document_names_its_access_edition_in_title_keywords_and_cover(access: AccessEdition, brand: Brand) -> None:
    """People with two versions, on screen or on paper, can tell which is which."""
    cover = Section(title="A title", role="cover", label="A guide")
    document = Document(title="A title", subtitle="A guide", language="en-GB", sections=(cover, Section(title="One")))
    made = access.apply(document, access.brand(brand), None)
    assert (made.access, made.title) == (access.name, f"A title, {access.title}")
    assert made.keywords == (access.title,)
    assert made.sections[0].label == made.subtitle == f"A guide, {access.title}"
    assert access.file_name("a-guide") == f"a-guide-{access.name}"


def test_a_wide_table_of_short_rows_becomes_one_list(brand: Brand) -> None:
    """Each row becomes one entry, with the header before each cell; cells with only a dash are left out."""
    caption, entries = changed(LARGE, WIDE, brand=brand)
    assert caption == Paragraph(strong("Times, items and minutes:"))
    assert isinstance(entries, Bullets)
    assert [plain(item) for item in entries.items] == ["10:00. What: Welcome. Minutes: 10.", "10:10. What: The end."]
    assert entries.items[0][0] == strong("10:00")[0]


def test_a_wide_table_of_long_rows_becomes_a_list_for_each_row(brand: Brand) -> None:
    """The first cell becomes the heading of the list."""
    long = text_of("Words that go on. " * 6)
    table = evolve(WIDE, rows=((verbatim("10:00"), long, verbatim("10")),))
    _, head, entries = changed(LARGE, table, brand=brand)
    assert head == Paragraph((*strong("Time: "), *strong("10:00")))
    assert isinstance(entries, Bullets)
    assert [plain(item)[:9] for item in entries.items] == ["What: Wor", "Minutes: "]


@pytest.mark.parametrize("rest", ["short", "a long cell " * 10], ids=["short rows", "long rows"])
def test_a_wide_table_keeps_links_to_items_in_its_first_column(rest: str, brand: Brand) -> None:
    """The first cell of a row is set in bold, and still names its item."""
    first = (Span("The end", item="the-end"),)
    table = evolve(WIDE, rows=((first, verbatim(rest), verbatim("10")),))
    texts = [text for block in changed(LARGE, table, brand=brand) for text in block_texts(block)]
    assert [span for text in texts for span in text if span.item] == [Span("The end", strong=True, item="the-end")]


def test_a_table_of_two_columns_stays(brand: Brand) -> None:
    """Two columns can still be read across in large print."""
    table = Table("Words", (verbatim("Word"), verbatim("Meaning")), ((verbatim("A"), verbatim("B")),), (1, 2))
    assert changed(LARGE, table, brand=brand) == (table,)


def test_large_print_has_no_italics(brand: Brand) -> None:
    """Emphasis becomes bold in every kind of block."""
    slanted, upright = text_of("Plain and *slanted*."), text_of("Plain and **slanted**.")
    figure = drawing()

    def blocks(text: Text) -> tuple[Block, ...]:
        return (
            Paragraph(text),
            Bullets((text,)),
            Facts("Facts", (Fact("Label", text),)),
            Table("Table", (text, text), ((text, text),), (1, 1)),
            Callout("say", "Say", (text,)),
            evolve(figure, caption=text),
            Illustrated(figure.drawing, text),
            Writing(text, 2),
            FillIn("A field", help=text),
            Signpost("A link", "https://www.example.org"),
            Photograph(b"", "A room", credit=text),
        )

    assert {type(block) for block in blocks(slanted)} == set(get_args(Block))
    assert changed(LARGE, *blocks(slanted), brand=brand) == blocks(upright)


def test_large_print_leaves_lines_to_write_on(brand: Brand) -> None:
    """Each question has one line less, but keeps at least two."""
    lines = tuple(Writing(verbatim("What?"), count) for count in (1, 2, 7))
    assert [block.lines for block in changed(LARGE, *lines, brand=brand)] == [1, 2, 6]  # type: ignore[union-attr]


def test_labels_of_drawings_are_as_large_as_other_words_or_numbered(brand: Brand) -> None:
    """A label is set in 16 pt if it fits its box, otherwise it becomes a number in a list."""
    roomy = Label(x=0, y=0, width=200, height=30, text="A roomy label", size=7)
    tight = Label(x=0, y=40, width=20, height=10, text="Not enough room", size=7)
    figure, lead, key = changed(LARGE, drawing(roomy, tight), brand=brand)
    assert isinstance(figure, Figure)
    sizes = [shape.size for shape in figure.drawing.shapes if isinstance(shape, Label)]
    assert min(sizes) * 166 / 250 >= 16 * MM_PER_PT - 0.001
    assert figure.drawing.words == ("A roomy label", "1")
    assert (lead, key) == (
        Paragraph(strong("The numbers in the drawing:")),
        Bullets((verbatim("Not enough room"),), "number"),
    )


def test_large_print_never_makes_a_brand_smaller(brand: Brand) -> None:
    """A brand with larger sizes keeps them, and large cards keep their stock."""
    own = evolve(
        brand,
        guide=evolve(brand.guide, body=24),
        slides=evolve(brand.slides, title=(60, 20, 18)),
        printing=evolve(brand.printing, home=evolve(brand.printing.home, stock="a4-whole")),
    )
    large = LARGE.brand(own)
    assert (large.guide.body, large.guide.small) == (24, GUIDE.small)
    assert large.slides.title == tuple(sorted({60, *SLIDES.title}, reverse=True))
    assert (large.printing.home.stock, large.printing.printer.stock) == ("a4-whole", "a5-printer")


def test_no_size_of_large_print_is_under_16_points() -> None:
    """Body text is at least 18 pt."""
    for sizes in (SLIDES, GUIDE, CARDS):
        values = [getattr(sizes, each.name) for each in fields(type(sizes)) if each.name != "line"]
        assert min(size for value in values for size in (value if isinstance(value, tuple) else (value,))) >= 16
        assert sizes.body >= 18
        assert sizes.line >= (105 if sizes is SLIDES else 125)


def test_every_pair_of_high_contrast_colours_is_at_least_15_to_1(brand: Brand) -> None:
    """Every text colour has this contrast on every background: over twice what WCAG AAA asks for."""
    palette = HIGH.brand(brand).palette
    themes = [f"theme_{at}" for at in range(1, 7)]
    words, grounds = ("ink", "muted", "line", "brand", "dark", *themes), ("paper", "tint", *SKIN_ROLES)
    for role, ground in (*product(words, grounds), ("ink", "sun")):
        assert contrast(getattr(palette, role), getattr(palette, ground)) >= LEAST_CONTRAST, (role, ground)
    assert {*words, *grounds, "sun"} == set(get_args(Role))


def test_drawings_of_high_contrast_are_outlines_words_and_dark_shapes(brand: Brand) -> None:
    """Light and translucent shapes become outlines; labels are black on white, or white on a dark shape."""
    clear = Circle(x=50, y=50, radius=40, fill="theme_2", opacity=18, outline="theme_2")
    light = Rectangle(x=100, y=0, width=50, height=20, fill="sun")
    dark = Rectangle(x=100, y=40, width=50, height=20, fill="theme_1")
    words = [
        Label(x=x, y=y, width=20, height=10, text="Words", size=7, colour="muted") for x, y in ((40, 45), (110, 5))
    ]
    on_dark = Label(x=110, y=45, width=20, height=10, text="Words", size=7, colour="paper")
    (figure,) = changed(HIGH, drawing(clear, light, dark, *words, on_dark), brand=brand)
    assert isinstance(figure, Figure)
    circle, box, solid, *labels = figure.drawing.shapes
    assert circle == evolve(clear, fill="paper", opacity=0)
    assert box == evolve(light, fill="paper", outline="ink")
    assert solid == dark
    assert [label.colour for label in labels if isinstance(label, Label)] == ["ink", "ink", "paper"]


def test_light_lines_stay_light_on_dark_shapes_of_high_contrast(brand: Brand) -> None:
    """A tick on a dark box, a badge's ribbon on dark clothes and a hand, drawn as a line on a wider one, stay seen."""
    box = Rectangle(x=0, y=0, width=20, height=20, fill="theme_1")
    coat = Path(commands="M 40,0 L 80,0 L 80,40 L 40,40 Z", fill="theme_2")
    tick = Stroke(x=5, y=5, to_x=15, to_y=15, colour="paper")
    ribbon = Path(commands="M 50,5 L 60,30", colour="sun")
    hand = [Path(commands="M 100,5 L 120,30", colour=c, weight=w) for c, w in (("ink", 9), ("skin_4", 7))]  # type: ignore[arg-type]  # roles
    loose = Path(commands="M 130,5 L 150,30", colour="sun")
    (figure,) = changed(HIGH, drawing(box, coat, tick, ribbon, *hand, loose), brand=brand)
    assert isinstance(figure, Figure)
    lines = figure.drawing.shapes[2:]
    assert [getattr(line, "colour", "") for line in lines] == ["paper", "paper", "ink", "paper", "ink"]
    assert [getattr(line, "weight", 0) for line in lines[2:4]] == [9, 7]


@pytest.mark.parametrize("access", [LARGE, HIGH], ids=lambda access: access.name)
@pytest.mark.parametrize("edition", ["deck", "facilitator-guide", "handouts", "postcards"])
def test_no_word_is_lost(access: AccessEdition, edition: str, library: Library, brand: Brand) -> None:
    """Every word of the standard edition is kept, except the header of a first column and dashes."""
    document = compose(edition, library, ("first-steps",) if edition == "postcards" else ("half-day",))
    made = access.apply(document, access.brand(brand), None)
    before, after = (
        Counter(word.strip(".:,") for piece in words_of(each) for word in piece.split()) for each in (document, made)
    )
    heads = {"Time"} if access is LARGE else set()
    assert {word for word in before - after if word.isalnum()} - heads == set()


@pytest.mark.parametrize("access", [LARGE, HIGH], ids=lambda access: access.name)
@pytest.mark.parametrize("to", ["slides", "cards", "cards-a4-long-edge"])
def test_the_whole_canonical_library_fits(access: AccessEdition, to: str, library: Library, brand: Brand) -> None:
    """Every deck and card of our library fits in both access editions without cutting a word."""
    made_for = access.brand(brand)
    make_frames = renderer(to).frames
    assert make_frames is not None
    frames = make_frames(made_for)
    wanted = (
        [("deck", (id_,)) for id_ in library.workshops] if to == "slides" else [("postcards", ()), ("tool-cards", ())]
    )
    for edition, ids in wanted:
        document = access.apply(compose(edition, library, ids), made_for, frames)
        assert fit(document, frames).findings == ()


def test_an_edition_without_simple_words_is_refused_with_those_that_have_them(library: Library, brand: Brand) -> None:
    """Easy-read texts are written by people, never generated from the long text."""
    with pytest.raises(
        SelectionError, match=r"'easy-read' does not have the edition 'deck'\. Choose one of these: handouts, postcards"
    ):
        make("deck", "slides", library, brand, ("first-steps",), access="easy-read")
    assert (EASY.substitute("handouts").edition, EASY.substitute("postcards").edition) == (
        "easy-read",
        "easy-read-postcards",
    )
    assert EASY.substitute("introduction").select == ("introduction",)


def test_a_file_is_not_called_easy_read(library: Library) -> None:
    """Only the people who tested a text can call it Easy Read."""
    names = [spec.name for spec in pack_files(library.workshops["first-steps"], library, "easy-read")]
    assert names[0] == "first-steps-handouts-simple-words"
    assert not [name for name in names if "easy" in name]
    assert names[1:3] == [
        f"first-steps-handouts-{tool}-simple-words" for tool in ("group-agreement", "what-matters-to-you")
    ]


def test_a_pack_names_its_access_edition_in_file_names_and_manifest(library: Library, brand: Brand) -> None:
    """People can tell the files of a folder apart; in plain text there is one file for each edition."""
    workshop = library.workshops["first-steps"]
    made = [(f"{spec.name}.txt", make_file(spec, library, brand)) for spec in pack_files(workshop, library, "plain")]
    assert [name for name, _ in made] == [
        "first-steps-deck-plain.txt",
        "first-steps-facilitator-guide-plain.txt",
        "first-steps-run-sheet-plain.txt",
        "first-steps-handouts-plain.txt",
        "first-steps-postcards-plain.txt",
        "first-steps-canvases-plain.txt",
        *(f"first-steps-forms-{form}-plain.txt" for form in workshop.forms),
        "first-steps-for-the-organiser-plain.txt",
    ]
    listed = json.loads(manifest(workshop, tuple(made), library))["files"]
    assert {(file["access"], file["renderer"]) for file in listed} == {("plain", "plain")}


def test_access_editions_have_unique_names() -> None:
    """The standard edition comes first."""
    names = [access.name for access in ACCESS_EDITIONS]
    assert names == ["standard", "large-print", "high-contrast", "easy-read", "plain", "audio"]
