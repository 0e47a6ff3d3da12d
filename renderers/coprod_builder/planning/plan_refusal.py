"""Why no session is possible, with links to changes that help."""

from urllib.parse import urlencode

import attrs
from attrs import frozen

from coprod_content.planner.refusal import Refusal


@frozen
class SuggestedChange:
    """A change that makes a session possible, and its URL."""

    words: str
    address: str


@frozen(kw_only=True)
class PlanRefusal:
    """Why no session is possible, and what to change."""

    reasons: tuple[str, ...]
    changes: tuple[SuggestedChange, ...]

    @classmethod
    def of(cls, refusal: Refusal) -> "PlanRefusal":
        """Convert the planner's refusal for display on the first page."""
        changes = []
        for each in refusal.relaxations:
            values = {name: value for name, value in attrs.asdict(each.request).items() if value not in ((), None)}
            words = f"{each.words[:1].upper()}{each.words[1:]}"
            changes.append(SuggestedChange(words, f"/planned?{urlencode(values, doseq=True)}"))
        return cls(reasons=refusal.reasons, changes=tuple(changes))
