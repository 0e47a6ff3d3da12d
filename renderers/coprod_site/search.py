"""The index that search works from: which stems stand on which pages, and how much each says about a page."""

import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

import snowballstemmer
from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.document.document import words_of
from coprod_site import words as said
from coprod_site.lists import everything
from coprod_site.tiles import Tile
from coprod_site.view import View

_WORD = re.compile(r"[a-z0-9]+")
_TITLE, _LEAD = 10, 3
_SATURATION, _LENGTH = 1.2, 0.6
_STEPS = 31
_TOO_COMMON = 0.6
_SHARES = {"resource": 0.8, "reference": 0.6}
"""What pages about the works of others weigh beside the library's own."""
_LANGUAGES = {"en": "english", "cy": "", "fr": "french", "de": "german", "es": "spanish", "it": "italian"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@frozen(kw_only=True)
class Entry:
    """A page as search finds it, and the words on it."""

    tile: Tile
    words: tuple[str, ...]


def index_script(views: Iterable[View], library: Library) -> bytes:
    """The index as a script, because a page that was opened from a folder may not read a file of data.

    Weights follow BM25 (Robertson and Zaragoza, 2009, https://doi.org/10.1561/1500000019), worked out here, so that
    the page has only to add them up.
    """
    by_path = {view.path: view for view in views}
    entries = [_entry(tile, by_path[tile.path]) for tile in everything(library) if tile.path in by_path]
    stems = _stems({word for entry in entries for word in entry.words}, library.about.language)
    postings = _postings(entries, stems)
    kept = sorted(postings)
    place = {stem: at for at, stem in enumerate(kept)}
    forms = {word: place[stem] for word, stem in sorted(stems.items()) if stem in place}
    value = {
        "pages": [_page(entry.tile) for entry in entries],
        "forms": " ".join(forms),
        "stems": list(forms.values()),
        "postings": [_packed(postings[stem]) for stem in kept],
    }
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return f"window.coprodSearch={text};\n".encode()


def letters(text: str) -> list[str]:
    """The words of a text, small, without accents and apostrophes, as the index and the search page know them."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _WORD.findall(plain.replace("'", ""))


def _entry(tile: Tile, view: View) -> Entry:
    document = view.document
    pieces = words_of(document) if document else ()
    text = letters(" ".join(pieces).replace("’", ""))
    return Entry(tile=tile, words=(*text, *letters(tile.about) * _LEAD, *letters(tile.title) * _TITLE))


def _page(tile: Tile) -> list[object]:
    return [tile.path, tile.title, said.SINGULAR[tile.kind], _cut(tile.about), list(tile.themes[:1])]


def _cut(text: str, most: int = 160) -> str:
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0] + " …"


def _stems(words: set[str], language: str) -> dict[str, str]:
    """The stem of each word, itself where the language has no stemmer."""
    name = _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "")
    ordered = sorted(words)
    stemmed = snowballstemmer.stemmer(name).stemWords(ordered) if name else ordered
    return dict(zip(ordered, stemmed, strict=True))


def _postings(entries: list[Entry], stems: dict[str, str]) -> dict[str, list[tuple[int, int]]]:
    """For each stem the pages that have it, each with a weight of 1 to 31; without those that nearly all have."""
    counts = [Counter(stems[word] for word in entry.words) for entry in entries]
    usual = sum(sum(count.values()) for count in counts) / max(1, len(counts))
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, count in enumerate(counts):
        length = 1 - _LENGTH + _LENGTH * sum(count.values()) / usual
        for stem, often in count.items():
            found[stem].append((at, often * (_SATURATION + 1) / (often + _SATURATION * length)))
    rare = {stem: pages for stem, pages in found.items() if len(pages) <= _TOO_COMMON * len(entries)}
    most = math.log(1 + len(entries)) * (_SATURATION + 1)
    shares = [_SHARES.get(entry.tile.kind, 1.0) for entry in entries]
    return {
        stem: [(at, _step(score * shares[at] * _rarity(len(pages), len(entries)) / most)) for at, score in pages]
        for stem, pages in rare.items()
    }


def _rarity(pages: int, of: int) -> float:
    return math.log(1 + (of - pages + 0.5) / (pages + 0.5))


def _step(share: float) -> int:
    return max(1, min(_STEPS, round(share * _STEPS)))


def _packed(pages: list[tuple[int, int]]) -> str:
    """Pages and weights as short words: the distance from the page before, times 32, plus the weight, in base 36."""
    before, packed = 0, []
    for at, weight in pages:
        packed.append(_base36((at - before) * (_STEPS + 1) + weight))
        before = at
    return " ".join(packed)


def _base36(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number, 36)
        out = _DIGITS[rest] + out
    return out or "0"
