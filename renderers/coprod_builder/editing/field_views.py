"""Controls with values, choices and problems, for use in templates."""

import re
from collections.abc import Iterable

from attrs import frozen

from coprod_builder.editing.controls import SETTINGS, Control
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem, FieldProblems, element_id
from coprod_builder.editing.plan_values import field_path
from coprod_content.content.library import Library

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTERS_PER_LINE = 48
_FEWEST_LINES, _MOST_LINES = 2, 12

ChoiceGroups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Groups of choices: a title, which can be empty, and pairs of value and label."""


@frozen(kw_only=True)
class FieldView:
    """A control with its value or chosen values, choices and problems."""

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
    """Factory for views of a draft's fields."""

    draft: Draft
    library: Library
    problems: FieldProblems

    def of(self, control: Control, name: str = "") -> FieldView:
        """Return the view of a control. `name` defaults to its key."""
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
            choices=self._choices(control.of, chosen) if control.of else (),
            problems=(*self.problems.of(name), *(self.problems.of("people") if name == "people.least" else ())),
        )

    def _choices(self, kind: str, chosen: frozenset[str]) -> ChoiceGroups:
        library = self.library
        match kind:
            case "setting":
                return (("", SETTINGS),)
            case "theme":
                return (("", tuple((theme.id, theme.title) for theme in library.themes.values())),)
            case "tool":
                tools = ((tool.theme, tool.id, tool.title) for tool in library.tools.values())
                return self._by_theme(tools, chosen)
            case "postcard":
                cards = ((card.theme, card.id, card.question) for card in library.postcards.values())
                return self._by_theme(cards, frozenset())
            case "film":
                films = tuple((film.id, film.title) for film in library.films.values())
                return (("", (*_unknown(chosen, dict(films)), *films)),)
            case _:
                diagrams = tuple((each.id, each.title) for each in library.diagrams.values())
                return (("", (("", "None"), *_unknown(chosen, dict(diagrams)), *diagrams)),)

    def _by_theme(self, items: Iterable[tuple[str, str, str]], chosen: frozenset[str]) -> ChoiceGroups:
        """Group tuples of theme, id and title by theme.

        Chosen ids without an item come first, in a group without a title.
        """
        found = tuple(items)
        groups = tuple(
            (theme.title, tuple((id_, title) for of, id_, title in found if of == theme.id))
            for theme in self.library.themes.values()
        )
        unknown = _unknown(chosen, {id_: title for _, id_, title in found})
        return (*((("", unknown),) if unknown else ()), *groups)


def _unknown(chosen: frozenset[str], known: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return a choice for each chosen id that is not known."""
    return tuple((id_, f"{id_} (not in the library)") for id_ in sorted(chosen) if id_ and id_ not in known)
