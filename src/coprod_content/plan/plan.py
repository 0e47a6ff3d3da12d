"""A Plan: the workshop that answers an ask, why each item is in it, and what was left out."""

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.plan.best_agenda import best_agenda, choice
from coprod_content.plan.reasons import LeftOut, left_out, reasons
from coprod_content.plan.refusal import Refusal, refusal
from coprod_content.plan.request import Ask, check
from coprod_content.plan.session import session


@frozen(kw_only=True)
class Plan:
    """An answer: the workshop, a reason for each item of its agenda, what was left out, and the points of it."""

    ask: Ask
    workshop: Workshop
    reasons: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    points: int


def planned(ask: Ask, library: Library, title: str | None = None) -> Plan | Refusal:
    """The best agenda for an ask as a workshop of a title, or why there is none. The same ask gets the same answer.

    docs/planning.md states the rules and the points. Raises AskError where the ask names what there is not.
    """
    check(ask, library)
    agenda = best_agenda(ask, choice(ask, library))
    if agenda is None:
        return refusal(ask, library)
    return Plan(
        ask=ask,
        workshop=session(ask, agenda, library, title),
        reasons=reasons(ask, agenda, library),
        left_out=left_out(ask, agenda, library),
        points=agenda.sequence.points,
    )
