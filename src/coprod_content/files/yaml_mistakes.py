"""Findings about YAML values that people probably meant differently."""

import re
from collections.abc import Iterator

from attrs import evolve
from yaml.events import ScalarEvent

from coprod_content.content.item_texts import text_names
from coprod_content.findings.finding import Finding, Place

_NULL = ("~", "null", "Null", "NULL")
_NUMBER = re.compile(r"[0-9][0-9.,:-]*|yes|no|true|false")
_COMMENT = re.compile(r"[ \t]*,?[ \t]*(#[^\r\n]*)")
_JOINED_COMMENT = re.compile(r",?(#[^\r\n]*)")
"""Matches a comment without a space before it. YAML does not allow this, but the parser does."""
_BLOCK_COMMENT = re.compile(r"[|>][0-9+-]*[ \t]*(#[^\r\n]*)")
_OPENED = re.compile(r"[\[{][ \t]*(#[^\r\n]*)")
_COMMENT_ABOVE = re.compile(r"[:-][ \t]+(#[^\r\n]*)")
_ESCAPE = re.compile(r"\\([nt_])|\\.", re.DOTALL)
"""Matches an escape sequence in double quotes. The group is the letter of a sequence that is printed as a space."""
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_ENTRY = re.compile(r"[\r\n]([ \t]*)(-(?![\d-])[^\r\n]*|[*•▪◦‣●][ \t][^\r\n]*)")
"""Matches a line that starts like a list entry."""
_LINE_BREAK = re.compile(r"[\r\n]")
_LONG_LINE = 60


def scalar_findings(event: ScalarEvent, text: str, file: str, key: str) -> Iterator[Finding]:
    """Yield findings about a value that people probably meant differently.

    They are about null, comments, escapes, and lines that look like list entries but became part of a text. `text` is
    the text of the whole file, and `key` is the name of the field that contains the value. A comment is reported only
    if it may be meant as part of the value. After a number, this depends on whether fields with this name can contain
    text.
    """
    start, end, plain = event.start_mark, event.end_mark, event.implicit[0]
    if not start or not end:
        return
    is_usual = event.style != '"' and "#" not in text and event.value not in _NULL
    if is_usual and not _LINE_BREAK.search(text, start.index, end.index):
        return  # this goes for most values, and the rest takes a while
    where = Place(file, start.line + 1, start.column + 1)
    for line, entry in _entries(text, start.index, end.index, plain=plain):
        place = Place(file, where.line + line, len(entry[1]) + 1)
        what = (
            f"'{entry[2].rstrip()}' is read as part of the text that starts on line {where.line}, not as a list entry."
        )
        fix = "Indent it like the other entries. If it is part of that text, join it to the line above."
        yield Finding(code="fake-list", where=place, what=what, fix=fix)
    if plain and event.value in _NULL:
        fix = "Delete the line if the field is optional. If this is text, put quotes round it."
        yield Finding(code="null", where=where, what=f"{event.value} leaves this field empty.", fix=fix)
    elif comment := _comment(event, text, key):
        colour = None if event.value else _COLOUR.match(comment)
        yield comment_finding(comment, where, f'Put a colour in quotes, for example "{colour[0]}".' if colour else "")
    if event.style == '"' and (lost := _lost_escape(text[start.index : end.index])):
        what = f"'{lost}' in double quotes does not mean a backslash and a letter. It would be printed as a space."
        fix = "Use single quotes, or write the backslash twice. If you want a space, type a space."
        yield Finding(code="escape", where=where, what=what, fix=fix)


def _comment(event: ScalarEvent, text: str, key: str) -> str:
    """Return a comment that may be meant as part of a value.

    Returns an empty string if there is no such comment.
    """
    start, end = event.start_mark, event.end_mark
    found = None
    if not start or not end:
        return ""
    if event.style in ("|", ">"):
        found = _BLOCK_COMMENT.match(text, start.index)
    elif not event.implicit[0]:
        found = _JOINED_COMMENT.match(text, end.index)
    else:
        found = _COMMENT.match(text, end.index)
        if found and _NUMBER.fullmatch(event.value) and key not in text_names():
            return ""
        line = start.index - start.column
        if not found and not text[line : start.index].strip():
            found = _COMMENT_ABOVE.search(_line_above(text, line))
    return found[1] if found else ""


def _line_above(text: str, at: int) -> str:
    """Return the last line before `at`, skipping blank lines and comments.

    Returns an empty string if there is no such line.
    """
    while at:
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above:at].strip()
        if line and not line.startswith("#"):
            return line
        at = above
    return ""


def comment_finding(comment: str, where: Place, fix: str = "") -> Finding:
    """Return a finding about a comment that may be meant as text.

    If `fix` is empty, the finding has general advice.
    """
    what = f"'{comment}' is read as a comment, so it would be left out."
    fix = fix or "Put quotes round the whole value. If it really is a comment, move it to a separate line."
    return Finding(code="comment", where=where, what=what, fix=fix)


def bracket_comment(text: str, at: int) -> str:
    """Return a comment that is beside a bracket and may be text.

    `at` is the index of an opening bracket, or of the character after a closing one. Returns an empty string if there
    is no such comment.
    """
    found = _OPENED.match(text, at) or (_JOINED_COMMENT.match(text, at) if text[at - 1 : at] in ("]", "}") else None)
    return found[1] if found else ""


def _lost_escape(quoted: str) -> str:
    return next((match[0] for match in _ESCAPE.finditer(quoted) if match[1]), "")


def _entries(text: str, start: int, end: int, *, plain: bool) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines of a value that start like list entries.

    Each is yielded as a match, with the number of lines before it in the value. In quoted text, or in text after `|` or
    `>`, the only such line is not yielded if the line before it is long, because the dash or bullet is then probably
    part of a sentence.
    """
    entries = list(_ENTRY.finditer(text, start, end))
    if len(entries) == 1 and not plain:
        at = entries[0].start()
        entries = entries if at - text.rfind("\n", 0, at) <= _LONG_LINE else []
    for entry in entries:
        yield text.count("\n", start, entry.start(2)), entry


def brief_findings(findings: list[Finding]) -> list[Finding]:
    """Return a file's findings, with one in place of several about aliases.

    That one also replaces the findings about anchors. With fewer than two aliases, the findings are unchanged. If all
    aliases are values of merge keys, only the findings about merge keys are kept.
    """
    aliases = [each for each in findings if each.code == "alias"]
    others = [each for each in findings if each.code not in ("alias", "anchor")]
    if aliases and len(aliases) <= sum(each.code == "merge-key" for each in others):
        fix = "Write the fields out in full, and delete the names that begin with &."
        return [evolve(each, fix=fix) if each.code == "merge-key" else each for each in others]
    if len(aliases) < 2:
        return findings
    more = len(aliases) - 1
    what = f"{aliases[0].what[:-1]}, and nor {'is' if more == 1 else 'are'} {more} more."
    fix = "Write the text out in full wherever a * is, and delete the names that begin with &."
    return [evolve(aliases[0], what=what, fix=fix), *others]
