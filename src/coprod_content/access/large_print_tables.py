"""Large-print lists that replace wide tables.

Each row becomes one list entry or a separate list, with each cell preceded by its column header. The first cell of an
entry has no header, because the caption explains it.
"""

from collections.abc import Iterator

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, Text, plain, strong, verbatim

_SHORT_ROW = 90  # characters


def table_as_list(table: Table) -> Iterator[Block]:
    """Yield a table's caption, then one list or a list per row."""
    rows = tuple(tuple(zip(table.header, row, strict=True)) for row in table.rows)
    yield Paragraph(strong(f"{table.caption}:"))
    if all(sum(len(plain(cell)) for _, cell in row) <= _SHORT_ROW for row in rows):
        yield Bullets(tuple(map(_entry, rows)))
        return
    for (header, first), *others in rows:
        yield Paragraph(_strong(_with_header(header, first)))
        entries = tuple(_with_header(header, cell) for header, cell in others if _has_words(cell))
        if entries:
            yield Bullets(entries)


def _entry(row: tuple[tuple[Text, Text], ...]) -> Text:
    """Return a row as one line of `header: cell` sentences."""
    (_, first), *others = row
    spans = list(text_with_full_stop(_strong(first)))
    for header, cell in others:
        if _has_words(cell):
            spans += [Span(" "), *text_with_full_stop(_with_header(header, cell))]
    return tuple(spans)


def _with_header(header: Text, cell: Text) -> Text:
    return (*verbatim(f"{plain(header)}: "), *cell)


def _has_words(cell: Text) -> bool:
    """Return whether a cell contains any letters or digits."""
    return any(character.isalnum() for character in plain(cell))


def _strong(text: Text) -> Text:
    return tuple(Span(s.text, strong=True, url=s.url, citation=s.citation) for s in text)
