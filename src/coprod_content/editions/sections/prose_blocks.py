"""Blocks and texts made from prose, the inline Markdown of content items."""

from collections.abc import Callable, Iterable
from typing import Literal

from coprod_content.content.model import Step
from coprod_content.content.model.tool import Task
from coprod_content.content.phrases import mode_in_words
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph
from coprod_content.document.document import Section
from coprod_content.text.spans import Span, Text, text_of


def texts(prose: Iterable[str]) -> tuple[Text, ...]:
    """Parse prose fields into texts, which are tuples of spans."""
    return tuple(map(text_of, prose))


def paragraphs(prose: Iterable[str]) -> tuple[Block, ...]:
    """Return prose fields as paragraphs."""
    return tuple(Paragraph(text) for text in texts(prose))


def lead(prose: str) -> Paragraph:
    """Return a prose field as a lead paragraph."""
    return Paragraph(text_of(prose), "lead")


def points(prose: Iterable[str]) -> Bullets:
    """Return prose fields as a bulleted list."""
    return Bullets(texts(prose))


def plain_points(lines: Iterable[str]) -> Bullets:
    """Return lines of plain text, such as questions, as a bulleted list."""
    return Bullets(tuple(lines))


def checklist(prose: Iterable[str]) -> Bullets:
    """Return prose fields as a list to tick off."""
    return Bullets(texts(prose), "check")


def listed(
    title: str, prose: tuple[str, ...], form: Callable[[Iterable[str]], Bullets] = points
) -> tuple[Section, ...]:
    """Return a section that lists prose fields, or an empty tuple.

    `form` makes the list, by default one with bullets.
    """
    return (Section(title=title, blocks=(form(prose),)),) if prose else ()


def callouts(kind: Literal["advice", "access", "caution"], title: str, prose: tuple[str, ...]) -> tuple[Block, ...]:
    """Return a callout with prose fields, or an empty tuple."""
    return (Callout(kind, title, texts(prose)),) if prose else ()


def say_callouts(say: str | None) -> tuple[Block, ...]:
    """Return a callout with words to say aloud, or an empty tuple."""
    return (Callout("say", "Say", (text_of(say),)),) if say else ()


def task_callouts(task: Task | None, mode: str | None) -> tuple[Block, ...]:
    """Return a callout with a slide's task, or an empty tuple."""
    title = ": ".join(filter(None, ("On the slide", mode_in_words(mode).lower())))
    return (Callout("advice", title, ((Span(task.ask, strong=True),), *task.lines)),) if task else ()


def another_way(step: Step) -> tuple[Block, ...]:
    """Return a callout with a step's variation, or an empty tuple."""
    return (Callout("advice", "Another way", (text_of(step.variation),)),) if step.variation else ()


def labelled(label: str, text: Text) -> Text:
    """Return the text preceded by a bold label and a colon."""
    return (Span(f"{label}: ", strong=True), *text)


def linked_names(names: Iterable[tuple[str, str]], separator: str = ", ") -> Text:
    """Join pairs of name and id into one text with links."""
    spans: list[Span] = []
    for name, id_ in names:
        spans += [Span(separator), Span(name, item=id_)] if spans else [Span(name, item=id_)]
    return tuple(spans)
