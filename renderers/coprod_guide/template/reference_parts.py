"""The parts of a reference document."""

import posixpath

from attrs import frozen
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.template.package_parts import FIRST_FOOTER, FOOTER, HEADER, RELATED, own_parts, running_part
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


@frozen
class ReferenceDocument:
    """The reference document on which every guide is based.

    `parts` contains all parts except the main document. `section` is the XML of the main document's `w:sectPr` element.
    `relationships` contains the main document's relationships, as (id, kind, target) tuples.
    """

    parts: tuple[PackagePart, ...]
    section: str
    relationships: tuple[tuple[str, str, str], ...]

    def data(self, name: str) -> bytes:
        """Return a part's content. Raises StopIteration if the part is missing."""
        return next(part.data for part in self.parts if part.name == name)

    @property
    def has_our_header(self) -> bool:
        """Whether the header and footers are ours, not an organisation's."""
        return any(part.name == HEADER for part in self.parts)


def assembled(
    brand: Brand,
    *,
    styles: bytes,
    numbering: bytes,
    section: Element,
    running: tuple[RunningPart, ...],
    others: tuple[PackagePart, ...],
) -> ReferenceDocument:
    """Return a reference document made from the given parts.

    Properties, settings and a font table are added. `section` is a `w:sectPr` element, which is changed to refer to the
    headers and footers in `running`. `others` contains any theme, pictures and relationships parts.
    """
    own = own_parts(brand, styles, numbering)
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
    return ReferenceDocument(tuple(parts.values()), etree.tostring(section, encoding="unicode"), relationships)
