"""The planner's form and the answers in it."""

from urllib.parse import urlencode

from attrs import asdict, evolve, frozen

from coprod_builder.editing.field_problems import FieldProblem, field_problems
from coprod_builder.editing.form_fields import FormFields
from coprod_content.content.library import Library
from coprod_content.planner.request import PlanRequest, PlanRequestError, plan_request

LABELS = {
    "purpose": "What is the session for?",
    "minutes": "How many minutes?",
    "people": "How many people?",
    "starts": "When does it start?",
    "setting": "How will you meet?",
    "break_minutes": "Minutes for each break",
    "lunch_minutes": "Minutes for lunch",
    "themes": "Themes that matter most",
    "must": "Tools to include",
    "without": "Tools to leave out",
}
"""Question labels, keyed by the name of the field in PlanRequest."""
_DEFAULTS = {
    "minutes": "90",
    "people": "12",
    "setting": "in-person",
    "starts": "10:00",
    "break_minutes": "10",
    "lunch_minutes": "0",
}


@frozen(kw_only=True)
class PlanningForm:
    """The answers in the planner's form, and any problems with them."""

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
    problems: tuple[FieldProblem, ...] = ()

    @classmethod
    def of(cls, fields: FormFields, library: Library) -> "PlanningForm":
        """Read the planner's form, with default values for missing fields."""
        given = {name: fields.one(name).strip() if name in fields else _DEFAULTS[name] for name in _DEFAULTS}
        return cls(
            **given,
            purpose=fields.one("purpose") or next(iter(library.purposes), ""),
            themes=fields.every("themes"),
            must=fields.every("must"),
            without=fields.every("without"),
            problems=(),
        )

    @property
    def labels(self) -> dict[str, str]:
        """The label of each question, keyed by the name of its field."""
        return LABELS

    def request(self) -> PlanRequest:
        """Return the answers as a PlanRequest. Raises PlanRequestError if one is invalid."""
        lists = {"themes": list(self.themes), "must": list(self.must), "without": list(self.without)}
        return plan_request({name: getattr(self, name) for name in LABELS} | lists)

    def with_error(self, error: PlanRequestError) -> "PlanningForm":
        """Return the form with the problems that `error` lists."""
        return evolve(self, problems=field_problems(error.findings, LABELS).every)

    def with_problem(self, words: str) -> "PlanningForm":
        """Return the form with a problem that concerns no single field."""
        return evolve(self, problems=(FieldProblem(words=words),))


def planned_address(request: PlanRequest) -> str:
    """Return the address of a planned session, relative to the first page."""
    values = {name: value for name, value in asdict(request).items() if value not in ((), None)}
    return f"planned?{urlencode(values, doseq=True)}"
