"""The words that describe structure to people who cannot see the layout."""

NOTE_TITLE = "Note for whoever transcribes or reads this aloud"
NOTE = (
    "This is the whole text, in reading order, with its structure in words and no layout. Lines are not wrapped.",
    "A heading begins with the word Heading and its level. A list says how many entries it has, and they are numbered.",
    "A table is read row by row, each cell after the name of its column. The ends of tables and boxes are marked.",
    "A picture is described in square brackets. A number alone in square brackets is that of a reference.",
    "The address of a link follows its words in square brackets. Bold type is not marked.",
    "Quotation marks and dashes are those of the printed text.",
)
CONTENTS = "Contents"
STEP = "Step"
NOTES, NOTES_END = "Notes for whoever presents:", "End of the notes."
EMPTY_CELL = "[Empty]"
TABLE_END, BOX_END = "End of the table.", "End of the box."


def counted(count: int, one: str, more: str) -> str:
    """Return a count with its noun: `1 row`, `3 rows`."""
    return f"{count} {one if count == 1 else more}"


def time_line(count: int) -> str:
    """Return a line that gives a time in minutes."""
    return f"Time: {counted(count, 'minute', 'minutes')}."


def card_side(card: int, of: int, side: int) -> str:
    """Return a line naming a card's side. `side` counts from zero."""
    name = ("front", "back")[side] if side < 2 else f"side {side + 1}"
    return f"Card {card} of {of}, {name}."
