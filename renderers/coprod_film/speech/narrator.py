"""The narrator of a film: a computer voice, or people in recordings."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from coprod_content.checks.kinds.recordings import DESCRIPTION
from coprod_film.film_problem import FilmProblem
from coprod_film.shots import Shot
from coprod_film.speech.recordings import recording
from coprod_film.speech.utterance import Utterance, recorded_utterance, spoken
from coprod_film.timing.schedule import SpokenShot
from coprod_voice.sound import Sound
from coprod_voice.speech_faults import SpokenWords
from coprod_voice.speech_problem import SpeechProblem
from coprod_voice.spoken_text import Sayings
from coprod_voice.voice import Voice


@frozen(kw_only=True)
class Narrator:
    """Speaks the shots of a film.

    `film` is the id of the film. `voice` reads what nobody has recorded, and is None if no voice speaks the language.
    `recordings` maps the names of recordings to their paths. `people` contains the names of the people who speak in the
    recordings, or is an empty string.
    """

    film: str
    voice: Voice | None
    sayings: Sayings
    recordings: Mapping[str, Path]
    people: str = ""

    def credit(self, scenes: int) -> str:
        """Return a sentence that says who speaks.

        `scenes` is the number of scenes in the film.
        """
        recorded = sum(self._name(str(at)) in self.recordings for at in range(1, scenes + 1))
        voice = (self.voice.credit,) if self.voice and recorded < scenes else ()
        people = (self.people or "a person",) if recorded else ()
        return f"This film was spoken by {' and '.join((*people, *voice))}."

    def spoken_shot(self, shot: Shot) -> SpokenShot:
        """Return a shot with its sound.

        If no voice speaks the language, everything except the narration of scenes is silent unless it has been
        recorded. Raises FilmProblem if the narration of a scene would be silent, if a recording cannot be used, or if
        the voice cannot say the words.
        """
        name = self._name(shot.name)
        if shot.name.isdecimal() and not self.voice and name not in self.recordings:
            raise FilmProblem(
                f"No voice speaks the language of this film. Record scene {shot.name}, and save the recording as "
                f"voice/{name}.wav in your content root."
            )
        return SpokenShot(
            shot=shot,
            narration=self._said(shot.narration, name),
            aside=self._said(shot.aside, ""),
            description=self._said(shot.description, f"{name}{DESCRIPTION}"),
        )

    def spoken_words(self, shot: Shot) -> Iterator[SpokenWords]:
        """Yield the words of a shot that the voice speaks."""
        name = self._name(shot.name)
        texts = (("", shot.aside), (name, shot.narration), (f"{name}{DESCRIPTION}", shot.description))
        unrecorded = (words for recorded, words in texts if self.voice and recorded not in self.recordings)
        return (SpokenWords(words, shot.caption) for several in unrecorded for words in several)

    def _name(self, shot: str) -> str:
        return f"{self.film}-{shot}"

    def _said(self, sentences: tuple[str, ...], name: str) -> Utterance:
        path = self.recordings.get(name)
        if path:
            return recorded_utterance(recording(path), sentences)
        if not self.voice or not sentences:
            return Utterance(Sound())
        try:
            return spoken(sentences, self.voice, self.sayings)
        except SpeechProblem as problem:
            raise FilmProblem(str(problem)) from problem
