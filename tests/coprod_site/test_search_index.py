"""The search index."""

import gzip
from itertools import accumulate
from typing import Any

from attrs import evolve
from tests.support.canonical_site import by_path, canonical, links_of
from tests.support.site_reading import script_value

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_site import make_site
from coprod_site.interface_text import SYNONYMS
from coprod_site.search_index import index_words

LOADED = ("search.html", "assets/style.css", "assets/search.js", "assets/icon.svg", "assets/no-script.css")
INDEX = "assets/search-index.js"
BUDGET = 170_000
WITH_INDEX = 260_000


def found_by(word: str, index: dict[str, Any]) -> dict[str, int]:
    """Return the pages that the index gives for a word, by weight, as the search page reads it."""
    stem = list(accumulate(index["stems"]))[index["forms"].split().index(word)]
    places = accumulate(int(further, 36) for further in index["postings"].split("|")[stem].split())
    weights = (int(weight, 36) for weight in index["weights"].split("|")[stem])
    return {index["pages"][at][0]: weight for at, weight in zip(places, weights, strict=True)}


def test_the_index_finds_every_form_of_a_word(library: Library) -> None:
    """Forms of one stem find the same pages, and titles weigh most."""
    index = script_value(canonical(), INDEX)
    assert isinstance(index, dict)
    assert found_by("fishbone", index).keys() >= {"tools/fishbone-together.html", "resources/fishbone-east-london.html"}
    assert found_by("agreement", index) == found_by("agreements", index)
    fishbone = found_by("fishbone", index)
    assert fishbone["tools/fishbone-together.html"] > max(w for path, w in fishbone.items() if "references/" in path)
    weights = found_by("fishbowl", index)
    assert max(weights, key=lambda path: weights[path]) in {"tools/fishbowl.html", "resources/fishbowl-spotlight.html"}
    assert index_words("Carers' rôle, who’s “in”?") == ["carers", "role", "whos", "in"]
    assert index_words("9–5 Størvik, Straße, well-being, Łódź, مرحبا") == [
        *("9", "5", "storvik", "strasse", "well", "being", "lodz", "مرحبا")
    ]
    assert all(
        1 <= weight <= 31 for word in ("power", "listening", "payment") for weight in found_by(word, index).values()
    )


def test_compounds_and_synonyms_are_in_the_index() -> None:
    """A hyphenated word is one word however it is written. Other search terms have synonyms."""
    index = script_value(canonical(), INDEX)
    assert isinstance(index, dict)
    assert {"coproduction", "icebreaker"} <= set(index["compounds"].split())
    assert found_by("coproduction", index).keys() >= {"terms/co-production.html"}
    for word in ("icebreaker", "burnout", "wages"):
        assert index["synonyms"][word]
    for words in SYNONYMS:
        assert "".join(index_words(words)) in index["synonyms"] or "".join(index_words(words)) in index["forms"], words


def test_search_is_light() -> None:
    """The page is smaller than 170 kB. The page with the index is smaller than 260 kB if the server compresses files.

    Titles are only on the page, which lists every page of the index.
    """
    files = canonical()
    signs = [path for path in files if path.startswith("assets/sign-") and "ground" in path]
    assert sum(len(files[path]) for path in (*LOADED, *signs)) < BUDGET
    assert sum(len(gzip.compress(files[path])) for path in (*LOADED, *signs, INDEX)) < WITH_INDEX
    index = script_value(files, INDEX)
    assert isinstance(index, dict)
    assert {page[0] for page in index["pages"]} <= links_of(files["search.html"].decode())


def test_another_language_has_no_english_synonyms(few: Library, brand: Brand) -> None:
    """The index of a Welsh library contains only the library's own words."""
    welsh = evolve(few, about=evolve(few.about, language="cy"))
    index = script_value(by_path(make_site(welsh, brand)), INDEX)
    assert isinstance(index, dict)
    assert index["synonyms"] == {}
