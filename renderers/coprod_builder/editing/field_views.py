"""Controls with values, choices and problems, for use in templates."""

import re
from collections.abc import Iterable

from attrs import frozen

from coprod_builder.editing.controls import SETTINGS, Control
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem, FieldProblems, element_id
from coprod_builder.editing.plan_values import field_path
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTERS_PER_LINE = 48
_FEWEST_LINES, _MOST_LINES = 2, 12
_BY_THEME = {"tool", "postcard"}

ChoiceGroups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Groups of choices. Each has a title, which can be empty, and pairs of value and label."""


@frozen(kw_only=True)
class FieldView:
    """A control and what it shows.

    `value` is the text in the control. It is empty for a list of checkboxes. `chosen` contains the values of the
    selected choices, and `choices` contains all the choices. Both are used only if the control offers a choice.
    """

    control: Control
    name: str
    value: str
    chosen: frozenset[str] = frozenset()
    choices: ChoiceGroups = ()
    problems: tuple[FieldProblem, ...] = ()

    @property
    def id(self) -> str:
        """The id of the control's HTML element."""
        return element_id(self.name)

    @property
    def is_date(self) -> bool:
        """Whether a date picker can show the value."""
        return not self.value or bool(_DAY.fullmatch(self.value))

    @property
    def lines(self) -> int:
        """The height of a text field, in lines."""
        lines = sum(1 + len(line) // _LETTERS_PER_LINE for line in self.value.split("\n"))
        return min(_MOST_LINES, max(_FEWEST_LINES, lines + (self.control.form == "lines")))


@frozen
class FieldViews:
    """Factory that makes the FieldView for each control of a draft."""

    draft: Draft
    library: Library
    problems: FieldProblems

    def of(self, control: Control, name: str = "") -> FieldView:
        """Return the view of a control. `name` defaults to the control's key."""
        name = name or control.key
        path = field_path(name)
        is_list = control.form == "checks"
        value = "" if is_list else self.draft.words(path)
        chosen = frozenset(self.draft.entries(path)) if is_list else frozenset({value})
        return FieldView(
            control=control,
            name=name,
            value=value,
            chosen=chosen,
            choices=self._choices(control, chosen) if control.of else (),
            problems=(*self.problems.of(name), *(self.problems.of("people") if name == "people.least" else ())),
        )

    def _choices(self, control: Control, chosen: frozenset[str]) -> ChoiceGroups:
        """Return the choices for a control.

        Tools and postcards are grouped by theme. Chosen ids that are not in the library come first, so that they remain
        chosen until the user chooses others.
        """
        groups = self._known_choices(control)
        known = {value for _, choices in groups for value, _ in choices}
        first = [(each, f"{each} (not in the library)") for each in sorted(chosen - known - {""})]
        if control.form == "choice" and not (control.needed and chosen - {""}):
            first.insert(0, ("", "Choose one" if control.needed else "None"))
        return (("", tuple(first)), *groups) if first else groups

    def _known_choices(self, control: Control) -> ChoiceGroups:
        if control.of == "setting":
            return (("", SETTINGS),)
        items = self.library.of_kind(control.of)
        if control.of not in _BY_THEME:
            return (("", _titles(items.values())),)
        return tuple(
            (theme.title, _titles(item for item in items.values() if item.theme == theme.id))
            for theme in self.library.themes.values()
        )


def _titles(items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    return tuple((item.id, title_of(item)) for item in items)
