"""Related items link to each other."""

from tests.support.canonical_site import links_of
from tests.support.site_reading import resolved

from coprod_content import Library
from coprod_content.content.item_texts import pointers
from coprod_content.editions.items.item_page import has_page
from coprod_site.addresses import path_of


def test_items_are_linked_both_ways(library: Library, pages: dict[str, str]) -> None:
    """If an item names another that has a page, both pages link."""
    addresses = {path: {a.partition("#")[0] for a in links_of(page)} for path, page in pages.items()}
    leads = {path: {resolved(path, a) for a in found} for path, found in addresses.items()}
    pairs = {
        (path_of(item), path_of(library[pointer.target]))
        for item in library
        if has_page(item)
        for pointer in pointers(item)
        if pointer.kind != "link" and has_page(library[pointer.target]) and pointer.target != item.id
    }
    assert len(pairs) > 900
    assert [(one, other) for one, other in sorted(pairs) if other not in leads[one]] == []
    assert [(one, other) for one, other in sorted(pairs) if one not in leads[other]] == []
