"""An organisation's own Word document, adopted as the reference document.

Page setup, styles, lists, theme, headers and footers are kept. Everything else is dropped, including text, macros,
embedded objects, attached templates and links to files.
"""

import posixpath
from collections.abc import Iterator

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.text.urls import url_fault
from coprod_guide.page_setup import PageSetup, section_properties
from coprod_guide.styles.list_numbering import STEPS, abstract_ids, heading_lists
from coprod_guide.styles.style_names import LISTS, StyleIndex, WordStyle
from coprod_guide.template.package_parts import NUMBERING, THEME, WORD_TYPE, package_part
from coprod_guide.template.reference_parts import OUR_RUNNING_PARTS, ReferenceDocument, RunningPart, assembled
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import OfficePackage, Relationship, open_package, part_name
from coprod_office.reading.xml import Element, R, W

_RUNNING = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}
_DROPPED = {f"{W}{name}" for name in ("printerSettings", "sectPrChange", "footnotePr", "endnotePr")}
_ADVICE = "Add them in Word, or remove 'reference: guide' from brand.yaml."


def adopted_template(data: bytes, name: str, brand: Brand) -> ReferenceDocument:
    """Return the reference document made from an organisation's own Word file.

    Raises ValueError with one line of advice if the file is not a Word document, is unsafe, or lacks required styles.
    """
    try:
        return _adopted(open_package(data, f"{WORD_TYPE}.document.main+xml", binary=True), name, brand)
    except FileRefused as error:
        part = f"its part {error.fault.spot}" if error.fault.spot else "it"
        reason = f"{part} {error.fault.what}"
    except KeyError as error:
        reason = f"it lacks the part {error}."
    raise ValueError(
        f"The reference document '{name}' cannot be read: {reason} Save it from Word as .docx, without macros."
    )


def _adopted(package: OfficePackage, name: str, brand: Brand) -> ReferenceDocument:
    main = package.related("", "officeDocument")
    styles, numbering, theme = (package.related(main, kind) for kind in ("styles", "numbering", "theme"))
    lists = package.root(numbering)
    _check_styles(package.root(styles), lists, name)
    assert lists is not None  # a document without lists has just been rejected
    _add_heading_lists(lists)
    section, running = _page(package, main, brand)
    copied = [(numbering, NUMBERING), *((running.part.name, running.part.name) for running in running)]
    copied += [(theme, THEME)] if theme in package.parts else []
    themes = [package_part(THEME, _serialised(package, theme))] if theme in package.parts else []
    related = (part for source, into in copied for part in _related_parts(package, source, into, name))
    return assembled(
        brand,
        styles=_serialised(package, styles),
        numbering=_serialised(package, numbering),
        section=section,
        running=running or OUR_RUNNING_PARTS,
        others=(*themes, *related),
    )


def _check_styles(styles: Element | None, lists: Element | None, name: str) -> None:
    index = StyleIndex.of(styles)
    missing = [style.value for style in WordStyle if style not in index.ids]
    if missing:
        raise ValueError(f"'{name}' lacks the styles {', '.join(missing)}. {_ADVICE}")
    existing = {} if lists is None else abstract_ids(lists)
    without_list = [style.value for style in LISTS if index.list_of(style) not in existing]
    if without_list:
        raise ValueError(f"'{name}' has no bullets or numbers in the styles {', '.join(without_list)}. {_ADVICE}")


def _add_heading_lists(numbering: Element) -> None:
    """Add any missing lists for numbered headings to a `w:numbering` element."""
    abstract = numbering.findall(f"{W}abstractNum")
    if any(name.get(f"{W}val") == STEPS for each in abstract for name in each.findall(f"{W}name")):
        return
    first = max((int(each.get(f"{W}abstractNumId", "0")) for each in abstract), default=0) + 1
    lists = etree.fromstring(f"<w:numbering {W_NAMESPACE}>{''.join(heading_lists(first))}</w:numbering>")
    after_abstract = max((numbering.index(each) for each in abstract), default=-1) + 1
    for at, each in enumerate(list(lists)):
        numbering.insert(after_abstract + at, each)


def _page(package: OfficePackage, main: str, brand: Brand) -> tuple[Element, tuple[RunningPart, ...]]:
    """Return a document's last `w:sectPr` element, and its headers and footers.

    If this element is missing or incomplete, our own `w:sectPr` is returned instead.
    """
    document = package.root(main)
    section = None if document is None else document.find(f"{W}body/{W}sectPr")
    if section is None:
        return section_properties(brand), ()
    by_id = {each.id: each for each in package.relationships(main) if not each.external}
    running = []
    for child in list(section):
        if child.tag in _RUNNING and (relationship := by_id.get(child.get(f"{R}id", ""))):
            part = part_name(main, relationship.target)
            content = PackagePart(part, package.types[part], _serialised(package, part))
            running.append(RunningPart(_RUNNING[child.tag], child.get(f"{W}type", "default"), content))
        if child.tag in _RUNNING or child.tag in _DROPPED:
            section.remove(child)
    if not PageSetup(section).is_complete:
        section = section_properties(brand)
    return section, tuple(running)


def _related_parts(package: OfficePackage, source: str, into: str, name: str) -> Iterator[PackagePart]:
    """Yield the pictures that a part uses, then its relationships part.

    `source` is the part's name in the organisation's file, and `into` its name in the reference document. `name` is the
    name of the file, for messages. Raises ValueError if the part is related to anything except pictures and web links.
    """
    related = []
    for each in package.relationships(source):
        if not _is_allowed(each):
            raise ValueError(
                f"'{name}' has a forbidden {each.kind} in a header, footer, list or theme. Remove it. "
                "Only pictures and web links are allowed in those parts."
            )
        target = each.target
        if not each.external:
            picture = part_name(source, target)
            target = posixpath.relpath(picture, posixpath.dirname(into))
            yield PackagePart(picture, package.types[picture], package.parts[picture])
        related.append((each.id, each.kind, target))
    if related:
        yield relationships_part(into, tuple(related))


def _is_allowed(relationship: Relationship) -> bool:
    if relationship.kind == "hyperlink":
        return relationship.external and not url_fault(relationship.target)
    return relationship.kind == "image" and not relationship.external


def _serialised(package: OfficePackage, part: str) -> bytes:
    root = package.root(part)
    return b"" if root is None else etree.tostring(root, encoding="UTF-8", standalone=True)
