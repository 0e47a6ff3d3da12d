"""Tests of the English phrases in documents that are in another language."""

from pathlib import Path

from tests.support.roots import ABOUT, SMALL, THEME, small_root

from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.files.content_root import canonical_root
from coprod_content.loading import load
from coprod_content.text.languages import FIXED, language_runs

_WELSH = {
    "about.yaml": ABOUT.replace("en-GB", "cy"),
    "themes/sharing.yaml": THEME.replace("Sharing", "Rhannu pŵer").replace("One thing.", "Un peth, 20 munud."),
}


def _english_in(document: Document, words: str) -> list[str]:
    runs = language_runs(words, document.language, document.fixed_phrases)
    return [run.text for run in runs if run.language == FIXED]


def test_phrases_that_coprod_adds(tmp_path: Path) -> None:
    """The wording that coprod adds is English, and the titles and texts of the content are not."""
    document = compose("theme-guide", load(small_root(tmp_path, dict(_WELSH))), ["sharing"])
    assert document.language == "cy"
    assert _english_in(document, "About the theme: Rhannu pŵer") == ["About the theme"]
    assert _english_in(document, "Theme 1") == ["Theme 1"]
    assert _english_in(document, "Un peth, 20 munud.") == []
    assert _english_in(document, "Who decides? (2 of 3)") == ["2 of 3"]


def test_canonical_texts(tmp_path: Path) -> None:
    """The text of a canonical tool in a Welsh library counts as English."""
    about = SMALL["about.yaml"].replace("en-GB", "cy")
    (tmp_path / "about.yaml").write_text(about, encoding="utf-8")
    library = load(canonical_root(), tmp_path)
    document = compose("glossary", library)
    meaning = next(iter(library.terms.values())).meaning
    first = meaning.split(".")[0]
    assert first in "".join(_english_in(document, meaning))


def test_english(tmp_path: Path) -> None:
    """A document in English lists no phrases."""
    assert not compose("theme-guide", load(small_root(tmp_path)), ["sharing"]).fixed_phrases
