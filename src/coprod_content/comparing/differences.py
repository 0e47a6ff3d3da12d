"""The changes that people made to a file, in plain words."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from attrs import evolve, frozen

from coprod_content.comparing.matching import SectionMatch, comparable, matched_sections
from coprod_content.plugins.edited_file import EditedFile, EditedSection

_ALIKE = 0.4
"""A removed text and an added one count as one change if they are at least this much alike."""

What = Literal[
    "changed",
    "added",
    "removed",
    "moved",
    "section-added",
    "section-copied",
    "section-removed",
    "section-moved",
    "pictures",
]


@frozen
class Difference:
    """One difference between a new file and an edited one.

    `where` names the section for people. `title` is the title of the section in the new file. `inside` is true for a
    text in a section that was added or removed as a whole.
    """

    what: What
    where: str
    title: str = ""
    old: str = ""
    new: str = ""
    inside: bool = False

    def __str__(self) -> str:
        match self.what:
            case "changed":
                return f"{self.where}: “{self.old}” is now “{self.new}”."
            case "added":
                return f"{self.where}: “{self.new}” was added."
            case "removed":
                return f"{self.where}: “{self.old}” was removed."
            case "moved":
                return f"{self.where}: “{self.old}” was moved to {self.new}."
            case "section-added":
                return f"{self.where} was added."
            case "section-copied":
                return f"{self.where} is a duplicate."
            case "section-removed":
                return f"{self.where} was removed."
            case "section-moved":
                return f"{self.where} was moved."
            case _:
                return f"{self.where}: {self.new}"


def differences(new: EditedFile, edited: EditedFile) -> tuple[Difference, ...]:
    """Return how an edited file differs from a new one."""
    found: list[Difference] = []
    known = {_key(section) for section in new.sections}
    for match in matched_sections(new.sections, edited.sections):
        found += _of_match(match, new, edited, known)
    return tuple(each for each in _with_moves(found) if not (each.inside and each.what in ("added", "removed")))


def _key(section: EditedSection) -> tuple[str, ...]:
    return (comparable(section.title), *map(comparable, section.texts))


def _of_match(
    match: SectionMatch, new: EditedFile, edited: EditedFile, known: set[tuple[str, ...]]
) -> Iterator[Difference]:
    if match.edited is None:
        at = match.new or 0
        old = new.sections[at]
        yield Difference("section-removed", _place(new, at, old.title), old.title)
        for words in (*old.texts, *old.notes):
            yield Difference("removed", _place(new, at, old.title), old.title, words, inside=True)
        return
    here = edited.sections[match.edited]
    where = _place(edited, match.edited, here.title)
    if match.new is None:
        copied = _key(here) in known
        yield Difference("section-copied" if copied else "section-added", where, here.title)
        for words in () if copied else (*here.texts, *here.notes):
            yield Difference("added", where, here.title, "", words, inside=True)
        return
    old = new.sections[match.new]
    if match.moved:
        yield Difference("section-moved", where, old.title)
    for difference in (*_texts((old.title,), (here.title,)), *_texts(old.texts, here.texts)):
        yield evolve(difference, where=where, title=old.title)
    for difference in _texts(old.notes, here.notes):
        yield evolve(difference, where=f"{where}, notes", title=old.title)
    if old.pictures != here.pictures:
        words = f"{here.pictures} pictures instead of {old.pictures}."
        yield Difference("pictures", where, old.title, "", words)


def _place(file: EditedFile, at: int, title: str) -> str:
    number = f" {at + 1}" if file.unit == "slide" else ""
    name = f" “{title}”" if title else " without a title"
    return f"{file.unit.capitalize()}{number},{name}" if number else f"{file.unit.capitalize()}{name}"


def _texts(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Yield the differences between the paragraphs of two sections."""
    before, after = [comparable(words) for words in old], [comparable(words) for words in new]
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = dict(_alike(before[a:b], after[c:d]))
        for at in range(b - a):
            words = new[c + pairs[at]] if at in pairs else ""
            if old[a + at] or words:
                what: What = "changed" if words and old[a + at] else "added" if words else "removed"
                yield Difference(what, "", "", old[a + at], words)
        for at in range(d - c):
            if at not in pairs.values() and new[c + at]:
                yield Difference("added", "", "", "", new[c + at])


def _alike(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of each old text and its new version."""
    if len(old) == len(new) == 1:
        yield 0, 0
        return
    used: set[int] = set()
    for at, words in enumerate(old):
        scores = {to: SequenceMatcher(None, words, new[to]).ratio() for to in range(len(new)) if to not in used}
        best = max(scores, key=lambda to: scores[to], default=-1)
        if best >= 0 and scores[best] >= _ALIKE:
            used.add(best)
            yield at, best


def _with_moves(found: list[Difference]) -> Iterator[Difference]:
    """Yield differences, joining a removal and an addition into a move."""
    added = {comparable(each.new): each for each in found if each.what == "added"}
    gone = {comparable(each.old) for each in found if each.what == "removed"}
    for each in found:
        to = added.get(comparable(each.old)) if each.what == "removed" else None
        if to:
            where = to.where if to.where != each.where else "a different place"
            yield evolve(each, what="moved", new=where[0].lower() + where[1:])
        elif each.what != "added" or comparable(each.new) not in gone:
            yield each
