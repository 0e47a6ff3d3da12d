"""Rules: for each code that a Finding may have, what it means, why it matters, and the way out."""

from typing import Literal

from attrs import frozen

from coprod_content.findings.finding import Level

Judged = Literal[
    "types", "library", "document", "easy-read", "brand", "advice", "build", "file", "pptx", "docx", "pdf", "html"
]


@frozen
class Rule:
    """One code: how grave it is, what it is looked for in, and a sentence each of what, why (with its source) and fix.

    `judged` are the words of Judged with spaces between: "file" is any finished file, whatever its format.
    """

    code: str
    level: Level
    judged: str
    what: str
    why: str
    fix: str
