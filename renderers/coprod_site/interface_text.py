"""The text of the site's own interface, read from `interface_text.yaml`."""

from importlib.resources import files

import yaml

from coprod_content.text.languages import phrases_in

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = yaml.load(files("coprod_site").joinpath("interface_text.yaml").read_text(encoding="utf-8"), _LOADER)
WORDS: dict[str, str] = _TEXT["words"]
TITLES: dict[str, str] = _TEXT["titles"]
LEADS: dict[str, str] = _TEXT["leads"]
SINGULAR: dict[str, str] = _TEXT["singular"]
MOMENTS: dict[str, str] = _TEXT["moments"]
RELATED: dict[str, dict[str, str]] = _TEXT["related"]
SYNONYMS: dict[str, list[str]] = {
    word.strip(): found for words, found in _TEXT["synonyms"].items() for word in words.split(",")
}
NAVIGATION = ("workshops", "tools", "postcards", "themes")
PHRASES = frozenset(
    phrase
    for part in (WORDS, TITLES, LEADS, SINGULAR, MOMENTS)
    for words in part.values()
    for phrase in phrases_in(words)
)
"""The phrases of the site's interface. They are always in English."""
