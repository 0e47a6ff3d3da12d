"""Commands about finished files: inspect, explain; and what every report ends with."""

from collections.abc import Sequence
from pathlib import Path

import typer

from coprod_content.cli.console import Usage, complain, counted, print_findings, say, working
from coprod_content.findings.finding import Finding, nearest
from coprod_content.findings.rules import all_rules, questions_for_people, rule_groups, rule_of, unchecked
from coprod_content.plugins.inspectors import InspectorError, inspected

ASK_A_PERSON = "A person must still check what no program can: `coprod explain person` lists it."
_PERSON = "person"


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
    _print_list("A person must still check:", questions_for_people())


def explain_code(code: str | None) -> None:
    """Print the rule of a code, what only a person can check, or, without a code, the list of all codes."""
    if code is None:
        _print_all_codes()
    elif code == _PERSON:
        _print_list("A person must still check:", questions_for_people())
        _print_list("No inspector looks at:", unchecked())
    else:
        _print_rule(code)


def _print_all_codes() -> None:
    width = max(len(rule.code) for rule in all_rules())
    for group in rule_groups():
        say(group.title)
        for rule in group.rules:
            say(f"  {rule.code:<{width}}  {rule.what}")
    say(f"`coprod explain CODE` says why it matters and what to do. {ASK_A_PERSON}")


def _print_rule(code: str) -> None:
    rule = rule_of(code)
    if rule is None:
        near = nearest(code, (_PERSON, *(known.code for known in all_rules())))
        raise Usage(f"There is no code '{code}'. {near or '`coprod explain` lists them.'}")
    say(f"{rule.code}  ({rule.level}; checked in: {', '.join(rule.checked_in)})")
    for line in (rule.what, rule.why, rule.fix):
        say(line)


def _print_list(title: str, entries: Sequence[str]) -> None:
    say(title)
    for entry in entries:
        say(f"- {entry}")
