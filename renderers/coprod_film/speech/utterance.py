"""Sentences that are spoken one after another."""

from collections.abc import Iterator
from itertools import accumulate

from attrs import frozen

from coprod_film.timing.reading import FASTEST_SPEECH, words_in
from coprod_voice.loudness import at_target
from coprod_voice.sayable_text import sayable
from coprod_voice.sound import Sound, joined_sounds, silence
from coprod_voice.spoken_text import Sayings
from coprod_voice.voice import Voice

_PAUSE = 0.3
"""The pause after a sentence, in seconds."""
_SLOWEST = 0.6


@frozen
class TimedSentence:
    """A sentence, with its start and end in seconds."""

    words: str
    start: float
    end: float


@frozen
class Utterance:
    """Sound with the sentences that are spoken in it."""

    sound: Sound
    sentences: tuple[TimedSentence, ...] = ()


def spoken(sentences: tuple[str, ...], voice: Voice, sayings: Sayings) -> Utterance:
    """Return sentences spoken by a voice.

    A sentence that is spoken faster than captions can be read is spoken again more slowly, but at no less than 60% of
    the usual pace. Characters that the voice cannot say are left out. Raises SpeechProblem if the voice cannot speak.
    """
    sounds = tuple(_spoken(each, voice, sayings) for each in sentences)
    parts = [part for sound in sounds for part in (sound, silence(_PAUSE))][:-1]
    starts = accumulate((sound.seconds + _PAUSE for sound in sounds), initial=0.0)
    timed = (
        TimedSentence(words, start, start + sound.seconds)
        for words, start, sound in zip(sentences, starts, sounds, strict=False)
    )
    return Utterance(at_target(joined_sounds(parts)), tuple(timed))


def _spoken(words: str, voice: Voice, sayings: Sayings) -> Sound:
    said = sayable(words, sayings)
    if not any(map(str.isalnum, said)):
        return Sound()
    sound = voice.speak(said)
    speed = words_in(words) / max(sound.seconds, 0.1) * 60
    return voice.speak(said, max(_SLOWEST, FASTEST_SPEECH / speed)) if speed > FASTEST_SPEECH else sound


def recorded_utterance(sound: Sound, sentences: tuple[str, ...]) -> Utterance:
    """Return a recording with the times of the sentences in it.

    The times are estimated: each sentence gets time in proportion to its length in characters.
    """
    return Utterance(at_target(sound), tuple(_by_length(sentences, sound.seconds)))


def _by_length(sentences: tuple[str, ...], seconds: float) -> Iterator[TimedSentence]:
    whole, done = sum(map(len, sentences)), 0
    for words in sentences:
        start, done = done, done + len(words)
        yield TimedSentence(words, start / whole * seconds, done / whole * seconds)
