"""The style sheet of a template, to which styles can be added."""

from attrs import define, field
from lxml import etree

from coprod_guide.merging.built_in_styles import names_in_use
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W, first_child, is_on

_JUSTIFIED = ("both", "distribute", "thaiDistribute")
_THEME_COLOURS = (("themeColor", ("val", "color")), ("themeFill", ("fill",)))


@define
class TemplateSheet:
    """A `w:styles` element and its styles."""

    root: Element
    styles: WordStyles
    _names: set[str] = field(factory=set)

    @classmethod
    def of(cls, root: Element, styles: WordStyles) -> "TemplateSheet":
        """Return the style sheet in a `w:styles` element."""
        return cls(root, styles, names_in_use(styles))

    def has_name(self, name: str) -> bool:
        """Return whether a style has this name or alias, ignoring case."""
        return name.casefold() in self._names

    @property
    def uses_theme_fonts(self) -> bool:
        """Whether text is set in the fonts of the theme."""
        fonts = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        return bool(self.styles.theme.font) and (fonts is None or fonts.get(f"{W}asciiTheme") is not None)

    def breaks_page(self, id_: str) -> bool:
        """Return whether paragraphs in a style start a new page."""
        for element in self.styles.ancestry(id_):
            found = element.find(f"{W}pPr/{W}pageBreakBefore")
            if found is not None:
                return is_on(found.get(f"{W}val"))
        return False

    def append_xml(self, xml: str) -> None:
        """Append a style, given as XML."""
        (element,) = etree.fromstring(f"<w:styles {W_NAMESPACE}>{xml}</w:styles>")
        self.append(element)

    def append(self, element: Element) -> None:
        """Append a style."""
        self.root.append(element)
        self.styles.styles[element.get(f"{W}styleId") or ""] = element

    def free_id(self, id_: str) -> str:
        """Return an unused style id: `id_`, numbered if it is taken."""
        taken = {each.casefold() for each in self.styles.styles}
        tried = (id_, *(f"{id_}{number}" for number in range(2, len(taken) + 3)))
        return next(each for each in tried if each.casefold() not in taken)

    def free_name(self, name: str) -> str:
        """Reserve and return an unused style name: `name`, numbered if taken."""
        tried = (name, *(f"{name} {number}" for number in range(2, len(self._names) + 3)))
        free = next(each for each in tried if each.casefold() not in self._names)
        self._names.add(free.casefold())
        return free

    def name_of(self, id_: str) -> str:
        """Return a style's name, or its id if it has none."""
        name = first_child(self.styles.styles[id_], f"{W}name")
        return (name.get(f"{W}val") if name is not None else None) or id_

    def inherited(self, id_: str, tag: str, name: str) -> str:
        """Return an attribute that a style's paragraph properties set or inherit.

        `tag` is the name of the property's element, and `name` that of the attribute. Returns an empty string if the
        attribute is not set.
        """
        holders = [first_child(style, f"{W}pPr") for style in self.styles.ancestry(id_)]
        for holder in (*holders, self.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")):
            found = None if holder is None else first_child(holder, f"{W}{tag}")
            if found is not None and (value := found.get(f"{W}{name}")):
                return value
        return ""

    def is_justified(self, id_: str) -> bool:
        """Return whether a style justifies text."""
        return self.inherited(id_, "jc", "val") in _JUSTIFIED

    def is_indented(self, id_: str) -> bool:
        """Return whether a style indents text."""
        names = ("left", "start", "right", "end", "firstLine", "firstLineChars", "hanging")
        return any(self.inherited(id_, "ind", name) not in ("", "0") for name in names)

    def refer(self, made: Element, tag: str, id_: str | None) -> None:
        """Set a new style's reference to another style, or remove it.

        `tag` is the reference's element, such as `basedOn` or `next`. `id_` is the id of the other style, or None to
        remove the reference.
        """
        child = first_child(made, f"{W}{tag}")
        if id_ is None:
            if child is not None:
                made.remove(child)
            return
        if child is None and tag == "basedOn":
            child = etree.Element(f"{W}{tag}")
            made.insert(1, child)
        if child is not None:
            child.set(f"{W}val", id_)

    def unlink_theme(self, made: Element) -> None:
        """Unlink a new style's colours from theme colours that differ.

        The colours then stay as they are in any theme.
        """
        for element in made.iter():
            for name, values in _THEME_COLOURS:
                slot = element.attrib.get(f"{W}{name}")
                value = next((found for each in values if (found := element.get(f"{W}{each}"))), "")
                if slot is not None and self.styles.theme_colour(str(slot)) != f"#{value.lower()}":
                    del element.attrib[f"{W}{name}"]
