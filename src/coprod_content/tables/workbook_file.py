"""Reading Excel workbooks, saved as XLSX."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from coprod_content.tables.table import (
    FOR_IMPORT,
    LARGEST_TABLE,
    BadCell,
    RepeatedText,
    RowLimit,
    Sheet,
    TableRow,
    UnreadableTable,
    letters,
    refuse_many_rows,
)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE = "Save it as an Excel workbook (.xlsx) or as CSV."
_MOST_COLUMNS, _LAST_ROW = 200, 5_000


def workbook_tables(data: bytes, file: str, limit: RowLimit = FOR_IMPORT) -> tuple[Sheet, ...]:
    """Return the tables in the visible sheets of a workbook.

    Hidden rows, columns and sheets are left out, and the notes of the tables say so. The value of a formula is its last
    result. Raises UnreadableTable, and ModuleNotFoundError if openpyxl is not installed.
    """
    refuse_other_files(data, file)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about drawings and extensions, which are not read
            formulas = _formulas(load_workbook(io.BytesIO(data), read_only=True, keep_links=False), file, limit)
            book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except UnreadableTable:
        raise
    except Exception as error:  # openpyxl raises errors of many types for broken files
        raise UnreadableTable(file, "is damaged.", f"Open it in a spreadsheet. {_SAVE}") from error
    several = len(book.worksheets) > 1
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    notes = [f"{file}: the hidden sheet '{s.title}' was not imported." for s in book.worksheets if s not in shown]
    tables = [_table(sheet, f"{file}, sheet '{sheet.title}'" if several else file, formulas) for sheet in shown]
    return (*tables, Sheet(file, (), notes=tuple(notes))) if notes else tuple(tables)


def refuse_other_files(data: bytes, file: str) -> None:
    """Raise UnreadableTable for a file that cannot be read as a table."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableTable(file, "is protected with a password.", f"Remove the password. {_SAVE}")
        raise UnreadableTable(
            file, "is a workbook from before Excel 2007, or another file in an old Office format.", _SAVE
        )
    if data.startswith((b"%PDF", b"{\\rtf")) or data[:500].lstrip().lower().startswith(
        (b"<html", b"<!doctype", b"<?xml")
    ):
        raise UnreadableTable(file, "is not a table.", "Give a CSV or XLSX file.")
    if not data.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = {info.filename: info.file_size for info in package.infolist()}
    # zipfile raises NotImplementedError for a compression method or version that it cannot read.
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableTable(file, "is damaged.", f"Open it in a spreadsheet. {_SAVE}") from error
    if "xl/workbook.xml" not in sizes:
        raise UnreadableTable(file, f"is not an Excel workbook, but {_other_kind(sizes)}.", _SAVE)
    if sum(size for name, size in sizes.items() if name.endswith(".xml")) > LARGEST_TABLE:
        what = f"contains more than {LARGEST_TABLE >> 20} MB of cells, the limit for one import."
        raise UnreadableTable(file, what, "Copy the table, without its empty rows, to a new workbook.")


def _other_kind(names: dict[str, int]) -> str:
    if "Index/Document.iwa" in names or "Index.zip" in names:
        return "an Apple Numbers file"
    if "content.xml" in names:
        return "an OpenDocument file"
    if "xl/workbook.bin" in names:
        return "a binary workbook"
    return "a different kind of file"


def _formulas(book: Any, file: str, limit: RowLimit) -> dict[str, set[tuple[int, int]]]:
    """Return the positions of the formulas in each sheet."""
    found: dict[str, set[tuple[int, int]]] = {}
    for sheet in book.worksheets:
        filled = 0
        for at, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS)):
            if at > max(_LAST_ROW, 2 * limit.rows):
                what = f"has cells below row {max(_LAST_ROW, 2 * limit.rows):,}, far from the table."
                raise UnreadableTable(file, what, "Copy the table, without empty rows, to a new workbook.")
            filled += any(cell.value is not None for cell in row)
            refuse_many_rows(filled - 1, file, limit)
            found.setdefault(sheet.title, set()).update(
                (cell.row, cell.column) for cell in row if cell.data_type == "f"
            )
    return found


def _table(sheet: Any, name: str, formulas: dict[str, set[tuple[int, int]]]) -> Sheet:
    merged = dict(_merged(sheet))
    hidden_columns = set(_hidden_columns(sheet))
    hidden_rows = []
    rows = []
    for cells in sheet.iter_rows(max_col=min(sheet.max_column, _MOST_COLUMNS)):
        number = cells[0].row
        if all(cell.value is None for cell in cells):
            continue
        if sheet.row_dimensions[number].hidden:
            hidden_rows.append(number)
            continue
        texts = tuple(
            ""
            if cell.column in hidden_columns
            else merged.get((number, cell.column))
            or _text(cell, is_formula=(number, cell.column) in formulas.get(sheet.title, ()))
            for cell in cells
        )
        rows.append(TableRow(number, texts))
    return Sheet(name, tuple(rows), sheet.title, tuple(_notes(name, hidden_rows, hidden_columns)))


def _notes(name: str, rows: list[int], columns: set[int]) -> Iterator[str]:
    for what, which in (("rows", rows), ("columns", [letters(column) for column in sorted(columns)])):
        if which:
            listed = ", ".join(map(str, which[:10])) + (f" and {len(which) - 10} more" if len(which) > 10 else "")
            yield f"{name}: hidden {what} were not imported: {listed}."


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min:
            yield from range(dimension.min, min(dimension.max, sheet.max_column, _MOST_COLUMNS) + 1)


def _merged(sheet: Any) -> Iterator[tuple[tuple[int, int], RepeatedText]]:
    """Yield the positions and texts of the cells that merged cells cover.

    A position is a row and a column. The text is that of the merged cell. Merged cells that are wider than a column, or
    do not contain text, are left out.
    """
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        words = _text(first, is_formula=False)
        if area.min_col != area.max_col or not isinstance(words, str):
            continue
        for row in range(area.min_row + 1, min(area.max_row, sheet.max_row) + 1):
            yield (row, area.min_col), RepeatedText(words)


def _text(cell: Any, *, is_formula: bool) -> str | BadCell:
    match cell.value:
        case None:
            if is_formula:
                what = "the cell contains a formula without a result."
                return BadCell(what, "Open the file in a spreadsheet and save it, or write the result as text.")
            return ""
        case str() if cell.data_type == "e":
            return BadCell(f"the cell contains the error {cell.value}.", "Correct the formula, or write the text.")
        case bool() as truth:
            return "yes" if truth else "no"
        case int() as number:
            return str(number)
        case float() as number:
            return str(int(number)) if number.is_integer() else f"{number:.12g}"
        case datetime() | date() as day:
            what = f"the cell contains a date, {day.day} {day:%B %Y}. Spreadsheets turn text such as 3-4 into dates."
            return BadCell(what, "Format the cell as text, and type it again.", f"{day:%Y-%m-%d}")
        case time() as clock:
            return BadCell(
                "the cell contains a time.", "Format the cell as text or a number, and type it again.", f"{clock:%H:%M}"
            )
        case timedelta():
            return BadCell("the cell contains a time.", "Format the cell as text or a number, and type it again.")
        case words:
            return str(words).strip()
