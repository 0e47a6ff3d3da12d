"""The questions of the planner: what somebody wrote into its form, and what is wrong with that."""

from attrs import frozen

from coprod_builder.faults import Fault
from coprod_builder.forms import Fields
from coprod_content.library import Library

_DEFAULTS = (
    ("minutes", "90"),
    ("people", "12"),
    ("setting", "in-person"),
    ("starts", "10:00"),
    ("break", "10"),
    ("lunch", "0"),
)


@frozen(kw_only=True)
class Question:
    """What the planner is asked, as it was written: one value for most fields, several for themes and tools."""

    minutes: str
    people: str
    setting: str
    purpose: str
    starts: str
    break_minutes: str
    lunch_minutes: str
    themes: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @classmethod
    def of(cls, fields: Fields, library: Library) -> "Question":
        """The question of a form, with what is usual where a field was not sent."""
        known = dict(_DEFAULTS)

        def one(name: str) -> str:
            return fields.one(name).strip() if name in fields else known[name]

        purposes = tuple(library.purposes)
        return cls(
            minutes=one("minutes"),
            people=one("people"),
            setting=one("setting"),
            purpose=fields.one("purpose") or (purposes[0] if purposes else ""),
            starts=one("starts"),
            break_minutes=one("break"),
            lunch_minutes=one("lunch"),
            themes=fields.every("theme"),
            must=fields.every("must"),
            without=fields.every("without"),
        )
