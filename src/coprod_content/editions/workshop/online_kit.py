"""Messages for a call's chat, and a slide on taking part."""

from collections.abc import Iterator

from coprod_content.checks.tasks import MOST_IN_ROUND
from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words, mode_in_words
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.event_details import organisers
from coprod_content.editions.sections.timed_agenda import TimedSlot, timed_slots
from coprod_content.editions.sections.titles import counted_titles, document_title
from coprod_content.editions.sections.tool_sections import chosen_situations, only_short_fits, tool_for_slot
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import plain, text_of

KIT = ("captions switched on", "the messages for the chat", "a phone line for people who call in")
_JOINING = (
    "Captions: switch them on or off on your own screen",
    "On the phone: we read out each slide and the chat, and call your name",
    "To speak, unmute or raise a hand. To write, use the chat",
    'Pass by saying "pass", or by saying nothing',
    "Lost the call? Come back by the same link or number",
)
_ROOMS = ("pairs", "threes", "small groups", "online room")


def is_online(workshop: model.Workshop) -> bool:
    """Return whether the workshop, or one of its agenda items, is online."""
    return workshop.setting == "online" or any(
        isinstance(slot, model.PostcardSlot | model.TalkSlot) and slot.mode == "online room" for slot in workshop.agenda
    )


def joining_slide() -> Section:
    """Return a slide about ways to take part in a call."""
    return Section(
        title="Ways to take part in this call",
        blocks=(Bullets(_JOINING),),
        notes=(Paragraph("Switch captions on before people join. Read this slide out for people on the phone."),),
    )


def chat_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return messages to paste into the chat of one or more workshops."""
    workshops = selected_items(library, ids, model.Workshop)
    title = " and ".join(workshop.title for workshop in workshops)
    sections = (each for workshop in workshops for each in counted_titles(_messages(workshop, library)))
    return Document(
        title=document_title(title, "messages for the chat"),
        subtitle="Copy one message at a time into the chat, and read it out for people on the phone.",
        language=library.about.language,
        author=organisers(workshops),
        sections=tuple(sections),
    )


def _messages(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    yield _message("When people join", (workshop.title, *_JOINING), workshop)
    for item in timed_slots(workshop, library):
        for message in _of_item(item, library):
            yield _message(f"{item.starts} {item.title}", message, workshop)


def _message(title: str, lines: tuple[str, ...], workshop: model.Workshop) -> Section:
    return Section(title=title, role="chat", blocks=tuple(map(Paragraph, lines)), items=(workshop.id,))


def _of_item(item: TimedSlot, library: Library) -> Iterator[tuple[str, ...]]:
    """Yield an agenda item's messages, each as a tuple of lines."""
    match item.slot:
        case model.ToolSlot() as slot:
            tool = tool_for_slot(slot, library)
            questions = tuple(slot.questions)
            if tool.short and only_short_fits(tool, slot.minutes):
                yield (*questions, *_task(tool.short.task, tool.short.mode, slot.minutes))
                yield from _situations(tool, slot, tool.short, slot.minutes)
                return
            for step, length in zip(tool.steps, tool.scaled_step_minutes(slot.minutes), strict=True):
                yield (*questions, *_task(step.task, step.mode, length)) if step.task else (step.title, *questions)
                yield from _situations(tool, slot, step, length)
        case model.PostcardSlot(postcards=ids) as slot:
            cards = tuple(
                f"{at}. {library.postcards[id_].question}" for at, id_ in enumerate(ids[:MOST_IN_ROUND], start=1)
            )
            yield (*_task(slot.task, slot.mode, slot.minutes), *cards)
        case model.TalkSlot() as slot if slot.task:
            yield _task(slot.task, slot.mode, slot.minutes)
        case model.FilmSlot(film=id_):
            yield from (tuple(asked) for asked in (library.films[id_].before, library.films[id_].after) if asked)
        case model.BreakSlot():
            yield (f"{item.title}. We start again at {item.ends}.",)
        case model.ClosingSlot(question=question):
            yield (question,)


def _situations(
    tool: model.Tool, slot: model.ToolSlot, part: model.Step | model.Variant, minutes: int
) -> Iterator[tuple[str, ...]]:
    chosen = chosen_situations(tool, slot, part, minutes)
    for at, each in enumerate(chosen, start=1):
        yield (f"Situation {at} of {len(chosen)}: {each.role}", plain(text_of(each.text)))


def _task(task: model.tool.Task | None, mode: str | None, minutes: int) -> tuple[str, ...]:
    """Return a task as the lines of a message."""
    if task is None:
        return ()
    words = mode_in_words(mode) if mode != "online room" else ""
    rooms = "In breakout rooms" if mode in _ROOMS else ""
    words = f"in {words.lower()}" if rooms and words else words
    how = ", ".join(filter(None, (rooms, words, minutes_in_words(minutes))))
    return (task.ask, with_full_stop(how), *task.lines)
