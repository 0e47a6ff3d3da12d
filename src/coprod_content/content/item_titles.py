"""Titles and themes of items of any kind."""

from coprod_content.content.model import Item, Picture, Postcard, Pronunciation, Term, Theme


def title_of(item: Item) -> str:
    """Return the title of an item, as shown in lists of items.

    This is the question of a postcard, the word or phrase of a term or pronunciation, or the description of a picture.
    For any other item without a title, it is the id.
    """
    match item:
        case Postcard(question=words) | Term(term=words) | Picture(alt=words) | Pronunciation(word=words):
            return words
        case _:
            return str(getattr(item, "title", item.id))


def themes_of(item: Item) -> tuple[str, ...]:
    """Return the ids of an item's themes, main theme first.

    The only theme of a theme is itself. The result is empty for an item without themes.
    """
    if isinstance(item, Theme):
        return (item.id,)
    own: str | None = getattr(item, "theme", None)
    further: tuple[str, ...] = getattr(item, "further_themes", ()) or getattr(item, "themes", ())
    return (own, *further) if own else further
