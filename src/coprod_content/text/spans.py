"""Text: a flat tuple of spans, read from inline Markdown.

The text is one paragraph. The Markdown can contain `**strong**`, `*emphasis*`, links as `[text](https://…)`, citations
as `[@key]`, backslash escapes and entities such as `&amp;`. Everything else is plain text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from attrs import evolve, fields, frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

_SPECIAL = re.compile(r"[*_\[\\&]")
_SPACE = re.compile(r"[ \t\r\n]+")
_CITATION = re.compile(r"\[@([A-Za-z0-9_-]+)\]")


@frozen(cache_hash=True)
class Span:
    """A run of text in one style.

    `url` is the address that the span links to. `citation` is the id of the cited reference. `item` is the id of a
    content item that the span names. A format with a page for each item, such as the web edition, can link the span to
    that page. Each of the three is empty if it does not apply.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    url: str = ""
    citation: str = ""
    item: str = ""


Text = tuple[Span, ...]
_STYLE = attrgetter(*(field.name for field in fields(Span) if field.name != "text"))


class _Markdown(MarkdownIt):
    """A Markdown parser that keeps links unchanged; `url_fault` checks them later."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # names from markdown-it-py
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def _parser() -> MarkdownIt:
    parser = _Markdown("zero").enable(["emphasis", "link", "escape", "entity"])
    return parser.disable("text_join")  # keeps an escaped bracket apart from one that opens a citation


_MARKDOWN = _parser()


@lru_cache(maxsize=16_384)
def text_of(markdown: str) -> Text:
    """Parse one paragraph of inline Markdown into spans."""
    words = one_line(markdown)
    if not _SPECIAL.search(words):
        return (Span(words),)
    tokens = _MARKDOWN.parseInline(words)[0].children or []
    return tuple(merged(_spans(tokens)))


def one_line(words: str) -> str:
    """Collapse spaces, tabs and line breaks into single spaces, and trim.

    Other kinds of space, such as no-break spaces, are kept.
    """
    return _SPACE.sub(" ", words).strip(" ")


def _spans(tokens: list[Token]) -> Iterator[Span]:
    style = Span("")
    for before, token in zip([None, *tokens], tokens, strict=False):
        match token.type:
            case "strong_open" | "strong_close":
                style = evolve(style, strong=token.nesting == 1)
            case "em_open" | "em_close":
                style = evolve(style, emphasis=token.nesting == 1)
            case "link_open":
                style = evolve(style, url=str(token.attrGet("href") or " "))  # a blank, so that `url_fault` reports it
            case "link_close":
                if before and before.type == "link_open":
                    yield evolve(style, text=style.url)
                style = evolve(style, url="")
            case "text_special":
                yield evolve(style, text=token.content)
            case _:
                yield from _cited(token.content, style)


def _cited(words: str, style: Span) -> Iterator[Span]:
    pieces = _CITATION.split(words)
    for at, piece in enumerate(pieces):
        if at % 2:
            yield evolve(style, text=piece, citation=piece)
        elif piece:
            yield evolve(style, text=piece)


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Merge neighbouring spans of the same style, except citations."""
    for _, group in groupby(spans, key=_STYLE):
        run = tuple(group)
        if len(run) == 1 or run[0].citation:
            yield from run
        else:
            yield evolve(run[0], text="".join(span.text for span in run))


def links_of(text: Text) -> Iterator[tuple[str, str]]:
    """Yield the text and the URL of each link."""
    for url, spans in groupby(text, key=lambda span: span.url):
        if url:
            yield "".join(span.text for span in spans), url


def plain(text: Text) -> str:
    """Return text as a string, with citations in square brackets."""
    return "".join(f"[{span.text}]" if span.citation else span.text for span in text)


def without_citations(text: Text) -> str:
    """Return text as a string, leaving out citations."""
    words = ""
    for span in text:
        words = words.rstrip() if span.citation else words + span.text
    return words


def verbatim(words: str) -> Text:
    """Return a string as a single span, without parsing Markdown."""
    return (Span(words),)


def strong(words: str) -> Text:
    """Return a string as a single bold span, without parsing Markdown."""
    return (Span(words, strong=True),)
