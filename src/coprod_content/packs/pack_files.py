"""The files that a workshop's pack contains."""

from coprod_content.access import access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions.registry import edition_named
from coprod_content.editions.selection import selected_postcards
from coprod_content.packs.file_spec import FileSpec

_PACK = (
    ("deck", "slides", "deck"),
    ("deck", "web", "deck"),
    ("facilitator-guide", "guide", "facilitator-guide"),
    ("facilitator-guide", "web", "facilitator-guide"),
    ("run-sheet", "guide", "run-sheet"),
    ("run-sheet", "cards-reading", "run-sheet"),
    ("run-sheet", "web", "run-sheet"),
    ("handouts", "guide", "handouts"),
    ("handouts", "web", "handouts"),
    ("postcards", "cards", "postcards-for-a-print-shop"),
    ("postcards", "cards-a4-long-edge", "postcards-a4-flip-on-long-edge"),
    ("postcards", "cards-a4-short-edge", "postcards-a4-flip-on-short-edge"),
    ("postcards", "cards-reading", "postcards-to-read"),
    ("postcards", "web", "postcards"),
    ("print-test-sheet", "cards-test-sheet", "postcards-a4-test-sheet"),
)
_TEST_SHEET = "print-test-sheet"
_ABOUT_CARDS = {"postcards", _TEST_SHEET}


def pack_files(workshop: Workshop, library: Library, access: str = STANDARD.name) -> tuple[FileSpec, ...]:
    """Return the files of a workshop's pack in an access edition.

    A workshop without postcards gets no cards. Where an access edition replaces several renderers by one, it has one
    file for them, named after the edition. Raises UnknownAccessEdition.
    """
    wanted = access_edition_named(access)
    cards = bool(selected_postcards(library, (workshop.id,)))
    names: dict[tuple[str, str], list[str]] = {}
    for edition, to, name in _PACK:
        in_print = wanted.renderer(to) == to
        if wanted.offers(edition) and (cards or edition not in _ABOUT_CARDS) and (in_print or edition != _TEST_SHEET):
            names.setdefault((edition, wanted.renderer(to)), []).append(name)
    return tuple(
        FileSpec(
            edition=edition,
            renderer=to,
            select=workshop_selection(edition, workshop),
            name=wanted.file_name(f"{workshop.id}-{several[0] if len(several) == 1 else edition}"),
            access=access,
        )
        for (edition, to), several in names.items()
    )


def workshop_selection(edition: str, workshop: Workshop) -> tuple[str, ...]:
    """Return the ids to select for a workshop's edition; none if the edition is always the same."""
    return (workshop.id,) if edition_named(edition).kind else ()
