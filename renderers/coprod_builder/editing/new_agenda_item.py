"""New agenda items, filled in from the library where possible."""

import math
from collections.abc import Iterator
from itertools import zip_longest

from coprod_builder.editing.draft import Draft
from coprod_content.content.library import Library
from coprod_content.content.model import (
    BreakSlot,
    ClosingSlot,
    FilmSlot,
    Postcard,
    PostcardSlot,
    Slot,
    TalkSlot,
    Template,
    ToolSlot,
)

_TALK, _CARDS, _BREAK, _CLOSING, _AFTER_A_FILM = 10, 15, 10, 10, 5
"""Default lengths in minutes. `_AFTER_A_FILM` is the time to talk about a film, in addition to the film's length."""
_FEWEST_CARDS, _MOST_CARDS = 6, 24
"""Smallest and largest number of postcards. Within these limits, there is one postcard for each person."""


def new_agenda_item(choice: str, draft: Draft, library: Library) -> Slot | None:
    """Return a new agenda item, or None if the choice is unknown.

    Choices are `tool:ID`, `film:ID`, `talk`, `postcards`, `break` and `closing`. Wording that people must write
    themselves is left empty.
    """
    kind, _, id_ = choice.partition(":")
    match kind:
        case "tool" if id_ in library.tools:
            return ToolSlot(minutes=sum(step.minutes for step in library.tools[id_].steps), tool=id_)
        case "film" if id_ in library.films:
            return FilmSlot(minutes=math.ceil(library.films[id_].seconds / 60) + _AFTER_A_FILM, film=id_)
        case "postcards":
            return _postcards(draft, library)
        case "talk":
            return TalkSlot(minutes=_TALK, title="", points=())
        case "break":
            return BreakSlot(minutes=_BREAK)
        case "closing":
            template = _template(draft, library)
            return template.closing if template else ClosingSlot(minutes=_CLOSING, title="", question="", points=())
        case _:
            return None


def _postcards(draft: Draft, library: Library) -> PostcardSlot:
    template = _template(draft, library)
    cards = template.postcards if template else None
    count = max(_FEWEST_CARDS, min(_MOST_CARDS, draft.number(("people", "most")) or 0))
    return PostcardSlot(
        minutes=_CARDS,
        title=cards.title if cards else "",
        how=cards.how if cards else (),
        say=cards.say if cards else None,
        postcards=tuple(card.id for card in _cards(draft, library))[:count],
    )


def _cards(draft: Draft, library: Library) -> Iterator[Postcard]:
    """Yield the postcards of the plan's themes, one from each in turn.

    If the plan has no themes, all themes are used.
    """
    themes = draft.entries(("themes",)) or tuple(library.themes)
    piles = [[card for card in library.postcards.values() if card.theme == theme] for theme in themes]
    for turn in zip_longest(*piles):
        yield from (card for card in turn if card)


def _template(draft: Draft, library: Library) -> Template | None:
    """Return the template for the plan's setting, or else the first one.

    Return None if the library has no templates.
    """
    setting = draft.words(("setting",))
    templates = tuple(library.templates.values())
    return next((each for each in templates if each.setting == setting), templates[0] if templates else None)
