"""Faults in finished files, not yet traced to the content."""

import re

from attrs import field, frozen
from attrs.validators import instance_of

from coprod_content.findings.finding import Finding, Place
from coprod_content.findings.rules import rule_of

_ADDRESS = re.compile(r"(?: object)? at 0x[0-9a-f]+|\b0x[0-9a-f]{8,}\b", re.IGNORECASE)
_LONGEST_REASON = 200


def reason(error: BaseException) -> str:
    """Return an exception's type and the first line of its message.

    Memory addresses are removed, because they differ in each run. If the exception cannot be printed, only its type is
    returned.
    """
    kind = type(error).__name__
    try:
        several = type(error) in (TypeError, ValueError) and len(error.args) > 1  # attrs raises such errors
        lines = str(error.args[0] if several else error).strip().splitlines()
    except KeyboardInterrupt:
        raise
    except BaseException:
        lines = []
    message = _ADDRESS.sub("", lines[0])[:_LONGEST_REASON] if lines else ""
    return f"{kind}: {message}" if message else kind


@frozen(kw_only=True)
class Fault:
    """A fault in a finished file, with hints for tracing its cause.

    `code` is the code of a rule. `spot` is a location that readers can find, such as `slide 3` or `page 2`. `line` is
    the line number in a text file. `words` is the faulty text and `heading` is the title above it, both exactly as in
    the file. They are used to find the content that caused the fault.
    """

    code: str = field(validator=instance_of(str))
    what: str = field(validator=instance_of(str))
    spot: str = field(default="", validator=instance_of(str))
    line: int = field(default=0, validator=instance_of(int))
    words: str = field(default="", validator=instance_of(str))
    heading: str = field(default="", validator=instance_of(str))
    fix: str = field(default="", validator=instance_of(str))


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
