"""Voices that speak text."""

import ctypes
import sys
from functools import cache, lru_cache
from typing import Protocol

from coprod_film.film_problem import FilmProblem
from coprod_film.media.sound import Sound, audio_frame, sound_of

_PICO = {"en-gb": "en-GB", "en-us": "en-US", "en": "en-GB", "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "it": "it-IT"}
_PICO_RATE = 16_000
_INSTALL = 'Install it with: pip install "coprod-content[film]"'


_MMAP_THRESHOLD, _LARGE = -3, 256 * 1024
"""The number of a setting of glibc, and its value in bytes."""


class Voice(Protocol):
    """A voice that speaks text.

    `name` identifies the voice and its version. `credit` completes the words "spoken by".
    """

    name: str
    credit: str

    def speak(self, words: str, pace: float = 1.0) -> Sound:
        """Return spoken words.

        A `pace` of 0.5 is half as fast as usual.
        """


def voice_for(language: str) -> Voice | None:
    """Return a voice for a language tag, or None."""
    tag = language.lower()
    found = _PICO.get(tag) or _PICO.get(tag.partition("-")[0])
    return PicoVoice(found) if found else None


class PicoVoice:
    """The small voices of SVOX Pico.

    The same words give the same sound.
    """

    def __init__(self, voice: str) -> None:
        """Take the name of a voice, such as `en-GB`."""
        self._voice = voice
        self.name = f"pico {voice}"
        self.credit = "a computer voice, Pico by SVOX"
        self._spoken = lru_cache(maxsize=1024)(self._speak)

    def speak(self, words: str, pace: float = 1.0) -> Sound:
        """Return spoken words."""
        return self._spoken(words, round(pace, 2))

    def _speak(self, words: str, pace: float) -> Sound:
        try:
            from py_nanotts import NanoTTS
        except ImportError as error:
            raise FilmProblem(f"The voice that reads films is not installed. {_INSTALL}") from error
        _clear_new_memory()
        samples = NanoTTS().speak(words, voice=self._voice, speed=pace)
        if not samples:
            raise FilmProblem(f"The voice '{self.name}' could not speak: {words[:60]}")
        return sound_of((audio_frame(samples, _PICO_RATE),))


@cache
def _clear_new_memory() -> None:
    """Let large blocks of new memory contain zeros, on Linux.

    Pico reads memory that it has not written to. Depending on what was there, the same words could sound a little
    different, and give other bytes. glibc reuses large blocks unless their size is set. Other systems clear
    them by themselves.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option:
            set_option(_MMAP_THRESHOLD, _LARGE)
