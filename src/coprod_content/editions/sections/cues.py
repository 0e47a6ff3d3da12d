"""Cues: what to say or do first in an agenda item and how it closes, in whole sentences of the content."""

from typing import assert_never

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, ClosingSlot, FilmSlot, PostcardSlot, TalkSlot, Tool, ToolSlot
from coprod_content.editions.sections.agenda import Timed
from coprod_content.editions.sections.tool_sections import as_opened, is_short
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Span, Text, plain, strong, text_of, verbatim

_FEWEST_WORDS = 6


@frozen
class Cue:
    """How an item begins, and how it closes, which may be nothing."""

    first: Text
    last: Text = ()

    @property
    def whole(self) -> Text:
        """Both, one after the other."""
        return (*self.first, Span(" "), *self.last) if self.last else self.first


def opening(prose: str, count: int = 1) -> Text:
    """The first sentences of a prose field, so many of them, without citations.

    A sentence of fewer than six words, such as "Use the short variant.", is not counted: it says too little by itself.
    """
    kept: list[Text] = []
    for sentence in sentences(_uncited(text_of(prose))):
        kept.append(sentence)
        count -= len(plain(sentence).split()) >= _FEWEST_WORDS
        if count < 1:
            break
    return joined(kept)


def _uncited(text: Text) -> Text:
    """A text without its citations and the spaces before them."""
    followed = zip(text, (*text[1:], Span("")), strict=True)
    return tuple(
        evolve(span, text=span.text.rstrip()) if after.citation else span
        for span, after in followed
        if not span.citation
    )


def cue(item: Timed, library: Library, count: int) -> Cue:
    """The cue of an agenda item, which begins with so many sentences."""
    match item.slot:
        case ToolSlot():
            return _of_tool(item.slot, as_opened(item.slot, library), count)
        case TalkSlot(say=say, points=points):
            return _of_talk(say, count) if say else Cue(opening(points[0], count))
        case PostcardSlot(say=say, how=how):
            last = (Span("Then: ", strong=True), *opening(how[-1])) if len(how) > 1 else ()
            return Cue(_said(say, count) if say else opening(how[0], count), last)
        case FilmSlot(film=id_):
            film = library.films[id_]
            return Cue(_labelled("Ask", film.before[0]), _labelled("After it", film.after[0]))
        case BreakSlot():
            return Cue(strong(f"Start again at {item.ends}"))
        case ClosingSlot(question=question, say=say):
            return Cue(_labelled("Ask", question), _said(say, count) if say else ())
        case _ as unreachable:
            assert_never(unreachable)


def kit(item: Timed, library: Library) -> tuple[str, ...]:
    """What has to be at hand for an agenda item, a few words each."""
    match item.slot:
        case ToolSlot(tool=id_):
            tool = library.tools[id_]
            return tool.kit or tuple(plain(text_of(material)).rstrip(".") for material in tool.materials)
        case TalkSlot(diagram=id_) if id_:
            return (f"picture “{library.diagrams[id_].title}”",)
        case PostcardSlot(postcards=cards):
            return (f"{len(cards)} postcards",)
        case FilmSlot():
            return ("the film, or its slides",)
        case TalkSlot() | BreakSlot() | ClosingSlot():
            return ()
        case _ as unreachable:
            assert_never(unreachable)


def _of_tool(slot: ToolSlot, tool: Tool, count: int) -> Cue:
    """What the workshop asks for, or else the first words that are said; then the question to close on.

    Where it gives words to open with, these come first, and what else it asks for after them.
    """
    last = _labelled("To close", tool.closing_questions[0])
    if slot.say:
        return Cue(_said(slot.say, count), opening(slot.focus) if slot.focus else last)
    if slot.focus:
        return Cue(opening(slot.focus, count), last)
    short = is_short(tool, slot.minutes)
    say = tool.short.say if short else tool.steps[0].say
    return Cue(_said(say, count) if say else opening(tool.short.how[0] if short else tool.steps[0].do[0], count), last)


def _of_talk(say: str, count: int) -> Cue:
    """How a talk begins, and the question that hands over to the others, where it ends on one."""
    *_, last = sentences(text_of(say))
    first = _said(say, count)
    asks = plain(last).strip().endswith("?") and plain(last).strip() not in plain(first)
    return Cue(first, (Span("Ask: ", strong=True), *joined([last])) if asks else ())


def _said(say: str, count: int) -> Text:
    return (Span("Say: ", strong=True), *opening(say, count))


def _labelled(label: str, words: str) -> Text:
    return (Span(f"{label}: ", strong=True), *verbatim(words))
