"""Text as runs: strong and emphasis as character styles, links live, citations in square brackets."""

from coprod_content.text.spans import Span, Text
from coprod_content.text.urls import url_fault
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import attribute


def runs(text: Text, story: WordWriter) -> str:
    """The runs of a text. A link that `links.fault` refuses is printed as words, followed by its address."""
    if len(text) == 1 and not (text[0].url or text[0].citation or text[0].strong or text[0].emphasis):
        return run(text[0].text)
    return "".join(_span(span, story) for span in text)


def linked(words: str, url: str, story: WordWriter, properties: str = "") -> str:
    """Words that lead to an address; properties follow the style of links."""
    set_as = f'<w:rStyle w:val="{story.id(WordStyle.LINK)}"/>{properties}'
    return f'<w:hyperlink r:id="{story.link(url)}" w:history="1">{run(words, set_as)}</w:hyperlink>'


def is_live(url: str) -> bool:
    """Whether an address may be led to."""
    return bool(url) and url.isprintable() and not url_fault(url)


def reference_bookmark(number: str) -> str:
    """The name of the bookmark at a listed work."""
    return f"_Reference_{number}"


def _span(span: Span, story: WordWriter) -> str:
    if span.citation:
        return _citation(span, story)
    if is_live(span.url):
        return linked(span.text, span.url, story, "<w:b/><w:bCs/>" if span.strong or span.emphasis else "")
    words = f"{span.text} ({span.url})" if span.url else span.text
    return run(words, _style(span, story))


def _citation(span: Span, story: WordWriter) -> str:
    words = run(f"[{span.text}]", _style(span, story))
    if span.text not in story.cited:
        return words
    anchor = attribute(reference_bookmark(span.text))
    return f'<w:hyperlink w:anchor={anchor} w:history="1">{words}</w:hyperlink>'


def _style(span: Span, story: WordWriter) -> str:
    style = WordStyle.STRONG if span.strong else WordStyle.EMPHASIS if span.emphasis else None
    return f'<w:rStyle w:val="{story.id(style)}"/>' if style else ""
