"""Speech in one language, with phrases in others."""

from collections.abc import Container, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import groupby

from coprod_content.text.languages import FIXED, language_runs
from coprod_voice.sayable_text import sayable
from coprod_voice.sound import Sound, joined_sounds
from coprod_voice.speech_problem import SpeechProblem
from coprod_voice.spoken_text import Sayings
from coprod_voice.voice import Voice, voice_for
from coprod_voice.voice_languages import pico_name

_VOICES = "py_nanotts"
_PACE = 1.15
"""At this pace, Pico speaks ordinary text at 150 to 160 words a minute."""


class Speaker:
    """Says text in one language, with phrases in others.

    A phrase is said by the voice of its language or, if there is none, by the voice of the text. Each speaker starts
    its own voices, so two new speakers produce the same sounds if they say the same texts in the same order.
    """

    def __init__(self, language: str, sayings: Sayings = (), fixed: Container[str] = ()) -> None:
        """Take the language of the text, and how to say some words.

        `sayings` contains pairs of a word and how to say it, and `fixed` contains the phrases that are in English.
        Raises ModuleNotFoundError if the voices are not installed.
        """
        if find_spec(_VOICES) is None:
            raise ModuleNotFoundError(f"No module named '{_VOICES}'", name=_VOICES)
        self._language, self._sayings, self._fixed = language, sayings, fixed
        self._voice = cache(_voice)

    @property
    def credit(self) -> str:
        """How to credit the voice after the words "spoken by".

        Raises SpeechProblem if no voice speaks the language.
        """
        return self._voice(self._language).credit

    def sound(self, words: str, lead: str = "") -> Sound:
        """Return the sound of `words`, spoken aloud.

        `lead` is an English phrase to say first, or empty. Characters that cannot be said are left out. Raises
        SpeechProblem if no voice speaks the language, or if the voice cannot say the words.
        """
        pieces = (*(((FIXED, f"{lead} "),) if lead else ()), *self._pieces(words))
        sounds = []
        for voice, group in groupby(pieces, key=lambda piece: self._voice(piece[0])):
            said = sayable("".join(text for _, text in group), self._sayings)
            if any(map(str.isalnum, said)):
                sounds.append(voice.speak(said, _PACE))
        return joined_sounds(sounds)

    def _pieces(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield each piece of text, with the language to speak first."""
        for run in language_runs(words, self._language, self._fixed):
            yield run.language if run.language and pico_name(run.language) else self._language, run.text


def _voice(language: str) -> Voice:
    voice = voice_for(language, kept=0)
    if voice is None:
        raise SpeechProblem(f"No voice speaks the language '{language}'.")
    return voice
