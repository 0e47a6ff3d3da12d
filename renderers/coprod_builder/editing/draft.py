"""The Draft: a plan while it is edited, which may be wrong, as the values that its file holds."""

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cached_property

import yaml
from attrs import evolve, field, fields, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Slot, Workshop
from coprod_content.files.converter import CONVERTER
from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import YamlValue, parse_yaml
from coprod_content.findings.finding import ContentError, Finding, Place
from coprod_content.planner.workshop_file import id_from_name, read_workshop, workshop_text
from coprod_content.text.spans import one_line

FieldPath = tuple[str | int, ...]
_STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,4})\]")
_KEYS = {field.name for field in fields(Workshop)} - {"id", "source"}
"""A plan has some of these, however wrong it is."""
_WHOLE = re.compile(r"0|[1-9]\d{0,8}")
_DUMPER: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@frozen(kw_only=True)
class Draft:
    """A plan with the name of its file and, for each agenda item, why it is there, where a planner said so.

    `_tree` is never changed: whatever changes a draft gives another one.
    """

    name: str
    reasons: tuple[str, ...] = ()
    _tree: dict[str, YamlValue] = field(repr=False)

    @classmethod
    def of(cls, workshop: Workshop, reasons: tuple[str, ...] = ()) -> "Draft":
        """A workshop to be edited."""
        return cls.read(workshop_text(workshop).encode(), f"{workshop.id}.yaml", reasons)

    @classmethod
    def read(cls, data: bytes, name: str, reasons: tuple[str, ...] = ()) -> "Draft":
        """The bytes of a file, whatever is in it. Raises ContentError where that is not keys and values of YAML."""
        file = f"{id_from_name(name)}.yaml"
        try:
            reading = parse_yaml(decode_utf8(data, file), file)
        except UnreadableFile as error:
            raise ContentError([error.finding]) from error
        if reading.findings:
            raise ContentError(reading.findings)
        if not isinstance(reading.value, dict) or not _KEYS & reading.value.keys():
            what = "this file holds no plan."
            fix = "A plan has a line for each thing, such as 'title: Our first meeting'."
            raise ContentError([Finding(code="mapping", where=Place(file, 1, 1), what=what, fix=fix)])
        return cls(name=file, reasons=reasons, tree=reading.value)

    @property
    def text(self) -> str:
        """The plan as YAML, which `read` reads back, right or wrong as it is."""
        return yaml.dump(_written(self._tree), Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=110)

    @cached_property
    def slots(self) -> tuple[FieldPath, ...]:
        """The path of each agenda item."""
        agenda = self._tree.get("agenda")
        return tuple(("agenda", at) for at in range(len(agenda))) if isinstance(agenda, list) else ()

    def count(self, path: FieldPath) -> int:
        """How many entries a list has; none where there is no list."""
        found = self._at(path)
        return len(found) if isinstance(found, list) else 0

    def words(self, path: FieldPath) -> str:
        """The text of a field, the entries of a list each on a line; empty where there is no text."""
        found = self._at(path)
        entries = found if isinstance(found, list) else [found]
        return "\n".join(one_line(entry) for entry in entries if isinstance(entry, str))

    def entries(self, path: FieldPath) -> tuple[str, ...]:
        """The texts of a list."""
        found = self._at(path)
        return tuple(entry for entry in found if isinstance(entry, str)) if isinstance(found, list) else ()

    def whole(self, path: FieldPath) -> int | None:
        """The number of a field, where it is one."""
        words = self.words(path)
        return int(words) if _WHOLE.fullmatch(words) else None

    def reason(self, at: int) -> str:
        """Why an agenda item is there, where a planner said so."""
        return self.reasons[at] if at < len(self.reasons) else ""

    def with_reasons(self, reasons: tuple[str, ...]) -> "Draft":
        """A draft with other reasons, one for each agenda item."""
        return evolve(self, reasons=reasons)

    def with_fields(self, fields: Iterable[tuple[FieldPath, str | tuple[str, ...]]]) -> "Draft":
        """A draft with other values at some paths; an empty one takes the field away."""
        tree = deepcopy(self._tree)
        for path, value in fields:
            _put(tree, path, value)
        return evolve(self, tree=tree)

    def without(self, path: FieldPath) -> "Draft":
        """A draft without a field or an entry; the same where there is none."""
        tree = deepcopy(self._tree)
        holder = _found(tree, path[:-1])
        last = path[-1] if path else ""
        if isinstance(holder, dict) and isinstance(last, str):
            holder.pop(last, None)
        elif isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            del holder[last]
        reasons = self.reasons
        if len(path) == 2 and path[0] == "agenda" and isinstance(last, int):
            reasons = (*reasons[:last], *reasons[last + 1 :])
        return evolve(self, tree=tree, reasons=reasons)

    def in_order(self, order: tuple[int, ...]) -> "Draft":
        """A draft with its agenda in another order; the same where the order does not name each item once."""
        agenda = self._tree.get("agenda")
        if not isinstance(agenda, list) or sorted(order) != list(range(len(agenda))):
            return self
        reasons = tuple(self.reason(at) for at in order)
        return evolve(self, tree={**self._tree, "agenda": [agenda[at] for at in order]}, reasons=reasons)

    def with_slot(self, slot: Slot, at: int) -> "Draft":
        """A draft with an agenda item more."""
        agenda = self._tree.get("agenda")
        items = agenda if isinstance(agenda, list) else []
        reasons = tuple(self.reason(index) for index in range(len(items)))
        return evolve(
            self,
            tree={**self._tree, "agenda": [*items[:at], _read(CONVERTER.unstructure(slot)), *items[at:]]},
            reasons=(*reasons[:at], "", *reasons[at:]),
        )

    def with_team(self, team: Iterable[tuple[str, str]]) -> "Draft":
        """A draft with other people who run the session, each with a name and a part."""
        people: list[YamlValue] = [{"name": name, "part": part} for name, part in team if name or part]
        held = self._tree.get("event")
        event = {**(held if isinstance(held, dict) else {}), "team": people}
        if not people:
            del event["team"]
        others = {key: value for key, value in self._tree.items() if key != "event"}
        return evolve(self, tree={**others, "event": event} if event else others)

    def judged(self, library: Library) -> tuple[Workshop | None, tuple[Finding, ...]]:
        """The plan as a workshop, or what is wrong with it.

        Where more was changed than who meets when, it leaves behind the Easy Read text of the library's workshop.
        """
        try:
            workshop = read_workshop(self.text.encode(), self.name, library)
        except ContentError as error:
            return None, error.findings
        told = [each for each in library.workshops.values() if each.easy_read and each.easy_read == workshop.easy_read]
        stale = told and not any(_of_anybody(workshop) == _of_anybody(each) for each in told)
        return evolve(workshop, easy_read=None) if stale else workshop, ()

    def _at(self, path: FieldPath) -> YamlValue | None:
        return _found(self._tree, path)


def _of_anybody(workshop: Workshop) -> Workshop:
    """A workshop without its name, and who meets when and where."""
    return evolve(workshop, id="", event=None, starts="")


def field_path(name: str) -> FieldPath:
    """The path that the name of a field stands for, which counts entries from one: `agenda[2].points`."""
    return tuple(int(index) - 1 if index else key for key, index in _STEP.findall(name))


def _found(tree: YamlValue, path: FieldPath) -> YamlValue | None:
    found: YamlValue | None = tree
    for step in path:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found):
            found = found[step]
        else:
            return None
    return found


def _put(tree: dict[str, YamlValue], path: FieldPath, value: str | tuple[str, ...]) -> None:
    """Write a value where the tree has room for it: in keys and values, made where there is nothing yet."""
    *way, last = path
    holder: YamlValue = tree
    for step in way:
        if isinstance(holder, dict) and isinstance(step, str):
            holder = holder.setdefault(step, {})
        elif isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
            holder = holder[step]
        else:
            return
    if not isinstance(holder, dict) or not isinstance(last, str):
        return
    if value:
        holder[last] = list(value) if isinstance(value, tuple) else value
    else:
        holder.pop(last, None)
    if not holder and len(way) == 1 and isinstance(way[0], str):
        tree.pop(way[0], None)


def _written(value: YamlValue) -> object:
    """A value with whole numbers as numbers, so that they stand without quotes."""
    match value:
        case dict():
            return {key: _written(entry) for key, entry in value.items()}
        case list():
            return [_written(entry) for entry in value]
        case _:
            return int(value) if _WHOLE.fullmatch(value) else value


def _read(value: object) -> YamlValue:
    """A value as a file gives it, in which every scalar is text."""
    match value:
        case dict():
            return {str(key): _read(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_read(entry) for entry in value]
        case _:
            return str(value)
