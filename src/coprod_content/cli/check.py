"""`coprod check`: check the content."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import examine_brand
from coprod_content.checks.completeness import incomplete_items, steps_without_tasks
from coprod_content.checks.editorial_advice import SMOKE_ALARM, editorial_advice, items_from_roots, reading_age_advice
from coprod_content.checks.kinds.dates import passed_days
from coprod_content.checks.kinds.recordings import recording_findings
from coprod_content.checks.reading.reading_age import ReadingAge, reading_ages
from coprod_content.cli.console import counted, note, print_findings, say
from coprod_content.cli.inspection import ask_a_person
from coprod_content.cli.options import FindingsFormat
from coprod_content.cli.roots import remind_of_people
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import Source, display_path
from coprod_content.files.content_root import canonical_root
from coprod_content.files.item_file import root_around
from coprod_content.files.our_content import with_ours
from coprod_content.files.root_files import is_yaml, single_file
from coprod_content.findings.finding import Finding, in_order
from coprod_content.layout.font_problems import font_problems
from coprod_content.loading import examine_file_with_advice, examine_with_advice, load, ours_last
from coprod_content.packs.content_check import content_findings
from coprod_content.packs.glyphs import glyph_findings
from coprod_content.packs.kept_brand_findings import kept_brand_findings
from coprod_content.packs.writing.build_date import build_date

_NEVER_FAIL = ("retired-reference", "fixed-phrases", "template-", "review-due", "day-passed", "no-voice", "long-audio")
"""The beginnings of the codes of findings that never make a strict check fail.

Such findings only inform, or depend on the date or on this computer.
"""


def check(
    path: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Content roots, or single content files. Without any, the library's own content is checked. The kind "
            "of a file is taken from its folder, or from its fields if it is not in a content root."
        ),
    ] = None,
    form: FindingsFormat = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Fail on any finding, not only on errors.")] = False,
    advice: Annotated[
        bool,
        typer.Option(
            "--advice",
            help="Also print editorial advice: long sentences, acronyms, reading ages. It never makes the check fail.",
        ),
    ] = False,
    complete: Annotated[
        bool,
        typer.Option("--complete", help="Fail on tools that lack optional fields. Also list steps without a task."),
    ] = False,
) -> None:
    """Check content, and print every finding."""
    files = [each for each in path or () if not each.is_dir() and is_yaml(each)]
    roots = [each for each in path or () if each not in files]
    checked = [_checked_file(file, roots) for file in files] if files else [checked_roots(roots)]
    items = tuple(dict.fromkeys(item for each in checked for item in each.items))
    more = (*incomplete_items(items), *steps_without_tasks(items)) if complete else ()
    more = (*more, *passed_days(items, today()))
    found = in_order(ours_last((*(finding for each in checked for finding in each.findings), *more)))
    editorial = _editorial(checked) if advice else _Editorial()
    printed = in_order((*found, *editorial.findings))
    print_findings(printed, form)
    errors = sum(finding.level == "error" for finding in found)
    if form == "text":
        for line in editorial.lines:
            say(line)
        note(f"{counted(len(items), 'item')}, {counted(errors, 'error')}, {len(printed) - errors} to look at")
    remind_of_people(next((each.library for each in checked if each.library), None))
    ask_a_person(form)
    if errors or (strict and any(not finding.code.startswith(_NEVER_FAIL) for finding in found)):
        raise typer.Exit(1)


def today() -> str:
    """Return today's date, or the date in SOURCE_DATE_EPOCH, as YYYY-MM-DD."""
    return build_date(date.today().isoformat())


@frozen(kw_only=True)
class Checked:
    """A library, the items in it that were checked, and the findings."""

    library: Library | None
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


def checked_roots(own: Sequence[Path], *new: Path) -> Checked:
    """Check content roots together with the canonical content.

    If `new` roots are given, they are checked as if they were added to `own`. The result then has only the items in
    `new`, but its findings can also concern the roots in `own`.
    """
    roots = (*own, *new)
    library, findings, advice = examine_with_advice(*with_ours(own), *new)
    findings = (*findings, *advice, *_brand_findings(*roots))
    items = items_from_roots(library, {root.as_posix() for root in new or roots}) if library else ()
    recordings = recording_findings(roots, library) if library else ()
    findings = (*findings, *_glyph_findings(library, items, roots), *recordings)
    prefixes = tuple(f"{display_path(root)}/" for root in new)
    known = [each for each in findings if not new or str(each.where or "").startswith(prefixes)]
    findings = (*findings, *_content_findings(library, items, roots, known))
    return Checked(library=library, items=items, findings=_without_ours(findings, roots))


def _glyph_findings(library: Library | None, items: Sequence[Item], roots: Sequence[Path]) -> Iterator[Finding]:
    """Yield findings about characters that no installed font has.

    The items and the last `about.yaml` in the roots are checked, unless there is no usable library or brand.
    """
    brand = _usable_brand(roots)
    files = [(root, single_file(root, "about")) for root in roots]
    abouts = [Source(root.as_posix(), file.name) for root, file in files if file.is_file()]
    if brand and library and not any(problem.code == "font" for problem in font_problems(brand)):
        yield from glyph_findings(items, brand, [(library.about, source) for source in abouts[-1:]])


def _content_findings(
    library: Library | None, items: Sequence[Item], roots: Sequence[Path], known: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return the faults in files made from items outside the canonical content.

    Returns an empty tuple if `known` contains errors, or if there is no usable library or brand.
    """
    brand = _usable_brand(roots)
    if library is None or brand is None or any(finding.level == "error" for finding in known):
        return ()
    own = (each for each in items if Path(each.source.root).resolve() != canonical_root())
    return content_findings(tuple(own), library, brand)


def _usable_brand(roots: Sequence[Path]) -> Brand | None:
    brand = examine_brand(*(root for root in roots if root.is_dir())).brand
    return None if brand and any(problem.level == "error" for problem in font_problems(brand)) else brand


def _without_ours(findings: Sequence[Finding], roots: Sequence[Path]) -> tuple[Finding, ...]:
    """Return findings without warnings and advice about the canonical content.

    All findings are returned if the canonical content is itself being checked: if `roots` is empty or contains it.
    """
    ours = canonical_root()
    if not roots or ours.resolve() in [root.resolve() for root in roots]:
        return tuple(findings)
    prefix = f"{display_path(ours)}/"
    return tuple(each for each in findings if each.level == "error" or not str(each.where or "").startswith(prefix))


def _checked_file(file: Path, roots: Sequence[Path]) -> Checked:
    library, findings, advice = examine_file_with_advice(file, *roots)
    name = display_path(file)
    brand = _brand_findings(file.parent) if file.stem == "brand" else ()
    items = tuple(item for item in library or () if display_path(item.source.path) == name)
    own = root_around(file)
    around = (*roots, *([own] if own else ()))
    glyphs = _glyph_findings(library, items, around)
    more = (each for each in (*brand, *glyphs) if each.where and each.where.file == name)
    found = (*findings, *advice, *more)
    found = (*found, *_content_findings(library, items, around, found))
    return Checked(library=library, items=items, findings=found)


def _brand_findings(*roots: Path) -> tuple[Finding, ...]:
    return kept_brand_findings(roots, lambda: load(canonical_root()))


@frozen
class _Editorial:
    """Editorial advice, and the lines of a table of reading ages."""

    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()


def _editorial(checked: Sequence[Checked]) -> _Editorial:
    libraries = ((each.library, each.items) for each in checked if each.library)
    findings = tuple(finding for library, items in libraries for finding in editorial_advice(library, items))
    ages = reading_ages(item for each in checked for item in each.items)
    return _Editorial((*findings, *reading_age_advice(ages)), _age_table(ages))


def _age_table(ages: Sequence[ReadingAge]) -> tuple[str, ...]:
    def years(age: float | None) -> str:
        return "too few" if age is None else f"{age:.1f}"

    head = f"{'Reading age in years':<24}{'goal':>5}{'SMOG':>9}{'Flesch–Kincaid':>16}{'sentences':>11}"
    rows = (
        f"{f'{age.kind}, {age.reader}':<24}{age.goal:>5}{years(age.smog):>9}{years(age.flesch_kincaid):>16}"
        f"{age.sentences:>11}"
        for age in ages
    )
    return (head, *rows, SMOKE_ALARM)
