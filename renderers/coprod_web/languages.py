"""Mark the English words on web pages in other languages."""

import html
import re
from collections.abc import Container

from coprod_content.text.languages import is_english, language_runs, phrases_in
from coprod_web import page_wording

_FIXED = (page_wording.CONTENTS, page_wording.SKIP, page_wording.FOR_THE_FACILITATOR, page_wording.ABOUT_WORK)
PHRASES = frozenset(phrases_in(": ".join((*_FIXED, f"{page_wording.STEP} 1", "1 minute", "2 minutes"))))
_TAG = re.compile(r"(<[^>]*>)")
_SKIPPED = re.compile(r"</?(svg|style|script|title|textarea|option)\b")


def with_languages(page: str, language: str, fixed: Container[str]) -> str:
    """Mark English words on a web page in another language as English.

    `language` is the language of the page, and `fixed` contains the English phrases on it. A page in English is
    returned unchanged.
    """
    if is_english(language):
        return page
    head, body, rest = page.partition("<body")
    pieces = _TAG.split(body + rest)
    skipped = ""
    for at, piece in enumerate(pieces):
        if at % 2:
            found = _SKIPPED.match(piece)
            skipped = skipped if not found else "" if piece.startswith("</") else found[1]
        elif at and not skipped and piece.strip():
            pieces[at] = "".join(
                f'<span lang="{run.language}" dir="ltr">{html.escape(run.text)}</span>'
                if run.language and run.text.strip()
                else html.escape(run.text)
                for run in language_runs(html.unescape(piece), language, fixed)
            )
    return head + "".join(pieces)
