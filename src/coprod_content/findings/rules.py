"""The rules behind the codes of findings, from `rules.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from attrs import frozen

from coprod_content.findings.finding import Level

Subject = Literal[
    "types", "library", "document", "easy-read", "brand", "advice", "build", "file", "pptx", "docx", "pdf", "html"
]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@frozen(kw_only=True)
class Rule:
    """A code and its explanation: what, why, and what to do."""

    code: str
    level: Level
    checked_in: tuple[Subject, ...]
    what: str
    why: str
    fix: str


@frozen
class RuleGroup:
    """Rules under a heading."""

    title: str
    rules: tuple[Rule, ...]


@cache
def rule_groups() -> tuple[RuleGroup, ...]:
    """Return every rule, by group."""
    return tuple(RuleGroup(group["title"], tuple(map(_rule, group["rules"]))) for group in _table()["groups"])


@cache
def questions_for_people() -> tuple[str, ...]:
    """Return what only a person can check."""
    return tuple(_table()["person"])


@cache
def unchecked() -> tuple[str, ...]:
    """Return what no inspector looks at."""
    return tuple(_table()["not_checked"])


def all_rules() -> tuple[Rule, ...]:
    """Return every rule."""
    return tuple(_by_code().values())


def rule_of(code: str) -> Rule | None:
    """Return the rule of a code, or None for an unknown code."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for group in rule_groups() for rule in group.rules}


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(**{key: value for key, value in entry.items() if key != "in"}, checked_in=tuple(entry["in"].split()))


@cache
def _table() -> Any:
    text = Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # both loaders are safe
