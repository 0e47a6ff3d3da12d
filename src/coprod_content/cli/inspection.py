"""Commands about finished files: inspect, explain; and what every report ends with."""

from collections.abc import Sequence
from pathlib import Path

import typer

from coprod_content.cli.console import Usage, complain, counted, print_findings, say, working
from coprod_content.findings.fault import rule_of
from coprod_content.findings.finding import Finding, nearest
from coprod_content.findings.ruletable import PERSON, RULES
from coprod_content.plugins.inspectors import InspectorError, inspected

ASK_A_PERSON = "A person must still check what no program can: see docs/findings.md."


def inspect_files(files: Sequence[Path], form: str) -> None:
    """Print what is wrong with some files, one after the other; fail on errors."""
    findings: list[Finding] = []
    broken = 0
    for path in dict.fromkeys(files):
        try:
            with working(f"Inspecting {path.name} …"):
                findings += inspected(path)
        except InspectorError as error:
            complain(str(error))
            broken += 1
    print_findings(findings, form)
    errors = sum(finding.level == "error" for finding in findings)
    if form == "text":
        count = counted(len(set(files)), "file")
        say(f"{count}, {counted(errors, 'error')}, {len(findings) - errors} to look at")
    ask_a_person(form)
    if errors or broken:
        raise typer.Exit(1)


def ask_a_person(form: str) -> None:
    """End a report with what only a person can check: in full for people, a line beside it for programs."""
    if form != "text":
        complain(ASK_A_PERSON)
        return
    say("A person must still check:")
    for question in PERSON:
        say(f"- {question}")


def explain_code(code: str) -> None:
    """Print the rule of a code."""
    rule = rule_of(code)
    if rule is None:
        raise Usage(f"There is no code '{code}'. {nearest(code, (known.code for known in RULES))}".strip())
    say(f"{rule.code}  ({rule.level}; {', '.join(rule.judged.split())})")
    for line in (rule.what, rule.why, rule.fix):
        say(line)
