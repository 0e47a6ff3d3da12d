"""The search index."""

from tests.support.canonical_site import canonical
from tests.support.site_reading import script_value

from coprod_content import Library
from coprod_site.search_index import index_words


def found_by(word: str, index: dict[str, list[str] | str]) -> dict[str, int]:
    """Return the pages that the index gives for a word, by weight, as the search page reads it."""
    stem = index["stems"][index["forms"].split().index(word)]  # type: ignore[union-attr]
    pages, at = {}, 0
    for packed in index["postings"][stem].split():  # type: ignore[index]
        number = int(packed, 36)
        at += number >> 5
        pages[index["pages"][at][0]] = number & 31
    return pages


def test_the_index_finds_every_form_of_a_word(library: Library) -> None:
    """Forms of one stem find the same pages, and titles weigh most."""
    index = script_value(canonical(), "assets/search-index.js")
    assert isinstance(index, dict)
    assert found_by("fishbone", index).keys() >= {"tools/fishbone-together.html", "resources/fishbone-east-london.html"}
    assert found_by("agreement", index) == found_by("agreements", index)
    fishbone = found_by("fishbone", index)
    assert fishbone["tools/fishbone-together.html"] > max(w for path, w in fishbone.items() if "references/" in path)
    weights = found_by("fishbowl", index)
    assert max(weights, key=lambda path: weights[path]) in {"tools/fishbowl.html", "resources/fishbowl-spotlight.html"}
    assert index_words("Carers' rôle, who’s “in”?") == ["carers", "role", "whos", "in"]
    assert all(
        1 <= weight <= 31 for word in ("power", "listening", "payment") for weight in found_by(word, index).values()
    )
