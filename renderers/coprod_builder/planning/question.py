"""The questions of the planner: what somebody wrote into its form, and what is wrong with that."""

from urllib.parse import urlencode

import attrs
from attrs import evolve, frozen

from coprod_builder.editing.field_problems import FieldProblem, field_problems
from coprod_builder.editing.form_fields import FormFields
from coprod_content.content.library import Library
from coprod_content.planner.refusal import Refusal
from coprod_content.planner.request import PlanRequest, PlanRequestError, plan_request

LABELS = {
    "purpose": "What is it for?",
    "minutes": "How many minutes?",
    "people": "How many people?",
    "starts": "When does it start?",
    "setting": "Where do you meet?",
    "break_minutes": "Minutes of a break",
    "lunch_minutes": "Minutes for lunch",
    "themes": "Themes that matter most",
    "must": "Tools that have to be in it",
    "without": "Tools to leave out",
}
"""What each question is called, by the field of a PlanRequest."""
_USUAL = {
    "minutes": "90",
    "people": "12",
    "setting": "in-person",
    "starts": "10:00",
    "break_minutes": "10",
    "lunch_minutes": "0",
}


@frozen(kw_only=True)
class PlanningQuestion:
    """What the planner is asked, as it was written: one value for most fields, several for themes and tools."""

    purpose: str
    minutes: str
    people: str
    setting: str
    starts: str
    break_minutes: str
    lunch_minutes: str
    themes: tuple[str, ...]
    must: tuple[str, ...]
    without: tuple[str, ...]
    faults: tuple[FieldProblem, ...] = ()

    @classmethod
    def of(cls, fields: FormFields, library: Library) -> "PlanningQuestion":
        """The question of a form, with what is usual where a field was not sent."""

        def one(name: str) -> str:
            return fields.one(name).strip() if name in fields else _USUAL[name]

        return cls(
            purpose=fields.one("purpose") or next(iter(library.purposes), ""),
            minutes=one("minutes"),
            people=one("people"),
            setting=one("setting"),
            starts=one("starts"),
            break_minutes=one("break_minutes"),
            lunch_minutes=one("lunch_minutes"),
            themes=fields.every("themes"),
            must=fields.every("must"),
            without=fields.every("without"),
        )

    def asked(self) -> PlanRequest:
        """The question as the planner takes it. Raises PlanRequestError."""
        values = {name: getattr(self, name) for name in LABELS}
        return plan_request(
            {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
        )

    def judged(self, error: PlanRequestError) -> "PlanningQuestion":
        """The question with what is wrong with it."""
        return evolve(self, faults=field_problems(error.findings, LABELS).every)


@frozen
class SuggestedChange:
    """A change that makes an impossible session possible, and the address that asks for it."""

    words: str
    address: str


@frozen(kw_only=True)
class PlanRefusal:
    """Why a session is impossible, and what would make it possible."""

    why: tuple[str, ...]
    ways: tuple[SuggestedChange, ...]

    @classmethod
    def of(cls, refusal: Refusal) -> "PlanRefusal":
        """A refusal of the planner as a page shows it."""
        return cls(
            why=refusal.reasons,
            ways=tuple(SuggestedChange(change.words, address(change.request)) for change in refusal.relaxations),
        )


def address(ask: PlanRequest) -> str:
    """The address of the session that an ask gives."""
    values = {name: value for name, value in attrs.asdict(ask).items() if value not in ((), None)}
    return f"/planned?{urlencode(values, doseq=True)}"
