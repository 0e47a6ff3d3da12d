"""The times of shots, and of the words spoken in them."""

import math
from itertools import accumulate

from attrs import evolve, frozen

from coprod_film.shots import Shot
from coprod_film.speech.utterance import Utterance
from coprod_film.timing.captions import Caption, readable_captions, sentence_captions
from coprod_film.timing.reading import FASTEST_ON_SCREEN, reading_time
from coprod_voice.sound import Sound, joined_sounds, silence

TICKS = 12
"""The number of ticks in a second. Every frame appears on a tick."""
_BEFORE_ASIDE, _AFTER_ASIDE, _LEAST_LEAD, _BREATH = 0.25, 0.45, 0.8, 0.9
"""Pauses in seconds: before and after an aside, the shortest before the narrator speaks, and at the end of a shot."""


@frozen(kw_only=True)
class SpokenShot:
    """A shot with its sound.

    `aside` contains words in the picture, spoken for people who cannot see it. `description` also says what the picture
    shows.
    """

    shot: Shot
    narration: Utterance
    aside: Utterance
    description: Utterance


@frozen(kw_only=True)
class TimedShot:
    """A shot with its times, in seconds.

    `start` is the time in the film at which the shot begins, `lead` is the time in the shot before the narrator speaks,
    and `seconds` is the length of the shot. `described` is true in the described film.
    """

    spoken: SpokenShot
    described: bool
    lead: float
    seconds: float
    start: float = 0.0

    @property
    def captions(self) -> tuple[Caption, ...]:
        """The captions of the shot, with times in the film."""
        narrated = self._captions(self.spoken.narration, self.lead, self.seconds)
        said = self._captions(self.spoken.description, _BEFORE_ASIDE, self.lead) if self.described else ()
        return tuple(each.later(self.start) for each in (*said, *narrated))

    def _captions(self, utterance: Utterance, at: float, until: float) -> tuple[Caption, ...]:
        made = tuple(
            each
            for sentence in utterance.sentences
            for each in sentence_captions(sentence.words, at + sentence.start, at + sentence.end)
        )
        return readable_captions(made, until)

    def sound(self, *, with_asides: bool) -> Sound:
        """Return the sound of the shot.

        If `with_asides` is true, it includes the words for people who cannot see the picture.
        """
        aside = self.spoken.description if self.described else self.spoken.aside
        before = silence(_BEFORE_ASIDE) + aside.sound if with_asides else silence(0)
        return (before.lasting(self.lead) + self.spoken.narration.sound).lasting(self.seconds)


def timed_shots(shots: tuple[SpokenShot, ...], *, described: bool) -> tuple[TimedShot, ...]:
    """Return shots with their times.

    If `described` is true, each shot begins with its description. Otherwise, it begins with a pause in which its aside
    can be spoken. Each shot lasts as long as its storyboard says, or longer if its words take longer to say or to read.
    """
    timed = tuple(_timed(each, described=described) for each in shots)
    starts = accumulate((each.seconds for each in timed), initial=0.0)
    return tuple(evolve(each, start=start) for each, start in zip(timed, starts, strict=False))


def _timed(spoken: SpokenShot, *, described: bool) -> TimedShot:
    aside = (spoken.description if described else spoken.aside).sound.seconds
    lead = max(_LEAST_LEAD, _BEFORE_ASIDE + aside + _AFTER_ASIDE if aside else 0.0)
    seconds = lead + spoken.narration.sound.seconds + _BREATH
    seconds = max(seconds, spoken.shot.seconds, reading_time(spoken.shot.words, FASTEST_ON_SCREEN))
    return TimedShot(spoken=spoken, described=described, lead=lead, seconds=math.ceil(seconds * TICKS) / TICKS)


def soundtrack(shots: tuple[TimedShot, ...], *, with_asides: bool) -> Sound:
    """Return the sound of a whole film.

    If `with_asides` is true, it includes the words for people who cannot see the picture.
    """
    return joined_sounds(each.sound(with_asides=with_asides) for each in shots)
