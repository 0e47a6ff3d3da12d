"""Forms, cases, dated pages and calendar files with a mistake."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import ABOUT, ARTICLE, FORM, PROGRAMME, WORKSHOP, article_root, small_root

CASE = """\
title: A clinic
place: A town
when: "2019"
summary: They met.
aim: Shorter waits.
involved: Six patients.
did: [They met.]
result: [Nothing was measured.]
unknown: [The cost.]
take: [Begin early.]
themes: [sharing]
"""
EVENT = 'event:\n  day: "2099-03-01"\n  place: A hall\n'
IN_IRELAND = {"about.yaml": ABOUT.replace("en-GB", "en-IE")}


def form(old: str, new: str) -> dict[str, str]:
    assert FORM.count(old) == 1
    return {"forms/agree.yaml": FORM.replace(old, new)}


def article(extra: str) -> dict[str, str]:
    return {"articles/to-read.yaml": ARTICLE + extra}


def workshop(extra: str, starts: str = "10:00") -> dict[str, str]:
    return {"workshops/meeting.yaml": WORKSHOP.replace("10:00", starts) + extra}


def programme(old: str, new: str) -> dict[str, str]:
    assert PROGRAMME.count(old) == 1
    return {"programmes/season.yaml": PROGRAMME.replace(old, new)}


@pytest.mark.parametrize(
    ("files", "place", "what"),
    [
        (form("kind: date", "kind: dates"), "forms/agree.yaml:10:27: parts[1].fields[2].kind", "Did you mean 'date'?"),
        (form("text, label: Your name", "text"), "forms/agree.yaml:9:9: parts[1].fields[1].label", "is missing."),
        (form("6 months", "a while"), "forms/agree.yaml:17:37: keep.how_long", "expected a period of time"),
        (form("6 months", "1 months"), "forms/agree.yaml:17:37: keep.how_long", "found '1 months'"),
        ({"cases/clinic.yaml": CASE}, "cases/clinic.yaml:1:1: sources", "is missing."),
        (article('review_by: "2099-01-01"\n'), "articles/to-read.yaml:8:12: review_by", "no day on which they were"),
        (article('as_of: "2026-02-30"\n'), "articles/to-read.yaml:8:8: as_of", "expected a real calendar date"),
        (article('as_of: "2099-02-01"\n'), "articles/to-read.yaml:8:8: as_of", "cannot have been checked on"),
        (
            article('as_of: "2026-02-01"\nreview_by: "2026-01-01"\n'),
            "articles/to-read.yaml:9:12: review_by",
            "due for review on 2026-01-01, but were checked on 2026-02-01",
        ),
        (workshop(EVENT) | IN_IRELAND, "workshops/meeting.yaml:37:8: event.day", "has a day but no time zone"),
        (
            workshop(EVENT + "  time_zone: Europe/Londn\n"),
            "workshops/meeting.yaml:39:14: event.time_zone",
            "no time zone",
        ),
        (workshop(EVENT, "23:30"), "workshops/meeting.yaml:4:9: starts", "starts at 23:30 and ends at 00:30"),
        (
            programme("last: 12", "last: 2"),
            "programmes/season.yaml:16:29: stages[2].weeks.last",
            "before it starts in week 4",
        ),
    ],
)
def test_a_mistake_is_one_line_with_its_place(files: dict[str, str], place: str, what: str, tmp_path: Path) -> None:
    """`coprod check` fails, and says where the mistake is and what to do."""
    result = coprod("check", str(small_root(tmp_path, files)))
    lines = [each for each in result.output.splitlines() if place in each and what in each]
    assert (result.exit_code, len(lines)) == (1, 1), result.output
    assert "Traceback" not in result.output


def test_a_review_day_that_has_passed_is_a_warning(tmp_path: Path) -> None:
    """It stops nothing, because the facts can still be right."""
    files = article('as_of: "2019-02-01"\nreview_by: "2020-01-01"\n')
    result = coprod("check", article_root(tmp_path, files))
    assert result.exit_code == 0
    assert "review_by: the facts were due for review by 1 January 2020." in result.output
