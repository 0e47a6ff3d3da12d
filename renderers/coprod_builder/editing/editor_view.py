"""The editor page as values: what the template shows of a Draft."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_builder.editing.agenda import AgendaRow, AgendaTotal, agenda_rows, agenda_total
from coprod_builder.editing.controls import BASICS, EVENT, KINDS, MINUTES, SETTINGS, SLOTS, WORDS, Control
from coprod_builder.editing.draft import Draft, field_path
from coprod_builder.editing.field_problems import FieldProblem, FieldProblems, element_id, field_problems
from coprod_builder.editing.form_fields import MOST_IN_TEAM
from coprod_builder.editing.new_items import ToolOption, tool_options
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.findings.finding import Finding

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CUTS = (30, 60, 90)

Choices = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@frozen(kw_only=True)
class FieldView:
    """A control with its value: `chosen` of choices, which are in groups that may have no name."""

    control: Control
    name: str
    value: str
    chosen: frozenset[str] = frozenset()
    choices: Choices = ()
    faults: tuple[FieldProblem, ...] = ()

    @property
    def id(self) -> str:
        """The id of the control."""
        return element_id(self.name)

    @property
    def is_day(self) -> bool:
        """Whether a calendar can show the value."""
        return not self.value or bool(_DAY.fullmatch(self.value))

    @property
    def lines(self) -> int:
        """How many lines the field shows."""
        rows = sum(1 + len(line) // 48 for line in self.value.split("\n"))
        return min(12, max(2, rows + (self.control.form == "lines")))


@frozen(kw_only=True)
class AgendaItemView:
    """An agenda item: its row of the agenda, and its controls."""

    row: AgendaRow
    kind: str
    minutes: FieldView
    fields: tuple[FieldView, ...]
    faults: tuple[FieldProblem, ...]
    opened: bool
    reason: str

    @property
    def id(self) -> str:
        """The id of its element."""
        return element_id(self.row.name)


@frozen(kw_only=True)
class TeamMemberView:
    """A row of the people who run the session."""

    name: FieldView
    part: FieldView


@frozen(kw_only=True)
class EditorView:
    """All that the editor page shows."""

    draft: Draft
    basics: tuple[FieldView, ...]
    event: tuple[FieldView, ...]
    team: tuple[TeamMemberView, ...]
    words: tuple[FieldView, ...]
    slots: tuple[AgendaItemView, ...]
    total: AgendaTotal
    offers: tuple[ToolOption, ...]
    others: tuple[tuple[str, str], ...]
    faults: FieldProblems

    @property
    def words_opened(self) -> bool:
        """Whether something is wrong with the words of the session, so that they are shown."""
        return any(field.faults for field in self.words)

    @property
    def lead(self) -> str:
        """When it is, and for how long."""
        when = f"{self.draft.words(('starts',))} to {self.total.ends}" if self.total.ends else ""
        lasts = minutes_in_words(self.total.planned) if self.total.fits else ""
        return ", ".join(part for part in (when, lasts) if part)

    @property
    def cuts(self) -> tuple[int, ...]:
        """The lengths in minutes to which the session can be asked to be cut."""
        return tuple(length for length in _CUTS if length < self.total.planned)

    @property
    def title(self) -> str:
        """The title of the plan, or what stands for it."""
        return self.draft.words(("title",)) or "A session without a title"


def editor_view(
    draft: Draft, library: Library, findings: Iterable[Finding], opened: int | None = None, spare: int = 1
) -> EditorView:
    """The editor page of a draft. `opened` is the item whose words are shown, `spare` the empty rows for people."""
    agenda = agenda_rows(draft, library)
    names = {name: label for name, _, label in _controls(draft, agenda)}
    names |= {"agenda": "Agenda", "people": "Fewest people"}
    faults = field_problems(findings, names)
    made = _Maker(draft, library, faults)
    held = draft.count(("event", "team"))
    return EditorView(
        draft=draft,
        basics=tuple(made.field(control, control.key) for control in BASICS),
        event=tuple(made.field(control, control.key) for control in EVENT),
        team=tuple(made.member(at) for at in range(1, min(MOST_IN_TEAM, held + spare) + 1)),
        words=tuple(made.field(control, control.key) for control in WORDS),
        slots=tuple(made.slot(row, opened=row.number - 1 == opened) for row in agenda),
        total=agenda_total(draft),
        offers=tool_options(draft, library),
        others=tuple(_others(library)),
        faults=faults,
    )


def _controls(draft: Draft, agenda: Iterable[AgendaRow]) -> Iterator[tuple[str, Control, str]]:
    """Name, control and label of everything that can be edited."""
    for control in (*BASICS, *EVENT, *WORDS):
        yield control.key, control, control.label
    for at in range(1, draft.count(("event", "team")) + 2):
        yield f"event.team[{at}].name", _NAME, f"Person {at}, name"
        yield f"event.team[{at}].part", _PART, f"Person {at}, what they do"
    for row in agenda:
        yield row.name, _NAME, f"Item {row.number}"
        for control in (MINUTES, *SLOTS.get(row.kind, ())):
            yield (
                f"{row.name}.{control.key}",
                control,
                f"Item {row.number}, {control.label[:1].lower()}{control.label[1:]}",
            )


_NAME = Control(key="name", label="Name", form="line")
_PART = Control(key="part", label="What they do", form="line", needed=True)


def _others(library: Library) -> Iterator[tuple[str, str]]:
    """What can be added beside tools."""
    yield "break", "A break"
    yield "talk", "A short talk of your own"
    yield "postcards", "A conversation with postcards"
    yield "closing", "A closing"
    for film in library.films.values():
        yield f"film:{film.id}", f"The film “{film.title}”"


@frozen
class _Maker:
    """Views of the fields of a draft."""

    draft: Draft
    library: Library
    faults: FieldProblems

    def field(self, control: Control, name: str) -> FieldView:
        path = field_path(name)
        many = control.form == "checks"
        value = "" if many else self.draft.words(path)
        chosen = frozenset(self.draft.entries(path)) if many else frozenset({value})
        choices = self._choices(control, chosen) if control.of else ()
        faults = self.faults.of(name)
        if control.key == "people.least":
            faults = (*faults, *self.faults.of("people"))
        return FieldView(control=control, name=name, value=value, chosen=chosen, choices=choices, faults=faults)

    def member(self, at: int) -> TeamMemberView:
        name = f"event.team[{at}]"
        return TeamMemberView(name=self.field(_NAME, f"{name}.name"), part=self.field(_PART, f"{name}.part"))

    def slot(self, row: AgendaRow, *, opened: bool) -> AgendaItemView:
        fields = tuple(self.field(control, f"{row.name}.{control.key}") for control in SLOTS.get(row.kind, ()))
        return AgendaItemView(
            row=row,
            kind=KINDS.get(row.kind, "Unknown"),
            minutes=self.field(MINUTES, f"{row.name}.minutes"),
            fields=fields,
            faults=self.faults.of(row.name),
            opened=opened or any(each.faults for each in fields),
            reason=self.draft.reason(row.number - 1),
        )

    def _choices(self, control: Control, chosen: frozenset[str]) -> Choices:
        match control.of:
            case "setting":
                return (("", SETTINGS),)
            case "theme":
                return (("", tuple((theme.id, theme.title) for theme in self.library.themes.values())),)
            case "tool":
                return self._by_theme(
                    ((tool.theme, tool.id, tool.title) for tool in self.library.tools.values()), chosen
                )
            case "postcard":
                cards = self.library.postcards.values()
                return self._by_theme(((card.theme, card.id, card.question) for card in cards), frozenset())
            case "film":
                films = tuple((film.id, film.title) for film in self.library.films.values())
                return (("", (*self._lost(chosen, dict(films)), *films)),)
            case _:
                diagrams = tuple((each.id, each.title) for each in self.library.diagrams.values())
                return (("", (("", "None"), *self._lost(chosen, dict(diagrams)), *diagrams)),)

    def _by_theme(self, items: Iterable[tuple[str, str, str]], chosen: frozenset[str]) -> Choices:
        found = tuple(items)
        groups = tuple(
            (theme.title, tuple((id_, title) for of, id_, title in found if of == theme.id))
            for theme in self.library.themes.values()
        )
        lost = self._lost(chosen, {id_: title for _, id_, title in found})
        return (*((("", lost),) if lost else ()), *groups)

    def _lost(self, chosen: frozenset[str], known: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """What is chosen and not there, so that it can be seen."""
        return tuple((id_, f"{id_} (there is no such item)") for id_ in sorted(chosen) if id_ and id_ not in known)
