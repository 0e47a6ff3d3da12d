"""Matching the sections of an edited file to a new one."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import frozen

from coprod_content.plugins.edited_file import EditedSection

_ALIKE = 0.35
"""Two sections belong together if at least this fraction of their words is the same."""
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

    One of them is None for a section that was removed or added.
    """

    new: int | None
    edited: int | None
    moved: bool = False


def matched_sections(new: Sequence[EditedSection], edited: Sequence[EditedSection]) -> tuple[SectionMatch, ...]:
    """Return which sections belong together, in the order of the edited file.

    Removed sections come last.
    """
    pairs = _pairs([_words(section) for section in new], [_words(section) for section in edited])
    in_order = _longest_rise([pairs[at] for at in sorted(pairs)])
    found = [
        SectionMatch(pairs.get(at), at, moved=at in pairs and pairs[at] not in in_order) for at in range(len(edited))
    ]
    kept = set(pairs.values())
    return (*found, *(SectionMatch(at, None) for at in range(len(new)) if at not in kept))


def _words(section: EditedSection) -> tuple[str, ...]:
    return tuple(map(comparable, (section.title, *section.texts, *section.notes)))


def _pairs(new: list[tuple[str, ...]], edited: list[tuple[str, ...]]) -> dict[int, int]:
    """Map the indexes of edited sections to those of new ones."""
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, new, edited, autojunk=False).get_matching_blocks():
        pairs |= {block.b + at: block.a + at for at in range(block.size)}
    left = [at for at in range(len(new)) if at not in pairs.values()]
    open_ = [at for at in range(len(edited)) if at not in pairs]
    scored = sorted((-_likeness(new[a], edited[b]), abs(a - b), a, b) for a in left for b in open_)
    for score, _, a, b in scored:
        if -score >= _ALIKE and b not in pairs and a not in pairs.values():
            pairs[b] = a
    return pairs


def _likeness(new: tuple[str, ...], edited: tuple[str, ...]) -> float:
    """Return how alike two sections are, from 0 to 1.

    The same title counts as much as half the text.
    """
    one, other = (set(" ".join(words).casefold().split()) for words in (new, edited))
    same = 2 * len(one & other) / (len(one) + len(other) or 1)
    return min(1.0, same + 0.5 * bool(new[0] and new[0] == edited[0]))


def _longest_rise(values: list[int]) -> set[int]:
    """Return the longest rising subsequence. All other indexes were moved."""
    best: list[list[int]] = []
    for value in values:
        before: list[int] = max((run for run in best if run[-1] < value), key=len, default=[])
        best.append([*before, value])
    longest: list[int] = max(best, key=len, default=[])
    return set(longest)
