"""An organisation's own Word template, adopted as the reference document.

Its page, styles, lists, theme, fonts, headers, footers and the settings that affect its look are kept. Everything else
in the file is dropped: text, macros, embedded objects, and links to files and to other templates.
"""

import posixpath
from collections.abc import Iterator
from copy import deepcopy

from attrs import evolve
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.merging.added_lists import add_unnumbered
from coprod_guide.merging.built_in_styles import is_based_on_ours
from coprod_guide.merging.merged_styles import MergedStyles
from coprod_guide.page_setup import LEAST_TEXT_HEIGHT, LEAST_TEXT_WIDTH, PageSetup, section_properties
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_guide.styles.style_names import HEADINGS, WordStyle
from coprod_guide.template.kept_settings import has_even_pages, kept_fonts, kept_settings
from coprod_guide.template.package_parts import NUMBERING, THEME, own_parts, package_part
from coprod_guide.template.reference_parts import (
    OUR_RUNNING_PARTS,
    ReferenceDocument,
    RunningPart,
    UsedStyles,
    assembled,
)
from coprod_guide.template.running_text import RunningText
from coprod_guide.template.word_fields import remove
from coprod_guide.template.word_template import WordTemplate
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.package import Relationship, part_name
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import A, Element, W

_REFERENCES = frozenset(f"{W}{name}" for name in ("basedOn", "next", "link"))
_BODY = {
    ("attachedTemplate", True): "the link to another template",
    ("mailMergeSource", True): "the link to a list of addresses",
    ("hyperlink", True): "the links in the template's text",
    ("image", False): "the pictures in the template's text",
    ("image", True): "a linked picture",
    ("subDocument", True): "a linked document",
    ("aFChunk", False): "an embedded document",
    ("oleObject", True): "a linked file",
    **dict.fromkeys((("oleObject", False), ("package", False)), "an embedded object"),
    ("control", False): "an ActiveX control",
    ("chart", False): "a chart",
    ("frame", True): "a linked web page",
}
"""Descriptions of what a template's text and settings refer to, by kind and whether it is outside the file."""
Note = tuple[str, str]
_Running = tuple[tuple[RunningPart, ...], tuple[PackagePart, ...], tuple[Note, ...]]


def adopted_template(template: WordTemplate, brand: Brand, theme: PackagePart) -> ReferenceDocument:
    """Return the reference document made from an organisation's own Word file.

    `theme` is used if the template has none. Raises ValueError with one line of advice if the template is unsafe.
    """
    root, numbering = deepcopy(template.styles_root), deepcopy(template.numbering_root)
    _drop_dangling(root)
    styles = WordStyles.read(root, template.theme)
    is_foreign = not is_based_on_ours(styles)
    merged = MergedStyles.of(brand, root, numbering, styles)
    section, page_notes = _section(template, brand)
    running, others, running_notes = _running(template, brand)
    notes = (*_dropped(template), *page_notes, *running_notes)
    used = _used(merged, is_foreign=is_foreign, notes=notes)
    numbering_parts = _related_parts(template, template.part("numbering"), NUMBERING)
    settings = () if template.root("settings") is None else (kept_settings(template),)
    return assembled(
        own_parts(brand, _serialised(root), _serialised(numbering)),
        section=section,
        running=running or OUR_RUNNING_PARTS,
        others=(*_theme(template, theme), *settings, *kept_fonts(template), *numbering_parts, *others),
        used=evolve(used, first_number=template.first_number),
    )


def _drop_dangling(styles: Element) -> None:
    """Drop references from styles to styles that the template lacks."""
    known = {style.get(f"{W}styleId") for style in styles.iterchildren(f"{W}style")}
    for reference in list(styles.iterfind(f"{W}style/*")):
        if reference.tag in _REFERENCES and reference.get(f"{W}val") not in known:
            remove(reference)


def _used(merged: MergedStyles, *, is_foreign: bool, notes: tuple[Note, ...]) -> UsedStyles:
    numbered = merged.numbered() if is_foreign else frozenset[WordStyle]()
    return UsedStyles(
        ids=merged.ids,
        marks=merged.marks,
        grid=merged.grid if is_foreign else "",
        breaking=frozenset(
            style for style in (*HEADINGS, WordStyle.TITLE) if merged.sheet.breaks_page(merged.ids[style])
        ),
        numbered=numbered,
        unnumbered=add_unnumbered(merged.numbering) if numbered else 0,
        foreign=is_foreign,
        notes=notes,
    )


def _dropped(template: WordTemplate) -> Iterator[Note]:
    """Yield notes on what is not kept from a template."""
    if template.has_macros:
        yield "dropped", "the template's macros, menus and shortcut keys"
    if template.text:
        yield "dropped", f"the template's text, which starts '{' '.join(template.text.split())[:60]}'"
    body = template.package.relationships(template.main)
    linked = template.package.relationships(template.part("settings"))
    words = (_BODY.get((each.kind, each.external)) for each in (*body, *linked))
    yield from (("dropped", each) for each in dict.fromkeys(words) if each)


def _section(template: WordTemplate, brand: Brand) -> tuple[Element, tuple[Note, ...]]:
    """Return the `w:sectPr` element for a guide, and notes on it."""
    if template.section is None:
        return section_properties(brand), (("dropped", "the template's page setup, which lacks a size or margins"),)
    page = PageSetup(deepcopy(template.section))
    width, height = page.text_width * MM_PER_TWIP, page.text_height
    if width < LEAST_TEXT_WIDTH or height < LEAST_TEXT_HEIGHT:
        what = f"the template's page size, because it leaves only {width:.0f} by {height:.0f} mm for text"
        return section_properties(brand), (("dropped", what),)
    return page.section, ()


def _running(template: WordTemplate, brand: Brand) -> _Running:
    """Return a template's headers and footers, with parts and notes.

    The parts are the pictures and relationships that the headers and footers use. The notes describe what was
    left out, and pictures without alternative text. The first two are empty if no header or footer has any content.
    """
    running, others, notes = list[RunningPart](), dict[str, PackagePart](), list[Note]()
    has_content = False
    for reference in template.running:
        if reference.pages == "even" and not has_even_pages(template):
            continue
        root = template.package.root(reference.part)
        if root is None:
            raise KeyError(reference.part)
        text = RunningText.of(root, template.package.relationships(reference.part), brand.name)
        has_content = has_content or text.has_content
        part = PackagePart(reference.part, template.package.types[reference.part], _serialised(text.root))
        running.append(RunningPart(reference.kind, reference.pages, part))
        others |= {each.name: each for each in _parts_of(template, reference.part, tuple(text.related))}
        notes += (("dropped", f"{what} in a {reference.kind}") for what in dict.fromkeys(text.dropped))
        notes += [("picture", reference.kind)] if text.unnamed else []
    if not has_content:
        return (), (), tuple(dict.fromkeys(notes))
    return tuple(running), tuple(others.values()), tuple(dict.fromkeys(notes))


def _theme(template: WordTemplate, usual: PackagePart) -> Iterator[PackagePart]:
    """Yield the template's theme, or the usual one if it has none."""
    root = template.root("theme")
    if root is None or root.tag != f"{A}theme":
        yield usual
        return
    yield package_part(THEME, _serialised(root))
    yield from _related_parts(template, template.part("theme"), THEME)


def _related_parts(template: WordTemplate, source: str, into: str) -> Iterator[PackagePart]:
    """Yield the pictures used by lists or a theme, and their relationships.

    `source` is the part's name in the template, and `into` its name in the reference document. Raises ValueError if the
    part refers to anything other than pictures in the template.
    """
    related = template.package.relationships(source) if source else ()
    if any(each.external or each.kind != "image" for each in related):
        raise ValueError(
            f"The template '{template.name}' has a link or an embedded object in its lists or its theme. Only pictures "
            "are allowed there. Remove the link or object."
        )
    yield from _parts_of(template, source, related, into)


def _parts_of(
    template: WordTemplate, source: str, related: tuple[Relationship, ...], into: str = ""
) -> Iterator[PackagePart]:
    """Yield the pictures to which relationships lead, then the relationships part.

    `source` is the name in the template of the part that has the relationships, and `into` its name in the reference
    document if it is different.
    """
    into, targets = into or source, dict[str, tuple[str, str, str]]()
    for each in related:
        target = each.target
        if not each.external:
            picture = part_name(source, target)
            target = posixpath.relpath(picture, posixpath.dirname(into))
            yield PackagePart(picture, template.package.types[picture], template.package.parts[picture])
        targets[each.id] = each.id, each.kind, target
    if targets:
        yield relationships_part(into, tuple(targets.values()))


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)
