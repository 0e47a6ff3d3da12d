"""Citations are numbered in reading order, and the works are listed at the end."""

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.content.drawing import Drawing, Stroke
from coprod_content.content.library import Items
from coprod_content.content.model import Reference
from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
    block_texts,
)
from coprod_content.document.citations import address_of, authors_of, reference_text, short_source, with_references
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import Span, Text, plain, text_of, verbatim

WORK = Reference(
    id="egan2020",
    authors=("Egan, AB", "Ito, C"),
    year=2020,
    title="Pairs that listen",
    container="A Journal",
    volume="7",
    issue="2",
    pages="3-9",
    doi="10.1000/pairs",
    finding="It helped.",
)


def library_of(library: Library, *ids: str) -> Library:
    """Make a library with works that have these ids."""
    return evolve(library, references=Items(tuple(evolve(WORK, id=id_, title=f"On {id_}") for id_ in ids)))


def cite(id_: str) -> Text:
    return text_of(f"As [@{id_}].")


def test_works_are_numbered_in_reading_order(library: Library) -> None:
    """Every kind of block counts, notes come before subsections, and each work has one number."""
    drawing = Drawing(width=1, height=1, shapes=(Stroke(x=0, y=0, to_x=1, to_y=1, colour="ink"),))
    section = Section(
        title="A",
        blocks=(
            Paragraph(cite("p")),
            Bullets((cite("b"), cite("p"))),
            Facts("F", (Fact("L", cite("f")),)),
            Table("T", (cite("h"),), ((cite("r"),),), (1,)),
            Callout("say", "S", (cite("c"),)),
            Figure(drawing, "Alt", cite("g")),
            Illustrated(drawing, cite("i")),
            Writing(cite("w"), 2),
            Signpost("Where", "https://www.example.org"),
        ),
        notes=(Paragraph(cite("n")),),
        sections=(Section(title="B", blocks=(Paragraph(cite("s")),)),),
    )
    document = Document(title="D", language="en", sections=(section,))
    made = with_references(document, library_of(library, *"pbfhrcgiwns"))
    first, listed = made.sections
    expected = [
        span.text for _, s in made.walk() for block in (*s.blocks, *s.notes) for span in spans(block) if span.citation
    ]
    assert expected == ["1", "2", "1", "3", "4", "5", "6", "7", "8", "9", "10", "11"]
    assert (listed.role, listed.title, listed.items) == ("references", "References", tuple("pbfhrcgiwns"))
    (entries,) = listed.blocks
    assert entries.style == "number"
    assert [plain(entry).split(". ")[1] for entry in entries.items] == [f"On {id_}" for id_ in "pbfhrcgiwns"]
    assert first.blocks[-1] == section.blocks[-1]


def spans(block: Block) -> list[Span]:
    return [span for text in block_texts(block) for span in text]


def test_a_number_does_not_start_a_line(library: Library) -> None:
    """The space before a citation is a no-break space. All other spaces stay."""
    text = text_of("As [@p] and *so* [@b][@p]. End")
    document = Document(title="D", language="en", sections=(Section(title="A", blocks=(Paragraph(text),)),))
    (section, _) = with_references(document, library_of(library, "p", "b")).sections
    assert plain(section.blocks[0].text) == "As\u00a0[1] and so\u00a0[2][1]. End"


def test_the_list_is_before_the_credits_in_the_last_group(library: Library) -> None:
    """The credits stay at the end."""
    sections = (
        Section(title="Said", group="Opening", blocks=(Paragraph(cite("p")),)),
        Section(title="Credits", role="credits", group="Sources"),
    )
    document = Document(title="D", language="en", sections=sections)
    made = with_references(document, library_of(library, "p"))
    assert [section.title for section in made.sections] == ["Said", "References", "Credits"]
    assert made.sections[1].group == "Sources"


def test_a_document_without_citations_is_unchanged(library: Library) -> None:
    """There is no empty list of references."""
    document = Document(title="D", language="en", sections=(Section(title="A", blocks=(Paragraph(verbatim("[@a]")),)),))
    assert with_references(document, library) is document


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Egan AB, Ito C. Pairs that listen. A Journal. 2020;7(2):3-9. doi:10.1000/pairs"),
        ({"doi": None}, "Egan AB, Ito C. Pairs that listen. A Journal. 2020;7(2):3-9."),
        ({"doi": None, "pages": None, "issue": None}, "Egan AB, Ito C. Pairs that listen. A Journal. 2020;7."),
        ({"doi": None, "volume": None, "issue": None}, "Egan AB, Ito C. Pairs that listen. A Journal. 2020;3-9."),
        ({"doi": None, "title": "Who listens?"}, "Egan AB, Ito C. Who listens? A Journal. 2020;7(2):3-9."),
        ({"doi": None, "year": None, "volume": None, "issue": None, "pages": None},
         "Egan AB, Ito C. Pairs that listen. A Journal."),
        ({"doi": None, "year": None, "volume": None, "issue": None, "pages": None, "container": None},
         "Egan AB, Ito C. Pairs that listen."),
        ({"doi": None, "year": None, "volume": None, "issue": None, "pages": None, "container": None, "title": "Why?"},
         "Egan AB, Ito C. Why?"),
    ],
)  # fmt: skip
def test_a_work_is_in_vancouver_style(changes: dict[str, object], expected: str) -> None:
    """Unknown details leave no stray punctuation."""
    assert plain(reference_text(evolve(WORK, **changes))) == expected


def test_a_work_is_linked_by_its_doi_or_else_its_address() -> None:
    """The title of a work is its link."""
    assert address_of(WORK) == "https://doi.org/10.1000/pairs"
    assert address_of(evolve(WORK, doi=None, url="https://www.example.org")) == "https://www.example.org"
    assert address_of(evolve(WORK, doi=None)) == ""
    assert reference_text(WORK)[1] == Span("Pairs that listen", url="https://doi.org/10.1000/pairs")


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("NHS England",), "NHS England"),
        (("Egan, AB", "et al."), "Egan AB, et al"),
        (tuple(f"Name{n}, A" for n in range(6)), "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A"),
        (tuple(f"Name{n}, A" for n in range(9)), "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A, et al"),
    ],
)
def test_authors_beyond_the_sixth_are_others(authors: tuple[str, ...], expected: str) -> None:
    """After six names there is `et al`."""
    assert authors_of(evolve(WORK, authors=authors)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Egan and others, A Journal, 2020"),
        ({"authors": ("Egan, AB",)}, "Egan, A Journal, 2020"),
        ({"authors": ("NHS England",), "container": None}, "NHS England, 2020"),
        ({"year": None, "container": None}, "Egan and others"),
    ],
)
def test_a_slide_names_a_work_in_a_few_words(changes: dict[str, object], expected: str) -> None:
    """A short source has the first author, the journal or book, and the year."""
    assert plain(short_source(evolve(WORK, **changes))) == expected


def test_every_work_of_the_library_can_be_listed(library: Library) -> None:
    """No canonical reference prints doubled punctuation or an unknown field."""
    for work in library.references.values():
        text = plain(reference_text(work))
        assert not any(marks in text for marks in ("..", ",,", " .", ";.", "None")), text
        assert plain(short_source(work))
