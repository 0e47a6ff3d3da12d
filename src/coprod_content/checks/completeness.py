"""Find incomplete items, and references that are uncited or incomplete."""

from collections.abc import Iterable, Iterator

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Article, Item, Programme, Tool
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_EXPECTED: dict[type[Item], tuple[str, ...]] = {
    Tool: (
        "use_when", "avoid_when", "setting", "materials", "preparation", "closing_questions", "access", "safety",
        "traps", "online", "short", "origin",
    ),
}  # fmt: skip


def missing_fields(item: Item) -> tuple[str, ...]:
    """Return the optional fields that an item should have but lacks.

    The fields are given by name. An empty tuple means that the item is complete.
    """
    return tuple(name for name in _EXPECTED.get(type(item), ()) if not getattr(item, name))


def incomplete_items(items: Iterable[Item]) -> Iterator[Finding]:
    """Yield a finding for each item that lacks optional fields."""
    for item in items:
        if missing := missing_fields(item):
            what = f"the {kind_of(item).name} has no {', '.join(missing)}."
            yield finding_in(item.source, (), "incomplete", what, "Add what is missing, or check without --complete.")


def steps_without_tasks(items: Iterable[Item]) -> Iterator[Finding]:
    """Yield advice about each tool step that has no task."""
    for item in items:
        for at, step in enumerate(item.steps if isinstance(item, Tool) else ()):
            if not step.task:
                what = "the step has no task, so its slide shows what the facilitator says or does."
                fix = "Add a task for the people in the room, or check without --complete."
                yield finding_in(item.source, ("steps", at), "no-task", what, fix, "advice")


def reference_advice(library: Library) -> Iterator[Finding]:
    """Yield advice on references that are uncited or have no `seen`.

    `seen` records whether someone has seen the work, its abstract or only a record of it.
    """
    cited: dict[str, str] = {}
    for item in (*library, *library.retired, library.about):
        for pointer in pointers(item):
            if pointer.kind == "reference":
                cited.setdefault(pointer.target, item.id if isinstance(item, Item) else "about.yaml")
    for work in library.references.values():
        if work.id not in cited:
            what, fix = "no item cites this reference.", "Cite it, or delete it."
            yield finding_in(work.source, (), "uncited", what, fix, "advice")
        elif work.seen is None:
            what = f"'{cited[work.id]}' cites this work, but the reference has no `seen`."
            fix = (
                "Find the work or a record of it, check its title and authors, and add `seen: record`, "
                "`seen: abstract` or `seen: whole`."
            )
            yield finding_in(work.source, (), "unseen", what, fix, "advice")


def study_findings(library: Library) -> Iterator[Finding]:
    """Check that each work in a table of studies has `study`."""
    chaptered: tuple[Article | Programme, ...] = (*library.articles.values(), *library.programmes.values())
    for item in chaptered:
        for at, chapter in enumerate(item.chapters):
            for index, passage in enumerate(chapter.body):
                for place, id_ in enumerate(passage.studies):
                    if id_ in library.references and library.references[id_].study is None:
                        path = ("chapters", at, "body", index, "studies", place)
                        what = f"the reference '{id_}' has no `study`, so it cannot be a row of this table."
                        fix = "Add `study` to the reference, or take it out of this table."
                        yield finding_in(item.source, path, "no-study", what, fix)
