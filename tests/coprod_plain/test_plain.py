"""The plain renderer puts structure into words, and leaves nothing for a transcriber to undo."""

import pytest

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, Label
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Figure, Paragraph, Signpost, Table, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions import EDITIONS, Edition, compose
from coprod_content.testing import check_renderer
from coprod_content.text.spans import text_of, verbatim
from coprod_plain import render, renderer

SELECTED = {
    "workshop": ("first-steps",),
    "theme": ("sharing-power",),
    "article": ("introduction",),
    "film": ("starting-small",),
    "diagram": ("three-circles",),
}
LONG = [edition for edition in EDITIONS if not edition.name.startswith("easy-read")]


def said(*sections: Section, brand: Brand, title: str = "A title") -> list[str]:
    """Return the lines after the note for the transcriber."""
    text = render(Document(title=title, language="en-GB", sections=sections), brand).decode()
    return text.split("are the same as in the printed text.\n\n", 1)[1].splitlines()


def test_it_passes_the_check_for_renderers(brand: Brand) -> None:
    """It renders every block, every role and hostile text, with the same bytes twice."""
    check_renderer(renderer, brand)


def test_blocks_say_what_they_are(brand: Brand) -> None:
    """Lists give their length, tables are read row by row, and boxes and pictures have marked ends."""
    picture = Drawing(width=10, height=10, shapes=(Label(x=0, y=0, width=9, height=9, text="A label", size=5),))
    section = Section(
        title="One",
        label="A label",
        minutes=5,
        blocks=(
            Paragraph(text_of("A **bold** word and [a link](https://www.example.org/a).")),
            Paragraph(text_of("Hello."), "say"),
            Bullets((verbatim("First"), verbatim("Second")), "number", start=3),
            Bullets((verbatim("Pens"),), "check"),
            Facts("At a glance", (Fact("Time", verbatim("20 minutes")),)),
            Table("Times", (verbatim("Time"), verbatim("What")), ((verbatim("10:00"), verbatim("Tea")),), (1, 1)),
            Callout("advice", "Our advice", (verbatim("Wait."),)),
            Figure(picture, "A square.", verbatim("A caption")),
            Writing(verbatim("What?"), 3),
            Signpost("Read on", "https://www.example.org"),
        ),
        notes=(Paragraph(verbatim("Smile.")),),
    )
    assert [line for line in said(section, brand=brand) if line] == [
        "Heading 1: One",
        "A label",
        "Time: 5 minutes.",
        "A bold word and a link [https://www.example.org/a].",
        "Say aloud: Hello.",
        "Numbered list of 2 entries:",
        "3. First",
        "4. Second",
        "List of 1 entry to tick off:",
        "1. Pens",
        "Facts: At a glance. 1 fact.",
        "Time: 20 minutes",
        "Table: Times. 2 columns, 1 row. Columns: Time; What.",
        "Row 1.",
        "Time: 10:00",
        "What: Tea",
        "End of the table.",
        "Box: Our advice",
        "Wait.",
        "End of the box.",
        "[Picture: A square.]",
        "[Words in the picture: A label]",
        "Caption: A caption",
        "To answer in writing: What?",
        "[Space to write: 3 lines]",
        "Link: Read on [https://www.example.org]",
        "Notes for the presenter:",
        "Smile.",
        "End of the notes.",
    ]


def test_headings_say_their_level_and_steps_their_number(brand: Brand) -> None:
    """A subheading is one level deeper than its heading."""
    steps = tuple(Section(title=f"Do {at}", role="step", number=at) for at in (1, 2))
    lines = said(Section(title="Steps", number=4, sections=steps), brand=brand)
    titles = [line for line in lines if line]
    assert titles == ["Heading 1: 4. Steps", "Heading 2: Step 1: Do 1", "Heading 2: Step 2: Do 2"]


def test_cards_say_when_to_turn_them(library: Library, brand: Brand) -> None:
    """Each side gives its card, the number of cards, and whether it is the front or the back."""
    text = render(compose("postcards", library, ("first-steps",)), brand).decode()
    assert text.count(" of 24, front.\nHeading 1: ") == text.count(" of 24, back.\nHeading 2: ") == 24


def test_long_documents_have_a_list_of_contents_and_parts_their_names(library: Library, brand: Brand) -> None:
    """Contents are numbered, without the cover. A deck says where its parts begin."""
    text = render(compose("deck", library, ("first-steps",)), brand).decode()
    assert "\n\nContents:\n1. By the end of today\n2. What we will do, and when\n" in text
    assert "\n\nPart 1: Opening\n\nHeading 1: First steps in co-production\n" in text


@pytest.mark.parametrize("edition", LONG, ids=lambda edition: edition.name)
def test_every_edition_is_text_that_needs_no_cleaning(edition: Edition, library: Library, brand: Brand) -> None:
    """Each paragraph is one line, with single blank lines between and no stray characters."""
    text = render(compose(edition.name, library, SELECTED.get(edition.kind, ())), brand).decode()
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert "\r" not in text
    assert all(line == line.strip() and line.isprintable() for line in text.splitlines())
