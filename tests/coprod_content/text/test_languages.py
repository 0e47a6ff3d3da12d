"""Tests of the direction and language of text."""

import re

import pytest

from coprod_content.text.language_tags import TAG, suggested_tag
from coprod_content.text.languages import (
    is_east_asian,
    is_from_right,
    language_runs,
    phrases_in,
    runs_from_right,
)
from coprod_content.text.scripts import script_of

ARABIC = "عنوان الورشة"


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("en-GB", "Latn"), ("cy", "Latn"), ("ar-SA", "Arab"), ("ur", "Arab"), ("he-IL", "Hebr"), ("pa", "Guru"),
        ("pa-Arab-PK", "Arab"), ("az-arab", "Arab"), ("ar-Latn", "Latn"), ("dv", "Thaa"), ("uk", "Cyrl"),
        ("ja", "Jpan"),
    ],
)  # fmt: skip
def test_scripts(tag: str, script: str) -> None:
    """A language has the script that its tag names, or else its usual one."""
    assert script_of(tag) == script
    assert runs_from_right(tag) == (script in ("Arab", "Hebr", "Thaa"))
    assert is_east_asian(tag) == (script == "Jpan")


@pytest.mark.parametrize(
    ("words", "tag", "from_right"),
    [
        (ARABIC, "en-GB", True), ("1. שלום world", "en", True), (f"Say {ARABIC}", "en-GB", False), ("12", "en", False),
        (ARABIC, "ar", True), ("Contents", "ar", True), ("12", "ur", True), ("漢字", "ja", False),
    ],
)  # fmt: skip
def test_paragraphs(words: str, tag: str, from_right: bool) -> None:
    """All paragraphs follow a right-to-left document, and others follow their first letter."""
    assert is_from_right(words, tag) == from_right


@pytest.mark.parametrize(
    ("words", "tag", "runs"),
    [
        ("Plain words.", "en-GB", [("Plain words.", "", False)]),
        (f"Say “{ARABIC}” now.", "en-GB", [("Say “", "", False), (ARABIC, "ar", True), ("” now.", "", False)]),
        ("کیا حال ہے", "cy", [("کیا حال ہے", "ur", True)]),
        ("日本語の本", "en", [("日本語の本", "ja", False)]),
        ("Привіт їжак — hi", "en", [("Привіт їжак", "uk", False), (" — hi", "", False)]),
        ("你好", "ar", [("你好", "zh", False)]),
        ("λ 12", "en", [("λ", "el", False), (" 12", "", False)]),
        (f"At a glance: {ARABIC}", "ar", [("At a glance", "en-GB", False), (f": {ARABIC}", "", True)]),
        (
            f"{ARABIC} (NHS) · UK",
            "ar",
            [
                (f"{ARABIC} (", "", True),
                ("NHS", "en-GB", False),
                (") · ", "", True),
                ("UK", "en-GB", False),
            ],
        ),
        (f"NHS (UK) {ARABIC}", "ar", [("NHS (UK)", "en-GB", False), (f" {ARABIC}", "", True)]),
        (f"{ARABIC} (NHS).", "ar", [(f"{ARABIC} (", "", True), ("NHS", "en-GB", False), (").", "", True)]),
        ("17:55 to 18:35, 40 minutes.", "he", [("17:55 to 18:35, 40 minutes.", "en-GB", False)]),
        (f"{ARABIC} (1 of 2)", "ar", [(f"{ARABIC} (", "", True), ("1 of 2", "en-GB", False), (")", "", True)]),
        ("17:55 to 18:35. שלום", "he", [("17:55 to 18:35", "en-GB", False), (". שלום", "", True)]),
        ("עד 2026 NHS", "he", [("עד 2026 ", "", True), ("NHS", "en-GB", False)]),
        ("At a glance: Croeso", "cy", [("At a glance", "en-GB", False), (": Croeso", "", False)]),
        ("Croeso (2 of 3)", "cy", [("Croeso (", "", False), ("2 of 3", "en-GB", False), (")", "", False)]),
        ("NHSについて", "ja", [("NHS", "en-GB", False), ("について", "", False)]),
        ("", "ar", []),
    ],
)
def test_runs(words: str, tag: str, runs: list[tuple[str, str, bool]]) -> None:
    """A text is divided where its language or direction changes, and no character is lost."""
    found = language_runs(words, tag, {"At a glance", "# of #", "# to #"})
    assert [(run.text, run.language, run.from_right) for run in found] == runs
    assert "".join(run.text for run in found) == words


@pytest.mark.parametrize(
    ("words", "embedded"),
    [("By the end:", "By the end:\u200e"), ("17:30 to 18:00", "\u200e17:30 to 18:00\u200e"), ("Contents", "Contents")],
)
def test_embedded(words: str, embedded: str) -> None:
    """English in a right-to-left paragraph keeps its digits and punctuation in place."""
    (run,) = language_runs(words, "ar")
    assert run.embedded == embedded


def test_phrases() -> None:
    """A text is divided into phrases, with each number replaced."""
    assert list(phrases_in("Step 2 of 3 · At a glance: “Croeso”.")) == ["Step # of #", "At a glance", "Croeso"]


@pytest.mark.parametrize(
    ("tag", "suggested"),
    [
        ("welsh", "cy"), ("Cymraeg", "cy"), ("cy_GB", "cy-GB"), ("EN-gb", "en-GB"), ("en-UK", "en-GB"),
        ("ar_SA.UTF-8", "ar"), ("zh-hant-tw", "zh-Hant-TW"), ("eng", "en"), ("iw", "he"), ("klingon", ""), ("", ""),
        ("xx", ""), ("en GB", "en-GB"),
    ],
)  # fmt: skip
def test_tags_that_are_wrong(tag: str, suggested: str) -> None:
    """Names of languages, and tags in an unusual form, are refused with the right tag."""
    assert not re.fullmatch(TAG, tag)
    assert suggested_tag(tag) == suggested


@pytest.mark.parametrize("tag", ["cy", "ar-SA", "zh-Hant", "en-US", "qaa", "uk", "pa-Arab-PK", "es-419", "bsl"])
def test_tags_that_are_right(tag: str) -> None:
    """Codes of languages, with a script and a region, are accepted."""
    assert re.fullmatch(TAG, tag)
