"""A sample of a document has a section of each kind, so that it shows every style that the document does."""

from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.document.one_of_each import one_of_each
from coprod_content.text.spans import verbatim


def test_the_first_section_of_each_kind_stays() -> None:
    """Other roles, blocks and depths are other kinds. Words are not."""
    words, points = Paragraph(verbatim("Words")), Bullets((verbatim("Point"),))
    sections = (
        Section(title="One", blocks=(words,)),
        Section(title="Alike", blocks=(words,)),
        Section(title="List", blocks=(words, points)),
        Section(title="Parent", blocks=(words,), sections=(Section(title="Deeper", blocks=(words,)),)),
        Section(title="Role", role="break", blocks=(words,)),
    )
    sampled = one_of_each(Document(title="x", language="en", sections=sections))
    assert [each.title for _, each in sampled.walk()] == ["One", "List", "Parent", "Deeper", "Role"]
