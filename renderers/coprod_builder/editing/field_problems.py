"""Findings turned into problems to show beside form fields."""

import re
from collections.abc import Iterable

from attrs import frozen

from coprod_content.findings.finding import Finding

_FIXES = {
    "missing-key": "Fill it in.",
    "empty": "Fill it in.",
    "list": "Write one per line.",
    "unknown-id": "Choose another one.",
    "text": "Write it as text.",
    "time-zone": "Write the time zone as a continent and a city, such as Europe/Dublin.",
}
"""What to do about a problem, keyed by the finding's code.

A finding's own advice is for people who edit YAML files. The advice here replaces it on the editor page.
"""
_LAST_STEP = re.compile(r"[.\[][^.\[]*$")


@frozen(kw_only=True)
class FieldProblem:
    """A problem, and the form control that it concerns, if any.

    `removable` is the name of an unknown field that can be removed from the plan, or an empty string.
    """

    words: str
    control: str = ""
    label: str = ""
    removable: str = ""
    code: str = ""

    @property
    def anchor(self) -> str:
        """The id of the control's HTML element."""
        return element_id(self.control)


def element_id(name: str) -> str:
    """Return a control's HTML id, such as `agenda-2-points` for `agenda[2].points`."""
    return re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")


@frozen
class FieldProblems:
    """All the problems in a plan or in the planner's form."""

    every: tuple[FieldProblem, ...] = ()

    def of(self, control: str) -> tuple[FieldProblem, ...]:
        """Return the problems with one control."""
        return tuple(problem for problem in self.every if problem.control == control)


def field_problems(findings: Iterable[Finding], controls: dict[str, str], file: str = "") -> FieldProblems:
    """Return findings as problems, matched to controls where possible.

    `controls` maps the name of each control to its label. `file` is the plan's file name, or empty if the findings are
    about another form. Errors in other files are listed with their file and line. Other findings in those files are
    left out.
    """
    found = tuple(findings)
    mine = tuple(_problem(each, controls) for each in found if not _is_elsewhere(each, file))
    others = (each for each in found if _is_elsewhere(each, file) and each.level == "error")
    return FieldProblems((*mine, *(FieldProblem(words=str(each), code=each.code) for each in others)))


def _is_elsewhere(finding: Finding, file: str) -> bool:
    return bool(file and finding.where and finding.where.file != file)


def _problem(finding: Finding, controls: dict[str, str]) -> FieldProblem:
    words = _sentences(finding)
    if finding.code == "unknown-key":
        return FieldProblem(words=f"{finding.field}: {words}", code=finding.code, removable=finding.field)
    name = finding.field
    while name and name not in controls:
        shorter = _LAST_STEP.sub("", name)
        name = shorter if shorter != name else ""
    if not name:
        where = f"{finding.field}: " if finding.field else ""
        return FieldProblem(words=f"{where}{words}", code=finding.code)
    return FieldProblem(words=words, control=name, label=controls[name], code=finding.code)


def _sentences(finding: Finding) -> str:
    fix = _FIXES.get(finding.code, finding.fix)
    if finding.code == "unknown-id" and finding.fix.startswith("Did you mean"):
        fix = finding.fix
    what = f"This {finding.what}" if finding.what.startswith(("is ", "has ")) else finding.what
    return f"{what[:1].upper()}{what[1:]} {fix}".strip()
