"""The how-to card, index cards and overview for a set of postcards."""

from collections.abc import Callable, Iterable
from typing import get_args

from attrs import evolve

from coprod_content.content.field_types import Audience, Moment
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Theme
from coprod_content.document.blocks import Bullets, Fact, Facts, Paragraph, Table
from coprod_content.document.document import Document, Section, ShorterVersion
from coprod_content.editions.cards.cards import card_section
from coprod_content.editions.sections.prose_blocks import labelled
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.titles import theme_label
from coprod_content.editions.selection import selected_postcards
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Text, text_of, verbatim

_HOW = (
    "Choose one card that suits your group and the stage of the conversation.",
    "Read the question aloud, slowly, twice.",
    "Wait half a minute. Anyone may pass.",
    "Start in pairs. Then hear from everyone who wants to speak.",
    "Agree what to write down, in whose words, and who will see it.",
)
_STAGES = {
    "opening": "easy questions for the start.",
    "deepening": "questions about people's experience, once they know one another.",
    "deciding": "questions about what to do, and who will do it.",
    "closing": "questions about what people will take away.",
}
_Numbered = tuple[tuple[int, Postcard], ...]


def deck_index_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a how-to card, and index cards for the selected postcards.

    There is one index card for each theme.
    """
    groups = _by_theme(library, ids)
    how = Section(
        title="How to use these cards",
        role="card-front",
        blocks=(Bullets(_HOW, "number"),),
        sections=(_stages_side(),),
    )
    return Document(
        title="How to use the postcards, and where to find them",
        subtitle="Cards for the same box",
        language=library.about.language,
        sections=(how, *(_index_card(theme, cards) for theme, cards in groups)),
    )


def deck_overview_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return tables of the selected cards by theme, for the facilitator."""
    groups = _by_theme(library, ids)
    return Document(
        title="The postcards at a glance",
        subtitle="Each card with its number, stage and audience",
        language=library.about.language,
        sections=tuple(_overview(theme, cards) for theme, cards in groups),
    )


def _by_theme(library: Library, ids: tuple[str, ...]) -> tuple[tuple[Theme, _Numbered], ...]:
    cards = tuple(enumerate(selected_postcards(library, ids), 1))
    themes = (library.themes[id_] for id_ in dict.fromkeys(card.theme for _, card in cards))
    return tuple((theme, tuple(each for each in cards if each[1].theme == theme.id)) for theme in themes)


def _stages_side() -> Section:
    stages = tuple(labelled(stage.capitalize(), verbatim(about)) for stage, about in _STAGES.items())
    return Section(title="The four stages", role="card-back", blocks=(Bullets(stages),))


def _index_card(theme: Theme, cards: _Numbered) -> Section:
    summary = sentences(text_of(theme.summary))
    facts = Facts(f"Cards about {theme.title}", (Fact("Cards", _numbers(cards, lambda _: True)),))
    front = Section(
        title=theme.title,
        label=f"Index · Theme {theme.number}",
        blocks=(Paragraph(text_of(theme.summary)), facts),
        shorter=tuple(
            ShorterVersion("the end of its summary", (Paragraph(joined(summary[:most])), facts))
            for most in range(len(summary) - 1, 0, -1)
        ),
    )
    stages = (_entry(stage.capitalize(), cards, stage) for stage in get_args(Moment))
    audiences = (_entry(f"For {group}", cards, group) for group in get_args(Audience))
    back = Section(title="Find a card", blocks=(Bullets(tuple(filter(None, (*stages, *audiences)))),))
    return card_section(theme.id, theme, front, back)


def _entry(label: str, cards: _Numbered, wanted: str) -> Text:
    """Return a line with a label and card numbers.

    The line lists the cards whose stage or audience is `wanted`. Return an empty tuple if there are none.
    """
    numbers = _numbers(cards, lambda card: wanted == card.moment or wanted in card.audience)
    return labelled(label, verbatim(numbers)) if numbers else ()


def _numbers(cards: _Numbered, wanted: Callable[[Postcard], bool]) -> str:
    return number_ranges(at for at, card in cards if wanted(card))


def number_ranges(numbers: Iterable[int]) -> str:
    """Return ascending numbers as text, such as `1 to 4, 7, 8`.

    Three or more consecutive numbers are given as a range.
    """
    runs: list[list[int]] = []
    for at in numbers:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _overview(theme: Theme, cards: _Numbered) -> Section:
    rows = tuple((str(at), card.question, card.moment, ", ".join(card.audience)) for at, card in cards)
    table = Table(f"Cards about {theme.title}", ("Card", "Question", "Stage", "For"), rows, (2, 11, 4, 6))
    made = Section(title=theme_label(theme), blocks=(table,), items=(theme.id, *(card.id for _, card in cards)))
    return evolve(themed(made, theme), picture=None)
