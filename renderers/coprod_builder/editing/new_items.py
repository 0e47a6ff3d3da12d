"""What can be put on an agenda, and what a new item starts with."""

import math
from collections.abc import Iterator
from itertools import zip_longest

from attrs import frozen

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
    Tool,
    ToolSlot,
)
from coprod_content.content.phrases import minutes_range, people_range, setting_in_words

_TALKING, _CARDS, _BREAK, _CLOSING, _AFTER_A_FILM = 10, 15, 10, 10, 5
_FEWEST_CARDS, _MOST_CARDS = 6, 24
"""Cards on the table: one for each person within these, as the planner has them."""


@frozen(kw_only=True)
class ToolOption:
    """A tool to choose, with what helps to choose, and why it does not fit, where it does not."""

    tool: Tool
    theme: str
    number: int
    facts: str
    unfit: str

    @property
    def fits(self) -> bool:
        """Whether it works with these people in this setting, and is not on the agenda yet."""
        return not self.unfit


def tool_options(draft: Draft, library: Library) -> tuple[ToolOption, ...]:
    """Every tool, in the order of the themes."""
    return tuple(sorted(_offers(draft, library), key=lambda offer: offer.number))


def _offers(draft: Draft, library: Library) -> Iterator[ToolOption]:
    used = {draft.words((*path, "tool")) for path in draft.slots}
    for tool in library.tools.values():
        theme = library.themes[tool.theme]
        facts = (minutes_range(tool.minutes), people_range(tool.people), setting_in_words(tool.setting).lower())
        yield ToolOption(
            tool=tool,
            theme=theme.title,
            number=theme.number,
            facts=", ".join(facts),
            unfit="; ".join(_unfit(tool, draft, used)),
        )


def _unfit(tool: Tool, draft: Draft, used: set[str]) -> Iterator[str]:
    if tool.id in used:
        yield "on the agenda already"
    least, most = draft.whole(("people", "least")), draft.whole(("people", "most"))
    if (most is not None and most < tool.people.least) or (least is not None and least > tool.people.most):
        yield f"works with {people_range(tool.people)}"
    where = draft.words(("setting",))
    if tool.setting not in ("either", where) and where in ("in-person", "online"):
        yield f"{setting_in_words(tool.setting).lower()} only"


def new_agenda_item(what: str, draft: Draft, library: Library) -> Slot | None:
    """A new agenda item: `tool:ID`, `film:ID`, `talk`, `postcards`, `break` or `closing`; nothing for all else.

    What people have to write themselves is empty.
    """
    kind, _, id_ = what.partition(":")
    match kind:
        case "tool" if id_ in library.tools:
            tool = library.tools[id_]
            return ToolSlot(minutes=sum(step.minutes for step in tool.steps), tool=id_)
        case "film" if id_ in library.films:
            watched = math.ceil(library.films[id_].seconds / 60)
            return FilmSlot(minutes=watched + _AFTER_A_FILM, film=id_)
        case "postcards":
            return _postcards(draft, library)
        case "talk":
            return TalkSlot(minutes=_TALKING, title="", points=())
        case "break":
            return BreakSlot(minutes=_BREAK)
        case "closing":
            found = _template(draft, library)
            return found.closing if found else ClosingSlot(minutes=_CLOSING, title="", question="", points=())
        case _:
            return None


def _postcards(draft: Draft, library: Library) -> PostcardSlot:
    found = _template(draft, library)
    title, how, say = (found.postcards.title, found.postcards.how, found.postcards.say) if found else ("", (), None)
    people = draft.whole(("people", "most")) or 0
    cards = tuple(card.id for card in _cards(draft, library))[: max(_FEWEST_CARDS, min(_MOST_CARDS, people))]
    return PostcardSlot(minutes=_CARDS, title=title, how=how, say=say, postcards=cards)


def _cards(draft: Draft, library: Library) -> Iterator[Postcard]:
    """The postcards of the themes of the plan, the themes taking turns."""
    themes = draft.entries(("themes",)) or tuple(library.themes)
    piles = [[card for card in library.postcards.values() if card.theme == theme] for theme in themes]
    for turn in zip_longest(*piles):
        yield from (card for card in turn if card)


def _template(draft: Draft, library: Library) -> Template | None:
    where = draft.words(("setting",))
    templates = tuple(library.templates.values())
    return next((each for each in templates if each.setting == where), templates[0] if templates else None)
