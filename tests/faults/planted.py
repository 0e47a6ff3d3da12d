"""What a planted fault is: something sound, the same with one fault in it, and the place that its finding names."""

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from coprod_content import Finding

Findings = tuple[Finding, ...]
Judge = Callable[[Path], Findings]


@frozen
class Planted:
    """A fault that is planted. Both functions take an empty folder to work in and tell all that is found there.

    `at` are the places of the findings, which all have its code: `file:line field`, as far as there is each of them.
    """

    at: tuple[str, ...]
    sound: Judge
    faulty: Judge


def place(finding: Finding) -> str:
    """The place that a finding names, without its column."""
    file = finding.where.file if finding.where else ""
    line = f":{finding.where.line}" if finding.where and finding.where.line else ""
    return f"{file}{line} {finding.field}".strip()
