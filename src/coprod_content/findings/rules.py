"""The rules that explain finding codes, read from `rules.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from attrs import frozen

from coprod_content.findings.finding import Level

Subject = Literal[
    "types",
    "table",
    "library",
    "document",
    "easy-read",
    "brand",
    "advice",
    "build",
    "file",
    "pptx",
    "docx",
    "pdf",
    "html",
]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@frozen(kw_only=True)
class Rule:
    """A finding code, with its meaning, reason and suggested fix."""

    code: str
    level: Level
    checked_in: tuple[Subject, ...]
    what: str
    why: str
    fix: str


@frozen
class RuleGroup:
    """Rules about one subject, with a heading."""

    title: str
    rules: tuple[Rule, ...]


@cache
def rule_groups() -> tuple[RuleGroup, ...]:
    """Return all rules, grouped under headings."""
    return tuple(RuleGroup(group["title"], tuple(map(_rule, group["rules"]))) for group in _table()["groups"])


@cache
def questions_for_people() -> tuple[str, ...]:
    """Return questions about finished files that only a person can answer."""
    return tuple(_table()["person"])


@cache
def unchecked() -> tuple[str, ...]:
    """Return sentences about what the checks of files do not cover."""
    return tuple(_table()["not_checked"])


def all_rules() -> tuple[Rule, ...]:
    """Return all rules."""
    return tuple(_by_code().values())


def rule_of(code: str) -> Rule | None:
    """Return the rule for a code, or None for an unknown code."""
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
