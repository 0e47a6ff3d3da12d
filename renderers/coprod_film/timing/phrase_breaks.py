"""Break sentences into captions and lines, between phrases."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from coprod_film.timing.reading import MOST_LINES, WIDEST_LINE

_HOLDS = frozenset(
    """
    a an the my your his her its our their this that these those some any no every each of to in on at for from with by
    about into and but or nor so if is are was were be been has have had do does did can could will would should may
    might must not very more most who what which when where how why i you he she it we they
    """.split()  # noqa: SIM905  a list would take forty lines
)
"""English words that belong to the word after them."""
_BEGINS = frozenset(
    """
    and but or nor so because if when while where which who that than then to of in on at for from with by about into
    without before after as until though
    """.split()  # noqa: SIM905
)
"""English words that begin a phrase."""
_NEW_CAPTION, _UNEVEN = 12.0, 6.0

Lines = tuple[str, ...]


def caption_texts(sentence: str) -> tuple[Lines, ...]:
    """Return the lines of each caption of a sentence.

    A caption has at most two lines, each of at most 37 characters. Breaks are after punctuation or before a phrase, if
    possible, and lines are of similar length.
    """
    words = tuple(_short_enough(sentence.split()))
    ends = _cheapest(len(words), lambda start, end: _caption_cost(words, start, end))
    return tuple(_lines(words, start, end)[1] for start, end in ends)


def _short_enough(words: Sequence[str]) -> Iterator[str]:
    """Yield words, cut into pieces if they are wider than a line."""
    for word in words:
        yield from (word[at : at + WIDEST_LINE] for at in range(0, len(word), WIDEST_LINE))


def _cheapest(count: int, cost: Callable[[int, int], float]) -> tuple[tuple[int, int], ...]:
    """Return the cheapest division of a sequence into pieces.

    `count` is the length of the sequence. Each piece is given as a pair: its start and its end. `cost` returns the cost
    of a piece.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        best.append(min((best[start][0] + cost(start, end), start) for start in range(end)))
    pieces, end = [], count
    while end:
        pieces.append((best[end][1], end))
        end = best[end][1]
    return tuple(reversed(pieces))


def _caption_cost(words: tuple[str, ...], start: int, end: int) -> float:
    cost, _ = _lines(words, start, end)
    return cost + _NEW_CAPTION + (2 * _break_cost(words, end) if end < len(words) else 0.0)


@lru_cache(maxsize=4096)
def _lines(words: tuple[str, ...], start: int, end: int) -> tuple[float, Lines]:
    """Return the cost and the lines of a caption.

    The caption contains the words from `start` to `end`. Its cost is infinite if it needs too many lines.
    """
    whole = " ".join(words[start:end])
    if len(whole) <= WIDEST_LINE:
        return 0.0, (whole,)
    options: list[tuple[float, Lines]] = [(float("inf"), (whole,))]
    if len(whole) <= MOST_LINES * WIDEST_LINE + 1:
        for at in range(start + 1, end):
            lines = " ".join(words[start:at]), " ".join(words[at:end])
            longest, uneven = max(map(len, lines)), abs(len(lines[0]) - len(lines[1])) / WIDEST_LINE
            if longest <= WIDEST_LINE:
                options.append((_break_cost(words, at) + _UNEVEN * uneven**2, lines))
    return min(options)


def _break_cost(words: tuple[str, ...], at: int) -> float:
    """Return the cost of a break before a word.

    `at` is the index of the word in `words`.
    """
    last, next_ = words[at - 1].lower(), words[at].lower()
    if last[-1] in ".,;:!?)":
        return 0.0
    if last in _HOLDS:
        return 10.0
    return 1.0 if next_ in _BEGINS else 4.0
