"""`coprod explain` prints the rules, and what only a person can check."""

from typer.testing import CliRunner

from coprod_content.cli.app import app
from coprod_content.cli.inspection import ASK_A_PERSON
from coprod_content.findings.rules import all_rules, questions_for_people, rule_groups, unchecked


def printed(*words: str) -> list[str]:
    """The lines that `coprod explain` prints."""
    result = CliRunner().invoke(app, ["explain", *words])
    assert result.exit_code == 0
    return result.stdout.splitlines()


def test_without_a_code_every_code_is_listed() -> None:
    """Each group of rules has its title, and each code a line with its meaning."""
    lines = printed()
    assert {group.title for group in rule_groups()} <= set(lines)
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.code for rule in all_rules()]
    assert all(any(line.endswith(rule.what) for line in lines) for rule in all_rules())


def test_what_only_a_person_can_check_is_printed_by_the_command_that_reports_name() -> None:
    """Reports end by naming `coprod explain person`, which lists the questions and what is not checked."""
    assert "`coprod explain person`" in ASK_A_PERSON
    assert {f"- {entry}" for entry in (*questions_for_people(), *unchecked())} <= set(printed("person"))
    assert printed()[-1].endswith(ASK_A_PERSON)


def test_a_rule_is_printed_with_its_level_and_what_is_checked() -> None:
    """One code gives four lines."""
    rule = all_rules()[0]
    assert printed(rule.code) == [f"{rule.code}  ({rule.level}; checked in: types)", rule.what, rule.why, rule.fix]


def test_an_unknown_code_names_the_nearest_or_the_list() -> None:
    """A mistyped code fails with a way to find the right one."""
    near, far = (CliRunner().invoke(app, ["explain", code]) for code in ("no-titel", "zzz"))
    assert (near.exit_code, far.exit_code) == (2, 2)
    assert near.stderr.splitlines() == ["There is no code 'no-titel'. Did you mean 'no-title'?"]
    assert far.stderr.splitlines() == ["There is no code 'zzz'. `coprod explain` lists them."]
