"""Speeds of reading and speech.

Captions follow the BBC's subtitle guidelines, version 1.2.4
(https://www.bbc.co.uk/accessibility/forproducts/guides/subtitles/): at most two lines of 37 characters, at 160 to 180
words a minute.
"""

WIDEST_LINE, MOST_LINES = 37, 2
FASTEST_CAPTION = 180
"""The greatest speed of captions, in words a minute."""
FASTEST_SPEECH = 172
"""The greatest speed of speech, in words a minute, so that captions keep up with it."""
FASTEST_ON_SCREEN = 160
"""The greatest speed at which people must read words in the picture, in words a minute."""


def words_in(text: str) -> int:
    """Count the words in a text."""
    return len(text.split())


def reading_time(text: str, speed: float = FASTEST_CAPTION) -> float:
    """Return the time that it takes to read a text, in seconds.

    `speed` is in words a minute.
    """
    return words_in(text) * 60 / speed
