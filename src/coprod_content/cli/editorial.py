"""Commands about the writing: the advice of `check --advice`, and coverage."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from coprod_content.checks.coverage import ThemeCoverage, coverage
from coprod_content.checks.editorial_advice import SMOKE_ALARM, editorial_advice, items_from_roots, reading_age_advice
from coprod_content.checks.reading_age import PyphenMissing, ReadingAge, reading_ages
from coprod_content.cli.console import counted, say
from coprod_content.cli.roots import library_of
from coprod_content.content.kinds import KINDS
from coprod_content.content.library import Library
from coprod_content.findings.finding import Finding


@frozen
class Editorial:
    """Editorial advice: findings, lines for people about reading ages, and why those were left out if they were."""

    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()
    left_out: str = ""


NOTHING = Editorial()


def editorial_report(library: Library, roots: Sequence[Path]) -> Editorial:
    """The advice on what was read from some roots, or on everything where none is named."""
    names = {str(root) for root in roots}
    findings = editorial_advice(library, names)
    try:
        ages = reading_ages(items_from_roots(library, names))
    except PyphenMissing as missing:
        return Editorial(findings, (str(missing),), str(missing))
    return Editorial((*findings, *reading_age_advice(ages)), _lines_of(ages))


def _lines_of(ages: Sequence[ReadingAge]) -> tuple[str, ...]:
    """A table of reading ages, with what they are worth under it."""
    head = f"{'Reading age in years':<24}{'aim':>5}{'SMOG':>9}{'Flesch–Kincaid':>16}{'sentences':>11}"
    rows = (
        f"{f'{age.kind}, {age.reader}':<24}{age.goal:>5}{_years(age.smog):>9}{_years(age.flesch_kincaid):>16}"
        f"{age.sentences:>11}"
        for age in ages
    )
    return (head, *rows, SMOKE_ALARM)


def _years(age: float | None) -> str:
    return "too few" if age is None else f"{age:.1f}"


def print_coverage(roots: Sequence[Path], *, as_json: bool) -> None:
    """Print how much there is for each theme, and what is missing."""
    library = library_of(roots)
    themes = coverage(library)
    if as_json:
        sys.stdout.write(json.dumps([_json_of(theme) for theme in themes], ensure_ascii=False, indent=2) + "\n")
        return
    for line in _coverage_lines(themes):
        say(line)
    say(", ".join(counted(len(library.of_kind(kind.name)), kind.name) for kind in KINDS))
    say(counted(sum(len(theme.gaps) for theme in themes), "gap"))


def _json_of(theme: ThemeCoverage) -> dict[str, object]:
    counts: dict[str, dict[str, int]] = {}
    for cell in theme.cells:
        counts.setdefault(cell.axis, {})[cell.name] = cell.count
    return {"id": theme.id, "number": theme.number, "title": theme.title, **counts, "gaps": theme.gaps}


def _coverage_lines(themes: Sequence[ThemeCoverage]) -> list[str]:
    """The titles of the themes, a column for each of them, and the gaps."""
    lines = [f"{theme.number}  {theme.title}" for theme in themes]
    lines.append(f"{'Theme':<18}" + "".join(f"{theme.number:>5}" for theme in themes))
    for row in zip(*(theme.cells for theme in themes), strict=True):
        name = row[0].name if row[0].axis == "items" else f"tools, {row[0].name}"
        lines.append(f"{name:<18}" + "".join(f"{cell.count:>5}" for cell in row))
    gaps = [f"Theme {theme.number}: {', '.join(theme.gaps)}." for theme in themes if theme.gaps]
    return [*lines, *gaps]
