"""The WordWriter: the text being written, with what it hands out to its paragraphs: styles, links, lists, ids."""

import io
from collections.abc import Iterator
from urllib.parse import quote

import docx
from attrs import define, field
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.document.blocks import Bullets
from coprod_content.document.document import Document, is_run_sheet
from coprod_guide.body.run_sheet_page import set_up
from coprod_guide.package_parts import RUNNING_HEADER
from coprod_guide.styles.formatting import ParagraphFormat, ThemedColour
from coprod_guide.styles.list_numbering import NumberingInstances
from coprod_guide.styles.reference_document import reference
from coprod_guide.styles.style_index import StyleIndex
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.wordprocessingml import paragraph

_EMU_PER_MM = 36_000
_IN_URIS = ":/?#[]@!$&'()*+,;=%-._~"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@define
class WordWriter:
    """A guide on its way into a Word package."""

    brand: Brand
    word: WordDocument
    cited: frozenset[str]
    _ids: dict[WordStyle, str]
    _numbers: NumberingInstances
    _counted: dict[str, int] = field(factory=dict)
    _links: dict[str, str] = field(factory=dict)
    _last: int = 0

    @classmethod
    def opened(cls, document: Document, brand: Brand) -> "WordWriter":
        """A story in the reference document of a brand, in the language of a document."""
        word = docx.Document(io.BytesIO(reference(brand)))
        if is_run_sheet(document):
            set_up(word.sections[-1], upright=document.upright)
        sheet = StyleIndex.of(word.styles.element)
        ids = {style: sheet.id(style) for style in WordStyle}
        numbers = NumberingInstances.of(word.part.numbering_part.element, sheet)
        _speak(word, document.language)
        return cls(brand, word, frozenset(_listed(document)), ids, numbers)

    @property
    def width(self) -> int:
        """The width of the text in twips."""
        page = self.word.sections[-1]
        width, left, right = page.page_width or 0, page.left_margin or 0, page.right_margin or 0
        return round((width - left - right) / 635)

    @property
    def height(self) -> float:
        """The height of the text of a page in millimetres."""
        page = self.word.sections[-1]
        height, top, bottom = page.page_height or 0, page.top_margin or 0, page.bottom_margin or 0
        return (height - abs(top) - abs(bottom)) / _EMU_PER_MM

    def id(self, style: WordStyle) -> str:
        """The id of a style."""
        return self._ids[style]

    def paragraph(self, style: WordStyle, content: str, direct: ParagraphFormat | None = None) -> str:
        """A paragraph of runs in a style."""
        return paragraph(self._ids[style], content, direct.xml if direct else "")

    def next_id(self) -> int:
        """A number that no bookmark or drawing has yet."""
        self._last += 1
        return self._last

    def link(self, url: str) -> str:
        """The id of the relationship to an address, in characters that a URI may have."""
        if url not in self._links:
            target = quote(url, safe=_IN_URIS)
            self._links[url] = self.word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[url]

    def accent(self, role: str) -> ThemedColour:
        """The colour of a role as a direct colour; the brand's where it would be too faint on paper."""
        faint = contrast(self.brand.colour(role), self.brand.palette.paper) < LEAST_FOR_TEXT
        return self.direct("brand" if faint else role)

    def direct(self, role: str) -> ThemedColour:
        """The colour of a role as a direct colour."""
        return ThemedColour(self.brand.colour(role)[1:].upper())

    def list(self, style: WordStyle, start: int) -> int:
        """The id of a new list with the look of the one that a style carries."""
        return self._numbers.new(style.value, start)

    def heading_list(self, look: str, start: int, *, anew: bool) -> int:
        """The id of the list that headings are counted in: a new one, or that of the heading before."""
        if anew or look not in self._counted:
            self._counted[look] = self._numbers.new(look, start)
        return self._counted[look]

    def settle(self, *, titled: bool, above: float, below: float) -> None:
        """Sets the page: `titled` where the first one carries the title and so needs no header; `above` and `below` are
        the millimetres that header and footer need beyond one line.

        An organisation's own header and footer stay as they are.
        """
        page = self.word.sections[-1]
        if any(part.partname.endswith(RUNNING_HEADER) for part in self.word.part.related_parts.values()):
            page.different_first_page_header_footer = titled
            page.top_margin = Mm((page.top_margin or 0) / _EMU_PER_MM + above)
            page.bottom_margin = Mm((page.bottom_margin or 0) / _EMU_PER_MM + below)

    @property
    def page(self) -> etree._Element:
        """The properties of the page."""
        section: etree._Element = self.word.element.body.sectPr
        return section

    def close(self) -> None:
        """Puts the lists that were handed out into the package."""
        numbering = self.word.part.numbering_part.element
        last = numbering.findall(f"{_W}num")[-1]
        for made in reversed(list(parse_xml(self._numbers.xml))):
            last.addnext(made)


def _speak(word: WordDocument, language: str) -> None:
    """Sets the language of the text, and that of the theme's fonts."""
    defaults = _at(_at(_at(word.styles.element, "docDefaults", first=True), "rPrDefault", first=True), "rPr")
    for place, name in ((defaults, "lang"), (word.settings.element, "themeFontLang")):
        _at(place, name).set(f"{_W}val", language)


def _at(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    """The child of a name, made where there is none."""
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = etree.Element(f"{_W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def _listed(document: Document) -> Iterator[str]:
    """The numbers of the works that the references of a document list."""
    for _, section in document.walk():
        if section.role == "references":
            for block in section.blocks:
                if isinstance(block, Bullets) and block.style == "number":
                    yield from (str(block.start + at) for at in range(len(block.items)))
