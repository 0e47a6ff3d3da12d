"""Find characters that look like markup but are printed as typed."""

import re
from functools import lru_cache
from html import unescape

from coprod_content.text.spans import Span, text_of

TYPED_BULLET = re.compile(r"\s*[-–—•*▪◦·‣●○■□][ \t\u00a0]")
"""Matches a bullet that was typed at the start of a paragraph."""
_TAGS = "a|b|i|u|s|p|em|strong|br|hr|ul|ol|li|span|div|img|sup|sub|code|pre|h[1-6]"
_MISTAKES = re.compile(
    r"""
    \*\*(?=\S) | (?<=\S)\*\* | (?<![\w*])\*(?=[^\W\d_])  # stars without a partner
    | (?<!\w)(?P<line>__?|~~|`+)(?=\S)[^_~`]*[^\s_~`](?P=line)(?!\w)  # _words_, ~~words~~ and `words`
    | \\[*_\[\]()#`&<>~\\-]
    | &(?:\#\d+|\#x[0-9a-f]+|[a-z][a-z0-9]+);
    | </?(?:TAGS)\b[^<>]*> | <(?:https?:|mailto:)[^<>]*>
    | ^\#{1,6}[ ] | ^>[ ] | !?\[[^\[\]]*\](?:\(|[ ]\((?=https?:|www\.|mailto:|tel:)) | !(?=\x00) | \[@[^\]]*\]?
    """.replace("TAGS", _TAGS),
    re.VERBOSE | re.IGNORECASE,
)

_MARK = re.compile(r"[*_~`\\&<>#\[]")
"""Matches a character that every mistake has in the text as typed. Most texts have none."""


@lru_cache(maxsize=16_384)  # Most texts are the same when a root is read again.
def markup_mistakes(words: str, *, markup: bool) -> tuple[str, ...]:
    """Return parts of a field's text that look like markup by mistake.

    Each is given as its first characters, at most 20, with `…` in place of links and citations. If `markup` is false,
    the field is plain text, so correct markup is a mistake too. The words that it marks up first are then also
    returned.
    """
    if not _MARK.search(words):
        return ()
    spans = text_of(words)
    styled = [span.text for span in spans if span != Span(span.text)][:1] if not markup else []
    literal = "".join("\x00" if span.url or span.kind or span.citation else span.text for span in spans)
    at = [
        match.start()
        for match in _MISTAKES.finditer(literal)
        if not match[0].startswith("&") or unescape(match[0]) != match[0]
    ]
    return (*styled, *(literal[start : start + 20].replace("\x00", "…") for start in at))
