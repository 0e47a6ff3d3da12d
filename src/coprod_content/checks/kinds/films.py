"""Check the narration and the sign language videos of films."""

import math
from collections.abc import Iterator

from coprod_content.checks.drawings import NO_ANSWER
from coprod_content.content.library import Library
from coprod_content.content.model import Film, Item
from coprod_content.files.field_positions import finding_in
from coprod_content.files.films.sign_videos import sign_video_path, video_faults
from coprod_content.findings.finding import Finding
from coprod_content.text.spans import plain, text_of

WORDS_A_MINUTE = 180
"""The fastest narration whose captions can be read, in words a minute.

The subtitle guidelines of the BBC give 160 to 180.
"""


def fast_narration(item: Item) -> Iterator[Finding]:
    """Yield a warning for each scene too short for its narration."""
    for at, scene in enumerate(item.scenes if isinstance(item, Film) else ()):
        words = len(plain(text_of(scene.narration)).split())
        needed = math.ceil(words * 60 / WORDS_A_MINUTE)
        if needed > scene.seconds:
            what = f"{words} words take {needed} seconds or more to say, but the scene lasts {scene.seconds}."
            fix = f"Shorten it, or write `seconds: {needed}`."
            yield finding_in(item.source, ("scenes", at, "narration"), "fast-narration", what, fix, "warning")


def sign_video_findings(library: Library) -> Iterator[Finding]:
    """Yield the faults in sign language videos, their credit and consent."""
    for film in library.films.values():
        video, path = film.sign_video, sign_video_path(film)
        for name, words in (("credit", video.credit), ("consent", video.consent)) if video else ():
            if words.strip(" .").casefold() in NO_ANSWER:
                what = f"'{words}' does not say who {'signs' if name == 'credit' else 'agreed'}."
                who = "the name of the person who signs" if name == "credit" else "who agreed, to what and until when"
                fix = f"Write {who}, or delete `sign_video`."
                yield finding_in(film.source, ("sign_video", name), "sign-video", what, fix)
        for fault, fix in video_faults(path) if path else ():
            what = f"'{path.name if path else ''}' {fault}"
            yield finding_in(film.source, ("sign_video", "file"), "sign-video", what, fix)
