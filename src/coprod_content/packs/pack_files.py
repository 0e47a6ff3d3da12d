"""The files of a workshop's pack, and those of a programme."""

from collections.abc import Iterator

from coprod_content.access.access_editions import STANDARD, AccessEdition, access_edition_named
from coprod_content.content.library import Library
from coprod_content.content.model import Programme, ToolSlot, Workshop
from coprod_content.editions.registry import EDITIONS, edition_named
from coprod_content.editions.selection import selected_postcards
from coprod_content.editions.workshop.online_kit import is_online
from coprod_content.packs.build import FileSpec
from coprod_content.plugins.renderers import installed_renderers

_FORMS, _HANDOUTS = "forms", "handouts"
_OF_PROGRAMMES = ("programme-guide", "programme-slides")
_FOR_CARDS = ("print-test-sheet", "postcard-box")
_ONLY_IN_THEIR_FORMAT = (*_FOR_CARDS, "chat")


def pack_files(workshop: Workshop, library: Library, access: str = STANDARD.name) -> tuple[FileSpec, ...]:
    """Return the file specifications of a workshop's pack in an access edition.

    The files are in the order of EDITIONS, then of renderer rank and name. A workshop without postcards has no cards,
    box or print test sheet, and one without canvases has no posters. Each form of the workshop is a separate file, and
    the notes for its organiser are another. Only an online workshop has messages for the chat. If an access edition
    replaces several renderers with one, there is a single file for each edition, named after the edition.

    Raises UnknownAccessEdition.
    """
    wanted = access_edition_named(access)
    installed = installed_renderers()
    left_out = _left_out(workshop, library)
    specs = []
    for edition in (each.name for each in EDITIONS if wanted.offers(each.name) and each.name not in left_out):
        names: dict[str, list[str]] = {}
        for to, name in installed.in_pack(edition):
            if edition not in _ONLY_IN_THEIR_FORMAT or wanted.renderer(to) == to:
                names.setdefault(wanted.renderer(to), []).append(name)
        specs += [
            FileSpec(
                edition=edition,
                renderer=to,
                select=select,
                name=wanted.file_name("-".join((workshop.id, several[0] if len(several) == 1 else edition, *part))),
                access=access,
            )
            for to, several in names.items()
            for select, part in _selections(edition, workshop, library, wanted)
        ]
    return tuple(specs)


def programme_files(programme: Programme, access: str = STANDARD.name) -> tuple[FileSpec, ...]:
    """Return the file specifications of a programme's guide and slides.

    Raises UnknownAccessEdition.
    """
    wanted = access_edition_named(access)
    return tuple(
        FileSpec(
            edition=edition,
            renderer=wanted.renderer(to),
            select=(programme.id,),
            name=wanted.file_name(f"{programme.id}-{name}"),
            access=access,
        )
        for edition in _OF_PROGRAMMES
        if wanted.offers(edition)
        for to, name in installed_renderers().on_site(edition)
    )


def _selections(
    edition: str, workshop: Workshop, library: Library, access: AccessEdition
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the selection and name suffix of each file of an edition.

    Both are tuples of ids. An edition of forms has a file for each form. If the access edition is in simple words,
    forms without a text in simple words are left out, and each tool that has one gets a file after the handouts.
    """
    simple = access.substitute(edition).edition != edition
    if edition != _FORMS:
        yield workshop_selection(edition, workshop), ()
        if simple and edition == _HANDOUTS:
            yield from (((id_,), (id_,)) for id_ in _tools_in_simple_words(workshop, library))
        return
    for id_ in dict.fromkeys(workshop.forms):
        form = library.forms.get(id_)
        if form and (form.easy_read or not simple):
            yield ((id_,) if simple else (workshop.id, id_)), (id_,)


def _tools_in_simple_words(workshop: Workshop, library: Library) -> Iterator[str]:
    """Yield the ids of the workshop's tools that have easy-read texts."""
    for id_ in dict.fromkeys(slot.tool for slot in workshop.agenda if isinstance(slot, ToolSlot)):
        tool = library.tools.get(id_)
        if tool and tool.easy_read:
            yield id_


def workshop_selection(edition: str, workshop: Workshop) -> tuple[str, ...]:
    """Return the ids to select for an edition of a workshop.

    The tuple is empty for an edition that covers the whole library.
    """
    return (workshop.id,) if edition_named(edition).kind else ()


def _left_out(workshop: Workshop, library: Library) -> set[str]:
    """Return the editions that need content which a workshop lacks."""
    tools = (library.tools.get(slot.tool) for slot in workshop.agenda if isinstance(slot, ToolSlot))
    has_cards = selected_postcards(library, (workshop.id,))
    has_canvases = any(tool and tool.canvas for tool in tools)
    return {
        *(() if has_cards else ("postcards", *_FOR_CARDS)),
        *(() if has_canvases else ("canvases",)),
        *(() if is_online(workshop) else ("chat",)),
        *(() if workshop.forms else ("organiser-notes",)),
    }
