"""Matching the sections of an edited file to a new one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

from coprod_content.plugins.edited_file import EditedSection

_ALIKE = 0.35
"""Two sections without ids belong together if at least this fraction of their words is the same."""
_SAME_CHARACTERS = str.maketrans({
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009", " "),
    **dict.fromkeys("\u00ad\u200b\u2060", ""),
    "…": "...",
})  # fmt: skip


def comparable(words: str) -> str:
    """Return text without the differences that word processors make by themselves.

    Curly and straight quotation marks, dashes and kinds of space count as the same.
    """
    return " ".join(words.translate(_SAME_CHARACTERS).split())


@frozen
class SectionMatch:
    """The index of a section in the new and the edited file.

    `edited` is None for a section that was removed, and `new` is None for one that was added. If a section of the
    edited file is a duplicate, `copied` is true and `new` is the index of the section that was duplicated.
    """

    new: int | None
    edited: int | None
    moved: bool = False
    copied: bool = False


def matched_sections(new: Sequence[EditedSection], edited: Sequence[EditedSection]) -> tuple[SectionMatch, ...]:
    """Return which sections belong together, in the order of the edited file.

    Sections are matched by their ids, and sections without ids by their words. Removed sections come last.
    """
    here, there = [_words(section) for section in new], [_words(section) for section in edited]
    named = {id_: at for at, section in enumerate(new) for id_ in section.ids}
    pairs, copies = _beginnings(new, edited), dict[int, int]()
    for at in range(len(new)):
        same = [to for to, section in enumerate(edited) if any(named.get(id_) == at for id_ in section.ids)]
        by_likeness = sorted(same, key=lambda to: -_likeness(here[at], there[to]))
        pairs |= dict.fromkeys(by_likeness[:1], at)
        copies |= dict.fromkeys(by_likeness[1:], at)
    apart = {
        (at, to)
        for to, section in enumerate(edited)
        if to not in pairs and to not in copies
        for at in range(len(new))
        if _begins_elsewhere(section, new[at])
    }
    pairs |= _pairs_by_words(here, there, pairs, copies, apart)
    copies |= dict(_copies_by_words(here, there, pairs, copies))
    in_order = longest_rise([pairs[at] for at in sorted(pairs)])
    found = (
        SectionMatch(copies[at], at, copied=True)
        if at in copies
        else SectionMatch(pairs.get(at), at, moved=at in pairs and pairs[at] not in in_order)
        for at in range(len(edited))
    )
    kept = set(pairs.values())
    return (*found, *(SectionMatch(at, None) for at in range(len(new)) if at not in kept))


def _beginnings(new: Sequence[EditedSection], edited: Sequence[EditedSection]) -> dict[int, int]:
    """Match the texts before the first heading of each file."""
    both = (sections[0] for sections in (new, edited) if sections)
    return {0: 0} if sum(not each.title and not each.ids for each in both) == 2 else {}


def _begins_elsewhere(edited: EditedSection, new: EditedSection) -> bool:
    """Return whether an edited section begins with text from elsewhere.

    This is so if its first text with ids shares none of them with the texts of `new`.
    """
    first = next((each.ids for each in edited.texts if each.ids), ())
    return bool(first) and not any(id_ in each.ids for each in new.texts for id_ in first)


def _words(section: EditedSection) -> tuple[str, ...]:
    texts = (each.words for each in (*section.texts, *section.notes))
    return tuple(map(comparable, (section.title, *texts)))


def _pairs_by_words(
    new: list[tuple[str, ...]],
    edited: list[tuple[str, ...]],
    known: dict[int, int],
    copies: dict[int, int],
    apart: set[tuple[int, int]],
) -> dict[int, int]:
    """Match sections by their words, and map edited indexes to new ones.

    Sections that are already matched in `known`, or are duplicates in `copies`, are left out. So are the pairs of a new
    and an edited index in `apart`.
    """
    left = [at for at in range(len(new)) if at not in known.values()]
    open_ = [at for at in range(len(edited)) if at not in known and at not in copies]
    pairs: dict[int, int] = {}
    same = SequenceMatcher(None, [new[at] for at in left], [edited[at] for at in open_], autojunk=False)
    for block in same.get_matching_blocks():
        pairs |= {open_[block.b + at]: left[block.a + at] for at in range(block.size)}
    scored = sorted(
        (-_likeness(new[a], edited[b]), abs(a - b), a, b)
        for a in left
        if a not in pairs.values()
        for b in open_
        if b not in pairs and (a, b) not in apart
    )
    for score, _, a, b in scored:
        if -score >= _ALIKE and b not in pairs and a not in pairs.values():
            pairs[b] = a
    return pairs


def _copies_by_words(
    new: list[tuple[str, ...]], edited: list[tuple[str, ...]], pairs: dict[int, int], copies: dict[int, int]
) -> Iterator[tuple[int, int]]:
    for at, words in enumerate(edited):
        if at not in pairs and at not in copies and words in new:
            yield at, new.index(words)


def _likeness(new: tuple[str, ...], edited: tuple[str, ...]) -> float:
    """Return how alike two sections are, from 0 to 1.

    The same title counts as much as half the text.
    """
    one, other = (set(" ".join(words).casefold().split()) for words in (new, edited))
    same = 2 * len(one & other) / (len(one) + len(other) or 1)
    return min(1.0, same + 0.5 * bool(new[0] and new[0] == edited[0]))


def longest_rise(values: Sequence[int]) -> set[int]:
    """Return the values of the longest increasing subsequence.

    If the values are old positions in their new order, all other positions were moved.
    """
    best: list[list[int]] = [[]]
    for value in values:
        lengths = {len(run): run for run in best if not run or run[-1] < value}
        best.append([*lengths[max(lengths)], value])
    return set({len(run): run for run in best}[max(map(len, best))])
