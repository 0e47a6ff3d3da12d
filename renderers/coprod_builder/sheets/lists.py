"""The lists of a document: what stands before the words of an entry, and how far these stand in."""

from collections.abc import Iterator
from string import ascii_lowercase

from attrs import define, field, frozen
from lxml import etree

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.wordfile import W, WordFile, number, value

_SYMBOLS = dict.fromkeys(range(0xF000, 0xF100), "•")
"""The places at which fonts of symbols keep the bullets that other programs write."""


@frozen
class Mark:
    """What stands before an entry, how its letters differ, and what comes after it: a tab, a space or nothing."""

    words: str
    properties: Element | None
    suffix: str


@define(eq=False)
class Lists:
    """Lists by their ids, and how far each has been counted."""

    _levels: dict[int, tuple[int, dict[int, Element]]]
    _starts: dict[int, dict[int, int]]
    _counts: dict[tuple[int, int], int] = field(factory=dict)
    _begun: set[int] = field(factory=set)

    @classmethod
    def of(cls, file: WordFile) -> "Lists":
        """The lists of a file."""
        part = file.one(file.main, "numbering")
        root = file.xml(part) if part else etree.Element(f"{W}numbering")
        abstract = {
            each.get(f"{W}abstractNumId", ""): {int(level.get(f"{W}ilvl", "0")): level for level in _levels(each)}
            for each in root.iterchildren(f"{W}abstractNum")
        }
        levels, starts = {}, {}
        for each in root.iterchildren(f"{W}num"):
            id_, look = int(each.get(f"{W}numId", "0")), value(each, "abstractNumId")
            levels[id_] = (int(look or 0), abstract.get(look, {}))
            overrides = each.iterchildren(f"{W}lvlOverride")
            starts[id_] = {int(one.get(f"{W}ilvl", "0")): number(one, "startOverride", 1) for one in overrides}
        return cls(levels, starts)

    def indents(self, id_: int, level: int) -> Element | None:
        """The indents of the entries of a level."""
        found = self._level(id_, level)
        return found.find(f"{W}pPr/{W}ind") if found is not None else None

    def next(self, id_: int, level: int) -> Mark | None:
        """What stands before the next entry, which is counted with this; nothing where it is in no list."""
        found = self._level(id_, level)
        if found is None:
            return None
        look = self._levels[id_][0]
        anew = id_ not in self._begun and level in self._starts[id_]
        self._begun.add(id_)
        before = None if anew else self._counts.get((look, level))
        start = self._starts[id_].get(level, number(found, "start", 1)) if anew else number(found, "start", 1)
        self._counts[look, level] = start if before is None else before + 1
        for key in [key for key in self._counts if key[0] == look and key[1] > level]:
            del self._counts[key]
        words = value(found, "lvlText")
        for at in range(level + 1):
            if f"%{at + 1}" in words:
                words = words.replace(f"%{at + 1}", self._counted(id_, at))
        return Mark(words.translate(_SYMBOLS), found.find(f"{W}rPr"), value(found, "suff", "tab"))

    def _counted(self, id_: int, level: int) -> str:
        look, levels = self._levels[id_]
        count = self._counts.get((look, level), 1)
        if value(levels.get(level), "numFmt", "decimal") == "lowerLetter":
            return ascii_lowercase[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return str(count)

    def _level(self, id_: int, level: int) -> Element | None:
        return self._levels.get(id_, (0, {}))[1].get(level)


def _levels(abstract: Element) -> Iterator[Element]:
    yield from abstract.iterchildren(f"{W}lvl")
