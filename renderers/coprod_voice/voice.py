"""Voices that speak text."""

import json
import sys
import zlib
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Protocol
from weakref import finalize

from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_voice.sound import Sound, audio_frame, sound_of
from coprod_voice.speech_problem import SpeechProblem
from coprod_voice.voice_languages import CREDIT, pico_name

_PICO_RATE = 16_000
_HERE = Path(__file__).parent
_SCRIPT = _HERE / "pico_process.py"
_WITHOUT_TAGS = str.maketrans("<>", "  ")
_INSTALL = 'Install it with: pip install "coprod-content[audio]"'


class Voice(Protocol):
    """A voice that speaks text.

    `name` identifies the voice. `credit` completes the words "spoken by".
    """

    name: str
    credit: str

    def speak(self, words: str, pace: float = 1.0) -> Sound:
        """Return the sound of spoken words.

        A `pace` of 0.5 is half the usual speed.
        """


def voice_for(language: str, kept: int = 1024) -> Voice | None:
    """Return a voice that speaks a language, or None.

    `language` is a language tag. The voice keeps the sound of the last `kept` texts in memory.
    """
    found = pico_name(language)
    return PicoVoice(found, kept) if found else None


class PicoVoice:
    """One of the small voices of SVOX Pico.

    Two new instances produce the same sounds if they speak the same texts in the same order.
    """

    def __init__(self, voice: str, kept: int = 1024) -> None:
        """Take a voice's name, and how many sounds to keep.

        `voice` is Pico's name for it, such as `en-GB`.
        """
        self._voice = voice
        self.name = f"pico {voice}"
        self.credit = CREDIT
        self._spoken = lru_cache(maxsize=kept)(self._speak)

    def speak(self, words: str, pace: float = 1.0) -> Sound:
        """Return the sound of spoken words.

        Angle brackets are left out: Pico obeys tags, one of which writes a file.
        """
        return self._spoken(words.translate(_WITHOUT_TAGS), round(pace, 2))

    @cached_property
    def _process(self) -> "Popen[bytes]":
        """The process that speaks, which is ended when this voice is discarded.

        Raises SpeechProblem if the voice is not installed.
        """
        if find_spec("py_nanotts") is None:
            raise SpeechProblem(f"The voice is not installed. {_INSTALL}")
        process = Popen([sys.executable, "-I", str(_SCRIPT)], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        finalize(self, _end, process)
        return process

    def _speak(self, words: str, pace: float) -> Sound:
        kept = KeptBytes("speech", (self.name, words, str(pace)), (_HERE,))
        found = kept.read()
        if found is None:
            found = zlib.compress(self._samples(words, pace))
            kept.write(found)
        return sound_of((audio_frame(zlib.decompress(found), _PICO_RATE),))

    def _samples(self, words: str, pace: float) -> bytes:
        """Return the samples of spoken words.

        Raises SpeechProblem if the voice is not installed or cannot say the words.
        """
        process = self._process
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps([words, self._voice, pace]).encode() + b"\n")
            process.stdin.flush()
        except OSError:
            pass  # the process has ended, and there is no answer
        size = process.stdout.readline()
        samples = process.stdout.read(int(size)) if size.strip() else b""
        if not samples:
            raise SpeechProblem(f"The voice '{self.name}' could not say: {words[:60]}")
        return samples


def _end(process: "Popen[bytes]") -> None:
    process.communicate()
