"""Speaker notes for slides: what to say, do and look out for."""

from coprod_content.content.model import (
    Diagram,
    Postcard,
    PostcardSlot,
    Scene,
    Step,
    TalkSlot,
    Theme,
    Tool,
    ToolSlot,
    Workshop,
)
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Block, Callout, Paragraph
from coprod_content.editions.sections.diagram_sections import part_meanings
from coprod_content.editions.sections.event_details import team_callout
from coprod_content.editions.sections.prose_blocks import points, say_callouts, texts
from coprod_content.editions.sections.tool_sections import focus_callouts
from coprod_content.text.spans import text_of, verbatim

Blocks = tuple[Block, ...]
OUTCOMES_NOTES: Blocks = (Paragraph(verbatim("Read these aloud. Ask whether anything important is missing.")),)
AGENDA_NOTES: Blocks = (Paragraph(verbatim("Say when the break is and when we end. Ask who needs to leave earlier.")),)


def cover_notes(workshop: Workshop) -> Blocks:
    """Return notes on team roles, preparation, access and safety."""
    return (
        *team_callout(workshop),
        Callout("advice", "Before the day", texts(workshop.before)),
        Callout("access", "Access", texts(workshop.access)),
        Callout("caution", "Safety", texts(workshop.safety)),
    )


def theme_notes(theme: Theme) -> Blocks:
    """Return a theme's questions for a team."""
    return (Callout("advice", "Questions for a team", texts(theme.questions)),)


def postcards_notes(slot: PostcardSlot) -> Blocks:
    """Return notes on how to use the postcards and what to say."""
    return (points(slot.how), *say_callouts(slot.say))


def tool_notes(tool: Tool, slot: ToolSlot) -> Blocks:
    """Return notes on what a tool needs, for its first slide."""
    return (
        *focus_callouts(slot),
        Callout("advice", "You need", texts(tool.materials)),
        Callout("advice", "Get ready", texts(tool.preparation)),
        Callout("access", "Access and inclusion", texts(tool.access)),
        Callout("caution", "Safety and consent", texts(tool.safety)),
    )


def step_notes(step: Step, starts: str, ends: str, length: int) -> Blocks:
    """Return a step's timing and instructions."""
    timing = Paragraph(verbatim(f"{starts} to {ends}, {minutes_in_words(length)}."), "small")
    variation = (Callout("advice", "Another way", (text_of(step.variation),)),) if step.variation else ()
    return (timing, points(step.do), *say_callouts(step.say), *variation)


def short_variant_notes(tool: Tool) -> Blocks:
    """Return notes on how to run a tool's short variant."""
    return (points(tool.short.how), *say_callouts(tool.short.say))


def talk_notes(slot: TalkSlot) -> Blocks:
    """Return notes on what to say in a talk, and how."""
    return (*say_callouts(slot.say), *((points(slot.notes),) if slot.notes else ()))


def question_notes(card: Postcard) -> Blocks:
    """Return a postcard's rationale, follow-up questions and what to listen for."""
    return (Paragraph(text_of(card.why)), points(card.follow_ups), Paragraph(text_of(card.listen_for)))


def diagram_notes(diagram: Diagram) -> Blocks:
    """Return a diagram's purpose, the meaning of its parts and its questions."""
    meanings = Callout("advice", "What each part means", part_meanings(diagram))
    return (Paragraph(text_of(diagram.purpose)), meanings, points(diagram.questions))


def film_notes() -> Blocks:
    """Return notes on how to show a film scene by scene."""
    how = "Show a scene, wait a moment, then read its words aloud. They stand below the drawing for everybody to read."
    return (Callout("advice", "How to show it", (verbatim(how),)),)


def scene_notes(scene: Scene) -> Blocks:
    """Return a film scene's narration and description."""
    described = Callout("access", "For somebody who cannot see it, say first", (verbatim(scene.alt),))
    return (*say_callouts(scene.narration), described)
