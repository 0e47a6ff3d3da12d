"""A pack: the finished files of one workshop, with a manifest."""

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version

from attrs import frozen

from coprod_content.access import access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.content.source import display_path
from coprod_content.editions.registry import edition_named
from coprod_content.editions.selection import selected_postcards
from coprod_content.findings.finding import Finding, Place
from coprod_content.packs.build import Made, build_date, make
from coprod_content.plugins.renderers import package_of


@frozen(kw_only=True)
class Job:
    """One file of a pack: which edition, by which renderer, under which name without its suffix, for whom."""

    edition: str
    to: str
    name: str
    access: str = STANDARD.name


_PACK = (
    ("deck", "slides", "deck"),
    ("deck", "web", "deck"),
    ("facilitator-guide", "guide", "facilitator-guide"),
    ("facilitator-guide", "web", "facilitator-guide"),
    ("run-sheet", "guide", "run-sheet"),
    ("run-sheet", "cards-reading", "run-sheet"),
    ("run-sheet", "web", "run-sheet"),
    ("handouts", "guide", "handouts"),
    ("handouts", "web", "handouts"),
    ("postcards", "cards", "postcards-for-a-print-shop"),
    ("postcards", "cards-a4-long-edge", "postcards-a4-flip-on-long-edge"),
    ("postcards", "cards-a4-short-edge", "postcards-a4-flip-on-short-edge"),
    ("postcards", "cards-reading", "postcards-to-read"),
    ("postcards", "web", "postcards"),
    ("print-test-sheet", "cards-test-sheet", "postcards-a4-test-sheet"),
)
"""What is printed or shown, and beside it the same words as a web page, which everybody can read."""
_TEST_SHEET = "print-test-sheet"
_ABOUT_CARDS = {"postcards", _TEST_SHEET}


def jobs(workshop: Workshop, library: Library, access: str = STANDARD.name) -> tuple[Job, ...]:
    """The files of a workshop's pack in an access edition; without postcards on its agenda, no cards.

    Where one renderer takes the place of several there is one file, called by its edition. Raises UnknownAccessEdition.
    """
    wanted = access_edition_named(access)
    cards = bool(selected_postcards(library, (workshop.id,)))
    kinds: dict[tuple[str, str], list[str]] = {}
    for edition, to, name in _PACK:
        in_print = wanted.renderer(to) == to
        if wanted.offers(edition) and (cards or edition not in _ABOUT_CARDS) and (in_print or edition != _TEST_SHEET):
            kinds.setdefault((edition, wanted.renderer(to)), []).append(name)
    return tuple(
        Job(
            edition=edition,
            to=to,
            name=wanted.file_name(f"{workshop.id}-{names[0] if len(names) == 1 else edition}"),
            access=access,
        )
        for (edition, to), names in kinds.items()
    )


def make_job(job: Job, workshop: Workshop, library: Library, brand: Brand) -> Made:
    """The file of a job. Raises what `build.make` raises."""
    return make(job.edition, job.to, library, brand, selection(job, workshop), access=job.access)


def selection(job: Job, workshop: Workshop) -> tuple[str, ...]:
    """What the edition of a job is made from: the workshop, or nothing where it is always the same."""
    return (workshop.id,) if edition_named(job.edition).kind else ()


@frozen(kw_only=True)
class Entry:
    """A file that was written: its name, and what it was made as."""

    file: str
    made: Made


def manifest(workshop: Workshop, entries: tuple[Entry, ...], library: Library) -> bytes:
    """`manifest.json`: each file with its SHA-256, edition, items and their content files; no path of the machine.

    What was found is in it where the pack is written all the same.
    """
    value = {
        "workshop": workshop.id,
        "title": workshop.title,
        "language": library.about.language,
        "date": build_date(library.about.date),
        "made_with": f"coprod-content {version('coprod-content')}",
        "credit": library.about.imprint,
        "files": [_file(entry, library) for entry in entries],
    }
    findings = [_finding(finding, entry.file, library) for entry in entries for finding in entry.made.findings]
    if findings:
        value["findings"] = findings
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _finding(finding: Finding, file: str, library: Library) -> dict[str, object]:
    """A finding about a file of the pack, with its content file named as below its root."""
    where = finding.where or Place("")
    below = next((item.source.file for item in library if display_path(item.source.path) == where.file), "")
    return {
        "file": file,
        "code": finding.code,
        "level": finding.level,
        "source": below,
        "line": where.line,
        "field": finding.field,
        "what": finding.what,
    }


def _file(entry: Entry, library: Library) -> dict[str, object]:
    made = entry.made
    data = made.data or b""
    return {
        "file": entry.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "edition": made.document.edition,
        "access": made.document.access,
        "renderer": made.renderer,
        "package": package_of(made.renderer),
        "items": list(made.items),
        "sources": sorted(set(_sources(made, library))),
    }


def _sources(made: Made, library: Library) -> Iterator[str]:
    for id_ in made.items:
        file = library[id_].source.file
        if file:
            yield file
