"""The files that content would be part of, with their documents."""

from collections.abc import Callable, Collection, Iterable, Iterator

from attrs import evolve, field, fields_dict, frozen

from coprod_content.access.access_editions import ACCESS_EDITIONS
from coprod_content.checks.easy_read import easy_read_of
from coprod_content.content import model
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.document.document import Document
from coprod_content.editions import EDITIONS, SelectionError, compose
from coprod_content.packs.build import FileSpec
from coprod_content.packs.downloads import download_specs
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.plugins.renderers import installed_renderers

_PROBE = "a-session-that-only-check-makes"


@frozen
class FilesOfDocument:
    """Files that are made from one document.

    `edition` is the document's edition. `library` includes any workshop that was made for the check.
    """

    document: Document
    edition: str
    library: Library = field(repr=False)
    files: tuple[FileSpec, ...]


def files_with(items: Collection[model.Item], library: Library) -> Iterator[FilesOfDocument]:
    """Yield the files that would contain the items, grouped by document."""
    ids = {item.id for item in items}
    near = _near(items, library)
    offered = (spec for spec in _offered(items, library) if not spec.select or not near.isdisjoint(spec.select))
    for made in files_of(offered if items else (), library):
        if ids.intersection(id_ for _, section in made.document.walk() for id_ in section.items):
            yield made
    for probe in _probes(items, library):
        wider = with_workshop(library, probe)
        yield from files_of((spec for spec in pack_files(probe, wider)), wider)


def _near(items: Collection[model.Item], library: Library) -> set[str]:
    """Return the ids of the items and of those linked to them.

    A workshop also counts as linked to the themes of its tools.
    """
    found = {item.id for item in items}
    for item in items:
        linked = library.links(item)
        found.update(other.id for other in linked.all)
        if isinstance(item, model.Theme):
            found.update(user.id for tool in linked.tools for user in library.links(tool).workshops)
    return found


def files_of(
    specs: Iterable[FileSpec], library: Library, wanted: Callable[[FileSpec], bool] = lambda _: True
) -> Iterator[FilesOfDocument]:
    """Yield files, in all access editions, grouped by their document.

    `wanted` is called with each file's specification, and returns whether to include the file. Documents that cannot be
    composed from the library are left out.
    """
    groups: dict[tuple[str, tuple[str, ...]], list[FileSpec]] = {}
    for spec in dict.fromkeys(specs):
        for access in ACCESS_EDITIONS:
            if access.offers(spec.edition):
                instead, file = access.substitute(spec.edition), evolve(spec, access=access.name)
                if wanted(file):
                    groups.setdefault((instead.edition, spec.select or instead.select), []).append(file)
    for (edition, select), files in groups.items():
        try:
            document = compose(edition, library, select)
        except (SelectionError, UnknownId):  # there is nothing to make: no text in simple words, for example
            continue
        yield FilesOfDocument(document, edition, library, tuple(files))


def _offered(items: Collection[model.Item], library: Library) -> Iterator[FileSpec]:
    yield from (spec.file for spec in download_specs(library))
    installed = installed_renderers()
    replaced = {each.edition: each.replaces for access in ACCESS_EDITIONS for each in access.editions}
    for item in items:
        kinds = (kind_of(item).name, "item" if easy_read_of(item) else "")
        for edition in (each.name for each in EDITIONS if each.kind and each.kind in kinds):
            like = replaced.get(edition, edition)
            for to, name in (*installed.in_pack(like), *installed.on_site(like)):
                yield FileSpec(edition=edition, renderer=to, select=(item.id,), name=name)


def _probes(items: Collection[model.Item], library: Library) -> Iterator[model.Workshop]:
    """Yield workshops that use the items, as people or the planner could."""
    used = tuple(_slots(items, library))
    if used:
        yield _probe(*used)
    for item in items:
        match item:
            case model.Template():
                table = item.postcards
                fields = {name: getattr(table, name) for name in fields_dict(model.PostcardTable)}
                cards = model.PostcardSlot(**fields, minutes=10, postcards=tuple(library.postcards)[:1])
                made = _probe(item.welcome, *((cards,) if cards.postcards else ()), item.deciding, item.closing)
                yield evolve(
                    made,
                    audience=item.audience,
                    before=item.before,
                    next_steps=item.next_steps,
                    access=item.access,
                    safety=item.safety,
                    terms=item.terms,
                )
            case model.Purpose():
                closing = model.ClosingSlot(
                    minutes=5, title="Closing", question=item.closing_question, points=("Thank you.",)
                )
                yield evolve(_probe(closing), title=item.heading, summary=item.summary, outcomes=item.outcomes)


def _slots(items: Collection[model.Item], library: Library) -> Iterator[model.Slot]:
    themes = {item.id for item in items if isinstance(item, model.Theme)}
    of_themes = {tool.theme: tool for tool in library.tools.values() if tool.theme in themes}
    for item in dict.fromkeys((*items, *of_themes.values())):
        match item:
            case model.Tool():
                total = sum(step.minutes for step in item.steps)
                yield model.ToolSlot(minutes=total, tool=item.id)
                if item.short_minutes:
                    yield model.ToolSlot(minutes=item.short_minutes, tool=item.id)
            case model.Postcard():
                yield model.PostcardSlot(minutes=10, title="Postcards", how=("Choose a card.",), postcards=(item.id,))
            case model.Film():
                yield model.FilmSlot(minutes=10, film=item.id)
            case model.Diagram():
                yield model.TalkSlot(minutes=10, title=item.title, points=item.questions, diagram=item.id)


def _probe(*slots: model.Slot) -> model.Workshop:
    return model.Workshop(
        id=_PROBE,
        title="A session",
        summary="A session.",
        minutes=60,
        starts="10:00",
        people=model.PeopleRange(least=4, most=12),
        setting="either",
        audience="Everyone",
        themes=(),
        outcomes=("Meet.",),
        before=("Book a room.",),
        agenda=slots,
        next_steps=("Write to everyone.",),
        access=("Ask what people need.",),
        safety=("Anyone can leave.",),
    )
