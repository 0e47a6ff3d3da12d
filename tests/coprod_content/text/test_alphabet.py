"""Tests of alphabetical order."""

from coprod_content.text.alphabet import sort_key


def test_accents_do_not_move_a_title() -> None:
    """A letter with an accent is sorted with the letter, and marks at the start of a title do not count."""
    titles = ["ŵyn", "zebra", "“Écoute”", "echo", "wyna", "Żaba", "العمل"]
    assert sorted(titles, key=sort_key) == ["echo", "“Écoute”", "ŵyn", "wyna", "Żaba", "zebra", "العمل"]
