"""Names and titles that a reading age leaves out."""

import pytest

from coprod_content.checks.reading.names import without_names

TITLES = frozenset(("asset mapping", "where are we on the ladder"))


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Under the Equality Act 2010, ask first.", "Under the 2010, ask first."),
        ("The Care Quality Commission inspects.", "The inspects."),
        ("Ask NHS England, or the ICB's lead.", "Ask , or the lead."),
        ("When I asked, Rose and Kalathil said so.", "When I asked, and said so."),
        ('Use "Asset mapping" first.', "Use first."),
        ("Use “Where are we on the ladder?” first.", "Use first."),
        ('She said: "Everybody decided together."', 'She said: "Everybody decided together."'),
        ('The word "Inclusion" is long.', 'The word "Inclusion" is long.'),
        ("Experience counts.", "Experience counts."),
    ],
)
def test_only_names_and_known_titles_are_left_out(sentence: str, rest: str) -> None:
    """Quoted speech, and a capital that only begins a sentence, stay."""
    assert " ".join(without_names(sentence, TITLES).split()) == rest
