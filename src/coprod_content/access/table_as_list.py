"""Lists for tables: each row becomes an entry or a list, with the words of the header before each cell.

Only the first cell of a short row stands by itself: it begins the entry, and the caption says what it is.
"""

from collections.abc import Iterator

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, Text, plain, strong, verbatim

_SHORT_ROW = 90


def listed(table: Table) -> Iterator[Block]:
    """A table as a caption and a list: an entry for each row where all are short, else a list for each row."""
    rows = tuple(tuple(zip(table.header, row, strict=True)) for row in table.rows)
    yield Paragraph(strong(f"{table.caption}:"))
    if all(sum(len(plain(cell)) for _, cell in row) <= _SHORT_ROW for row in rows):
        yield Bullets(tuple(_entry(row) for row in rows))
        return
    for (header, first), *others in rows:
        yield Paragraph(_strong(_named(header, first)))
        entries = tuple(_named(header, cell) for header, cell in others if _says(cell))
        if entries:
            yield Bullets(entries)


def _entry(row: tuple[tuple[Text, Text], ...]) -> Text:
    """A row in one sentence: `09:30. What we do: Welcome. Minutes: 10.`"""
    (_, first), *others = row
    spans = list(text_with_full_stop(_strong(first)))
    for header, cell in others:
        if _says(cell):
            spans += [Span(" "), *text_with_full_stop(_named(header, cell))]
    return tuple(spans)


def _named(header: Text, cell: Text) -> Text:
    return (*verbatim(f"{plain(header)}: "), *cell)


def _says(cell: Text) -> bool:
    """Whether a cell holds more than a dash, which says that there is nothing to say."""
    return any(character.isalnum() for character in plain(cell))


def _strong(text: Text) -> Text:
    return tuple(Span(s.text, strong=True, url=s.url, citation=s.citation) for s in text)
