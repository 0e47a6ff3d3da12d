"""Text as a tuple of spans, parsed from inline markup.

The only markup is `**strong**`, `*emphasis*`, `[text](https://…)`, `[text](kind:id)` and `[@id]`, a citation.
Everything else is plain text. Emphasis begins and ends at the edge of a word. Strong text can also be part of a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import evolve, fields, frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline.state_inline import StateInline
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[*\[]")
_SPACE = re.compile(r"[ \t\r\n]+")
_CITATION = re.compile(r"(?<!\\)\[@([A-Za-z0-9_-]+)\]")
_ADDRESS = re.compile(r"\(((?:[^\s()]|\([^\s()]*\))*)\)")
_ITEM = re.compile(r"(?!(?:https?|mailto|tel):)([a-z]+):([\w-]+)", re.IGNORECASE)
"""Matches the kind and the id of a content item, given in a link in place of an address."""
_STARS = re.compile(r"\*+")
_UNSPACED = re.compile(
    "[\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\ua960-\uaa7f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
"""Matches a letter of a script that is written without spaces between words, or of Korean. Emphasis can begin or end
between any two such letters."""


@frozen(cache_hash=True)
class Span:
    """A run of text in one style.

    `url` is the address that the span links to. `citation` is the id of the cited reference. `item` is the id of a
    content item that the span names. A format with a page for each item, such as the web edition, can link the span to
    that page. `kind` is the name of the item's kind if the author made the span a link to the item. Each of the four is
    empty if it does not apply.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    url: str = ""
    citation: str = ""
    item: str = ""
    kind: str = ""


Text = tuple[Span, ...]
_STYLE = attrgetter(*(field.name for field in fields(Span) if field.name != "text"))


def _stars(state: "StateInline", silent: bool) -> bool:
    """Parse a run of stars, and return whether there was one.

    This is a markdown-it rule.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    run = _STARS.match(state.src, state.pos, state.posMax)
    if silent or not run:
        return False
    before, after = state.src[max(run.start() - 1, 0) : run.start()], state.src[run.end() : run.end() + 1]
    opens, closes = _is_edge(before, after, len(run[0])), _is_edge(after, before, len(run[0]), closing=True)
    for _ in run[0]:
        state.push("text", "", 0).content = "*"
        state.delimiters.append(Delimiter(ord("*"), len(run[0]), len(state.tokens) - 1, -1, opens, closes))
    state.pos = run.end()
    return True


def _is_edge(outside: str, inside: str, stars: int, *, closing: bool = False) -> bool:
    """Return whether stars can mark an edge of emphasis or strong text.

    The edge is the end of the text if `closing` is true, and otherwise the start. `outside` and `inside` are the
    characters on either side of the stars, and `stars` is the number of stars.
    """
    if not inside.strip() or "\\" in (outside, inside):
        return False
    if _is_in_word(outside) and not _UNSPACED.match(outside):
        return stars > 1 and outside.isalpha() and inside.isalpha()
    facing = ("Ps", "Pi") if closing else ("Pe", "Pf")
    return not (_is_mark(outside) and _is_mark(inside)) or (
        outside != inside and unicodedata.category(inside) not in facing
    )


def _is_in_word(character: str) -> bool:
    return character.isalnum() or (character != "" and unicodedata.category(character)[0] == "M")


def _is_mark(character: str) -> bool:
    return character.strip() != "" and not _is_in_word(character)


def _link(state: "StateInline", silent: bool) -> bool:
    """Parse `[words](address)`, and return whether there was one.

    The address has no spaces. This is a markdown-it rule.
    """
    from markdown_it.helpers import parseLinkLabel

    if state.src[state.pos] != "[" or state.src[state.pos - 1 : state.pos] == "\\":
        return False
    start, most = state.pos, state.posMax
    end = parseLinkLabel(state, start, True)
    address = _ADDRESS.match(state.src, end + 1, most) if end >= 0 else None
    if not address:
        state.pos = start
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        state.push("link_open", "a", 1).attrSet("href", address[1])
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = most
    state.pos = address.end()
    return True


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # imported here, because text without markup does not need it

    parser = MarkdownIt("zero").enable(["emphasis", "link"])
    parser.inline.ruler.at("emphasis", _stars)
    parser.inline.ruler.at("link", _link)
    return parser


@lru_cache(maxsize=16_384)
def text_of(markdown: str) -> Text:
    """Parse one paragraph of inline markup into spans."""
    words = one_line(markdown)
    if not _SPECIAL.search(words):
        return (Span(words),)
    tokens = _parser().parseInline(words)[0].children or []
    return tuple(merged(_spans(tokens)))


def one_line(words: str) -> str:
    """Collapse spaces, tabs and line breaks into single spaces, and trim.

    Other kinds of space, such as no-break spaces, are kept.
    """
    return _SPACE.sub(" ", words).strip(" ")


def _spans(tokens: "list[Token]") -> Iterator[Span]:
    style = Span("")
    for before, token in zip([None, *tokens], tokens, strict=False):
        match token.type:
            case "strong_open" | "strong_close":
                style = evolve(style, strong=token.nesting == 1)
            case "em_open" | "em_close":
                style = evolve(style, emphasis=token.nesting == 1)
            case "link_open":
                style = _linked(style, str(token.attrGet("href") or " "))  # a blank, so that `url_fault` reports it
            case "link_close":
                if before and before.type == "link_open":
                    yield evolve(style, text=address_in(style))
                style = evolve(style, url="", item="", kind="")
            case _:
                yield from _cited(token.content, style)


def _linked(style: Span, address: str) -> Span:
    """Return a style that links to a URL or a content item."""
    item = _ITEM.fullmatch(address)
    return evolve(style, kind=item[1], item=item[2]) if item else evolve(style, url=address)


def address_in(span: Span) -> str:
    """Return a link's address, as its author wrote it, or ""."""
    return f"{span.kind}:{span.item}" if span.kind else span.url


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
    """Yield the text and target of each link.

    A target is a URL, or a content item as `kind:id`.
    """
    for url, spans in groupby(text, key=address_in):
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
