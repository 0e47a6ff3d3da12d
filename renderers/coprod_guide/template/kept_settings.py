"""The settings and fonts that affect the look of a template."""

from copy import deepcopy

from lxml import etree

from coprod_guide.template.package_parts import FONT_TABLE, SETTINGS, package_part, settings_part
from coprod_guide.template.word_template import WordTemplate
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.package import part_name
from coprod_office.reading.xml import Element, W, first_child, is_on

_KEPT = (
    *("zoom", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges"),
    *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop"),
    *("evenAndOddHeaders", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore"),
    *("themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
)
_FROM_OURS = ("compat", *_KEPT[-4:])
_LARGEST_FONTS = 8_000_000  # bytes


def kept_settings(template: WordTemplate) -> PackagePart:
    """Return our settings, plus any in the template that affect its look."""
    own = template.root("settings")
    made = etree.fromstring(settings_part().data)
    for name in _KEPT:
        found = None if own is None else first_child(own, f"{W}{name}")
        if found is None:
            continue
        ours = first_child(made, f"{W}{name}")
        if ours is not None:
            made.replace(ours, deepcopy(found))
        else:
            made.insert(_place(made, name), deepcopy(found))
    return package_part(SETTINGS, etree.tostring(made, encoding="UTF-8", standalone=True))


def has_even_pages(template: WordTemplate) -> bool:
    """Return whether a template has separate headers and footers for even pages."""
    root = template.root("settings")
    found = None if root is None else first_child(root, f"{W}evenAndOddHeaders")
    return found is not None and is_on(found.get(f"{W}val"))


def kept_fonts(template: WordTemplate) -> tuple[PackagePart, ...]:
    """Return a template's font table and its embedded fonts.

    Embedded fonts are left out if they are larger than 8 MB in total. Returns an empty tuple if there is no font table.
    """
    name = template.part("fontTable")
    root = template.package.root(name)
    if root is None:
        return ()
    root = deepcopy(root)
    parts = template.package.parts
    targets = ((each.id, part_name(name, each.target)) for each in template.package.relationships(name))
    fonts = {id_: part for id_, part in targets if part in parts}
    if sum(len(parts[part]) for part in fonts.values()) > _LARGEST_FONTS:
        fonts = {}
    for element in list(root.iter(*(f"{W}embed{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")))):
        if not set(map(str, element.attrib.values())) & set(fonts):
            element.getparent().remove(element)  # type: ignore[union-attr]  # the font that it is in
    table = package_part(FONT_TABLE, etree.tostring(root, encoding="UTF-8", standalone=True))
    if not fonts:
        return (table,)
    embedded = (PackagePart(part, template.package.types[part], parts[part]) for part in sorted(set(fonts.values())))
    related = tuple((id_, "font", f"/{part}") for id_, part in fonts.items())
    return (table, *embedded, relationships_part(FONT_TABLE, related))


def _place(settings: Element, name: str) -> int:
    """Return the index at which the schema requires a setting."""
    later = {f"{W}{each}" for each in (*_KEPT[_KEPT.index(name) + 1 :], *_FROM_OURS)}
    return next((at for at, child in enumerate(settings) if child.tag in later), len(settings))
