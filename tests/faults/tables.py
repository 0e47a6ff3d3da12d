"""Tables to import with one fault each."""

from pathlib import Path

from tests.faults.planted import Findings, Planted
from tests.support.tables import CARD, csv_text

from coprod_content import ContentError, canonical_root, load
from coprod_content.tables.imported_items import items_of, tables_in
from coprod_content.tables.table import UnreadableTable


def _judged(data: bytes) -> Findings:
    try:
        items_of(tables_in(data, "cards.csv"), "cards.csv", load(canonical_root()))
    except UnreadableTable as error:
        return (error.finding,)
    except ContentError as error:
        return error.findings
    return ()


def table(at: str, faulty: str | bytes) -> Planted:
    """Return a plant of a table whose sound twin has one card."""
    data = faulty if isinstance(faulty, bytes) else faulty.encode()

    def sound(_: Path) -> Findings:
        return _judged(csv_text(CARD).encode())

    return Planted((at,), sound, lambda _: _judged(data))


TABLES = {
    "table-file": (table("cards.csv", b"%PDF-1.7"), table("cards.csv", csv_text())),
    "table-heading": (table("cards.csv:1", csv_text(CARD).replace("Why", "Because", 1)),),
    "table-row": (table("cards.csv:3", csv_text(CARD, {**CARD, "Moment": "closing"})),),
    "table-cell": (table("cards.csv:2", csv_text({**CARD, "Why": "=A1"})),),
}
