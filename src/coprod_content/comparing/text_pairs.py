"""Pairing edited paragraphs with new ones."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from typing import Literal, NamedTuple

from attrs import define, field

from coprod_content.comparing.section_matches import SectionMatch, comparable
from coprod_content.plugins.edited_file import EditedSection, EditedText

_ALIKE = 0.4
"""A removed text and an added one count as one change if they are at least this much alike."""
_SHORTEST = 8
"""The fewest characters for finding a moved text in another section by its words."""
Part = Literal["title", "texts", "notes"]


class TextPosition(NamedTuple):
    """The section, part and index of a paragraph."""

    section: int
    part: Part
    at: int


Texts = dict[TextPosition, EditedText]


@define
class TextPairs:
    """The paragraphs of a new and an edited file, in pairs."""

    new: Texts
    edited: Texts
    edited_of: dict[TextPosition, TextPosition] = field(factory=dict)
    new_of: dict[TextPosition, TextPosition] = field(factory=dict)

    @classmethod
    def of(
        cls, new: Sequence[EditedSection], edited: Sequence[EditedSection], matches: Sequence[SectionMatch]
    ) -> "TextPairs":
        """Pair paragraphs by their ids, then by their words and order."""
        pairs = cls(dict(_texts(new)), dict(_texts(edited)))
        copies = {each.edited for each in matches if each.copied}
        pairs._pair_by_ids(copies)
        for each in matches:
            if each.new is not None and each.edited is not None and not each.copied:
                pairs.pair_in_section(each.new, each.edited)
        pairs._pair_by_words(copies)
        return pairs

    def pair(self, new: TextPosition, edited: TextPosition) -> None:
        """Record that two paragraphs belong together."""
        self.edited_of[new], self.new_of[edited] = edited, new

    def _pair_by_ids(self, copies: set[int | None]) -> None:
        holders: dict[str, list[TextPosition]] = {}
        for place, text in self.edited.items():
            for id_ in text.ids if place.section not in copies else ():
                holders.setdefault(id_, []).append(place)
        for place, text in self.new.items():
            found = [to for id_ in text.ids for to in holders.get(id_, ()) if to not in self.new_of]
            if found:
                self.pair(place, max(found, key=partial(self._likeness, text)) if len(found) > 1 else found[0])

    def _likeness(self, text: EditedText, edited: TextPosition) -> float:
        return _ratio(text, self.edited[edited])

    def pair_in_section(self, new: int, edited: int) -> None:
        """Pair the paragraphs of two sections that belong together."""
        title = TextPosition(new, "title", 0), TextPosition(edited, "title", 0)
        if title[0] not in self.edited_of and title[1] not in self.new_of:
            self.pair(*title)
        parts: tuple[Part, ...] = ("texts", "notes")
        for part in parts:
            self._pair_in_order(places_in(self.new, new, part), places_in(self.edited, edited, part))

    def _pair_in_order(self, new: list[TextPosition], edited: list[TextPosition]) -> None:
        old = [self.edited_of.get(each, comparable(self.new[each].words)) for each in new]
        now = [each if each in self.new_of else comparable(self.edited[each].words) for each in edited]
        for tag, a, b, c, d in SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
            if tag == "equal":
                left, right = new[a:b], edited[c:d]
                for one, other in zip(left, right, strict=True):
                    self.pair(one, other)
            elif tag == "replace":
                left = [each for each in new[a:b] if each not in self.edited_of]
                right = [each for each in edited[c:d] if each not in self.new_of]
                self._pair_alike(left, right)

    def _pair_alike(self, new: list[TextPosition], edited: list[TextPosition]) -> None:
        """Pair similar paragraphs, then those between them.

        The paragraphs between two pairs are paired in order if both sides have the same number, and so are those
        left in each text box of a slide.
        """
        scored = sorted(
            (-_ratio(self.new[one], self.edited[other]), abs(a - b), a, b)
            for a, one in enumerate(new)
            for b, other in enumerate(edited)
        )
        found: dict[int, int] = {}
        for score, _, a, b in scored:
            if -score >= _ALIKE and a not in found and b not in found.values():
                found[a] = b
        for a, b in (*_between(found, len(new), len(edited)), *found.items()):
            self.pair(new[a], edited[b])
        for box in dict.fromkeys(self.new[each].box for each in new):
            left = [each for each in new if each not in self.edited_of and self.new[each].box == box]
            right = [each for each in edited if each not in self.new_of and self.edited[each].box == box]
            for one, other in zip(left, right, strict=True) if box and len(left) == len(right) else ():
                self.pair(one, other)

    def _pair_by_words(self, copies: set[int | None]) -> None:
        """Pair unpaired paragraphs with the same words, even in different sections.

        `copies` are the indexes of edited sections that are duplicates, which are left out.
        """
        free: dict[str, list[TextPosition]] = {}
        for place, text in self.edited.items():
            if place not in self.new_of and place.part != "title" and place.section not in copies:
                free.setdefault(comparable(text.words), []).append(place)
        for place, text in self.new.items():
            words = comparable(text.words)
            if place not in self.edited_of and place.part != "title" and len(words) >= _SHORTEST and free.get(words):
                self.pair(place, free[words].pop(0))


def _texts(sections: Sequence[EditedSection]) -> Iterator[tuple[TextPosition, EditedText]]:
    for number, section in enumerate(sections):
        yield TextPosition(number, "title", 0), EditedText(section.title, section.ids)
        for at, text in enumerate(section.texts):
            yield TextPosition(number, "texts", at), text
        for at, text in enumerate(section.notes):
            yield TextPosition(number, "notes", at), text


def places_in(texts: Texts, section: int, part: Part) -> list[TextPosition]:
    """Return the positions of the paragraphs in one part of a section."""
    return [place for place in texts if place.section == section and place.part == part]


def _ratio(one: EditedText, other: EditedText) -> float:
    return SequenceMatcher(None, comparable(one.words), comparable(other.words)).ratio()


def _between(found: dict[int, int], new: int, edited: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes between the pairs already found.

    `new` and `edited` are the numbers of paragraphs on each side. The paragraphs between two found pairs are paired in
    order if both sides have the same number. Yields none if the found pairs are in a different order on each side.
    """
    ends = [(-1, -1), *sorted(found.items()), (new, edited)]
    if [b for _, b in ends] != sorted(b for _, b in ends):
        return
    for (a, b), (c, d) in pairwise(ends):
        if c - a == d - b:
            yield from zip(range(a + 1, c), range(b + 1, d), strict=True)
