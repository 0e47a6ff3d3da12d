"""Advice on text that the YAML parser cannot read."""

import re
from typing import Any

_KEY = r"^\s*(?:-\s+)*[\w-]+"
_VALUE = r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?"
_ADVICE = (
    (re.compile(r"^ *\t|^\s*(?:-|[\w-]+:)? *\t"), "Use spaces instead of tabs."),
    (
        re.compile(_VALUE + r"""(["']).*\1\s*[^\s,\]}#]"""),
        "If only part of the text is in quotes, put the other kind of quotes round all of it.",
    ),
    (re.compile(_VALUE + r'".*\\'), "Use single quotes for text that contains a backslash."),
    (re.compile(_VALUE + r"(?:\[[^\]]*|\{[^}]*)$"), "Close each bracket, or put quotes round the text."),
    (
        re.compile(_VALUE + r"(?:(?:\[.*\]|\{.*\})\s*[^\s,\]}#]|[@`%*&!|>?\]},])"),
        "Put quotes round text that starts with a symbol.",
    ),
    (re.compile(_KEY + r":\s+- "), "Write each entry of a list on a separate line."),
    (re.compile(_KEY + r"[:：][^\s:/]"), "Put a space after the colon of a key."),
    (re.compile(r":\s.*:(\s|$)"), "Put quotes round text that contains ': '."),
    (re.compile(r"^\s*#"), "Move the comment out of the text."),
)
"""Patterns of common mistakes in a line, most specific first, each with advice."""
_OTHER = "Check the indentation, and put quotes round any text that contains ': ' or starts with a symbol."


def yaml_advice(error: Any, text: str) -> str:
    """Return advice on an error from the YAML parser.

    The mistake can be on the line before the one where the parser noticed it.
    """
    problem, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if opened and "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or ""):
        return f"Close the quotes that open on line {opened.line + 1}."
    lines = text.split("\n")
    for number in (problem.line, problem.line - 1) if problem else ():
        for mistake, advice in _ADVICE:
            if 0 <= number < len(lines) and mistake.search(lines[number]):
                return advice
    if opened and " flow " in (error.context or ""):
        return f"Close the bracket that opens on line {opened.line + 1}, or put quotes round the text."
    return _OTHER
