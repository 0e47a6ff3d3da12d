"""Documents: their depth, their words, and the roles of sections."""

from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import ROLES, Document, Section, words_of
from coprod_content.text.spans import text_of


def test_depth_is_the_level_of_a_heading() -> None:
    """Walking gives each section with its depth, in reading order, so no heading level is skipped."""
    tree = Section(title="1", sections=(Section(title="1.1", sections=(Section(title="1.1.1"),)), Section(title="1.2")))
    document = Document(title="D", language="en", sections=(tree, Section(title="2")))
    assert [(depth, section.title) for depth, section in document.walk()] == [
        (1, "1"), (2, "1.1"), (3, "1.1.1"), (2, "1.2"), (1, "2"),
    ]  # fmt: skip


def test_the_words_of_a_document_are_titles_labels_blocks_and_notes() -> None:
    """Blank texts are left out, and notes on request."""
    section = Section(
        title="Title",
        label="Label",
        blocks=(Paragraph(text_of("It **helps** [@a].")), Paragraph(())),
        notes=(Paragraph("A"),),
        sections=(Section(title="Below"),),
    )
    document = Document(title="D", language="en", sections=(section,))
    assert words_of(document) == ("Label", "Title", "It helps [a].", "A", "Below")
    assert words_of(document, notes=False) == ("Label", "Title", "It helps [a].", "Below")


def test_every_role_is_explained() -> None:
    """Each hint for layout has a sentence that says what it means."""
    assert "plain" in ROLES
    assert all(about.endswith(".") for about in ROLES.values())
