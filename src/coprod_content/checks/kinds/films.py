"""Check the narration and the sign language videos of films."""

import math
import re
from collections.abc import Iterator

from coprod_content.checks.drawings import NO_ANSWER
from coprod_content.content.library import Library
from coprod_content.content.model import Film, Item, Scene
from coprod_content.files.field_positions import finding_in
from coprod_content.files.films.sign_videos import sign_video_path, video_faults
from coprod_content.findings.finding import Finding
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import plain, text_of

_A_CHARACTER, _A_COMMA, _A_SENTENCE = 0.056, 0.33, 0.85
"""The seconds that the computer voice takes for a character, a comma and the pause after a sentence."""
_PAUSES = 1.6
"""The pauses in a scene, in seconds: before and after its words on the screen are read, and after its narration."""
_TOLERANCE = 1.07
"""The highest accepted ratio of estimated to given length: people and voices do not all speak at one speed."""
_COMMA = re.compile(r"[,;:]")


def fast_narration(item: Item) -> Iterator[Finding]:
    """Yield a warning for each scene too short for its narration."""
    for at, scene in enumerate(item.scenes if isinstance(item, Film) else ()):
        needed = scene_seconds(scene)
        if needed > scene.seconds * _TOLERANCE:
            words = len(plain(text_of(scene.narration)).split())
            what = (
                f"the narration has {words} {'word' if words == 1 else 'words'}. With a pause to read "
                f"'{scene.on_screen}', it takes about {math.ceil(needed)} seconds, but the scene lasts {scene.seconds}."
            )
            fix = f"Shorten the narration, or write `seconds: {math.ceil(needed)}`."
            yield finding_in(item.source, ("scenes", at, "narration"), "fast-narration", what, fix, "warning")


def scene_word_findings(library: Library) -> Iterator[Finding]:
    """Yield an error for each text of a scene without words.

    The texts are the narration and the text on the screen.
    """
    for film in library.films.values():
        for at, scene in enumerate(film.scenes):
            for name, text in (("narration", scene.narration), ("on_screen", scene.on_screen)):
                if not any(map(str.isalnum, plain(text_of(text)))):
                    what = f"'{text}' has no letters or digits."
                    fix = "Write some words, or delete the scene."
                    yield finding_in(film.source, ("scenes", at, name), "scene-words", what, fix)


def scene_seconds(scene: Scene) -> float:
    """Estimate how long a scene needs to be, in seconds.

    The estimate is made from the words, without producing any speech.
    """
    return _PAUSES + _spoken_seconds(scene.on_screen) + _spoken_seconds(plain(text_of(scene.narration)))


def _spoken_seconds(words: str) -> float:
    spoken = sentences(text_of(words))
    return len(words) * _A_CHARACTER + len(_COMMA.findall(words)) * _A_COMMA + len(spoken) * _A_SENTENCE


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
