"""The search index: word stems, their pages and their weights."""

import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import snowballstemmer
from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.document.document import words_of
from coprod_content.text.languages import is_english
from coprod_content.text.quotation_marks import curly
from coprod_site.interface_text import SYNONYMS
from coprod_site.list_entries import ListEntry
from coprod_site.site_page import SitePage
from coprod_site.standalone_pages import a_to_z

_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")
_APOSTROPHES = re.compile("['\u2019\u02bc]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""How letters that Unicode does not decompose are spelled in plain letters. search.js has a copy."""
_TITLE_WEIGHT, _LEAD_WEIGHT = 10, 3
_SATURATION, _LENGTH = 1.2, 0.6
"""The BM25 parameters k1 and b."""
_STEPS = 31
_TOO_COMMON = 0.6
_SHARES = {"article": 0.9, "resource": 0.8, "canvas": 0.7, "reference": 0.6}
"""Weights of pages by kind of item, 1 for kinds not listed. They rank articles that mention a tool below the tool."""
_LANGUAGES = {"en": "english", "cy": "", "fr": "french", "de": "german", "es": "spanish", "it": "italian"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class _Marks(dict[int, int | None]):
    """A table for `str.translate` that removes accents and other marks."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_MARKS = _Marks()


@frozen(kw_only=True)
class IndexedPage:
    """A page to search, with its words.

    `entry` is shown as the search result. `words` contains all words of the page. Those in its title and description
    are repeated, so that they weigh more. `title` contains the words of the title.
    """

    entry: ListEntry
    words: tuple[str, ...]
    title: frozenset[str]


def index_script(site_pages: Iterable[SitePage], library: Library) -> bytes:
    """Return the search index as a script.

    The index is a script, rather than a data file, because a page that is opened from a folder cannot load data files.
    It contains no titles, because the search page already has them in its list from A to Z.

    The weights of words follow BM25 (Robertson and Zaragoza, 2009, https://doi.org/10.1561/1500000019). They are
    computed here, so that the search page only has to add them up.
    """
    by_path = {page.path: page for page in site_pages}
    entries = sorted(
        a_to_z(library), key=lambda entry: entry.path
    )  # so that pages with the same words are next to each other
    listed = [(entry, by_path[entry.path]) for entry in entries if entry.path in by_path]
    texts = [_texts(entry, page) for entry, page in listed]
    synonyms = SYNONYMS if library.about.language.startswith("en") else {}
    compounds = {_joined(each) for text in texts for each in _compounds(" ".join(text))}
    compounds |= {_joined(words) for words in synonyms if len(index_words(words)) > 1}
    indexed = [_indexed(entry, *text, compounds) for (entry, _), text in zip(listed, texts, strict=True)]
    stems = _stems({word for page in indexed for word in page.words}, library.about.language)
    postings, common = _postings(indexed, stems)
    kept = sorted(postings)
    place = {stem: at for at, stem in enumerate(kept)}
    forms = {word: place[stem] for word, stem in sorted(stems.items()) if stem in place}
    meant = {
        _joined(words): sorted({forms[word] for each in others for word in (_joined(each),) if word in forms})
        for words, others in synonyms.items()
    }
    shown = curly if is_english(library.about.language) else str
    value = {
        "pages": [[page.entry.path, shown(_shortened(page.entry.about)), *page.entry.themes[:1]] for page in indexed],
        "forms": " ".join(forms),
        "stems": [at - before for before, at in pairwise([0, *forms.values()])],
        "postings": "|".join(_packed(postings[stem]) for stem in kept),
        "weights": "|".join("".join(_DIGITS[weight] for _, weight in postings[stem]) for stem in kept),
        "common": sorted(place[stem] for stem in common if stem in place),
        "compounds": " ".join(sorted(compounds & (forms.keys() | meant.keys()))),
        "synonyms": {word: found for word, found in meant.items() if found},
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"window.coprodSearch={text};\n".encode()


def index_words(text: str) -> list[str]:
    """Return a text's words in lower case, without accents or apostrophes.

    The search page's script splits queries in the same way.
    """
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    plain = _APOSTROPHES.sub("", text.lower())
    return plain if plain.isascii() else unicodedata.normalize("NFKD", plain.translate(_LETTERS)).translate(_MARKS)


def _compounds(text: str) -> list[str]:
    """Return the hyphenated words in some text, such as `co-production`."""
    return _COMPOUND.findall(_folded(text))


def _joined(words: str) -> str:
    """Join a text's words into one: `co-production` becomes `coproduction`."""
    return "".join(index_words(words))


def _words(text: str, compounds: set[str]) -> tuple[str, ...]:
    """Return all words in a string, then adjacent pairs that form compounds."""
    words = index_words(text)
    return (*words, *(one + other for one, other in pairwise(words) if one + other in compounds))


def _texts(entry: ListEntry, page: SitePage) -> tuple[str, str, str]:
    """Return the title, the description and all the text of a page."""
    return entry.title, entry.about, " ".join(words_of(page.document) if page.document else ())


def _indexed(entry: ListEntry, title: str, lead: str, text: str, compounds: set[str]) -> IndexedPage:
    own = _words(title, compounds)
    words = (*_words(text, compounds), *_words(lead, compounds) * _LEAD_WEIGHT, *own * _TITLE_WEIGHT)
    return IndexedPage(entry=entry, words=words, title=frozenset(own))


def _shortened(text: str, most: int = 100) -> str:
    """Return a text, shortened to at most `most` characters and an ellipsis."""
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0].rstrip(",;:.") + "\N{NO-BREAK SPACE}…"


def _stems(words: set[str], language: str) -> dict[str, str]:
    """Map words to stems, or to themselves if `language` has no stemmer."""
    name = _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "")
    ordered = sorted(words)
    stemmed = snowballstemmer.stemmer(name).stemWords(ordered) if name else ordered
    return dict(zip(ordered, stemmed, strict=True))


def _postings(
    indexed: Sequence[IndexedPage], stems: dict[str, str]
) -> tuple[dict[str, list[tuple[int, int]]], set[str]]:
    """Return the pages that contain each stem, and the common stems.

    Each page is a pair of its index in `indexed` and the stem's weight on it, from 1 to 31. A stem is common if it is
    found on more than 60% of pages. For a common stem, only pages with it in their titles are kept.
    """
    counts = [Counter(stems[word] for word in page.words) for page in indexed]
    usual = sum(sum(count.values()) for count in counts) / max(1, len(counts))
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, count in enumerate(counts):
        length = 1 - _LENGTH + _LENGTH * sum(count.values()) / usual
        for stem, often in count.items():
            found[stem].append((at, often * (_SATURATION + 1) / (often + _SATURATION * length)))
    common = {stem for stem, scores in found.items() if len(scores) > _TOO_COMMON * len(indexed)}
    titled = [{stems[word] for word in page.title} for page in indexed]
    rare = {
        stem: scores if stem not in common else [(at, score) for at, score in scores if stem in titled[at]]
        for stem, scores in found.items()
    }
    most = math.log(1 + len(indexed)) * (_SATURATION + 1)
    shares = [_SHARES.get(page.entry.kind, 1.0) for page in indexed]
    return {
        stem: [(at, _step(score * shares[at] * _rarity(len(scores), len(indexed)) / most)) for at, score in scores]
        for stem, scores in rare.items()
        if scores
    }, common


def _rarity(pages: int, total: int) -> float:
    return math.log(1 + (total - pages + 0.5) / (pages + 0.5))


def _step(share: float) -> int:
    return max(1, min(_STEPS, round(share * _STEPS)))


def _packed(pages: list[tuple[int, int]]) -> str:
    """Return page indexes as base-36 numbers, separated by spaces.

    `pages` contains pairs of page index and weight, in ascending order. Each number is the difference from the
    previous index. The weights are not included.
    """
    return " ".join(_base36(at - before) for before, at in pairwise([0, *(at for at, _ in pages)]))


def _base36(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number, 36)
        out = _DIGITS[rest] + out
    return out or "0"
