"""Check that each table row has one cell for every column."""

from collections.abc import Iterator

from coprod_content.content.model import Article, Programme
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding


def table_findings(item: Article | Programme) -> Iterator[Finding]:
    """Yield an error for each row with missing or extra cells."""
    for chapter_at, chapter in enumerate(item.chapters):
        for at, passage in enumerate(chapter.body):
            path = ("chapters", chapter_at, "body", at, "table", "rows")
            columns, rows = (len(passage.table.columns), passage.table.rows) if passage.table else (0, ())
            for row_at, row in enumerate(rows):
                if len(row) != columns:
                    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
                    what = f"the row has {cells}, but each row of the table needs {columns}."
                    fix = "Write one text for each column, or change `columns`."
                    yield finding_in(item.source, (*path, row_at), "row-length", what, fix)
