"""Planted faults: something sound, the same with one fault, and the place of its finding."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from coprod_content import Finding

Findings = tuple[Finding, ...]
Judge = Callable[[Path], Findings]


@frozen
class Planted:
    """A planted fault. Both functions work in an empty folder and return all findings.

    `at` are the places of the findings (`file:line field`, without missing parts), which all have its code.
    """

    at: tuple[str, ...]
    sound: Judge
    faulty: Judge


def place(finding: Finding) -> str:
    """Return the place of a finding, without its column."""
    file = finding.where.file if finding.where else ""
    line = f":{finding.where.line}" if finding.where and finding.where.line else ""
    return f"{file}{line} {finding.field}".strip()
