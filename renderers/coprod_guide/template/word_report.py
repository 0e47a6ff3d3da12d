"""A report on an organisation's Word template."""

from collections.abc import Iterator
from typing import Literal

from attrs import evolve
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.findings.finding import Finding
from coprod_content.layout.known_fonts import is_installed, is_measurable, measured_by
from coprod_content.plugins.template_report import (
    ColourPair,
    SmallType,
    TemplateFont,
    TemplateReport,
    TemplateRole,
    UndescribedPicture,
)
from coprod_guide.merging.built_in_styles import BUILT_IN, own_styles, style_kind
from coprod_guide.merging.readable_text import USUAL_SIZE, target_size
from coprod_guide.page_setup import PageSetup
from coprod_guide.styles.style_names import HEADINGS, WordStyle
from coprod_guide.template.package_parts import STYLES
from coprod_guide.template.reference_document import reference_document
from coprod_guide.template.reference_parts import ReferenceDocument
from coprod_guide.template.template_brand import derived_palette, template_of, templated
from coprod_guide.template.word_template import WordTemplate
from coprod_office.reading.word_styles import AUTOMATIC, WordStyles
from coprod_office.reading.xml import W

_CAPTIONS = (
    (WordStyle.TITLE, "The title on a cover"),
    (WordStyle.SUBTITLE, "The lines below the title"),
    *((heading, f"Headings of level {level}") for level, heading in enumerate(HEADINGS[:4], start=1)),
    (WordStyle.BODY, "Text"),
    (WordStyle.BULLET, "Lists with bullets"),
    (WordStyle.NUMBER, "Numbered lists"),
    (WordStyle.CAPTION, "Captions of tables and pictures"),
    (WordStyle.LINK, "Links"),
    (WordStyle.CONTENTS_1, "The contents list"),
    (WordStyle.SAY, "Words to say aloud"),
    (WordStyle.CALLOUT_ADVICE, "Boxes with advice"),
    (WordStyle.TABLE, "Tables of facts and times"),
)
_UNKNOWN_FONT = (
    "Left out of Word files: the page numbers in contents lists, because the widths of letters in the font {} are not "
    "known. To add them, right-click the list in Word and choose Update Field."
)


def examine_template(data: bytes, name: str, brand: Brand) -> TemplateReport:
    """Return a report on a Word template."""
    if (brand.reference.guide, brand.file(name)) != (name, data):
        brand = evolve(brand, reference=evolve(brand.reference, guide=name), files=((name, data), *brand.files))
    try:
        template, made = template_of(brand), templated(brand)
        reference = reference_document(brand)
    except (ValueError, KeyError) as error:
        words = str(error).splitlines()[0]
        return TemplateReport(name=name, findings=(Finding(code="template-refused", what=words),))
    assert template is not None  # the brand names it
    styles = WordStyles.read(template.styles_root, template.theme)
    page = PageSetup(etree.fromstring(reference.section))
    language = template.styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return TemplateReport(
        name=name,
        width=page.size[0],
        height=page.size[1],
        roles=tuple(_roles(reference, styles)),
        fonts=tuple(_fonts(template, styles)),
        colour_pairs=tuple(_pairs(styles)),
        small_type=tuple(_small_type(styles, made)),
        undescribed_pictures=tuple(_undescribed(reference)),
        language="" if language is None else language.get(f"{W}val") or "",
        findings=tuple(_findings(reference, template, brand, styles)),
    )


def _roles(reference: ReferenceDocument, styles: WordStyles) -> Iterator[TemplateRole]:
    used, own = reference.styles, own_styles(styles)
    made = WordStyles.read(etree.fromstring(reference.data(STYLES)), styles.theme)
    for style, caption in _CAPTIONS:
        id_ = used.ids[style]
        how: Literal["found", "composed", "added"] = "found" if own.get(style) == id_ else "added"
        why = ""
        if how == "found" and style in used.marks:
            how, why = "composed", "Its words get a character style, so that they can be read."
        elif how == "added" and style in own:
            how, why = "composed", "It is based on the template's own style, with changes that make it readable."
        yield TemplateRole(role="", caption=caption, uses=_name(made, id_), how=how, why=why)
    if used.grid:
        yield TemplateRole(role="", caption="Other tables", uses=_name(made, used.grid), how="found")


def _name(styles: WordStyles, id_: str) -> str:
    name = styles.styles[id_].find(f"{W}name")
    return (name.get(f"{W}val") if name is not None else None) or id_


def _fonts(template: WordTemplate, styles: WordStyles) -> Iterator[TemplateFont]:
    ids, fonts = own_styles(styles), template.root("fontTable")
    embedded = {
        font.get(f"{W}name")
        for font in ([] if fonts is None else fonts)
        if any("embed" in str(child.tag) for child in font)
    }
    seen = set[str]()
    for style, where in ((WordStyle.NORMAL, "text"), *((heading, "headings") for heading in HEADINGS)):
        family = template.font_of(styles, ids.get(style)) if style in ids else ""
        if family and family not in seen:
            seen.add(family)
            other = measured_by(family) if is_measurable(family) else "generously, because its widths are not known"
            measured = family if is_installed(family) else other
            yield TemplateFont(name=family, where=where, measured_by=measured, embedded=family in embedded)


def _pairs(styles: WordStyles) -> Iterator[ColourPair]:
    for id_ in own_styles(styles).values():
        format_ = styles.style_format(id_)
        if format_.colour and format_.colour != AUTOMATIC:
            yield ColourPair(ink=format_.colour, ground=format_.shading or "#ffffff", where=_name(styles, id_))


def _small_type(styles: WordStyles, brand: Brand) -> Iterator[SmallType]:
    for style, id_ in own_styles(styles).items():
        if style_kind(style) == "paragraph" and style in (WordStyle.NORMAL, *BUILT_IN):
            points = styles.style_format(id_).over(styles.defaults).size or USUAL_SIZE
            floor = target_size(style, points, brand, 1.0)
            if points < floor:
                yield SmallType(points=points, floor=floor, where=_name(styles, id_))


def _undescribed(reference: ReferenceDocument) -> Iterator[UndescribedPicture]:
    for code, where in dict.fromkeys(reference.styles.notes):
        if code == "picture":
            yield UndescribedPicture(name="Picture", where=f"a {where}")


def _findings(
    reference: ReferenceDocument, template: WordTemplate, brand: Brand, styles: WordStyles
) -> Iterator[Finding]:
    used = reference.styles
    if used.foreign and brand.contrast != "high":
        for note in derived_palette(brand, template, styles).notes:
            yield _advice("template-colours", note)
    for code, words in dict.fromkeys(used.notes):
        if code == "dropped":
            yield _advice("template-dropped", f"Left out of Word files: {words}.")
    font = template.font_of(styles, styles.default("paragraph"))
    if used.foreign and font and not is_measurable(font):
        yield _advice("template-dropped", _UNKNOWN_FONT.format(font))


def _advice(code: str, what: str) -> Finding:
    return Finding(code=code, level="advice", what=what)
