"""Mark the English words on web pages in other languages."""

import html
import re
from collections.abc import Container

from coprod_content.text.languages import LanguageRun, is_english, language_runs, phrases_in
from coprod_content.text.scripts import has_foreign_letters
from coprod_web import page_wording

_FIXED = (page_wording.CONTENTS, page_wording.SKIP, page_wording.FOR_THE_FACILITATOR, page_wording.ABOUT_WORK)
PHRASES = frozenset(phrases_in(": ".join((*_FIXED, f"{page_wording.STEP} 1", "1 minute", "2 minutes"))))
_DIRECTIONS = {True: "rtl", False: "ltr"}
_TAG = re.compile(r"(<[^>]*>)")
_SKIPPED = re.compile(r"</?(svg|style|script|title|textarea|option)\b")


def with_languages(page: str, language: str, fixed: Container[str] = ()) -> str:
    """Mark words on a web page that are in another language.

    `language` is the language of the page, and `fixed` contains the English phrases on it. A page that is all in
    English is returned unchanged.
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
            pieces[at] = "".join(map(_marked, language_runs(html.unescape(piece), language, fixed)))
    return head + "".join(pieces)


def _marked(run: LanguageRun) -> str:
    """Return a run as HTML, marked except for spaces at its ends."""
    words, text = run.text.strip(), html.escape(run.text)
    if not run.language or not words:
        return text
    marked = f'<span lang="{run.language}" dir="{_DIRECTIONS[run.from_right]}">{html.escape(words)}</span>'
    before, _, after = text.partition(html.escape(words))
    return f"{before}{marked}{after}"
