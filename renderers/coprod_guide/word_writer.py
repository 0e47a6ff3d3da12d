"""Write a guide's paragraphs, and assign ids to its links and lists."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.parse import quote

from attrs import define, evolve, field
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.logo import LogoPicture
from coprod_content.document.document import Document, Section
from coprod_content.document.item_links import linked_sections
from coprod_content.text.languages import runs_from_right
from coprod_guide.languages import with_indented_lists
from coprod_guide.outline import listed_numbers
from coprod_guide.page_setup import PageSetup
from coprod_guide.pagination.body_heights import BodyHeights
from coprod_guide.pagination.paragraph_look import style_of
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, ThemedColour
from coprod_guide.styles.list_numbering import NumberingInstances
from coprod_guide.styles.style_names import HEADINGS, StyleIndex, WordStyle
from coprod_guide.template.adapted_parts import lost_height, with_language
from coprod_guide.template.package_parts import NUMBERING, SETTINGS, STYLES, THEME, package_part, with_relationships
from coprod_guide.template.reference_parts import ReferenceDocument, UsedStyles
from coprod_guide.template.wide_headers import with_wide_headers
from coprod_office import PackagePart, blip
from coprod_office.parts import CUSTOM, JPEG_TYPE, SVG_TYPE
from coprod_office.reading.xml import Element
from coprod_office.theme import with_complex_font

_DRAWING_ID = re.compile(rb'<wp:docPr id="(\d+)"')
_URI_CHARACTERS = ":/?#[]@!$&'()*+,;=%-._~"


@define
class WordWriter:
    """Writes a guide's paragraphs, and assigns ids to links, lists and drawings.

    `cited` contains the numbers of the references that citations can link to. `places` contains each item that a link
    in the text leads to, with the section about it. `spread_width` is the total width, in twips, of agenda items that
    are set in two columns. `sheet_logo` is the logo for the top of each handout or run sheet.
    """

    brand: Brand
    page: PageSetup
    measure: TextMeasure
    heights: BodyHeights
    cited: frozenset[str]
    _reference: ReferenceDocument
    styles: UsedStyles
    _numbering: NumberingInstances
    _relationships: list[tuple[str, str, str]]
    _last_id: int
    places: tuple[tuple[str, Section], ...] = ()
    _heading_lists: dict[str, int] = field(factory=dict)
    _links: dict[str, str] = field(factory=dict)
    _pictures: list[PackagePart] = field(factory=list)
    _photos: dict[bytes, str] = field(factory=dict, repr=False)
    spread_width: int = 0
    sheet_logo: LogoPicture | None = None
    _column: int | None = None

    @classmethod
    def of(cls, document: Document, brand: Brand, reference: ReferenceDocument) -> "WordWriter":
        """Return a writer for a document, based on a reference document."""
        styles = StyleIndex.of(etree.fromstring(reference.data(STYLES)), reference.styles.ids)
        page = PageSetup(etree.fromstring(reference.section))
        measure = TextMeasure(brand, page.text_width * MM_PER_TWIP if reference.styles.foreign else None)
        heights = BodyHeights.of(reference.data(STYLES), measure.metrics)
        return cls(
            brand,
            evolve(page, lost=lost_height(page, reference, heights)),
            measure,
            heights,
            frozenset(listed_numbers(document)),
            reference,
            reference.styles,
            NumberingInstances.of(etree.fromstring(reference.data(NUMBERING)), styles),
            list(reference.relationships),
            max((int(id_) for part in reference.parts for id_ in _DRAWING_ID.findall(part.data)), default=0),
            tuple(place for place in linked_sections(document) if place[1].role != "cover"),
        )

    @property
    def heights_in_fonts(self) -> tuple[BodyHeights, ...]:
        """Height estimates for each font that a computer may use."""
        return tuple(self.heights.in_font(font) for font in self.measure.metrics.alternatives)

    @property
    def text_width(self) -> int:
        """The width of the text or the current column, in twips."""
        return self._column or self.page.text_width

    @property
    def has_spreads(self) -> bool:
        """Whether any agenda item is set in two columns."""
        return bool(self.spread_width)

    @property
    def has_our_page(self) -> bool:
        """Whether the page, its header and its footer are ours."""
        return self._reference.has_our_page

    @property
    def has_pictures(self) -> bool:
        """Whether a header or footer contains a picture or drawing."""
        return self._reference.has_pictures

    @property
    def has_our_header(self) -> bool:
        """Whether the header and footer are ours, not an organisation's."""
        return self._reference.has_our_header

    @contextmanager
    def column(self, width: int) -> Iterator[None]:
        """Within a `with` block, fit figures and tables to `width` twips."""
        self._column = width
        yield
        self._column = None

    def style_id(self, style: WordStyle) -> str:
        """Return a style's id in the reference document."""
        return self.styles.ids[style]

    def paragraph(self, style: WordStyle, content: str, direct: ParagraphFormat | None = None) -> str:
        """Return a paragraph in the given style, with any direct formatting.

        Unless `direct` says otherwise, headings stay with the next paragraph, and headings and titles do not start a
        new page, whatever the styles of an organisation's template say.
        """
        if style in HEADINGS and self.styles.foreign and (direct is None or direct.keep_next is None):
            direct = evolve(direct or ParagraphFormat(), keep_next=True)
        if style in self.styles.breaking and not (direct and direct.page_break):
            direct = evolve(direct or ParagraphFormat(), unbroken=True)
        properties = direct.xml if direct else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles.ids[style]}"/>{properties}</w:pPr>{content}</w:p>'

    def is_title(self, element: Element) -> bool:
        """Return whether an element is a title or heading paragraph."""
        return style_of(element) in [self.styles.ids[style] for style in (WordStyle.TITLE, *HEADINGS)]

    def next_id(self) -> int:
        """Return a new id for a bookmark, drawing or content control."""
        self._last_id += 1
        return self._last_id

    def bookmark_of(self, item: str | Section) -> str:
        """Return the name of the bookmark for an item's section, or "".

        `item` is the id of the item, or a section that may be about one. The name is empty if no link in the text leads
        to the item.
        """
        found = (at for at, place in enumerate(self.places) if item == place[0] or item is place[1])
        return next(map("_Item_{}".format, found), "")

    def link(self, url: str) -> str:
        """Return the id of a URL's relationship, adding it if missing."""
        if url not in self._links:
            self._links[url] = self._related("hyperlink", quote(url, safe=_URI_CHARACTERS))
        return self._links[url]

    def add_logo(self, logo: LogoPicture) -> str:
        """Add a logo and return the `a:blip` element that shows it."""
        picture = self._add_picture(logo.suffix, logo.content_type, logo.data)
        return blip(picture, self._add_picture("svg", SVG_TYPE, logo.office_svg.encode()) if logo.office_svg else "")

    def add_photo(self, jpeg: bytes) -> str:
        """Add a photo and return the `a:blip` element that shows it."""
        if jpeg not in self._photos:
            self._photos[jpeg] = self._add_picture("jpg", JPEG_TYPE, jpeg)
        return blip(self._photos[jpeg])

    def _add_picture(self, suffix: str, content_type: str, data: bytes) -> str:
        taken = {part.name.rpartition(".")[0] for part in (*self._reference.parts, *self._pictures)}
        name = next(name for name in map("media/image{}".format, count(1)) if f"word/{name}" not in taken)
        self._pictures.append(PackagePart(f"word/{name}.{suffix}", content_type, data))
        return self._related("image", f"{name}.{suffix}")

    def _related(self, kind: str, target: str) -> str:
        id_ = f"rId{len(self._relationships) + 1}"
        self._relationships.append((id_, kind, target))
        return id_

    def visible_role(self, role: str) -> str:
        """Return a role, or `brand` if its colour is faint on paper."""
        faint = contrast(self.brand.colour(role), self.brand.palette.paper) < LEAST_FOR_TEXT
        return "brand" if faint else role

    def accent(self, role: str) -> ThemedColour:
        """Return a role's colour, not linked to the theme.

        If that colour is faint on paper, the colour for `brand` is returned instead.
        """
        return self.direct_colour(self.visible_role(role))

    def direct_colour(self, role: str) -> ThemedColour:
        """Return the colour for a role, not linked to the theme."""
        return ThemedColour(self.brand.colour(role)[1:].upper())

    def new_list(self, style: WordStyle, start: int) -> int:
        """Add a list numbered from `start`, and return its id."""
        return self._numbering.new(style.value, start)

    def heading_list(self, name: str, start: int, *, restart: bool) -> int:
        """Return the id of the list that numbers a heading.

        `name` is `STEPS` or `PARTS`. A list numbered from `start` is added for the first heading with this `name`, and
        again whenever `restart` is true. Other headings continue the latest list with this `name`.
        """
        if restart or name not in self._heading_lists:
            self._heading_lists[name] = self._numbering.new(name, start)
        return self._heading_lists[name]

    def package(self, main: PackagePart, others: tuple[PackagePart, ...], language: str) -> tuple[PackagePart, ...]:
        """Return all parts of the guide.

        `main` is the main document part. Each part in `others` replaces the part with the same name, and is ignored if
        there is no such part. Custom properties are always added. `language` is the language of the text.
        """
        mirrored = runs_from_right(language) and self.has_our_page
        changed = {
            STYLES: with_language(self._reference, STYLES, language, "docDefaults", "rPrDefault", "rPr", "lang"),
            SETTINGS: with_language(self._reference, SETTINGS, language, "themeFontLang"),
            NUMBERING: with_indented_lists(self._numbering.part()) if mirrored else self._numbering.part(),
        }
        parts = {part.name: part for part in (main, *self._reference.parts, *self._pictures)}
        parts |= {name: package_part(name, data) for name, data in changed.items()}
        parts |= {part.name: part for part in others if part.name in (*parts, CUSTOM)}
        if THEME in parts and runs_from_right(language):
            parts[THEME] = evolve(parts[THEME], data=with_complex_font(parts[THEME].data, self.brand))
        parts, related = with_wide_headers(parts, tuple(self._relationships))
        in_order = tuple(sorted(parts.values(), key=lambda part: part.name))
        whole = with_relationships(in_order, related)
        return tuple(_rewritten(part) if part.name.endswith((".rels", "].xml")) else part for part in whole)


def _rewritten(part: PackagePart) -> PackagePart:
    """Return content types or relationships as lxml writes them.

    Earlier versions of this renderer wrote these parts with lxml, and the guides must stay identical, byte for byte.
    """
    return evolve(part, data=etree.tostring(etree.fromstring(part.data), encoding="UTF-8", standalone=True))
