"""One part of a Word file under inspection."""

from functools import cached_property

from attrs import frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.link_texts import LinkTexts
from coprod_inspect.quotes import quoted
from coprod_inspect.word.paragraphs import TEXT_BOX, WordParagraph, by_paragraph
from coprod_office.reading.package import Relationship
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W

LINK, SIMPLE_FIELD, FIELD_CODE, FIELD_MARK = (f"{W}{n}" for n in ("hyperlink", "fldSimple", "instrText", "fldChar"))


@frozen(eq=False)
class WordPart:
    """A body, header, footer or notes part, with the links so far.

    `name` identifies the part in messages if there is no heading above a fault.
    """

    name: str
    root: Element
    paragraphs: tuple[WordParagraph, ...]
    styles: WordStyles
    relationships: dict[str, Relationship]
    links: LinkTexts

    @cached_property
    def inline(self) -> dict[Element, list[Element]]:
        """The links, fields and text boxes in each paragraph that has any."""
        return by_paragraph(self.root, LINK, SIMPLE_FIELD, FIELD_CODE, FIELD_MARK, TEXT_BOX)

    def spot(self, heading: str) -> str:
        """Return a location for messages, using the heading if there is one."""
        return f"under {quoted(heading)}" if heading else self.name

    def fault(self, code: str, what: str, paragraph: WordParagraph, words: str = "") -> Fault:
        """Return a fault located in a paragraph."""
        heading = paragraph.heading
        return Fault(
            code=code, spot=self.spot(heading), what=what, words=words or paragraph.text.strip(), heading=heading
        )
