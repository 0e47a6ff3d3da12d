"""Mark words that are not in the language of their web page."""

import html
import re
from collections.abc import Container

from coprod_content.text.languages import (
    LanguageRun,
    is_english,
    is_from_right,
    language_runs,
    phrases_in,
    runs_from_right,
)
from coprod_content.text.scripts import has_foreign_letters
from coprod_web import page_wording

_FIXED = (page_wording.CONTENTS, page_wording.SKIP, page_wording.FOR_THE_FACILITATOR, page_wording.ABOUT_WORK)
PHRASES = frozenset(phrases_in(": ".join((*_FIXED, f"{page_wording.STEP} 1", "1 minute", "2 minutes"))))
_DIRECTIONS = {True: "rtl", False: "ltr"}
_TAG = re.compile(r"(<[^>]*>)")
_BLOCK = re.compile(r"(<(?:p|h[1-6]|li|d[dt]|t[dh]|caption|figcaption|blockquote|div)\b(?![^>]* dir=)[^>]*)>")
_SKIPPED = re.compile(r"</?(svg|style|script|title|textarea|option)\b")


def with_languages(page: str, language: str, fixed: Container[str] = ()) -> str:
    """Mark words that are not in the language of their web page.

    `language` is the language of the page, and `fixed` contains the English phrases on it. A paragraph that begins with
    a letter of a right-to-left script runs from right to left. A page in English that has no letters of other
    scripts is returned unchanged.
    """
    if is_english(language) and not has_foreign_letters(page, language):
        return page
    head, body, rest = page.partition("<body")
    pieces = _TAG.split(body + rest)
    skipped = ""
    for at, piece in enumerate(pieces):
        if at % 2:
            found = _SKIPPED.match(piece)
            skipped = skipped if not found else "" if piece.startswith("</") else found[1]
        elif at and not skipped and piece.strip():
            words = html.unescape(piece)
            pieces[at] = "".join(map(_marked, language_runs(words, language, fixed)))
            if not runs_from_right(language) and is_from_right(words, language):
                pieces[at - 1] = _BLOCK.sub(r'\1 dir="rtl">', pieces[at - 1])
    return head + "".join(pieces)


def _marked(run: LanguageRun) -> str:
    """Return a run as HTML.

    A run that is not in the language of the page is in a `span` element that gives its language. Spaces at the ends of
    the run are outside that element.
    """
    words, text = run.text.strip(), html.escape(run.text)
    if not run.language or not words:
        return text
    marked = f'<span lang="{run.language}" dir="{_DIRECTIONS[run.from_right]}">{html.escape(words)}</span>'
    before, _, after = text.partition(html.escape(words))
    return f"{before}{marked}{after}"
