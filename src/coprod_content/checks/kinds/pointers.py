"""Check that references to items, and links, lead somewhere."""

import os
from collections.abc import Collection, Iterable, Iterator

from coprod_content.content.about import About
from coprod_content.content.item_texts import TextField, pointers_in
from coprod_content.content.kinds import KINDS, kind_named
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import Source
from coprod_content.content.unknown_items import nearest_item, no_such_item
from coprod_content.files.content_root import canonical_root
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding, nearest
from coprod_content.text import urls

_PAGELESS = {each.name for each in KINDS if not each.has_pages}
WalkedItem = tuple[Item | About, Source, tuple[TextField, ...]]
"""An item or the library's About, with the file it came from and its text fields."""


def pointer_findings(
    library: Library, walked: Iterable[WalkedItem], broken: Collection[str], retired: Collection[str]
) -> Iterator[Finding]:
    """Check that every id mentioned exists and every link is valid.

    `walked` contains the items to check. Ids and kinds in `broken` are not reported, because other findings report why
    they could not be read. The message about an id in `retired` says that it was retired.
    """
    for _, source, found in walked:
        for path, kind, target, words in pointers_in(found):
            if kind == "link":
                fault = urls.url_fault(target) if words.strip() else "has no text"
                link = f"the link '{words[:40]}'" if words.strip() else "the link"
                what, fix = f"{link} {fault}.", "Write it as [words](https://www.example.org/page)."
                if fault:
                    yield finding_in(source, path, "link", what, fix)
                continue
            if words and (found_fault := _link_fault(kind, words)):
                yield finding_in(source, path, "link", *found_fault)
                continue
            known = library.of_kind(kind)
            if target in known or target in broken or kind in broken:
                continue
            what = f"the {kind} '{target}' was retired." if target in retired else no_such_item(target, kind, library)
            if any(each.item.id == target for each in library.unavailable):
                what = f"the {kind} '{target}' is not available, because it needs an item that was retired."
            fix = _only_in_ours(kind, target, library) or nearest_item(target, kind, library)
            fix = fix or f"Run `coprod list {kind_named(kind).plural}` to see the ids that exist."
            yield finding_in(source, path, "unknown-id", what, fix)


def _link_fault(kind: str, words: str) -> tuple[str, str] | None:
    """Return the fault in a link to an item, with advice.

    `kind` is the kind that the link names, and `words` is the text of the link. Returns None if the link has no fault.
    """
    linkable = [each.name for each in KINDS if each.has_pages]
    if not words.strip():
        return "the link has no text.", "Write it as [words](tool:tool-id)."
    if kind in linkable:
        return None
    what = f"the link '{words[:40]}' leads to a {kind}, which has no page." if kind in _PAGELESS else ""
    what = what or f"the link '{words[:40]}' leads to the kind '{kind}', which does not exist."
    return what, nearest(kind, linkable) or f"Link to one of these kinds: {', '.join(linkable)}."


def _only_in_ours(kind: str, target: str, library: Library) -> str:
    """Return advice on an id that exists only in coprod's own content.

    Returns an empty string if that content does not have the id, or if `library` already includes that content.
    """
    ours = canonical_root()
    is_ours = os.path.isfile(ours / kind_named(kind).plural / f"{target}.yaml")  # False if the name is too long
    if not is_ours or any(item.source.root == ours.as_posix() for item in library):
        return ""
    return f"It is in coprod's own content. Add `include_ours: yes` to your about.yaml, or add a {kind} of your own."
