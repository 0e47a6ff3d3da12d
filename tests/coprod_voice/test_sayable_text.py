"""Text becomes what the voices can say, and nothing is left out in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_voice.sayable_text import sayable, unsayable

SAYINGS = (("NHS", "en aitch ess"), ("Iechyd Da", "yechid dah"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The NHS’s co-design", "The en aitch ess's co-design"),
        ("Iechyd Da!", "yechid dah!"),
        ("30–45 minutes", "30 to 45 minutes"),
        ("0300–123", "0300,123"),
        ("on 2026-11-30", "on 2026-11-30"),
        ("0300-123-456", "0300-123-456"),
        ("A → B", "A to B"),
        ("Łódź, ŵyr, ﬁt", "Lódz, wyr, fit"),
        ("See https://www.example.org/read?a=1.", "See example dot org."),
        ("Name: ______", "Name: blank"),
        ("well...", "well."),
        ("<5 or > 60 years, -> there", "less than 5 or more than 60 years, -> there"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Yes 👍🏽 مرحبا", "Yes"),
    ],
)
def test_signs_are_said_in_words(written: str, said: str) -> None:
    """Ranges, arrows, addresses, blanks and letters of other alphabets are said as a person would."""
    assert sayable(written, SAYINGS) == said


def test_signs_that_cannot_be_said_are_listed_once() -> None:
    """Emoji and letters of other scripts are listed, and invisible signs are not."""
    assert unsayable("👍 and 👍 मदद\u200b, café – “x”", ()) == "👍मद"
    assert unsayable("👍", (("👍", "thumbs up"),)) == ""


@settings(max_examples=40)
@given(st.text(max_size=20))
def test_any_text_can_be_said_or_is_reported(words: str) -> None:
    """What is said has only characters that the voices know, and a letter that is not said is listed."""
    said = sayable(words, ())
    assert all(ord(each) < 0x100 for each in said)
    assert said or unsayable(words, ()) or not any(map(str.isalpha, words))
