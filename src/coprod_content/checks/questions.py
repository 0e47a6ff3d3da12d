"""Checks on the length, ending and number of questions."""

import re
from collections.abc import Iterator

from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.library import Library
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import is_english

MOST_QUESTION_WORDS = 25
"""The maximum number of words in a question."""
_ENDS = ("?", "？", "؟", "՞", "፧", "꘏", "⸮", "…", "...")
_CLOSING = " \u00a0'\"’”»)]）」』"
_WITHOUT_MARKS = ("el", "hy", "ja", "km", "lo", "my", "th")
"""Languages in which a question can end without a question mark."""
_SECOND = re.compile(
    r"(?:, (?:and|or|but)|;) (?:who|whose|what|which|when|where|why|how|shall|should)\b", re.IGNORECASE
)


def question_findings(library: Library) -> Iterator[Finding]:
    """Yield warnings about long questions, and questions without a question mark.

    A sentence for people to finish, which ends in an ellipsis, needs no question mark.
    """
    marked = library.about.language.split("-")[0] not in _WITHOUT_MARKS
    for item in library:
        for path, words, marker in text_fields(item):
            if not isinstance(marker, InlineText) or not marker.question:
                continue
            if (count := len(words.split())) > MOST_QUESTION_WORDS:
                what = f"the question has {count} words. The limit is {MOST_QUESTION_WORDS}."
                yield finding_in(
                    item.source, path, "long-question", what, "Shorten it, or ask in two steps.", "warning"
                )
            if marked and not words.rstrip(_CLOSING).endswith(_ENDS):
                what = f"the question does not end with a question mark: '{words[-40:]}'."
                fix = "Add one. If people are meant to finish the sentence, end it with '…'."
                yield finding_in(item.source, path, "question-mark", what, fix, "warning")


def cards_with_two_questions(library: Library) -> Iterator[Finding]:
    """Yield warnings about cards that ask two questions on the front.

    A second question in the same sentence, such as "and who will do it?", is found in English only.
    """
    english = is_english(library.about.language)
    for card in library.postcards.values():
        fronts: dict[FieldPath, str] = {("question",): card.question}
        if card.easy_read:
            fronts["easy_read", "title"] = card.easy_read.title
        for path, words in fronts.items():
            if sum(map(words.count, _ENDS[:3])) > 1 or (english and _SECOND.search(words)):
                what = f"the card asks two questions: '{words[-60:]}'."
                fix = "Keep one on the front, and ask the other in `follow_ups`."
                yield finding_in(card.source, path, "two-questions", what, fix, "warning")
