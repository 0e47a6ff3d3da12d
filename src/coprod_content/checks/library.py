"""Cross-checks on a Library for errors that no single field shows."""

from collections.abc import Collection, Iterable, Iterator

from coprod_content.checks.canvas_counts import canvas_count_findings
from coprod_content.checks.changes import change_findings
from coprod_content.checks.completeness import reference_advice, study_findings
from coprod_content.checks.drawings import canvas_findings, drawing_findings, photo_advice, photo_findings
from coprod_content.checks.kinds.cases import case_findings
from coprod_content.checks.kinds.closings import early_closings
from coprod_content.checks.kinds.dates import date_findings
from coprod_content.checks.kinds.event_times import event_time_findings
from coprod_content.checks.kinds.films import fast_narration, scene_word_findings, sign_video_findings
from coprod_content.checks.kinds.forms import field_findings, keeping_advice
from coprod_content.checks.kinds.group_sizes import group_size_findings
from coprod_content.checks.kinds.pointers import WalkedItem, pointer_findings
from coprod_content.checks.kinds.programmes import programme_findings
from coprod_content.checks.kinds.situations import situation_findings
from coprod_content.checks.kinds.tables import table_findings
from coprod_content.checks.kinds.turns import short_turns
from coprod_content.checks.languages import language_findings
from coprod_content.checks.minutes import missing_breaks, tool_minutes, workshop_minutes
from coprod_content.checks.questions import cards_with_two_questions, question_findings
from coprod_content.checks.tasks import library_task_findings, task_advice, task_findings
from coprod_content.content.about import About
from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Article, Item, Programme, Theme, Tool, Workshop
from coprod_content.content.source import NOWHERE, FieldPath, Source
from coprod_content.files.content_root import canonical_root
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.findings.rules import rule_of
from coprod_content.text.link_and_alt_text import alt_text_fault, link_text_fault
from coprod_content.text.markup_mistakes import markup_mistakes
from coprod_content.text.spans import links_of, text_of

MOST_ITEMS, MOST_IN_TEAM = 60, 40
"""The maximum number of items on an agenda, and of people who run a session."""
_MARKUP = (
    "If it is markup, write it as **strong**, *emphasis*, [words](https://www.example.org), [words](tool:tool-id) or "
    "[@reference-id]."
)


def library_errors(
    library: Library, broken: Collection[str] = (), retired: Collection[str] = (), about: Source = NOWHERE
) -> tuple[Finding, ...]:
    """Return all errors that make a library unusable.

    The same checks also give some warnings and advice, which are included. `broken` contains the ids of unreadable
    items, and the names of kinds whose shared file could not be read. `retired` contains the ids of retired items.
    `about` is the file that the library's About was read from.
    """
    walked = [_walked(item, item.source) for item in library] + [_walked(library.about, about)]
    chaptered: tuple[Article | Programme, ...] = (*library.articles.values(), *library.programmes.values())
    return (
        *pointer_findings(library, walked, broken, retired),
        *(finding for tool in library.tools.values() for finding in (*tool_minutes(tool), *_ranges(tool))),
        *(finding for workshop in library.workshops.values() for finding in _workshop(workshop, library)),
        *_theme_numbers(library),
        *change_findings(library, about),
        *_links_and_alt_texts(walked),
        *library_task_findings(library),
        *(finding for item in library for finding in drawing_findings(item)),
        *canvas_findings(library),
        *canvas_count_findings(library),
        *sign_video_findings(library),
        *scene_word_findings(library),
        *situation_findings(library),
        *study_findings(library),
        *(finding for form in library.forms.values() for finding in field_findings(form, "parts")),
        *(finding for item in chaptered for finding in field_findings(item, "chapters")),
        *date_findings(library),
        *case_findings(library),
        *programme_findings(library),
        *(finding for item in chaptered for finding in table_findings(item)),
        *language_findings(library, about),
    )


def workshop_errors(workshop: Workshop, library: Library) -> tuple[Finding, ...]:
    """Return all errors that make a workshop unusable with a library.

    The same checks also give some warnings, which are included.
    """
    walked = [_walked(workshop, workshop.source)]
    return (
        *pointer_findings(library, walked, (), ()),
        *_workshop(workshop, library),
        *_taken_id(workshop, library),
        *_links_and_alt_texts(walked),
        *task_findings(workshop, library.about.language),
    )


def library_advice(library: Library) -> tuple[Finding, ...]:
    """Return findings that do not make a library unusable.

    They concern breaks, early closings, group sizes, short turns, narration, photos, questions, references, tasks,
    forms and incorrect markup.
    """
    workshops = library.workshops.values()
    agendas = (
        finding
        for each in workshops
        for finding in (*missing_breaks(each), *early_closings(each), *group_size_findings(each, library))
    )
    forms = (finding for form in library.forms.values() for finding in keeping_advice(form))
    turns = (finding for item in library for finding in (*short_turns(item), *fast_narration(item)))
    questions = (*question_findings(library), *cards_with_two_questions(library))
    markup = (*task_advice(library), *(finding for item in library for finding in _markup(item)))
    return (*agendas, *turns, *photo_advice(library), *questions, *reference_advice(library), *markup, *forms)


def _too_many(workshop: Workshop) -> Iterator[Finding]:
    team = workshop.event.team if workshop.event else ()
    for path, count, most in (
        (("agenda",), len(workshop.agenda), MOST_ITEMS),
        (("event", "team"), len(team), MOST_IN_TEAM),
    ):
        if count > most:
            yield _finding("too-many", f"has {count:,} entries. The limit is {most}.", path, workshop.source)


def _markup(item: Item) -> Iterator[Finding]:
    """Report characters that look like markup, but are printed as typed."""
    for path, prose, marker in text_fields(item):
        if isinstance(marker, InlineText):
            for mark in markup_mistakes(prose, markup=marker.markup):
                what = f"'{mark}' looks like markup, but is printed as typed."
                fix = _MARKUP if marker.markup else "This field is plain text. Write it without markup."
                yield finding_in(item.source, path, "markup", what, fix, "advice")


def _walked(item: Item | About, source: Source) -> WalkedItem:
    return item, source, text_fields(item)


def _workshop(workshop: Workshop, library: Library) -> tuple[Finding, ...]:
    return (
        *workshop_minutes(workshop, library),
        *_ranges(workshop),
        *_too_many(workshop),
        *photo_findings(workshop),
        *event_time_findings(workshop, library),
    )


def _links_and_alt_texts(walked: Iterable[WalkedItem]) -> Iterator[Finding]:
    for item, source, found in walked:
        seen: dict[str, str] = {}
        title = str(getattr(item, "title", ""))
        for path, prose, marker in found:
            if not isinstance(marker, InlineText):
                continue
            if path[-1] == "alt" and (code := alt_text_fault(prose, title)):
                yield _finding(code, f"the alternative text is '{prose[:40]}'.", path, source)
            if marker.markup and "[" in prose:
                yield from _links(prose, seen, path, source)


def _links(prose: str, seen: dict[str, str], path: FieldPath, source: Source) -> Iterator[Finding]:
    """Check a field's links. `seen` maps the text of links to addresses."""
    for words, url in links_of(text_of(prose)):
        code = link_text_fault(words) if words.strip() else ""
        first = seen.setdefault(words.strip().casefold(), url)
        if code:
            yield _finding(code, f"the link says '{words[:40]}'.", path, source)
        elif first != url:
            what = f"an earlier link '{words[:40]}' in this item leads to a different address, '{first[:60]}'."
            yield _finding("link-same-words", what, path, source)


def _finding(code: str, what: str, path: FieldPath, source: Source) -> Finding:
    rule = rule_of(code)
    assert rule is not None, f"no rule {code}"
    return finding_in(source, path, code, what, rule.fix, rule.level)


def _ranges(item: Tool | Workshop) -> Iterator[Finding]:
    ranges = {"people": item.people} | ({"minutes": item.minutes} if isinstance(item, Tool) else {})
    for name, span in ranges.items():
        if span.least > span.most:
            what = f"the minimum, {span.least}, is greater than the maximum, {span.most}."
            yield finding_in(item.source, (name,), "range", what, "Swap the two values.")


def _taken_id(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Check that no item of another kind has the workshop's id."""
    other = library.get(workshop.id)
    if other is not None and not isinstance(other, Workshop):
        what = f"the id '{workshop.id}' already belongs to {kind_of(other).with_article}."
        yield finding_in(workshop.source, (), "duplicate-id", what, "Give the file a different name.")


def _theme_numbers(library: Library) -> Iterator[Finding]:
    """Check that each theme has a different number.

    If a theme has the same number as one of ours, the finding is about that theme, not ours.
    """
    ours = canonical_root().as_posix()
    seen: dict[int, Theme] = {}
    for theme in sorted(library.themes.values(), key=lambda theme: theme.source.root != ours):
        if theme.number in seen:
            what = f"the theme '{seen[theme.number].title}' already has the number {theme.number}."
            fix = "Give each theme a different number."
            yield finding_in(theme.source, ("number",), "duplicate-number", what, fix)
        seen[theme.number] = theme
