"""`coprod inspect` and `coprod explain`: faults in files, and their codes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import ASK_A_PERSON, complain, counted, note, print_findings, remind, say, working
from coprod_content.cli.errors import Usage
from coprod_content.cli.options import FindingsFormat
from coprod_content.findings.finding import Finding, nearest
from coprod_content.findings.rules import all_rules, questions_for_people, rule_groups, rule_of, unchecked
from coprod_content.plugins import inspectors
from coprod_content.plugins.inspectors import InspectorError

_PERSON = "person"


def inspect(
    files: Annotated[list[Path], typer.Argument(help="Finished files, made with coprod or any other program.")],
    form: FindingsFormat = "text",
) -> None:
    """Look for barriers and dangers in finished files.

    Barriers keep people from reading a file. Dangers, such as macros, can harm people who open it.
    """
    findings: list[Finding] = []
    broken = 0
    for problem in inspectors.malformed():
        complain(problem)
    paths = tuple(dict.fromkeys(files))
    for path in paths:
        try:
            with working(f"Inspecting {path.name} …"):
                findings += inspectors.inspect(path)
        except InspectorError as error:
            complain(str(error))
            broken += 1
    print_findings(findings, form)
    errors = sum(finding.level == "error" for finding in findings)
    if form == "text":
        note(f"{counted(len(paths), 'file')}, {counted(errors, 'error')}, {len(findings) - errors} to look at")
    ask_a_person(form)
    if errors or broken:
        raise typer.Exit(1)


def ask_a_person(form: str) -> None:
    """Remind the user that a person must check too.

    If `form` is `text`, print the questions that only a person can answer. Other formats are for programs, so print a
    one-line reminder to standard error instead.
    """
    if form == "text":
        _print_list("A person must still check:", questions_for_people(), note)
    else:
        remind(ASK_A_PERSON)


def explain(
    code: Annotated[
        str | None, typer.Argument(help="The code of a finding, or `person` for what only a person can check.")
    ] = None,
) -> None:
    """Explain the code of a finding.

    Say what it means, why it matters and what to do. Without a code, list all codes.
    """
    if code is None:
        _print_all_codes()
    elif code == _PERSON:
        _print_list("A person must still check:", questions_for_people(), say)
        _print_list("No inspector checks:", unchecked(), say)
    else:
        _print_rule(code)


def _print_all_codes() -> None:
    width = max(len(rule.code) for rule in all_rules())
    for group in rule_groups():
        say(group.title)
        for rule in group.rules:
            say(f"  {rule.code:<{width}}  {rule.what}")
    say(f"`coprod explain CODE` says why a finding matters and what to do. {ASK_A_PERSON}")


def _print_rule(code: str) -> None:
    rule = rule_of(code)
    if rule is None:
        near = nearest(code, (_PERSON, *(known.code for known in all_rules())))
        raise Usage(f"There is no code '{code}'. {near or '`coprod explain` lists them.'}")
    say(f"{rule.code}  ({rule.level}; checked in: {', '.join(rule.checked_in)})")
    for line in (rule.what, rule.why, rule.fix):
        say(line)


def _print_list(title: str, entries: Sequence[str], show: Callable[[str], None]) -> None:
    show(title)
    for entry in entries:
        show(f"- {entry}")
