"""Faults in finished files, not yet traced to the content."""

from attrs import frozen

from coprod_content.findings.finding import Finding, Place
from coprod_content.findings.rules import rule_of


@frozen(kw_only=True)
class Fault:
    """A fault in a finished file, with hints for tracing its cause.

    `code` is the code of a rule. `spot` is a location that readers can find, such as `slide 3` or `page 2`. `line` is
    the line number in a text file. `words` is the faulty text and `heading` is the title above it, both exactly as in
    the file. They are used to find the content that caused the fault.
    """

    code: str
    what: str
    spot: str = ""
    line: int = 0
    words: str = ""
    heading: str = ""
    fix: str = ""


def finding_of(fault: Fault, file: str) -> Finding:
    """Convert a fault to a finding about a file.

    The level is `error` if the code has no rule.
    """
    rule = rule_of(fault.code)
    return Finding(
        code=fault.code,
        level=rule.level if rule else "error",
        where=Place(file, fault.line),
        field=fault.spot,
        what=fault.what,
        fix=fault.fix or (rule.fix if rule else ""),
    )
