"""Check that a film's narration fits the seconds of its scenes."""

import math
from collections.abc import Iterator

from coprod_content.content.model import Film, Item
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.spans import plain, text_of

WORDS_A_MINUTE = 180
"""The fastest narration whose captions can be read, in words a minute.

The subtitle guidelines of the BBC give 160 to 180.
"""


def fast_narration(item: Item) -> Iterator[Finding]:
    """Yield warnings about scenes whose narration is too long for their seconds."""
    for at, scene in enumerate(item.scenes if isinstance(item, Film) else ()):
        words = len(plain(text_of(scene.narration)).split())
        needed = math.ceil(words * 60 / WORDS_A_MINUTE)
        if needed > scene.seconds:
            what = f"{words} words take {needed} seconds or more to say, but the scene lasts {scene.seconds}."
            fix = f"Shorten it, or write `seconds: {needed}`."
            yield finding_in(item.source, ("scenes", at, "narration"), "fast-narration", what, fix, "warning")
