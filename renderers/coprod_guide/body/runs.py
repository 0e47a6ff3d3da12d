"""Runs of text with character styles, links and citations."""

from coprod_content.text.spans import Span, Text
from coprod_content.text.urls import url_fault
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import attribute


def runs(text: Text, writer: WordWriter) -> str:
    """Return text as runs, including its links and citations."""
    if len(text) == 1 and not (text[0].url or text[0].kind or text[0].citation or text[0].strong or text[0].emphasis):
        return run(text[0].text)
    return "".join(_span(span, writer) for span in text)


def linked(words: str, url: str, writer: WordWriter, properties: str = "") -> str:
    """Return text linked to `url`, in the link style.

    `properties` is the XML of any further run properties, such as bold.
    """
    return f'<w:hyperlink r:id="{writer.link(url)}" w:history="1">{_link_run(words, writer, properties)}</w:hyperlink>'


def _link_run(words: str, writer: WordWriter, properties: str) -> str:
    return run(words, f'<w:rStyle w:val="{writer.style_id(WordStyle.LINK)}"/>{properties}')


def is_live(url: str) -> bool:
    """Return whether a URL is safe and valid as a link."""
    return bool(url) and url.isprintable() and not url_fault(url)


def linked_to_bookmark(content: str, bookmark: str) -> str:
    """Return runs wrapped in a link to a bookmark."""
    return f'<w:hyperlink w:anchor={attribute(bookmark)} w:history="1">{content}</w:hyperlink>'


def reference_bookmark(number: str) -> str:
    """Return the bookmark name for a reference number."""
    return f"_Reference_{number}"


def _span(span: Span, writer: WordWriter) -> str:
    style = WordStyle.STRONG if span.strong else WordStyle.EMPHASIS if span.emphasis else None
    properties = f'<w:rStyle w:val="{writer.style_id(style)}"/>' if style else ""
    bold = "<w:b/><w:bCs/>" if style else ""
    if span.citation:
        words = run(f"[{span.text}]", properties)
        return linked_to_bookmark(words, reference_bookmark(span.text)) if span.text in writer.cited else words
    if span.kind and (bookmark := writer.bookmark_of(span.item)):
        return linked_to_bookmark(_link_run(span.text, writer, bold), bookmark)
    if is_live(span.url):
        return linked(span.text, span.url, writer, bold)
    return run(f"{span.text} ({span.url})" if span.url else span.text, properties)
