"""The files that a workshop's pack contains."""

from coprod_content.access import access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.editions.registry import EDITIONS, edition_named
from coprod_content.editions.selection import selected_postcards
from coprod_content.packs.file_spec import FileSpec
from coprod_content.plugins.renderers import installed_renderers

_TEST_SHEET = "print-test-sheet"
_ABOUT_CARDS = {"postcards", _TEST_SHEET}


def pack_files(workshop: Workshop, library: Library, access: str = STANDARD.name) -> tuple[FileSpec, ...]:
    """Return the files of a workshop's pack in an access edition.

    They are in the order of the table of editions, then of the ranks and names of renderers. A workshop without
    postcards gets no cards. Where an access edition replaces several renderers by one, it has one file for them, named
    after the edition. Raises UnknownAccessEdition, and RendererError if two renderers have the same name.
    """
    wanted = access_edition_named(access)
    installed = installed_renderers()
    has_cards = bool(selected_postcards(library, (workshop.id,)))
    specs = []
    for edition in (each.name for each in EDITIONS if wanted.offers(each.name)):
        if edition in _ABOUT_CARDS and not has_cards:
            continue
        names: dict[str, list[str]] = {}
        for to, name in installed.in_pack(edition):
            if edition != _TEST_SHEET or wanted.renderer(to) == to:
                names.setdefault(wanted.renderer(to), []).append(name)
        specs += [
            FileSpec(
                edition=edition,
                renderer=to,
                select=workshop_selection(edition, workshop),
                name=wanted.file_name(f"{workshop.id}-{several[0] if len(several) == 1 else edition}"),
                access=access,
            )
            for to, several in names.items()
        ]
    return tuple(specs)


def workshop_selection(edition: str, workshop: Workshop) -> tuple[str, ...]:
    """Return the ids to select for a workshop's edition, if any."""
    return (workshop.id,) if edition_named(edition).kind else ()
