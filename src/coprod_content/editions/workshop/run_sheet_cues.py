"""Run sheet cues: how agenda items open and close, and their materials."""

from typing import assert_never

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, ClosingSlot, FilmSlot, PostcardSlot, TalkSlot, Tool, ToolSlot
from coprod_content.editions.sections.prose_blocks import labelled
from coprod_content.editions.sections.timed_agenda import TimedSlot
from coprod_content.editions.sections.tool_sections import only_short_fits, tool_for_slot
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Span, Text, plain, strong, text_of, verbatim

_FEWEST_WORDS = 6


@frozen
class Cue:
    """How an agenda item opens and, if known, closes."""

    first: Text
    last: Text = ()

    @property
    def whole(self) -> Text:
        """The opening, followed by the close if there is one."""
        return (*self.first, Span(" "), *self.last) if self.last else self.first


def first_sentences(prose: str, count: int = 1) -> Text:
    """Return the first `count` sentences of a prose field, without citations.

    Sentences of fewer than six words, such as "Use the short version.", are kept but not counted, because they say too
    little by themselves.
    """
    kept: list[Text] = []
    for sentence in sentences(_uncited(text_of(prose))):
        kept.append(sentence)
        count -= len(plain(sentence).split()) >= _FEWEST_WORDS
        if count < 1:
            break
    return joined(kept)


def _uncited(text: Text) -> Text:
    followed = zip(text, (*text[1:], Span("")), strict=True)
    return tuple(
        evolve(span, text=span.text.rstrip()) if after.citation else span
        for span, after in followed
        if not span.citation
    )


def slot_cue(item: TimedSlot, library: Library, count: int) -> Cue:
    """Return an agenda item's cue, with up to `count` opening sentences."""
    match item.slot:
        case ToolSlot() as slot:
            return _tool_cue(slot, tool_for_slot(slot, library), count)
        case TalkSlot(say=say, points=points):
            return _talk_cue(say, count) if say else Cue(first_sentences(points[0], count))
        case PostcardSlot(say=say, how=how):
            last = labelled("Then", first_sentences(how[-1])) if len(how) > 1 else ()
            return Cue(_say(say, count) if say else first_sentences(how[0], count), last)
        case FilmSlot(film=id_):
            film = library.films[id_]
            return Cue(labelled("Ask", verbatim(film.before[0])), labelled("Afterwards", verbatim(film.after[0])))
        case BreakSlot():
            return Cue(strong(f"Start again at {item.ends}"))
        case ClosingSlot(question=question, say=say):
            return Cue(labelled("Ask", verbatim(question)), _say(say, count) if say else ())
        case _ as unreachable:
            assert_never(unreachable)


def slot_kit(item: TimedSlot, library: Library) -> tuple[str, ...]:
    """Return brief names for an agenda item's materials."""
    match item.slot:
        case ToolSlot(tool=id_):
            tool = library.tools[id_]
            return tool.kit or tuple(plain(text_of(material)).rstrip(".") for material in tool.materials)
        case TalkSlot(diagram=id_) if id_:
            return (f"picture “{library.diagrams[id_].title}”",)
        case PostcardSlot(postcards=cards):
            return (f"{len(cards)} postcard{'s' if len(cards) != 1 else ''}",)
        case FilmSlot():
            return ("the film, or its slides",)
        case _:
            return ()


def _tool_cue(slot: ToolSlot, tool: Tool, count: int) -> Cue:
    """Return the cue for a tool.

    It opens with the agenda item's own words to say or, if it has none, with its focus. If it has neither, the cue
    opens with the tool's words or instructions.
    """
    last = labelled("To close", verbatim(tool.closing_questions[0])) if tool.closing_questions else ()
    if slot.say:
        return Cue(_say(slot.say, count), first_sentences(slot.focus) if slot.focus else last)
    if slot.focus:
        return Cue(first_sentences(slot.focus, count), last)
    short = tool.short if only_short_fits(tool, slot.minutes) else None
    say, do = (short.say, short.how) if short else (tool.steps[0].say, tool.steps[0].do)
    return Cue(_say(say, count) if say else first_sentences(do[0], count), last)


def _talk_cue(say: str, count: int) -> Cue:
    """Return a talk's opening and any question at its end."""
    *_, last = sentences(text_of(say))
    first = _say(say, count)
    asks = plain(last).strip().endswith("?") and plain(last).strip() not in plain(first)
    return Cue(first, labelled("Ask", joined([last])) if asks else ())


def _say(say: str, count: int) -> Text:
    return labelled("Say", first_sentences(say, count))
