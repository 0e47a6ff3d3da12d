"""A plan that is being edited, whether valid or not."""

from collections.abc import Iterable
from copy import deepcopy
from functools import cached_property

import yaml
from attrs import evolve, field, fields, fields_dict, frozen

from coprod_builder.editing.plan_values import put_value, value_at, whole_number, with_numbers, with_text
from coprod_content.checks.library import MOST_IN_TEAM, MOST_ITEMS
from coprod_content.content.kinds import kind_by_fields
from coprod_content.content.library import Library
from coprod_content.content.model import Slot, Workshop
from coprod_content.content.source import FieldPath
from coprod_content.files.converter import CONVERTER
from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import YamlValue, parse_yaml
from coprod_content.files.yaml_writer import width_of_lines
from coprod_content.findings.finding import ContentError, Finding, Place
from coprod_content.planner.workshop_file import id_from_name, read_workshop, workshop_text
from coprod_content.text.spans import one_line

_KEYS = {field.name for field in fields(Workshop)} - {"id", "source"}
"""A file is read as a plan only if it has at least one of these keys."""
_MOST_VALUES = 20_000
"""The maximum number of YAML values in a plan, far more than 60 agenda items need."""
_DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@frozen(kw_only=True)
class Draft:
    """A plan and its file name.

    Methods that change a plan return a new draft. `_tree` is never changed in place.
    """

    name: str
    _tree: dict[str, YamlValue] = field(repr=False)

    @classmethod
    def of(cls, workshop: Workshop) -> "Draft":
        """Return a workshop as a draft."""
        return cls.read(workshop_text(workshop).encode(), f"{workshop.id}.yaml")

    @classmethod
    def read(cls, data: bytes, name: str) -> "Draft":
        """Read a plan from bytes. Raises ContentError if it cannot be read."""
        file = f"{id_from_name(name)}.yaml"
        try:
            parsed = parse_yaml(decode_utf8(data, file), file, _MOST_VALUES)
        except UnreadableFile as error:
            raise ContentError([error.finding]) from error
        if parsed.findings:
            raise ContentError(parsed.findings)
        if problem := _not_a_plan(parsed.value):
            what, fix = problem
            raise ContentError([Finding(code="mapping", where=Place(file, 1, 1), what=what, fix=fix)])
        for path, of, most in ((("agenda",), "agenda items", MOST_ITEMS), (("event", "team"), "people", MOST_IN_TEAM)):
            found = value_at(parsed.value, path)
            if isinstance(found, list) and len(found) > most:
                where, what = parsed.place((*path, most)), f"this plan has {len(found):,} {of}. The limit is {most}."
                raise ContentError([Finding(code="too-many", where=where, what=what, fix="Remove some of them.")])
        tree = with_text(parsed.value)
        assert isinstance(tree, dict), "anything else is not a plan"
        return cls(name=file, tree=tree)

    @property
    def tree(self) -> dict[str, YamlValue]:
        """A copy of the plan's values, all of them text."""
        return deepcopy(self._tree)

    @cached_property
    def text(self) -> str:
        """The plan as YAML. Reading it back gives the same plan."""
        width = width_of_lines(self._tree)
        return yaml.dump(with_numbers(self._tree), Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=width)

    @cached_property
    def item_paths(self) -> tuple[FieldPath, ...]:
        """The path of each agenda item."""
        return tuple(("agenda", at) for at in range(self.count(("agenda",))))

    def count(self, path: FieldPath) -> int:
        """Return the length of a list, or 0 without one."""
        found = value_at(self._tree, path)
        return len(found) if isinstance(found, list) else 0

    def words(self, path: FieldPath) -> str:
        """Return a field's text, with list entries on separate lines."""
        found = value_at(self._tree, path)
        entries = found if isinstance(found, list) else [found]
        return "\n".join(one_line(entry) for entry in entries if isinstance(entry, str))

    def entries(self, path: FieldPath) -> tuple[str, ...]:
        """Return the strings in a list, or `()` without one."""
        found = value_at(self._tree, path)
        return tuple(entry for entry in found if isinstance(entry, str)) if isinstance(found, list) else ()

    def is_text(self, path: FieldPath) -> bool:
        """Return whether a field is missing, or contains only text."""
        found = value_at(self._tree, path)
        entries = found if isinstance(found, list) else [found]
        return all(entry is None or isinstance(entry, str) for entry in entries)

    def number(self, path: FieldPath) -> int | None:
        """Return a field as an integer, or None for other values."""
        return whole_number(self.words(path))

    def with_fields(self, fields: Iterable[tuple[FieldPath, str | tuple[str, ...]]]) -> "Draft":
        """Return a draft with new field values. Empty values remove fields."""
        tree = deepcopy(self._tree)
        for path, value in fields:
            put_value(tree, path, value)
        return evolve(self, tree=tree)

    def without(self, path: FieldPath) -> "Draft":
        """Return a draft without the field or list entry at a path."""
        tree = deepcopy(self._tree)
        holder = value_at(tree, path[:-1])
        last = path[-1] if path else ""
        if isinstance(holder, dict) and isinstance(last, str):
            holder.pop(last, None)
        elif isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            del holder[last]
        return evolve(self, tree=tree)

    def in_order(self, order: tuple[int, ...]) -> "Draft":
        """Return a draft with its agenda in another order.

        Return the same draft unless `order` contains each index exactly once.
        """
        agenda = self._tree.get("agenda")
        if not isinstance(agenda, list) or sorted(order) != list(range(len(agenda))):
            return self
        return evolve(self, tree={**self._tree, "agenda": [agenda[at] for at in order]})

    def with_item(self, item: Slot, at: int) -> "Draft":
        """Return a draft with an item inserted at an agenda index."""
        agenda = self._tree.get("agenda")
        items = agenda if isinstance(agenda, list) else []
        new = with_text(CONVERTER.unstructure(item))
        return evolve(self, tree={**self._tree, "agenda": [*items[:at], new, *items[at:]]})

    @property
    def team(self) -> tuple[tuple[str, str], ...]:
        """The name and role of each person in the team."""
        paths: list[FieldPath] = [("event", "team", at) for at in range(self.count(("event", "team")))]
        return tuple((self.words((*path, "name")), self.words((*path, "part"))) for path in paths)

    def with_team(self, team: tuple[tuple[str, str], ...]) -> "Draft":
        """Return a draft with a new team of (name, role) pairs.

        A person with neither a name nor a role is left out. Values that were not edited are left unchanged.
        """
        held = value_at(self._tree, ("event", "team"))
        before, shown = (held, self.team) if isinstance(held, list) else ([], ())
        people: list[YamlValue] = []
        for at, (name, part) in enumerate(team):
            if shown[at : at + 1] == ((name, part),):
                people.append(before[at])
            elif name or part:
                known = before[at] if at < len(before) else {}
                people.append({**(known if isinstance(known, dict) else {}), "name": name, "part": part})
        if people == before:
            return self
        event = self._tree.get("event")
        rest = {key: value for key, value in event.items() if key != "team"} if isinstance(event, dict) else {}
        event = {**rest, **({"team": people} if people else {})}
        others = {key: value for key, value in self._tree.items() if key != "event"}
        return evolve(self, tree={**others, "event": event} if event else others)

    def validated(self, library: Library) -> tuple[Workshop | None, tuple[Finding, ...]]:
        """Return the plan as a workshop, and the findings about it.

        The workshop is None if the plan is invalid. If the plan is valid, there are no findings. Easy Read text that
        was copied from a workshop in the library is removed if the plan has since been changed in more than its id,
        event or start time.
        """
        try:
            workshop = read_workshop(self.text.encode(), self.name, library)
        except ContentError as error:
            return None, error.findings
        same_text = [
            each for each in library.workshops.values() if each.easy_read and each.easy_read == workshop.easy_read
        ]
        stale = same_text and not any(_content(workshop) == _content(each) for each in same_text)
        return evolve(workshop, easy_read=None) if stale else workshop, ()


def _not_a_plan(value: YamlValue) -> tuple[str, str] | None:
    """Return why a file is not a plan, with advice.

    Return None if the file is a plan.
    """
    keys = value.keys() if isinstance(value, dict) else set()
    kind = None if "agenda" in keys else kind_by_fields(value)
    if kind and keys & fields_dict(kind.type).keys() - _KEYS:
        folder = f"Put it in the folder {kind.plural}/ of your content root."
        fix = f"{folder} Start the builder with `--root` and the path of that root."
        return f"this file is {kind.with_article}, not a plan.", fix
    if _KEYS & keys and ("agenda" in keys or 2 * len(keys & _KEYS) >= len(keys)):
        return None
    return "this file is not a plan.", "A plan has lines such as 'title: Our first meeting'."


def _content(workshop: Workshop) -> Workshop:
    return evolve(workshop, id="", event=None, starts="")
