"""Check the links and fields in a Word file."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.shared_checks import quoted, shortened
from coprod_inspect.word.part import (
    FIELD_CODE,
    FIELD_MARK,
    LINK,
    SIMPLE_FIELD,
    WordParagraph,
    WordPart,
    text_of_element,
)
from coprod_office.reading.xml import R, W

_HARMLESS_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "REF", "PAGEREF", "STYLEREF", "SEQ", "HYPERLINK", "NOTEREF")
)


def link_faults(part: WordPart) -> Iterator[Fault]:
    """Yield the faults in each link's text."""
    for paragraph in part.paragraphs:
        for link in part.inline.get(paragraph.element, ()):
            if link.tag != LINK:
                continue
            relationship = part.relationships.get(link.get(f"{R}id") or "")
            alts = (picture.get("descr") or "" for picture in link.iter("{*}docPr"))
            words = text_of_element(link) or next(filter(None, alts), "")
            if relationship is not None:
                yield from part.links.faults(words, relationship.target, part.spot(paragraph.heading))
            elif not words.strip():
                yield part.fault("link-no-words", "a link has no words.", paragraph)


def field_faults(part: WordPart) -> Iterator[Fault]:
    """Yield faults for active fields and for unsafe links in fields.

    A field code can be split across runs and paragraphs.
    """
    split_code = ""
    for paragraph in part.paragraphs:
        inline = part.inline.get(paragraph.element, ())
        codes = [element.get(f"{W}instr") or "" for element in inline if element.tag == SIMPLE_FIELD]
        for element in inline:
            if element.tag == FIELD_CODE:
                split_code += element.text or ""
            elif element.tag == FIELD_MARK:
                codes.append(split_code)
                split_code = ""
        for code in codes:
            yield from _field_faults(code.strip(), paragraph, part)


def _field_faults(code: str, paragraph: WordParagraph, part: WordPart) -> Iterator[Fault]:
    name = code.split(maxsplit=1)[0].upper() if code else ""
    if name and name not in _HARMLESS_FIELDS:
        yield part.fault("active-content", f"contains a field {shortened(name)}.", paragraph)
    target = re.match(r'HYPERLINK\s+"?([^"\s]+)', code)
    if target and not target[1].startswith("\\") and url_fault(target[1]):
        what = f"the link {quoted(target[1])} {url_fault(target[1])}."
        yield part.fault("unsafe-link", what, paragraph, target[1])
