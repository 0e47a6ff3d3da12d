"""Check the properties and active content of an Office file."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.metadata import title_faults
from coprod_inspect.quotes import quoted
from coprod_office.reading.package import OfficePackage, Relationship

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
    """Return the language from the core properties, or an empty string."""
    return _core_properties(package).get("language", "")


def property_faults(package: OfficePackage) -> Iterator[Fault]:
    """Yield the faults in the core properties."""
    properties = _core_properties(package)
    yield from title_faults(properties.get("title", ""), "properties")
    if not properties.get("creator"):
        yield Fault(code="no-author", spot="properties", what="the file names no author.")


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
                yield from _relationship_faults(relationship, part)
    for name in package.types:
        if name.lower().endswith(_PROGRAMS):
            yield Fault(code="active-content", spot=name, what="is a program inside the file.")


def _relationship_faults(relationship: Relationship, part: str) -> Iterator[Fault]:
    target = relationship.target
    active = _ACTIVE.get(relationship.kind)
    if active:
        yield Fault(code="active-content", spot=part, what=f"contains or links to {active}.")
    elif relationship.external and relationship.kind != "hyperlink":
        yield Fault(code="external-resource", spot=part, what=f"loads {quoted(target)}.")
    elif relationship.external and url_fault(target):
        what = f"the link {quoted(target)} {url_fault(target)}."
        yield Fault(code="unsafe-link", spot=part, what=what, words=target)
