"""Links in running text that lead to other content items."""

from attrs import evolve

from coprod_content.content.kinds import page_path
from coprod_content.content.library import Library
from coprod_content.document.blocks import block_texts, map_texts
from coprod_content.document.document import Document, Section, map_blocks
from coprod_content.text.spans import Span, Text, merged

_ABOUT_MANY = ("references", "credits", "contents")
_ON_CARDS = ("card-front", "card-back")


def with_item_links(document: Document, library: Library) -> Document:
    """Return a document whose links to items lead to the library's website.

    A link has no address if the library has no web address, or if the item has no page. On cards, in easy-read
    editions, and in the section about the item itself, a link is replaced by its words. So is a link to an unknown
    item.
    """
    if not any(span.kind for _, section in document.walk() for span in _spans(section)):
        return document
    plain = document.edition.startswith("easy-read")

    def linked(text: Text, section: Section) -> Text:
        if not any(span.kind for span in text):
            return text
        words_only = plain or section.role in _ON_CARDS
        return tuple(merged(_linked(span, library, words_only or section.items == (span.item,)) for span in text))

    return map_blocks(document, lambda block, section: (map_texts(block, lambda text: linked(text, section)),))


def _linked(span: Span, library: Library, words_only: bool) -> Span:
    if not span.kind:
        return span
    item, site = library.get(span.item), library.about.url
    if words_only or item is None:
        return evolve(span, kind="", item="")
    path = page_path(item)
    return evolve(span, url=f"{site.rstrip('/')}/{path}" if site and path else "")


def linked_sections(document: Document) -> tuple[tuple[str, Section], ...]:
    """Return the ids of linked items, each with the section about it.

    An item is left out if no section is about that item alone.
    """
    wanted = {span.item for _, section in document.walk() for span in _spans(section) if span.kind}
    found: dict[str, Section] = {}
    for _, section in document.walk() if wanted else ():
        if len(section.items) == 1 and section.items[0] in wanted and section.role not in _ABOUT_MANY:
            found.setdefault(section.items[0], section)
    return tuple(found.items())


def _spans(section: Section) -> Text:
    return tuple(span for block in (*section.blocks, *section.notes) for text in block_texts(block) for span in text)
