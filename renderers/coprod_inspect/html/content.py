"""Check headings, alternative text, links, tables and labels on web pages."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_inspect.headings import heading_jump
from coprod_inspect.html.page import WebPage, accessible_name
from coprod_inspect.link_texts import LinkTexts
from coprod_inspect.quotes import quoted
from coprod_office.reading.xml import Element

_LABELLED_ITSELF = ("hidden", "submit", "reset", "button", "image")


def heading_faults(page: WebPage) -> Iterator[Fault]:
    """Check for one `h1`, no empty headings and no skipped levels."""
    found = list(page.root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    count = sum(element.tag == "h1" for element in found)
    if count != 1:
        yield Fault(code="html-h1", spot="body", what=f"the page has {count or 'no'} headings of level 1.")
    before = 0
    for element in found:
        level, words = int(str(element.tag)[1]), accessible_name(element)
        if not words:
            yield page.fault("heading-empty", f"a heading of level {level} has no words.", element)
        jump = heading_jump(level, before, words)
        if jump and (before or count):
            yield page.fault("heading-jump", jump, element, words)
        before = level


def alternative_text_faults(page: WebPage) -> Iterator[Fault]:
    """Check pictures' alternative text. Empty text marks a picture as decorative."""
    for picture in page.root.iter("img", "area", "svg"):
        if picture in page.hidden:
            continue
        alt = picture.get("aria-label" if picture.tag == "svg" else "alt")
        if not _has_alternative(picture):
            source = picture.get("src") or ""
            name = "a drawing" if picture.tag == "svg" else f"the picture {quoted(source)}"
            yield page.fault("alt-missing", f"{name} has no alternative text.", picture)
        code = alt_text_fault(alt or "", page.headings.get(picture, ""))
        if code:
            what = f"the alternative text of a picture is {quoted(alt or '')}."
            yield page.fault(code, what, picture, alt or "")


def _has_alternative(picture: Element) -> bool:
    if (picture.get("aria-label") or picture.get("aria-labelledby") or "").strip():
        return True
    if picture.tag == "svg":
        return any(picture.find(tag) is not None for tag in ("title", "{http://www.w3.org/2000/svg}title"))
    return picture.get("alt") is not None or picture.get("role") == "presentation"


def link_faults(page: WebPage) -> Iterator[Fault]:
    """Check link text, allowing repeats for links within the page."""
    seen = LinkTexts()
    for link in page.root.iter("a"):
        target = (link.get("href") or "").strip()
        if not target or link in page.hidden:
            continue
        inside = target.startswith("#")
        heading = page.headings.get(link, "")
        for fault in seen.faults(accessible_name(link), "#" if inside else target, "", heading):
            if not (inside and fault.code == "link-same-words"):
                yield page.fault(fault.code, fault.what, link, fault.words)


def table_faults(page: WebPage) -> Iterator[Fault]:
    """Check data tables for headers, captions and nesting."""
    for table in page.root.iter("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        first = next((accessible_name(cell) for cell in table.iter("th", "td")), "")
        subject = f"the table that starts {quoted(first)}"
        headers = list(table.iter("th"))
        if not headers:
            yield page.fault("table-no-header", f"{subject} has no header cells.", table, first)
        elif not all(accessible_name(cell) for cell in headers):
            yield page.fault("table-header-empty", f"{subject} has an empty header cell.", table, first)
        caption = table.find("caption")
        captioned = caption is not None and accessible_name(caption)
        if not captioned and not table.get("aria-label") and not table.get("aria-labelledby"):
            yield page.fault("table-no-name", f"{subject} has no caption.", table, first)
        if next(table.iterancestors("table"), None) is not None:
            yield page.fault("table-nested", f"{subject} is inside another table.", table, first)


def form_faults(page: WebPage) -> Iterator[Fault]:
    """Check that every form control has a label."""
    labelled = {label.get("for") for label in page.root.iter("label")}
    for control in page.root.iter("input", "select", "textarea"):
        if control.get("type", "").casefold() in _LABELLED_ITSELF:
            continue
        own = any((control.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
        wrapped = next(control.iterancestors("label"), None) is not None
        if not own and not wrapped and (control.get("id") or "\0") not in labelled:
            yield page.fault("no-label", f"the {control.tag} has no label.", control)
