"""A template's own styles, and those of ours that it lacks.

The template's own styles are never changed. If one of them is too small, too faint or justified, a style based on it is
added and used instead. A heading keeps its own style, and its words get a character style instead.
"""

from attrs import define, evolve, field
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_guide.merging.added_lists import add_lists, list_number
from coprod_guide.merging.built_in_styles import BUILT_IN, own_styles, style_kind, table_grid
from coprod_guide.merging.plain_styles import inherit_look, plain_definitions
from coprod_guide.merging.readable_text import USUAL_SIZE, readable, scale_of, target_size
from coprod_guide.merging.template_sheet import TemplateSheet
from coprod_guide.styles.formatting import ParagraphFormat, RunFormat, StyleDefinition, ThemedColour
from coprod_guide.styles.list_numbering import abstract_ids
from coprod_guide.styles.style_names import CHARACTERS, HEADINGS, LISTS, StyleIndex, WordStyle
from coprod_guide.styles.style_sheet import style_definitions, style_xml
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office import attribute
from coprod_office.reading.word_styles import AUTOMATIC, WordStyles
from coprod_office.reading.xml import Element, W, first_child

_LEAST_IN_HIGH_CONTRAST = 15.0
_MARKED = (*HEADINGS, WordStyle.TITLE, WordStyle.SUBTITLE)
_SEPARATED = 60  # twips; paragraphs with less space between them run together
_USUAL_LINE, _LEFT = '<w:spacing w:line="276" w:lineRule="auto"/>', '<w:jc w:val="left"/>'
_NO_INDENT = '<w:ind w:left="0" w:right="0" w:firstLine="0" w:firstLineChars="0"/>'
_HEADINGS = (*HEADINGS, WordStyle.TITLE, WordStyle.CONTENTS_HEADING)
_MAJOR_FONT = f'<w:rFonts {W_NAMESPACE} w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>'


@define
class MergedStyles:
    """A template's styles and lists, to which any missing ones are added.

    `ids` contains the id of each style that guides use. `marks` contains the ids of character styles for the words of
    headings and titles that would otherwise be too small or too faint. `grid` is the id of the template's Table Grid
    style, or empty.
    """

    brand: Brand
    sheet: TemplateSheet
    numbering: Element
    ids: dict[WordStyle, str] = field(factory=dict)
    marks: dict[WordStyle, str] = field(factory=dict)
    grid: str = ""
    _scale: float = 1.0

    @classmethod
    def of(cls, brand: Brand, root: Element, numbering: Element, styles: WordStyles) -> "MergedStyles":
        """Return a template's styles and lists, with any missing ones added.

        `root` and `numbering` are the template's `w:styles` and `w:numbering` elements, which are changed.
        """
        made = cls(brand, TemplateSheet.of(root, styles), numbering, own_styles(styles), grid=table_grid(styles))
        made._scale = scale_of(brand, styles)
        first_list = add_lists(numbering, brand)
        made._drop_broken_lists(first_list)
        made._add_normal()
        for style in BUILT_IN:
            if style in made.ids:
                made._make_readable(style)
        ours = plain_definitions(style_definitions(brand))
        # headings first, because some other styles are based on them
        for definition in sorted(ours, key=lambda each: each.style not in HEADINGS):
            if definition.style not in made.ids:
                made._add(definition, first_list)
                made._make_readable(definition.style)
        return made

    @property
    def styles(self) -> WordStyles:
        """The template's styles, and those added so far."""
        return self.sheet.styles

    def _drop_broken_lists(self, last: int) -> None:
        """Remove from `ids` the list styles that have no list.

        Our own styles are then added in their place. `last` is the highest id of the template's own lists.
        """
        index, known = StyleIndex(self.ids, self.styles), abstract_ids(self.numbering)
        for style in LISTS:
            number = index.list_of(style)
            if style in self.ids and (number is None or number > last or number not in known):
                del self.ids[style]

    def _add_normal(self) -> None:
        """Give our own styles a suitable Normal style as their base.

        If the template has no Normal style, ours is added. If Normal is hard to read, indented or justified, or has an
        exact line height, a style based on it is added and used instead.
        """
        if WordStyle.NORMAL not in self.ids:
            self._add(StyleDefinition(WordStyle.NORMAL, based_on=None), 0)
        base, fixes = self.ids[WordStyle.NORMAL], self._fixes(WordStyle.NORMAL)
        resets = _USUAL_LINE if self.sheet.inherited(base, "spacing", "lineRule") == "exact" else ""
        resets += _NO_INDENT * self.sheet.is_indented(base) + _LEFT * self.sheet.is_justified(base)
        if fixes or resets:
            self.ids[WordStyle.NORMAL] = self._derived(base, "paragraph", resets, fixes)

    def _make_readable(self, style: WordStyle) -> None:
        """Use a readable variant of a style that is hard to read.

        A style is hard to read if it is too small, too faint or justified. For headings and titles, a character style
        is added to `marks` instead, which corrects only the size and the colour.
        """
        kind = style_kind(style)
        if kind == "table":
            return
        base, fixes = self.ids[style], self._fixes(style)
        if style in _MARKED:
            if fixes:
                self.marks[style] = self._derived(base, "character", "", fixes)
            return
        left = _LEFT if kind == "paragraph" and self.sheet.is_justified(base) else ""
        if fixes or left:
            self.ids[style] = self._derived(base, kind, left, fixes)

    def _fixes(self, style: WordStyle) -> str:
        """Return the XML of run properties that make a style readable.

        Returns an empty string if the size and colour of the style need no change.
        """
        base, is_character = self.ids[style], style in CHARACTERS
        own = self.styles.style_format(base)
        format_ = own if is_character else own.over(self.styles.defaults)
        least = target_size(style, format_.size, self.brand, self._scale)
        size = least if not is_character and (format_.size or USUAL_SIZE) < least else None
        colour, ground, shade = format_.colour, format_.shading or "#ffffff", None
        lowest = _LEAST_IN_HIGH_CONTRAST if self.brand.contrast == "high" else LEAST_FOR_TEXT
        if colour and colour != AUTOMATIC and contrast(colour, ground) < lowest:
            found = readable(colour, (format_.shading or self.brand.palette.tint,), lowest)
            shade = ThemedColour(found[1:].upper())
        return RunFormat(colour=shade, size=size).xml

    def _derived(self, base: str, kind: str, paragraph: str, run: str) -> str:
        """Add a style based on a template's own, and return its id.

        `kind` is the type of the new style. `base` is the id of the template's style, from which the new style inherits
        only if both are of the same type. `paragraph` and `run` are the XML of the properties that differ.
        """
        name, id_ = (
            self.sheet.free_name(f"{self.sheet.name_of(base)} (readable)"),
            self.sheet.free_id(f"{base}Readable"),
        )
        inherits = f"<w:basedOn w:val={attribute(base)}/>" if kind == self.styles.styles[base].get(f"{W}type") else ""
        self.sheet.append_xml(
            f'<w:style w:type="{kind}" w:customStyle="1" w:styleId={attribute(id_)}><w:name w:val={attribute(name)}/>'
            f'{inherits}<w:uiPriority w:val="99"/>{"<w:qFormat/>" if kind == "paragraph" else ""}'
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{run}</w:rPr>" if run else "")
            + "</w:style>"
        )
        return id_

    def _add(self, definition: StyleDefinition, first_list: int) -> None:
        """Add one of our styles, in the template's fonts.

        `first_list` is added to the ids of the lists that the style uses.
        """
        style = definition.style
        base = self._base(definition)
        (made,) = etree.fromstring(f"<w:styles {W_NAMESPACE}>{style_xml(self._spaced(definition), 99)}</w:styles>")
        id_, name = self.sheet.free_id(style.id), style.value
        if self.sheet.has_name(name):
            name = self.sheet.free_name(f"{name} (workshop)")
            made.set(f"{W}customStyle", "1")
        made.set(f"{W}styleId", id_)
        if self.styles.default(style_kind(style)):
            made.attrib.pop(f"{W}default", "")
        _set(made, "name", name)
        for tag, other in (("basedOn", base), ("next", self.ids.get(definition.next or style))):
            self.sheet.refer(made, tag, other)
        for number in made.iter(f"{W}numId"):
            number.set(f"{W}val", str(list_number(number, "val") + first_list))
        if style in _HEADINGS and base != self.ids[WordStyle.NORMAL]:
            inherit_look(made, is_heading=style in HEADINGS)
        elif style in _HEADINGS and self.sheet.uses_theme_fonts:
            properties = made.find(f"{W}rPr")
            if properties is not None:
                properties.insert(0, etree.fromstring(_MAJOR_FONT))
        self.sheet.unlink_theme(made)
        self.sheet.append(made)
        self.ids[style] = id_

    def _base(self, definition: StyleDefinition) -> str | None:
        """Return the id of the style that an added style inherits from.

        Returns None if it inherits from no style.
        """
        style = definition.style
        if style_kind(style) != "paragraph":
            return self.styles.default("table") if style_kind(style) == "table" else None
        if style in _HEADINGS:
            above = HEADINGS[: HEADINGS.index(style) if style in HEADINGS else 1]
            return next((self.ids[each] for each in reversed(above) if each in self.ids), self.ids[WordStyle.NORMAL])
        return self.ids.get(definition.based_on) if definition.based_on else None

    def _spaced(self, definition: StyleDefinition) -> StyleDefinition:
        """Return a definition that has the spacing of our own reference document.

        Our reference document has no space around a paragraph in Normal, but templates often do. If the template's
        Normal separates paragraphs, body text keeps that spacing. Only paragraph styles based on Normal are changed.
        """
        own = definition.paragraph
        if style_kind(definition.style) != "paragraph" or definition.based_on is not WordStyle.NORMAL:
            return definition
        if definition.style is WordStyle.BODY:
            base = self.ids[WordStyle.NORMAL]
            spaces = (self.sheet.inherited(base, "spacing", side) or "0" for side in ("before", "after"))
            is_spaced = sum(int(space) if space.isdigit() else 0 for space in spaces) >= _SEPARATED
            return evolve(definition, paragraph=ParagraphFormat() if is_spaced else own)
        before, after = (0 if each is None else each for each in (own.before, own.after))
        return evolve(definition, paragraph=evolve(own, before=before, after=after))

    def numbered(self) -> frozenset[WordStyle]:
        """Return the heading styles that have a number."""
        index = StyleIndex(self.ids, self.styles)
        return frozenset(style for style in HEADINGS if index.list_of(style))


def _set(element: Element, tag: str, value: str) -> None:
    child = first_child(element, f"{W}{tag}")
    assert child is not None  # our styles have names
    child.set(f"{W}val", value)
