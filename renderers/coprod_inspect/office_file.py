"""Checks shared by Word and PowerPoint files."""

from collections.abc import Iterator
from urllib.parse import unquote

from coprod_content.brand.contrast import LEAST_FOR_TEXT
from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_content.text.urls import url_fault
from coprod_inspect.shared_checks import Spot, quoted, title_faults
from coprod_office.reading.package import OfficePackage, Relationship, part_name
from coprod_office.reading.xml import Element, is_decorative

PROPERTIES = Spot("properties")
_LEAST_FOR_LARGE_TEXT = 3.0
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PROGRAMS = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")
_ACTIVE = {
    "vbaProject": "a macro",
    "wordVbaData": "a macro",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "aFChunk": "a file in another format",
    "subDocument": "a subdocument",
    "attachedTemplate": "a template",
    "frame": "a frame",
    "externalLink": "a linked workbook",
    "mailMergeSource": "a mail merge",
    "webextension": "an add-in",
    "webextensiontaskpanes": "an add-in",
    "extensibility": "a custom ribbon",
    "keyMapCustomizations": "key bindings",
}


def language_property(package: OfficePackage) -> str:
    """Return the language in a file's core properties, or an empty string."""
    return _core_properties(package).get("language", "")


def property_faults(package: OfficePackage) -> Iterator[Fault]:
    """Yield faults in a file's core properties.

    A missing title, a title that is a file name, and a missing author are faults.
    """
    properties = _core_properties(package)
    yield from title_faults(properties.get("title", ""), PROPERTIES)
    if not properties.get("creator"):
        yield PROPERTIES.fault("no-author", "the file has no author.")


def _core_properties(package: OfficePackage) -> dict[str, str]:
    root = package.root(next((name for name, type_ in package.types.items() if type_ == _CORE), ""))
    found = () if root is None else root
    return {str(element.tag).removeprefix(_DC): (element.text or "").strip() for element in found}


def active_content_faults(package: OfficePackage) -> Iterator[Fault]:
    """Yield faults for active content, external resources and unsafe links."""
    for name in package.types:
        if name.endswith(".rels"):
            part = name.replace("_rels/", "").removesuffix(".rels")
            for relationship in package.relationships(part):
                yield from _relationship_faults(relationship, Spot(part))
    for name in package.types:
        if name.lower().endswith(_PROGRAMS):
            yield Spot(name).fault("active-content", "this part of the file is a program.")


def missing_part_faults(package: OfficePackage) -> Iterator[Fault]:
    """Yield faults for relationships to parts that are not in the package.

    As in Office, names of parts are compared without regard to case, after percent-decoding. Relationships to active
    content are skipped, because they are reported anyway.
    """
    known = {unquote(name).casefold() for name in package.types}
    for name in package.types:
        part = name.replace("_rels/", "").removesuffix(".rels")
        targets = package.relationships(part) if name.endswith(".rels") else ()
        inside = (each.target for each in targets if not each.external and each.kind not in _ACTIVE)
        for target in dict.fromkeys(inside):
            path = unquote(target.partition("#")[0])
            if path and part_name(part, path).casefold() not in known:
                what = f"this part of the file refers to {quoted(part_name(part, path))}, which is missing."
                yield Spot(part or "file").fault("corrupt", what)


def _relationship_faults(relationship: Relationship, spot: Spot) -> Iterator[Fault]:
    target = relationship.target
    active = _ACTIVE.get(relationship.kind)
    if active:
        yield spot.fault("active-content", f"this part of the file contains or links to {active}.")
    elif relationship.external and relationship.kind != "hyperlink":
        yield spot.fault("external-resource", f"this part of the file loads {quoted(target)}.")
    elif relationship.external and url_fault(target):
        yield spot.fault("unsafe-link", f"the link {quoted(target)} {url_fault(target)}.", target)


def alt_text_faults(non_visual: Element, kind: str, spot: Spot) -> Iterator[Fault]:
    """Yield the faults in an object's alternative text.

    `non_visual` is the XML element with the object's name and description. `kind` is what messages call the object,
    such as `picture`.
    """
    alt = (non_visual.get("descr") or "").strip()
    name = non_visual.get("name") or ""
    if not alt and not is_decorative(non_visual):
        code = "table-no-name" if kind == "table" else "alt-missing"
        yield spot.fault(code, f"the {kind} {quoted(name)} has no alternative text.", name)
    repeats_name = alt and alt.casefold() == name.casefold()
    code = alt_text_fault(alt, spot.heading) or ("alt-repeats-title" if repeats_name else "")
    if code:
        yield spot.fault(code, f"the alternative text of the {kind} is {quoted(alt)}.", alt)


def header_row_faults(cells: list[str], spot: Spot, *, marked: bool) -> Iterator[Fault]:
    """Yield faults for a missing header row or an empty header cell.

    `cells` contains the text of each cell in the table's first row. `marked` is true if the file marks the first row as
    a header row.
    """
    words = next(filter(None, cells), "")
    subject = f"the table that starts with {quoted(words)}"
    if not marked:
        yield spot.fault("table-no-header", f"{subject} has no header row.", words)
    elif not all(cells):
        yield spot.fault("table-header-empty", f"{subject} has an empty header cell.", words)


def contrast_problem(words: str, ratio: float, size: float, *, bold: bool) -> str:
    """Return a message if some text has too little contrast.

    Return an empty string otherwise. `ratio` is the contrast ratio between the text and its background, and `size` is
    in points. Large text needs less contrast: text of at least 18 points, or 14 points if it is bold (WCAG 2.2, 1.4.3).
    """
    least = _LEAST_FOR_LARGE_TEXT if size >= 18 or (size >= 14 and bold) else LEAST_FOR_TEXT
    if ratio >= least:
        return ""
    return f"{quoted(words)} has a contrast of {int(ratio * 100) / 100:.2f}:1, but needs at least {least:g}:1."
