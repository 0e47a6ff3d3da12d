"""Small tables of postcards to import."""

import csv
import io
from collections.abc import Mapping

CARD = {
    "Theme": "Sharing power",
    "Question": "Who can say no here?",
    "Why": "Some people never can.",
    "Follow-ups": "Who else?",
    "Listen for": "Silence.",
    "Audience": "staff, carers",
    "Moment": "opening",
}
HEADINGS = tuple(CARD)


def csv_text(*cards: Mapping[str, str], separator: str = ",") -> str:
    """Return a CSV file with headings and cards."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(HEADINGS)
    writer.writerows([card[heading] for heading in HEADINGS] for card in cards)
    return text.getvalue()
