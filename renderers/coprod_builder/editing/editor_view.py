"""Values for the editor page's template."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_builder.editing.agenda_times import AgendaRow, AgendaTotal, agenda_rows, agenda_total
from coprod_builder.editing.controls import (
    BASICS,
    EVENT,
    ITEM_CONTROLS,
    MINUTES,
    PERSON_NAME,
    PERSON_PART,
    WORDING,
)
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem, FieldProblems, element_id, field_problems
from coprod_builder.editing.field_views import FieldView, FieldViews
from coprod_builder.editing.tool_options import ToolOption, tool_options
from coprod_content.checks.library import MOST_IN_TEAM
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.findings.finding import Finding
from coprod_content.planner.cut_workshop import CUTS


@frozen(kw_only=True)
class AgendaItemView:
    """An agenda item on the editor page, with its controls.

    `minutes` and `fields` are the controls. `problems` are problems with the item as a whole. `opened` is true if the
    controls are unfolded. `reason` says why the planner chose the item. It is empty if the planner gave no reason.
    """

    row: AgendaRow
    kind: str
    minutes: FieldView
    fields: tuple[FieldView, ...]
    problems: tuple[FieldProblem, ...]
    opened: bool
    reason: str

    @property
    def id(self) -> str:
        """The id of the item's HTML element."""
        return element_id(self.row.name)


@frozen(kw_only=True)
class EditorView:
    """Everything shown on the editor page.

    `team` contains the name and role fields of each team member.
    """

    draft: Draft
    basics: tuple[FieldView, ...]
    event: tuple[FieldView, ...]
    team: tuple[tuple[FieldView, FieldView], ...]
    wording: tuple[FieldView, ...]
    items: tuple[AgendaItemView, ...]
    total: AgendaTotal
    tool_options: tuple[ToolOption, ...]
    other_options: tuple[tuple[str, str], ...]
    problems: FieldProblems

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """The titles of tools that the planner left out, with reasons."""
        paths = [("left_out", at) for at in range(self.draft.count(("left_out",)))]
        return tuple((self.draft.words((*path, "title")), self.draft.words((*path, "why"))) for path in paths)

    @property
    def lead(self) -> str:
        """A line such as `10:00 to 11:30, 90 minutes`.

        The times are left out if the end is unknown, and the length if the agenda does not fill the session exactly.
        """
        when = f"{self.draft.words(('starts',))} to {self.total.ends}" if self.total.ends else ""
        length = minutes_in_words(self.total.planned) if self.total.fits else ""
        return ", ".join(part for part in (when, length) if part)

    @property
    def cuts(self) -> tuple[int, ...]:
        """The shorter lengths, in minutes, that the page offers for the session."""
        return tuple(length for length in CUTS if length < self.total.planned)

    @property
    def title(self) -> str:
        """The plan's title, or a default if it is empty."""
        return self.draft.words(("title",)) or "Untitled session"


def editor_view(
    draft: Draft, library: Library, findings: Iterable[Finding], opened: int | None = None, spare: int = 1
) -> EditorView:
    """Return the values that the editor page shows for a draft.

    `findings` are shown as problems, beside controls where possible. `opened` is the index of the agenda item whose
    fields are unfolded, or None. `spare` is the number of empty rows that the form has for more team members.
    """
    rows = tuple(agenda_rows(draft, library))
    labels = {**dict(_labels(draft, rows)), "agenda": "Agenda", "people": "Fewest people"}
    problems = field_problems(findings, labels, draft.name)
    fields = FieldViews(draft, library, problems)
    team_rows = min(MOST_IN_TEAM, draft.count(("event", "team")) + spare)
    return EditorView(
        draft=draft,
        basics=tuple(map(fields.of, BASICS)),
        event=tuple(map(fields.of, EVENT)),
        team=tuple(_team_member(fields, number) for number in range(1, team_rows + 1)),
        wording=tuple(map(fields.of, WORDING)),
        items=tuple(_agenda_item(fields, row, opened=row.number - 1 == opened) for row in rows),
        total=agenda_total(draft),
        tool_options=tool_options(draft, library),
        other_options=tuple(_other_options(library)),
        problems=problems,
    )


def _labels(draft: Draft, rows: Iterable[AgendaRow]) -> Iterator[tuple[str, str]]:
    for control in (*BASICS, *EVENT, *WORDING):
        yield control.key, control.label
    for number in range(1, draft.count(("event", "team")) + 2):
        yield f"event.team[{number}].name", f"Person {number}, name"
        yield f"event.team[{number}].part", f"Person {number}, what they do"
    for row in rows:
        yield row.name, f"Item {row.number}"
        for control in (MINUTES, *ITEM_CONTROLS.get(row.kind, ())):
            yield f"{row.name}.{control.key}", f"Item {row.number}, {control.label[:1].lower()}{control.label[1:]}"


def _team_member(fields: FieldViews, number: int) -> tuple[FieldView, FieldView]:
    name = f"event.team[{number}]"
    return fields.of(PERSON_NAME, f"{name}.name"), fields.of(PERSON_PART, f"{name}.part")


def _agenda_item(fields: FieldViews, row: AgendaRow, *, opened: bool) -> AgendaItemView:
    views = tuple(fields.of(control, f"{row.name}.{control.key}") for control in ITEM_CONTROLS.get(row.kind, ()))
    return AgendaItemView(
        row=row,
        kind=row.kind.capitalize() if row.kind in ITEM_CONTROLS else "Unknown",
        minutes=fields.of(MINUTES, f"{row.name}.minutes"),
        fields=views,
        problems=fields.problems.of(row.name),
        opened=opened or any(each.problems for each in views),
        reason=fields.draft.words((*row.path, "reason")),
    )


def _other_options(library: Library) -> Iterator[tuple[str, str]]:
    yield "break", "A break"
    yield "talk", "A short talk of your own"
    yield "postcards", "A conversation with postcards"
    yield "closing", "A closing"
    for film in library.films.values():
        yield f"film:{film.id}", f"The film “{film.title}”"
