"""Findings beside the fields that they are about, in words for the page."""

import re
from collections.abc import Iterable

from attrs import frozen

from coprod_content.findings.finding import Finding

_FIXES = {
    "missing-key": "Fill it in.",
    "empty": "Fill it in.",
    "list": "Write one on each line.",
    "unknown-id": "Choose another one.",
    "text": "Write it as text.",
}
"""What to do about a finding on a page, where the advice for a file would not help."""
_LAST = re.compile(r"[.\[][^.\[]*$")


@frozen(kw_only=True)
class FieldProblem:
    """A finding on the page: what to say, and the control to go to, or the field that nothing on the page shows.

    `droppable` is the name of a field that may be left out of the plan to be rid of the fault.
    """

    words: str
    control: str = ""
    label: str = ""
    droppable: str = ""
    code: str = ""

    @property
    def anchor(self) -> str:
        """The id of the control."""
        return element_id(self.control)


def element_id(name: str) -> str:
    """The id of the control of a field: `agenda-2-points` for `agenda[2].points`."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")


@frozen
class FieldProblems:
    """All faults of a plan."""

    every: tuple[FieldProblem, ...] = ()

    def of(self, control: str) -> tuple[FieldProblem, ...]:
        """Those of a control."""
        return tuple(fault for fault in self.every if fault.control == control)

    def below(self, name: str) -> bool:
        """Whether there is one at a field or inside it."""
        return any(fault.control == name or fault.control.startswith(f"{name}.") for fault in self.every)


def field_problems(findings: Iterable[Finding], controls: dict[str, str]) -> FieldProblems:
    """Faults from findings; `controls` are the names of the controls of the page, each with its label."""
    return FieldProblems(tuple(_fault(finding, controls) for finding in findings))


def _fault(finding: Finding, controls: dict[str, str]) -> FieldProblem:
    name = finding.field
    while name and name not in controls:
        shorter = _LAST.sub("", name)
        name = shorter if shorter != name else ""
    words = _sentence(finding)
    if finding.code == "unknown-key":
        return FieldProblem(words=f"{finding.field}: {words}", code=finding.code, droppable=finding.field)
    if not name:
        where = f"{finding.field}: " if finding.field else ""
        return FieldProblem(words=f"{where}{words}", code=finding.code)
    return FieldProblem(words=words, control=name, label=controls[name], code=finding.code)


def _sentence(finding: Finding) -> str:
    fix = _FIXES.get(finding.code, finding.fix)
    if finding.code == "unknown-id" and finding.fix.startswith("Did you mean"):
        fix = finding.fix
    what = finding.what[:1].upper() + finding.what[1:]
    return f"{what} {fix}".strip()
