"""Planning: from the time, the people and the purpose at hand to a workshop of real items that adds up."""

from coprod_content.plan.cut import CutError, cut
from coprod_content.plan.plan import Plan, planned
from coprod_content.plan.reasons import LeftOut
from coprod_content.plan.refusal import Change, Refusal
from coprod_content.plan.request import Ask, AskError, ask_of

__all__ = [
    "Ask",
    "AskError",
    "Change",
    "CutError",
    "LeftOut",
    "Plan",
    "Refusal",
    "ask_of",
    "cut",
    "planned",
]
