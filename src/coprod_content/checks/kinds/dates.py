"""Check the dates of facts, their reviews and events."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from coprod_content.content.library import Library
from coprod_content.content.model import Article, Item, Resource, Workshop
from coprod_content.content.phrases import date_in_words
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding


def date_findings(library: Library) -> Iterator[Finding]:
    """Yield the faults in `as_of` and `review_by`, regardless of today's date."""
    for item in library:
        if not isinstance(item, Article | Resource):
            continue
        if item.as_of and item.review_by and item.review_by <= item.as_of:
            what = f"the facts are due for review on {item.review_by}, but were checked on {item.as_of}."
            yield finding_in(item.source, ("review_by",), "review-day", what, "Give a date after `as_of`.")
        if item.review_by and not item.as_of:
            what = "the facts have a day for review, but no day on which they were checked."
            fix = "Check the facts, and add the date, such as `as_of: 2026-11-29`."
            yield finding_in(item.source, ("review_by",), "no-as-of", what, fix)
            continue
        series = library.series.get(item.series or "") if isinstance(item, Article) else None
        if series and series.dated and not item.as_of:
            what = f"the articles of the series '{series.id}' need `as_of`, because their facts change."
            fix = "Check the facts, and add the date, such as `as_of: 2026-11-29`."
            yield finding_in(item.source, ("series",), "no-as-of", what, fix)


def passed_days(items: Iterable[Item], today: str) -> Iterator[Finding]:
    """Yield a warning for each review or event date before `today`.

    A date in `as_of` that is after tomorrow is an error, because nobody can have checked the facts yet. Tomorrow may be
    today in another time zone.
    """
    tomorrow = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    for item in items:
        if isinstance(item, Article | Resource) and item.as_of and item.as_of > tomorrow:
            what = f"the facts cannot have been checked on {date_in_words(item.as_of)}, which is after today."
            fix = "Give the day on which you checked them. If the day is right, correct this computer's date."
            yield finding_in(item.source, ("as_of",), "as-of-to-come", what, fix)
        match item:
            case Article(review_by=str(day)) | Resource(review_by=str(day)) if day < today:
                what = f"the facts were due for review by {date_in_words(day)}."
                fix = "Check them against their sources, then change `as_of` and `review_by`."
                yield finding_in(item.source, ("review_by",), "review-due", what, fix, "warning")
            case Workshop(event=event) if event and event.day and event.day < today:
                what = f"the session was on {date_in_words(event.day)}, which has passed."
                fix = "Give the day of the next session, or ignore this if there will be no more sessions."
                yield finding_in(item.source, ("event", "day"), "day-passed", what, fix, "warning")
