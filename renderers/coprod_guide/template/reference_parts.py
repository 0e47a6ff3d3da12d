"""The parts of a reference document."""

import posixpath

from attrs import field, frozen
from lxml import etree

from coprod_guide.styles.style_names import WordStyle
from coprod_guide.template.package_parts import FIRST_FOOTER, FOOTER, HEADER, RELATED, running_part
from coprod_office import PackagePart
from coprod_office.reading.xml import Element, R, W


@frozen
class RunningPart:
    """A header or footer, and the pages on which it appears.

    `kind` is `header` or `footer`, and `pages` is `default`, `first` or `even`.
    """

    kind: str
    pages: str
    part: PackagePart


OUR_RUNNING_PARTS = (
    RunningPart("header", "default", running_part(HEADER)),
    RunningPart("footer", "default", running_part(FOOTER)),
    RunningPart("footer", "first", running_part(FIRST_FOOTER)),
)


@frozen(eq=False)
class UsedStyles:
    """The styles of a reference document that guides use.

    `ids` contains their ids, and `marks` the ids of character styles for the words of some headings and titles. `grid`
    is the id of the template's own table style, or empty. Paragraphs whose style is in `breaking` start a new page, and
    headings whose style is in `numbered` have a number. `unnumbered` is the id of a list without numbers, or 0.

    If `foreign` is true, the styles are from a template that was not made from our own reference document. `notes`
    contains (code, words) pairs: `dropped` with a description of something that was left out, or `picture` with the
    place of a picture that has no alternative text. `first_number` is the number of the first page.
    """

    ids: dict[WordStyle, str] = field(factory=lambda: {style: style.id for style in WordStyle})
    marks: dict[WordStyle, str] = field(factory=dict)
    grid: str = ""
    breaking: frozenset[WordStyle] = frozenset()
    numbered: frozenset[WordStyle] = frozenset()
    unnumbered: int = 0
    foreign: bool = False
    notes: tuple[tuple[str, str], ...] = ()
    first_number: int = 1

    def mark(self, style: WordStyle) -> str:
        """Return the run properties that make a heading readable, or ""."""
        mark = self.marks.get(style)
        return f'<w:rStyle w:val="{mark}"/>' if mark else ""

    def without_number(self, style: WordStyle) -> int | None:
        """Return the id of a list that removes a style's numbers.

        Returns None if the style has no number.
        """
        return self.unnumbered if style in self.numbered else None


@frozen(eq=False)
class ReferenceDocument:
    """A reference document, on which a brand's guides are based.

    `parts` contains all parts except the main document. `section` is the XML of the main document's `w:sectPr` element.
    `relationships` contains the main document's relationships, as (id, kind, target) tuples.
    """

    parts: tuple[PackagePart, ...]
    section: str
    relationships: tuple[tuple[str, str, str], ...]
    styles: UsedStyles

    def data(self, name: str) -> bytes:
        """Return a part's content. Raises StopIteration if the part is missing."""
        return next(part.data for part in self.parts if part.name == name)

    @property
    def has_our_page(self) -> bool:
        """Whether the page, its header and its footer are ours."""
        return self.has_our_header and not self.styles.foreign

    @property
    def has_pictures(self) -> bool:
        """Whether a header or footer contains a picture or drawing."""
        kinds = ("header+xml", "footer+xml")
        running = (part.data for part in self.parts if part.content_type.endswith(kinds))
        return any(b"<pic:pic" in data or b"imagedata" in data or b"graphicData" in data for data in running)

    @property
    def has_our_header(self) -> bool:
        """Whether the header and footers are ours, not an organisation's."""
        return any(part.name == HEADER for part in self.parts)


def assembled(
    own: tuple[PackagePart, ...],
    *,
    section: Element,
    running: tuple[RunningPart, ...],
    others: tuple[PackagePart, ...],
    used: UsedStyles | None = None,
) -> ReferenceDocument:
    """Return a reference document made from the given parts.

    `own` contains the parts that every reference document has, and `others` any others, such as the theme. `section`
    is a `w:sectPr` element, which is changed to refer to the headers and footers in `running`.
    """
    parts = {part.name: part for part in (*own, *others, *(each.part for each in running))}
    related = [(kind, name) for name, kind in RELATED.items() if name in parts]
    for number, each in enumerate(running):
        reference = etree.Element(f"{W}{each.kind}Reference")
        reference.set(f"{W}type", each.pages)
        reference.set(f"{R}id", f"rId{len(related) + 1}")
        section.insert(number, reference)
        related.append((each.kind, each.part.name))
    relationships = tuple(
        (f"rId{number}", kind, posixpath.relpath(name, "word")) for number, (kind, name) in enumerate(related, start=1)
    )
    xml = etree.tostring(section, encoding="unicode")
    return ReferenceDocument(tuple(parts.values()), xml, relationships, used or UsedStyles())
