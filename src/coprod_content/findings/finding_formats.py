"""Findings as text, as JSON, and as notes on lines in GitHub."""

import json
from collections.abc import Sequence
from typing import Any

from attrs import asdict

from coprod_content.findings.finding import Finding, Place, printable, shortened


def as_text(findings: Sequence[Finding]) -> str:
    """Return findings as text, one per line."""
    return "\n".join(str(finding) for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as a JSON array of objects."""
    values = [asdict(finding, value_serializer=_json_value) for finding in findings]
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)


def _json_value(_: object, __: object, value: Any) -> Any:
    return printable(value) if isinstance(value, str) else value


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows as line annotations."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    kind = {"error": "error", "warning": "warning", "advice": "notice"}[finding.level]
    where = finding.where or Place("")
    file = _escaped(where.file).replace(":", "%3A").replace(",", "%2C")
    spot = f"file={file},line={where.line or 1},col={where.column or 1},title={finding.code}"
    message = ": ".join(
        part for part in (shortened(finding.field, 80), f"{finding.what} {finding.fix}".strip()) if part
    )
    return f"::{kind} {spot}::{_escaped(message)}"


def _escaped(words: str) -> str:
    return printable(words).replace("%", "%25")
