"""Empty tables to fill in, with an explanation of each column."""

import csv
import io
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from coprod_content.content.kinds import Kind
from coprod_content.content.library import Library
from coprod_content.tables.choices import example_of
from coprod_content.tables.columns import Column, columns_of
from coprod_content.tables.table import MOST_ROWS, letters

EXPLAINED, CHOICES = "About the columns", "Choices"
_WIDE, _NARROW = 44, 18
_ROWS_TO_FILL = MOST_ROWS


def column_rows(kind: Kind) -> tuple[dict[str, str], ...]:
    """Describe each column: its heading, and what to write in it.

    Each description also says whether the column is needed.
    """
    return tuple(
        {
            "heading": column.heading,
            "needed": "needed" if column.is_required else "",
            "write": example_of(column),
            "about": column.about,
        }
        for column in columns_of(kind).columns
    )


def csv_template(kind: Kind) -> bytes:
    """Return a CSV file with only the headings."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(column.heading for column in columns_of(kind).columns)
    return text.getvalue().encode("utf-8-sig")


def workbook_template(kinds: Sequence[Kind], library: Library) -> bytes:
    """Return a workbook with headings for each kind, and an explanation.

    Cells with a fixed choice, such as a theme, offer it as a list. Raises ModuleNotFoundError if openpyxl is missing.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.active)
    lists: list[tuple[str, ...]] = []
    for kind in kinds:
        sheet = book.create_sheet(kind.plural.capitalize())
        for at, column in enumerate(columns_of(kind).columns, 1):
            cell = sheet.cell(1, at, column.heading)
            cell.font = Font(bold=True)
            sheet.column_dimensions[letters(at)].width = _WIDE if _is_long(column) else _NARROW
            if choices := _offered(column, library):
                lists.append(choices)
                _offer(sheet, at, len(lists), len(choices))
        sheet.freeze_panes = "A2"
    about = book.create_sheet(EXPLAINED)
    about.append(["Sheet", "Column", "Needed", "What to write", "What it is"])
    for kind in kinds:
        for row in column_rows(kind):
            about.append([kind.plural.capitalize(), row["heading"], row["needed"], row["write"], row["about"]])
    for row in about.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    for at, width in enumerate((12, 20, 10, 44, 80), 1):
        about.column_dimensions[letters(at)].width = width
    choices_sheet = book.create_sheet(CHOICES)
    for choices_in_row in zip_longest(*lists):
        choices_sheet.append(choices_in_row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _is_long(column: Column) -> bool:
    return not column.choices and not column.is_range and getattr(column.marker, "most", 0) > 0


def _offered(column: Column, library: Library) -> tuple[str, ...]:
    """Return the texts to choose from.

    Returns () if any text is allowed, or for a list.
    """
    if column.is_list:
        return ()
    if getattr(column.marker, "kind", "") == "theme":
        return tuple(theme.title for theme in library.themes.values())
    return ("yes", "no") if column.hint is bool else column.choices


def _offer(sheet: Any, at: int, listed_in: int, count: int) -> None:
    """Offer a list of choices in the cells of a column.

    `at` is the number of the column in `sheet`. The choices are the first `count` cells of the column `listed_in` in
    the sheet of choices.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    area = f"{CHOICES}!${letters(listed_in)}$1:${letters(listed_in)}${count}"
    validation = DataValidation(type="list", formula1=area, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(validation)
    validation.add(f"{letters(at)}2:{letters(at)}{_ROWS_TO_FILL + 1}")
