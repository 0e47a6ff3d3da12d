"""Findings about YAML values that people probably meant differently."""

import re
from collections.abc import Iterator

from yaml.events import ScalarEvent

from coprod_content.findings.finding import Finding, Place

_NULL = ("~", "null", "Null", "NULL")
_NUMBER = re.compile(r"[0-9][0-9.,:-]*|yes|no|true|false")
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_ENTRY = re.compile(r"[\r\n]([ \t]*)(-(?![\d-])[^\r\n]*|[*•▪◦‣●][ \t][^\r\n]*)")
"""Matches a line that starts like a list entry."""
_LONG_LINE = 60


def scalar_findings(event: ScalarEvent, text: str, file: str) -> Iterator[Finding]:
    """Yield findings about null, comments and list entries that became text.

    A comment after an unquoted text is reported, because ` #` can be part of what was meant. `text` is the text of the
    whole file.
    """
    start, end, plain = event.start_mark, event.end_mark, event.implicit[0]
    if not start or not end:
        return
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
        yield Finding(code="null", where=where, what=f"{event.value} means that there is no value.", fix=fix)
    elif plain and not _NUMBER.fullmatch(event.value) and (comment := _COMMENT.match(text, end.index)):
        what = f"'{comment[1]}' is read as a comment, so it would be left out."
        fix = "Put quotes round the whole value. If it really is a comment, move it to a separate line."
        if not event.value and (colour := _COLOUR.match(comment[1])):
            fix = f'Put a colour in quotes, for example "{colour[0]}".'
        yield Finding(code="comment", where=where, what=what, fix=fix)


def _entries(text: str, start: int, end: int, *, plain: bool) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines of a text that start like list entries.

    Each is yielded as a match, with the number of lines between the start of the text and it. In a quoted text or one
    after `|`, a single line that starts with a dash is not yielded if the line before it is long: the dash is probably
    part of a sentence.
    """
    entries = list(_ENTRY.finditer(text, start, end))
    if len(entries) == 1 and not plain:
        at = entries[0].start()
        entries = entries if at - text.rfind("\n", 0, at) <= _LONG_LINE else []
    for entry in entries:
        yield text.count("\n", start, entry.start(2)), entry
