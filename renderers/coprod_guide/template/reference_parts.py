"""The parts of a reference document."""

import posixpath

from attrs import frozen
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_guide.template.package_parts import (
    FIRST_FOOTER,
    FONT_TABLE,
    FOOTER,
    HEADER,
    NUMBERING,
    SETTINGS,
    STYLES,
    THEME,
    font_table_part,
    package_part,
    properties_parts,
    running_part,
    settings_part,
)
from coprod_office import PackagePart
from coprod_office.reading.xml import Element, R, W

_BLANK = Document(title="Reference document", language="en-GB")


@frozen
class RunningPart:
    """A header or footer, and the pages on which it appears.

    `pages` is `default`, `first` or `even`.
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

    It has parts without text, the `w:sectPr`, and the relationships of the main document. Each relationship is an id, a
    kind and a target.
    """

    parts: tuple[PackagePart, ...]
    section: str
    relationships: tuple[tuple[str, str, str], ...]

    def data(self, name: str) -> bytes:
        """Return the content of a part. Raises StopIteration if there is none."""
        return next(part.data for part in self.parts if part.name == name)

    @property
    def has_our_header(self) -> bool:
        """Whether the header and footers are ours, not an organisation's."""
        return any(part.name == HEADER for part in self.parts)


@frozen(kw_only=True)
class ReferenceParts:
    """The parts that an organisation's reference document can change.

    `others` holds pictures and the relationships of parts. `section` has no references to headers and footers.
    """

    styles: bytes
    numbering: bytes
    theme: bytes | None
    section: Element
    running: tuple[RunningPart, ...]
    others: tuple[PackagePart, ...] = ()

    def assembled(self, brand: Brand) -> ReferenceDocument:
        """Return the reference document, completed with properties, settings and a font table."""
        parts = (
            *properties_parts(_BLANK),
            package_part(STYLES, self.styles),
            package_part(NUMBERING, self.numbering),
            settings_part(),
            font_table_part(brand),
            *((package_part(THEME, self.theme),) if self.theme else ()),
            *(running.part for running in self.running),
            *self.others,
        )
        related = [("styles", STYLES), ("numbering", NUMBERING), ("settings", SETTINGS), ("fontTable", FONT_TABLE)]
        related += [("theme", THEME)] if self.theme else []
        first = len(related) + 1
        related += ((running.kind, running.part.name) for running in self.running)
        relationships = tuple(
            (f"rId{number}", kind, posixpath.relpath(name, "word"))
            for number, (kind, name) in enumerate(related, start=1)
        )
        for at, running in enumerate(self.running):
            reference = etree.Element(f"{W}{running.kind}Reference")
            reference.set(f"{W}type", running.pages)
            reference.set(f"{R}id", f"rId{first + at}")
            self.section.insert(at, reference)
        once = tuple({part.name: part for part in parts}.values())
        return ReferenceDocument(once, etree.tostring(self.section, encoding="unicode"), relationships)
