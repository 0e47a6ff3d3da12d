"""A preview of a Word file, made from the document's web page."""

from attrs import frozen
from lxml import etree, html
from markupsafe import Markup

Element = etree._Element  # lxml has no public name for its element type
_PREFIX = "w-"
"""Prefix for ids and classes, which keeps them distinct from the builder's own."""
_TAGS = {
    "header": "div",
    "main": "div",
    "footer": "div",
    "h1": "h3",
    "h2": "h4",
    "h3": "h5",
    "h4": "h6",
    "h5": "h6",
}
"""Tags that are replaced, with their replacements. The old tag becomes a class of the element.

The builder's page already has landmarks and top-level headings, so a document inside it must not repeat them.
"""
_UNWANTED = ("a[@class='skip']", ".//nav[@aria-labelledby='main--contents']")
"""Paths of elements to remove: the skip link, and the table of contents added to documents that have none."""


@frozen(kw_only=True)
class PaperArticle:
    """HTML of a document, with its language and direction (`ltr` or `rtl`)."""

    language: str
    direction: str
    content: Markup


def paper_article(web_page: bytes) -> PaperArticle:
    """Return the content of a web page that the `web` renderer made.

    The content is for showing inside another page, styled like paper.
    """
    root = html.document_fromstring(web_page.decode())
    body = root.find("body")
    assert body is not None
    for each in (found for path in _UNWANTED for found in body.findall(path)):
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)
    for control in [*body.iter("input", "textarea")]:
        _put_on_paper(control)
    for element in body.iterdescendants("*"):
        _adapt(element)
    content = "".join(html.tostring(each, encoding="unicode") for each in body)  # lxml escapes text and attributes
    return PaperArticle(language=root.get("lang", ""), direction=root.get("dir", ""), content=Markup(content))


def _put_on_paper(control: Element) -> None:
    """Replace a form control with its answer, or with a tick box.

    Form controls are not kept, because the builder's own form surrounds the preview.
    """
    is_box = control.get("type") in ("checkbox", "radio")
    answer = control.text if control.tag == "textarea" else control.get("value")
    shown = html.Element("span", {"class": "box" if is_box else "answer"})
    shown.text = "☐" if is_box else answer or "\u00a0"
    shown.tail = control.tail
    parent = control.getparent()
    assert parent is not None
    parent.replace(control, shown)


def _adapt(element: Element) -> None:
    names, href = element.get("class", "").split(), element.get("href", "")
    if element.tag in _TAGS:
        names.append(element.tag)
        element.tag = _TAGS[element.tag]
    if names:
        element.set("class", " ".join(f"{_PREFIX}{name}" for name in names))
    element.attrib.pop("for", "")
    for key in ("id", "aria-labelledby", "aria-describedby"):
        if key in element.attrib:
            element.set(key, f"{_PREFIX}{element.get(key)}")
    if href.startswith("#"):
        element.set("href", f"#{_PREFIX}{href[1:]}")
    elif href:
        element.set("target", "_blank")
    if element.tag == "details":
        element.set("open", "open")
