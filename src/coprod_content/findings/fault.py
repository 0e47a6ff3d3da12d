"""Faults in finished files, before they are traced to the content."""

from attrs import frozen

from coprod_content.findings.finding import Finding, Place
from coprod_content.findings.rules import rule_of


@frozen(kw_only=True)
class Fault:
    """A fault in a finished file, with hints for tracing its cause.

    `code` is the code of a rule. `spot` is the place as readers call it (`slide 3`, `page 2`); `line` is its line in a
    text file. `words` are the words at fault and `heading` the title above them, both as in the file: they lead back to
    the content.
    """

    code: str
    what: str
    spot: str = ""
    line: int = 0
    words: str = ""
    heading: str = ""
    fix: str = ""


def finding_of(fault: Fault, file: str) -> Finding:
    """Return a fault as a finding about a file.

    A code without a rule counts as an error.
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
