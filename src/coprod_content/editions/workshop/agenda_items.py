"""Agenda items in the facilitator guide, and reference material about them."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words, minutes_range, people_range, ways_to_discuss
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph, Table
from coprod_content.document.document import Section
from coprod_content.editions.sections.diagram_sections import diagram_figure, part_meanings
from coprod_content.editions.sections.event_details import slot_leader
from coprod_content.editions.sections.photos import photo_with_consent
from coprod_content.editions.sections.prose_blocks import (
    labelled,
    lead,
    listed,
    paragraphs,
    plain_points,
    points,
    say_callouts,
    texts,
)
from coprod_content.editions.sections.theme_pictures import with_tool_sign
from coprod_content.editions.sections.timed_agenda import TimedSlot, tool_line
from coprod_content.editions.sections.tool_sections import (
    focus_callouts,
    further_reading,
    get_ready,
    only_short_fits,
    tool_for_slot,
    tool_steps,
    variant,
)
from coprod_content.editions.workshop.when_plans_change import left_over
from coprod_content.text.sentences import sentences, with_full_stop
from coprod_content.text.spans import Span, plain, text_of, verbatim


def agenda_item(item: TimedSlot, setting: str, library: Library) -> Section:
    """Return the section about an agenda item in the facilitator guide.

    `setting` is the workshop's setting, such as `in-person`. Subsections with the role `aside` contain advice to keep
    in mind for the subsections before them.
    """
    section, photo = _of_its_kind(item, setting, library), photo_with_consent(item.slot.picture)
    beside = _asides(Section(title="The photo", blocks=photo)) if photo else ()
    return evolve(section, sections=(*section.sections, *beside))


def _of_its_kind(item: TimedSlot, setting: str, library: Library) -> Section:
    match item.slot:
        case model.ToolSlot() as slot:
            return _tool(item, slot, setting, library)
        case model.PostcardSlot(say=say, how=how) as slot:
            asks = (Paragraph(labelled("On the slide", verbatim(slot.task.ask))),) if slot.task else ()
            return _item(item, *say_callouts(say), Bullets(texts(how), "number"), *asks)
        case model.TalkSlot() as slot:
            return _talk(item, slot, library)
        case model.FilmSlot(film=id_):
            return _film(item, library.films[id_], setting)
        case model.BreakSlot():
            section = _item(item)
            title = f"{item.title} until {item.ends}"
            return evolve(section, title=title, label="", blocks=(Paragraph(section.label),))
        case model.ClosingSlot() as slot:
            asked = Paragraph(labelled("Ask", verbatim(slot.question)))
            return _item(item, points(slot.points), asked, *say_callouts(slot.say))
        case _ as unreachable:
            assert_never(unreachable)


def _item(item: TimedSlot, *blocks: Block, sections: tuple[Section, ...] = ()) -> Section:
    who = slot_leader(item.slot)
    label = f"{item.clock}, {minutes_in_words(item.slot.minutes)}{f', led by {who}' if who else ''}"
    return Section(title=item.title, role="spread", label=label, blocks=blocks, sections=sections)


def _asides(*sections: Section) -> tuple[Section, ...]:
    return tuple(evolve(section, role="aside") for section in sections)


def _tool(item: TimedSlot, slot: model.ToolSlot, setting: str, library: Library) -> Section:
    tool = tool_for_slot(slot, library)
    theme = library.themes[tool.theme]
    short = tool.short if only_short_fits(tool, slot.minutes) else None
    online = variant("Online", tool.online, tasks=False)
    plain = _item(
        item,
        lead(tool.purpose),
        *focus_callouts(slot),
        sections=(
            *get_ready(tool),
            *(online if setting == "online" else ()),
            *(
                _short(short, slot.minutes)
                if short
                else tool_steps(tool, tool.scaled_step_minutes(slot.minutes), tasks=False)
            ),
            *listed("Questions to close on", tool.closing_questions, plain_points),
            *_asides(
                *_on_slides(*((short,) if short else tool.steps)),
                *listed("Watch out for", tool.traps),
                *listed("Access and inclusion", tool.access),
                *listed("Safety and consent", tool.safety),
                *(() if short else variant("If time is short", tool.short, tasks=False)),
                *(online if setting == "either" else ()),
            ),
        ),
    )
    labels = map(with_full_stop, filter(None, (plain.label, tool_line(slot, library))))
    label = " ".join((*labels, f"Theme {theme.number}"))
    return with_tool_sign(evolve(plain, label=label, items=(tool.id,)), tool, library)


def _short(short: model.Variant, minutes: int) -> tuple[Section, ...]:
    blocks = (Bullets(texts(short.how), "number"), *say_callouts(short.say))
    return (Section(title="What to do", minutes=minutes, mode=short.mode or "", blocks=blocks),)


def _on_slides(*shown: model.Step | model.Variant | model.TalkSlot | model.PostcardSlot) -> tuple[Section, ...]:
    """Return a section with the tasks that slides show.

    A task is left out if the words to say aloud contain it. Return an empty tuple if no task is left.
    """
    asks = (
        labelled(f"Step {at}", verbatim(each.task.ask)) if len(shown) > 1 else verbatim(each.task.ask)
        for at, each in enumerate(shown, start=1)
        if each.task and each.task.ask.casefold().rstrip("?.") not in (each.say or "").casefold()
    )
    kept = tuple(asks)
    return (Section(title="On the slides", blocks=(Bullets(kept),)),) if kept else ()


def _talk(item: TimedSlot, slot: model.TalkSlot, library: Library) -> Section:
    tips, known = listed("How to do it", slot.notes), ((slot.evidence,) if slot.evidence else ())
    evidence = tuple(Section(title="What is known", blocks=paragraphs((words,))) for words in known)
    pictures = tuple(library.diagrams[id_] for id_ in (slot.diagram,) if id_)
    parts = (
        Section(title=each.title, blocks=(diagram_figure(each), Bullets(part_meanings(each))), items=(each.id,))
        for each in pictures
    )
    blocks = (points(slot.points), *say_callouts(slot.say))
    return _item(item, *blocks, sections=(*_asides(*_on_slides(slot), *tips, *evidence), *parts))


def _film(item: TimedSlot, film: model.Film, setting: str) -> Section:
    rows = tuple((str(scene.seconds), scene.on_screen, text_of(scene.narration)) for scene in film.scenes)
    section = _item(
        item,
        lead(film.summary),
        Callout("advice", "Before watching", film.before),
        Table(f"Scenes of {film.title}", ("Seconds", "On screen", "Narration"), rows, (1, 2, 4)),
        Callout("advice", "After watching", (*film.after, ways_to_discuss(online=setting == "online"))),
    )
    return evolve(section, items=(film.id,))


def background(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    """Yield a section of reference material on tools and diagrams, if any.

    A sentence that several tools share, about licences or about people left over from groups, is printed only with the
    first of these tools.
    """
    printed: set[str] = set()
    tools = dict.fromkeys(slot.tool for slot in workshop.agenda if isinstance(slot, model.ToolSlot))
    shown = dict.fromkeys(slot.diagram for slot in workshop.agenda if isinstance(slot, model.TalkSlot))
    sections = (
        *(_about_tool(library.tools[id_], library, printed) for id_ in tools),
        *(_about_diagram(library.diagrams[id_]) for id_ in shown if id_),
    )
    if sections:
        yield Section(title="Background", sections=sections)


def _unprinted(prose: str, printed: set[str]) -> str:
    """Return a text without the sentences in `printed`.

    All sentences of the text are added to `printed`.
    """
    each = [plain(sentence).strip() for sentence in sentences(verbatim(prose))]
    kept = [sentence for sentence in each if sentence not in printed]
    printed.update(each)
    return " ".join(kept)


def _about_tool(tool: model.Tool, library: Library, printed: set[str]) -> Section:
    usual = f"{minutes_range(tool.minutes)}, for {people_range(tool.people)}"
    prose = (
        ("When to use it", (f"{usual}.", *tool.use_when, _unprinted(left_over(tool), printed))),
        ("When not to use it", tool.avoid_when),
        ("Payment", tool.payment),
    )
    origin = tool.origin
    source = [text_of(f"{origin.credit} {_unprinted(origin.licence, printed)}")] if origin else []
    source += [(Span(f"Where “{tool.title}” comes from", url=origin.url), Span("."))] if origin and origin.url else []
    source += further_reading(tool, library)
    said = [labelled(title, text_of(" ".join(filter(None, points)))) for title, points in prose if points]
    joined = tuple(span for text in source for span in (Span(" "), *text))[1:]
    said += [labelled("Where it comes from", joined)] if joined else []
    return Section(
        title=f"More about “{tool.title}”",
        blocks=tuple(map(Paragraph, said)),
        items=(tool.id,),
    )


def _about_diagram(diagram: model.Diagram) -> Section:
    prose = (f"{diagram.origin.credit} {diagram.origin.licence}",)
    return Section(title=f"More about “{diagram.title}”", blocks=paragraphs(prose), items=(diagram.id,))
