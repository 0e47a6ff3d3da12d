"""The changes that people made to a file, in plain words."""

from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from coprod_content.comparing.section_matches import SectionMatch, comparable, longest_rise, matched_sections
from coprod_content.comparing.text_pairs import Part, TextPairs, TextPosition, places_in
from coprod_content.plugins.edited_file import EditedFile

_LONGEST_QUOTE = 60
What = Literal[
    "changed",
    "added",
    "removed",
    "moved",
    "heading-added",
    "heading-removed",
    "section-added",
    "section-copied",
    "section-removed",
    "section-moved",
    "pictures",
]

_SENTENCES: dict[What, str] = {
    "changed": ": “{0.old}” is now “{0.new}”.",
    "added": ": “{0.new}” was added.",
    "removed": ": “{0.old}” was removed.",
    "moved": ": “{0.old}” was moved {0.new}.",
    "heading-added": " is a new heading above existing text.",
    "heading-removed": ": the heading was removed, and its text was kept.",
    "section-added": " was added.",
    "section-copied": " is a duplicate.",
    "section-removed": " was removed.",
    "section-moved": " was moved.",
    "pictures": ": {0.new}",
}


@frozen
class Difference:
    """One difference between a new file and an edited one.

    `where` says in words which section it is in. `title` and `section` are the title and index of that section in the
    new file; `section` is None if the new file does not have it. `old` is the text in the new file, and `new` that in
    the edited one. If a text was added or moved, `after` and `before` are the words of the paragraphs around it, as
    they are in the new file. `copied` is true for a text in a section that someone duplicated.
    """

    what: What
    where: str
    title: str = ""
    old: str = ""
    new: str = ""
    section: int | None = None
    after: str = ""
    before: str = ""
    copied: bool = False

    def __str__(self) -> str:
        return f"{self.where}{_SENTENCES[self.what].format(self)}"


def differences(new: EditedFile, edited: EditedFile) -> tuple[Difference, ...]:
    """Return how an edited file differs from a new one."""
    matches = matched_sections(new.sections, edited.sections)
    pairs = TextPairs.of(new.sections, edited.sections, matches)
    sections = {each.new: each.edited for each in matches if not each.copied}
    comparer = _Comparer(new, edited, pairs, sections, {place: at for at, place in enumerate(pairs.new)})
    return tuple(difference for match in matches for difference in comparer.of_match(match))


@frozen
class _Comparer:
    new: EditedFile
    edited: EditedFile
    pairs: TextPairs
    sections: dict[int | None, int | None]
    """The index of each section of the new file in the edited file."""
    order: dict[TextPosition, int]
    """The position of each paragraph in the order of the new file."""

    def of_match(self, match: SectionMatch) -> Iterator[Difference]:
        """Yield the differences in one section."""
        if match.edited is None:
            yield from self._removed_section(match.new or 0)
            return
        here = self.edited.sections[match.edited]
        where = _place(self.edited, match.edited, here.title)
        if match.new is None:
            yield self._added_section(match.edited, where)
            yield from self._texts_of_added(match.edited, where)
            return
        old = self.new.sections[match.new]
        if match.copied:
            yield Difference("section-copied", where, old.title, section=match.new)
            alone = TextPairs(self.pairs.new, self.pairs.edited)
            alone.pair_in_section(match.new, match.edited)
            alone_here = evolve(self, pairs=alone, sections={match.new: match.edited})
            for each in alone_here._of_texts(match.new, match.edited, where):
                yield evolve(each, copied=True)
            return
        if match.moved:
            yield Difference("section-moved", where, old.title, section=match.new)
        yield from self._of_texts(match.new, match.edited, where)
        joined, split = self._joined_to(match.new, match.edited)
        before = sum(self.new.sections[at].pictures for at in joined)
        after = sum(self.edited.sections[at].pictures for at in split)
        if before != after:
            words = f"{after} {'picture' if after == 1 else 'pictures'} instead of {before}."
            yield Difference("pictures", where, old.title, "", words, section=match.new)

    def _joined_to(self, new: int, edited: int) -> tuple[set[int], set[int]]:
        """Return the indexes of sections that share text with matched ones.

        The first set is of sections of the new file, and the second of sections of the edited file. They include the
        matched sections themselves.
        """
        explained = [(at, to) for at, to in self.pairs.edited_of.items() if self._is_explained(at, to)]
        joined = {at.section for at, to in explained if to.section == edited}
        return joined | {new}, {to.section for at, to in explained if at.section == new} | {edited}

    def _removed_section(self, at: int) -> Iterator[Difference]:
        """Yield a difference for a section that was removed.

        Differences for its removed texts follow if it has no title, or if some of its texts were kept.
        """
        title = self.new.sections[at].title
        where = _place(self.new, at, title)
        kept = any(place.section == at and self._is_explained(place, to) for place, to in self.pairs.edited_of.items())
        if title or self.new.unit == "slide":
            yield Difference("heading-removed" if kept else "section-removed", where, title, title, section=at)
        for place in self.pairs.new if kept or not title else ():
            if place.section == at and place.part != "title" and place not in self.pairs.edited_of:
                yield from (evolve(each, title=title, section=at) for each in self._changed(place, None, where))

    def _added_section(self, at: int, where: str) -> Difference:
        title = self.edited.sections[at].title
        kept = any(to.section == at and self._is_explained(place, to) for place, to in self.pairs.edited_of.items())
        return Difference("heading-added" if kept else "section-added", where, "", "", title)

    def _is_explained(self, place: TextPosition, to: TextPosition) -> bool:
        """Return whether a text changed sections only because headings changed.

        This is so if the last shared heading before the text is the same in both files.
        """
        if self.sections.get(place.section) == to.section:
            return False
        both = {edited: new for new, edited in self.sections.items() if None not in (new, edited)}
        before = (at for at in range(place.section, -1, -1) if self.sections.get(at) is not None)
        return next(before, None) == next((both[at] for at in range(to.section, -1, -1) if at in both), None)

    def _of_texts(self, new: int, edited: int, where: str) -> Iterator[Difference]:
        title = self.new.sections[new].title
        parts: tuple[Part, ...] = ("title", "texts", "notes")
        for part in parts:
            here = where + (", notes" if part == "notes" else "")
            for each in self._of_part(new, edited, part, here):
                yield evolve(each, title=title, section=new)

    def _of_part(self, new: int, edited: int, part: Part, where: str) -> Iterator[Difference]:
        gone = [at for at in places_in(self.pairs.new, new, part) if at not in self.pairs.edited_of]
        places = places_in(self.pairs.edited, edited, part)
        in_order = self._in_order(places)
        for to in places:
            at = self.pairs.new_of.get(to)
            while at and gone and at[:2] == (new, part) and gone[0] < at:
                yield from self._changed(gone.pop(0), None, where)
            if at and to not in in_order:
                yield self._moved(at, to, where, self._beside(to) if at[:2] == (new, part) else "")
            yield from self._changed(at, to, where)
        for at in gone:
            yield from self._changed(at, None, where)

    def _in_order(self, places: list[TextPosition]) -> set[TextPosition]:
        """Return the positions of the edited texts that nobody moved."""
        old = {to: self.order[at] for to in places if (at := self.pairs.new_of.get(to)) and self._stayed(at, to)}
        risen = longest_rise([*old.values()])
        return {to for to, at in old.items() if at in risen}

    def _stayed(self, at: TextPosition, to: TextPosition) -> bool:
        if at.part == to.part and self.sections.get(at.section) == to.section:
            return True
        return (at.part == "notes") == (to.part == "notes") and self._is_explained(at, to)

    def _texts_of_added(self, edited: int, where: str) -> Iterator[Difference]:
        places = [to for to in self.pairs.edited if to.section == edited and to.part != "title"]
        in_order = self._in_order(places)
        for to in places:
            at = self.pairs.new_of.get(to)
            if at and to not in in_order:
                yield self._moved(at, to, where, "")
            for each in self._changed(at, to, where):
                yield evolve(each, title=self.new.sections[at.section].title, section=at.section) if at else each

    def _moved(self, at: TextPosition, to: TextPosition, where: str, beside: str) -> Difference:
        title = self.new.sections[at.section].title
        old = _place(self.new, at.section, title)
        new = beside or f"to {where[0].lower()}{where[1:]}"
        after, before = self._around(to)
        return Difference(
            "moved", where if beside else old, title, self.pairs.new[at].words, new, at.section, after, before
        )

    def _changed(self, at: TextPosition | None, to: TextPosition | None, where: str) -> Iterator[Difference]:
        old = self.pairs.new[at].words if at else ""
        new = self.pairs.edited[to].words if to else ""
        if comparable(old) == comparable(new):
            return
        after, before = self._around(to) if to else ("", "")
        what: What = "changed" if old and new else "added" if new else "removed"
        yield Difference(what, where, "", old, new, after=after, before=before)

    def _around(self, to: TextPosition) -> tuple[str, str]:
        """Return the words of the paragraphs before and after an edited one.

        They are the nearest paragraphs that the new file has too, in its words. Either is an empty string if there is
        none.
        """
        places = places_in(self.pairs.edited, to.section, to.part)
        earlier, later = reversed(places[: to.at]), places[to.at + 1 :]
        known = (next((at for p in some if (at := self.pairs.new_of.get(p))), None) for some in (earlier, later))
        after, before = ("" if at is None else self.pairs.new[at].words for at in known)
        return after, before

    def _beside(self, to: TextPosition) -> str:
        """Say where a text is now, such as “to the beginning”.

        A text that is not the first is described by the paragraph before it.
        """
        if to.at == 0:
            return "to the beginning"
        words = self.pairs.edited[to._replace(at=to.at - 1)].words
        return f"after “{words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rstrip() + ' …'}”"


def _place(file: EditedFile, at: int, title: str) -> str:
    number = f" {at + 1}" if file.unit == "slide" else ""
    name = f" “{title}”" if title else " without a title"
    return f"{file.unit.capitalize()}{number},{name}" if number else f"{file.unit.capitalize()}{name}"
