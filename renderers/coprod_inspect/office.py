"""What Office files have in common: properties, what they lead to, alternative text, links."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text import urls
from coprod_content.text.link_and_alt_text import alt_text_fault, is_file_name, link_text_fault
from coprod_office.reading.package import OfficePackage, Relationship
from coprod_office.reading.xml import Element, decorative, short

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ACTIVE = {
    "vbaProject": "a macro",
    "wordVbaData": "a macro",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "aFChunk": "a file of another format",
    "subDocument": "a document of its own",
    "attachedTemplate": "a template",
    "frame": "a frame",
    "externalLink": "a linked workbook",
    "mailMergeSource": "a mail merge",
    "webextension": "an add-in",
    "webextensiontaskpanes": "an add-in",
    "extensibility": "a custom ribbon",
    "keyMapCustomizations": "key bindings",
}


def properties(package: OfficePackage) -> tuple[str, Iterator[Fault]]:
    """The language that the properties name, and what is wrong with them."""
    name = next((name for name, type_ in package.types.items() if type_ == _CORE), "")
    root = package.root(name)
    said = {} if root is None else {str(child.tag): (child.text or "").strip() for child in root}
    return said.get(f"{_DC}language", ""), _property_faults(said)


def _property_faults(said: dict[str, str]) -> Iterator[Fault]:
    title = said.get(f"{_DC}title", "")
    if not title:
        yield Fault(code="no-title", spot="properties", what="the file has no title.")
    elif is_file_name(title):
        yield Fault(code="title-file-name", spot="properties", what=f"the title is '{short(title)}'.", words=title)
    if not said.get(f"{_DC}creator"):
        yield Fault(code="no-author", spot="properties", what="the file names no author.")


def language_faults(tag: str, where: str) -> Iterator[Fault]:
    """What is wrong with the language that a file is set to."""
    if not tag:
        yield Fault(code="no-language", spot=where, what="no language is set for the whole file.")
    elif not _TAG.fullmatch(tag):
        yield Fault(code="language-tag", spot=where, what=f"'{short(tag)}' is not a language.")


def outside(package: OfficePackage) -> Iterator[Fault]:
    """What the parts lead to that acts on its own or is loaded from elsewhere, and macros that nothing leads to."""
    for name in package.names:
        if name.endswith(".rels"):
            part = name.replace("_rels/", "").removesuffix(".rels")
            for relation in package.relations(part):
                yield from _relation_faults(relation, part)
    for name in package.names:
        if name.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")):
            yield Fault(code="active-content", spot=name, what="holds a program.")


def _relation_faults(relation: Relationship, part: str) -> Iterator[Fault]:
    what = _ACTIVE.get(relation.kind)
    if what:
        yield Fault(code="active-content", spot=part, what=f"holds or leads to {what}.")
    elif relation.outside and relation.kind != "hyperlink":
        yield Fault(code="external-resource", spot=part, what=f"loads '{short(relation.target)}'.")
    elif relation.outside and urls.url_fault(relation.target):
        what = f"a link {urls.url_fault(relation.target)}: '{short(relation.target)}'."
        yield Fault(code="unsafe-link", spot=part, what=what, words=relation.target)


def alt_faults(properties: Element, kind: str, spot: str, heading: str, *, title: str = "") -> Iterator[Fault]:
    """What is wrong with the alternative text in the non-visual properties of a picture, drawing, chart or table."""
    alt = (properties.get("descr") or "").strip()
    name = properties.get("name") or ""
    if not alt and not decorative(properties):
        code = "table-no-name" if kind == "table" else "alt-missing"
        yield Fault(code=code, spot=spot, what=f"the {kind} '{short(name)}' has none.", words=name, heading=heading)
    code = alt_text_fault(alt, title) or ("alt-repeats-title" if alt and alt.casefold() == name.casefold() else "")
    if code:
        yield Fault(code=code, spot=spot, what=f"the {kind} has '{short(alt)}'.", words=alt, heading=heading)


class LinkWords:
    """The links of a file as they are met, with where the words of each led before."""

    def __init__(self) -> None:
        self._targets: dict[str, str] = {}

    def faults(self, words: str, target: str, spot: str, heading: str) -> Iterator[Fault]:
        """What is wrong with a link on some words to a target."""
        said = " ".join(words.split())
        if not said:
            what = f"the link to '{short(target)}' has no words."
            yield Fault(code="link-no-words", spot=spot, what=what, words=target, heading=heading)
            return
        code = link_text_fault(said)
        if code:
            yield Fault(code=code, spot=spot, what=f"the link says '{short(said)}'.", words=said, heading=heading)
        before = self._targets.setdefault(said.casefold(), target)
        if before != target and not code:
            what = f"'{short(said)}' leads to '{short(target)}', and before to '{short(before)}'."
            yield Fault(code="link-same-words", spot=spot, what=what, words=said, heading=heading)
