"""The words on tuck boxes for cards, and how to make one."""

from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Tool
from coprod_content.document.blocks import Block, Bullets, Illustrated, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.deck_guides import number_ranges
from coprod_content.editions.sections.theme_pictures import theme_mosaic
from coprod_content.editions.selection import selected_postcards, selected_tools
from coprod_content.text.spans import strong, verbatim

_NO_BREAK = "\u00a0"
_MAKING = (
    "Print the box at actual size, or 100%, on one side of card of 200 to 250 g/m².",
    "Cut along the solid lines. Go over the dashed lines with a ruler and an empty ballpoint pen, then fold them away "
    "from you.",
    "Glue each flap marked “Glue” behind the free edge of a side, from the same sheet or the other.",
    "Fold in the two short flaps at the bottom. Close the bottom over them, and glue its end inside the front.",
    "Put the cards in, fold in the two short flaps at the top, and tuck in the lid.",
)


def postcard_box_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a tuck box for postcards, with room for their index cards."""
    cards = selected_postcards(library, ids)
    words = "each with a question on the front, and why and how to ask it on the back"
    indexes = tuple(dict.fromkeys(card.theme for card in cards))
    return _box(library, "Postcards that start conversations", words, cards, indexes)


def tool_box_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a tuck box for tool cards."""
    words = "each with what a tool is for on the front, and its steps on the back"
    return _box(library, "Tool cards", words, selected_tools(library, ids))


def _box(
    library: Library,
    title: str,
    words: str,
    cards: tuple[Postcard | Tool, ...],
    others: tuple[str, ...] = (),
) -> Document:
    themes = tuple(dict.fromkeys(card.theme for card in cards))
    count = "1 card" if len(cards) == 1 else f"{len(cards)} cards"
    back = Section(title="In this box", blocks=tuple(_entry(id_, library, cards) for id_ in themes))
    front = Section(
        title=title,
        label=library.about.title,
        role="cover",
        blocks=(Paragraph(verbatim(f"{count}, {words if len(cards) != 1 else words.removeprefix('each ')}.")),),
        picture=theme_mosaic(library, themes, rows=1),
        items=(*(card.id for card in cards), *others),
        sections=(back,),
    )
    making = Section(title="How to make the box", blocks=(Bullets(_MAKING, "number"),))
    return Document(
        title=title,
        subtitle=f"Tuck box for {count}",
        language=library.about.language,
        sections=(front, making),
    )


def _entry(theme_id: str, library: Library, cards: tuple[Postcard | Tool, ...]) -> Block:
    """Return a theme's title and card numbers, with any symbol it has."""
    theme = library.themes[theme_id]
    numbers = number_ranges(at for at, card in enumerate(cards, 1) if card.theme == theme_id)
    text = (*strong(theme.title), *verbatim(f", {numbers.replace(' ', _NO_BREAK)}"))
    return Illustrated(theme.drawing, text) if theme.drawing else Paragraph(text)
