"""Reading CSV files in any encoding and with any separator."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable

from coprod_content.tables.columns import known_headings
from coprod_content.tables.table import (
    FOR_IMPORT,
    BadCell,
    RowLimit,
    Sheet,
    TableRow,
    UnreadableTable,
    refuse_many_rows,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ",;\t|"
_FIRST_ROWS = 20
_NAMED_SEPARATOR = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_QUOTED_FORMULA = re.compile(r'="([^"]*)"')
_FORMULA = re.compile(r"=[\w(\"'+-]")
_WRONGLY_DECODED = re.compile("\ufffd|â€|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]")
_LOST_LETTER = re.compile(r"(?<!\S)[^\W\d_]*\?[a-z][^\s]*")
_AS_UTF8 = "In Excel, use Save As and choose 'CSV UTF-8 (Comma delimited)'."


Recognised = Callable[[Iterable[object]], int]
"""A function that counts the headings it knows among cells."""


def csv_table(data: bytes, file: str, recognised: Recognised = known_headings, limit: RowLimit = FOR_IMPORT) -> Sheet:
    """Return the table in a CSV file. Raises UnreadableTable."""
    text, is_unicode = _decoded(data, file)
    named = _NAMED_SEPARATOR.match(text)
    skipped = 1 if named else 0
    text = text[named.end() :] if named else text
    separator = named[1] if named else _separator(text, recognised)
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, record in enumerate(reader, 1 + skipped):
            row = TableRow(number, tuple(_cell(words, is_unicode=is_unicode) for words in record))
            if not row.is_blank:
                rows.append(row)
                refuse_many_rows(len(rows) - 1, file, limit)
    except csv.Error as error:
        what = f"the quotation marks in this row or the one above do not match ({error})."
        fix = 'Put text that contains quotation marks in quotation marks, and double those inside: "a ""b"" c".'
        raise UnreadableTable(file, what, fix, (rows[-1].number if rows else skipped) + 1) from error
    return Sheet(file, tuple(rows))


def _decoded(data: bytes, file: str) -> tuple[str, bool]:
    """Return a file's text, and whether its encoding can contain every letter."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :] if encoding == "utf-8" else data, encoding, file), True
    if b"\0" in data:
        even, odd = data[0:2000:2].count(0), data[1:2000:2].count(0)
        return _strictly(data, "utf-16-be" if even > odd else "utf-16-le", file), True
    try:
        return data.decode("utf-8"), not data.isascii()
    except UnicodeDecodeError:
        return _strictly(data, "cp1252", file), False


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTable(file, "is not text that can be read as a table.", _AS_UTF8) from error
    if "\0" in text:
        raise UnreadableTable(file, "is not a table.", "Give a CSV or XLSX file.")
    return text


def _separator(text: str, recognised: Recognised) -> str:
    """Return the separator with which most headings are recognised."""

    def headings(separator: str) -> tuple[int, int]:
        rows: list[list[str]] = []
        try:
            for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                rows.append(record)
                if len(rows) == _FIRST_ROWS:
                    break
        except csv.Error:
            pass
        return max(map(recognised, rows), default=0), max(map(len, rows), default=0)

    return max(_SEPARATORS, key=headings)


def _cell(words: str, *, is_unicode: bool) -> str | BadCell:
    words = words.strip()
    if literal := _QUOTED_FORMULA.fullmatch(words):
        return literal[1]
    if _FORMULA.match(words):
        return BadCell("the cell contains a formula.", "Write its result as text.")
    if _WRONGLY_DECODED.search(words):
        return BadCell(
            "some letters were saved wrongly, such as â€™ for an apostrophe.", f"Type them again. {_AS_UTF8}"
        )
    if not is_unicode and (lost := _LOST_LETTER.search(words)):
        what = f"a letter seems to be lost in '{lost[0]}'. This kind of CSV file cannot contain all letters."
        return BadCell(what, f"Type it again. {_AS_UTF8}")
    return words
