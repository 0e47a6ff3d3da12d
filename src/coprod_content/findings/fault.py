"""Faults in finished files and documents, before they are traced to a file and a line."""

from attrs import frozen

from coprod_content.findings.finding import Finding, Place
from coprod_content.findings.rules import rule_of


@frozen(kw_only=True)
class Fault:
    """A fault in a finished file, and what leads to its cause.

    `code` is that of a rule; `spot` the place in the file as its readers call it (`slide 3`, `page 2`), `line` that of
    a file of lines. `words` are those at fault and `heading` the title that they stand under, both as in the file: what
    was made from content is traced back by them.
    """

    code: str
    what: str
    spot: str = ""
    line: int = 0
    words: str = ""
    heading: str = ""
    fix: str = ""


def finding_of(fault: Fault, file: str) -> Finding:
    """A fault as a finding at a file. A code that no rule of this library has is an error."""
    rule = rule_of(fault.code)
    return Finding(
        code=fault.code,
        level=rule.level if rule else "error",
        where=Place(file, fault.line),
        field=fault.spot,
        what=fault.what,
        fix=fault.fix or (rule.fix if rule else ""),
    )
