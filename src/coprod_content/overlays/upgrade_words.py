"""Say in plain words what an upgrade does."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_content.content.source import display_path
from coprod_content.document.blocks import Fact, Facts, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.files.amending.entry_labels import label_of
from coprod_content.files.yaml_reader import YamlValue
from coprod_content.overlays.item_upgrade import ItemUpgrade
from coprod_content.overlays.three_way import FieldDifference, Outcome
from coprod_content.overlays.upgrade import UpgradePlan

_MOST = 400
_IN_ONE_LINE: tuple[tuple[Outcome, str], ...] = (
    ("kept", "Kept as you have it"),
    ("same", "Changed in the same way in the library and here"),
)
_HEADINGS: dict[Outcome, str] = {
    "taken": "Taken from the library",
    "conflict": "Changed in the library and here",
    "replaced": "The library has changed a text that you replaced",
}
_CHOICES = {
    "theirs": "The library's version is taken.",
    "ours": "Yours is kept.",
    "undecided": "Not decided, so yours stays for now.",
}


@frozen
class ChangeInWords:
    """One difference in words: a sentence, and labelled values."""

    sentence: str
    values: tuple[tuple[str, str], ...] = ()


def changes_of(item: ItemUpgrade) -> tuple[ChangeInWords, ...]:
    """Describe everything that an upgrade does to an item."""
    return (*_about(item), *map(change_of, _alone(item)), *_together(item))


def change_of(each: FieldDifference) -> ChangeInWords:
    """Describe one difference between the library and a root."""
    sentence = f"{_HEADINGS[each.outcome]}: {each.name}."
    if each.outcome == "taken":
        return ChangeInWords(sentence, tuple(_edits(each.was, each.theirs, "")))
    if each.outcome == "conflict":
        sentence += f" {_CHOICES[each.choice]}"
    return ChangeInWords(sentence, _values(each))


def _about(item: ItemUpgrade) -> Iterator[ChangeInWords]:
    if item.state == "gone":
        known = f"It is probably '{item.renamed}' now." if item.renamed else "Your file is kept."
        yield ChangeInWords(f"The library no longer has this item. {known}")
        if item.renamed:
            stamp = f".coprod/base/{item.id}.json"
            yield ChangeInWords(f"To follow it, give your file and {stamp} the new name, and upgrade again.")
    if item.state == "unmatched":
        yield ChangeInWords(
            "It replaces an item of the library, but there is no record of the version that it was copied from."
        )
        yield ChangeInWords(
            "Use --was to give the older library that you copied it from, or --match to compare it with the current "
            "library from now on."
        )
    for problem in item.problems:
        yield ChangeInWords(f"It no longer fits the library. {problem}")


def _alone(item: ItemUpgrade) -> list[FieldDifference]:
    return [each for each in item.differences if each.outcome in _HEADINGS]


def _together(item: ItemUpgrade) -> Iterator[ChangeInWords]:
    for outcome, words in _IN_ONE_LINE:
        names = dict.fromkeys(each.name for each in item.differences if each.outcome == outcome)
        if names:
            yield ChangeInWords(f"{words}: {', '.join(names)}.")


def _values(each: FieldDifference) -> tuple[tuple[str, str], ...]:
    values = (("Before", each.was), ("In the library now", each.theirs), ("Yours", each.ours))
    return tuple((label, words_of_value(value)) for label, value in values)


def _edits(before: YamlValue | None, after: YamlValue | None, path: str) -> Iterator[tuple[str, str]]:
    """Yield a label and words for each change inside a value.

    `path` names the value, and begins each label.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            if before.get(key) != after.get(key):
                yield from _edits(before.get(key), after.get(key), f"{path}{key}, ")
    elif isinstance(before, list) and isinstance(after, list):
        yield from _list_edits(before, after, path)
    else:
        yield _capitalised(f"{path}before"), words_of_value(before)
        yield _capitalised(f"{path}now"), words_of_value(after)


def _list_edits(before: list[YamlValue], after: list[YamlValue], path: str) -> Iterator[tuple[str, str]]:
    old, new = ({label_of(entry) or repr(entry): entry for entry in entries} for entries in (before, after))
    for label, entries in (
        ("added", [entry for name, entry in new.items() if name not in old]),
        ("removed", [entry for name, entry in old.items() if name not in new]),
    ):
        if entries:
            yield _capitalised(f"{path}{label}"), words_of_value(entries)
    for name in old:
        if name in new and old[name] != new[name]:
            yield from _edits(old[name], new[name], f"{path}{name}, ")
    if old.keys() == new.keys() and list(old) != list(new):
        yield _capitalised(f"{path}new order"), words_of_value(after)


def _capitalised(label: str) -> str:
    return label[0].upper() + label[1:]


def words_of_value(value: YamlValue | None) -> str:
    """Return a value as text for people, shortened if it is long."""
    if value is None or value in ([], {}):
        return "nothing"
    if isinstance(value, list):
        words = "; ".join(label_of(entry) or words_of_value(entry) for entry in value)
    elif isinstance(value, dict):
        words = ", ".join(f"{key}: {words_of_value(entry)}" for key, entry in value.items())
    else:
        words = " ".join(value.split())
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


def item_heading(item: ItemUpgrade) -> str:
    """Return an item's file, with its id if the file is shared."""
    return f"{item.source.file}, {item.id}" if item.source.within else item.source.file


def upgrade_lines(plan: UpgradePlan) -> Iterator[str]:
    """Yield an upgrade as lines of text, leaving out unchanged items."""
    for item in plan.items:
        changes = changes_of(item)
        if changes:
            yield item_heading(item)
        for change in changes:
            yield f"  {change.sentence}"
            yield from (f"    {label}: {words}" for label, words in change.values)


def upgrade_report(plan: UpgradePlan, version: str) -> Document:
    """Return an upgrade as a document. `version` is that of the library."""
    root = display_path(plan.root)
    described = [(item, changes_of(item)) for item in plan.items]
    sections = [
        Section(title=item_heading(item), blocks=tuple(_blocks(changes))) for item, changes in described if changes
    ]
    summary = Section(title="Summary", blocks=tuple(map(Paragraph, (f"Library: {version}.", summary_of(plan)))))
    return Document(title=f"Upgrade of {root}", language="en-GB", sections=(summary, *sections))


def _blocks(changes: Iterable[ChangeInWords]) -> Iterator[Paragraph | Facts]:
    for change in changes:
        facts = tuple(Fact(label, words) for label, words in change.values)
        yield Facts(change.sentence, facts) if facts else Paragraph(change.sentence)


def summary_of(plan: UpgradePlan) -> str:
    """Return a sentence that counts the changes taken and those undecided."""
    found = [each for item in plan.items for each in item.differences]
    taken = sum(each.outcome == "taken" or (each.outcome == "conflict" and each.choice == "theirs") for each in found)
    words = [f"{taken} change{'' if taken == 1 else 's'} taken from the library"]
    if plan.undecided:
        words.append(f"{plan.undecided} to decide")
    compared = sum(item.state in ("copied", "amended") for item in plan.items)
    return f"{compared} item{'' if compared == 1 else 's'} compared, {', '.join(words)}."
