"""Tools: activities with their steps and handouts."""

from attrs import frozen

from coprod_content.content.field_types import (
    DiagramId,
    Line,
    Lines,
    Minutes,
    Moment,
    Prose,
    PurposeId,
    Question,
    ReferenceId,
    Setting,
    ThemeId,
    ToolId,
)
from coprod_content.content.model.item import Change, Item, MinutesRange, Origin, PeopleRange


@frozen(kw_only=True)
class Step:
    """One step of a tool: what to do, the words to say aloud, and another way of doing it."""

    title: Line
    minutes: Minutes
    do: tuple[Prose, ...]
    say: Prose | None = None
    variation: Prose | None = None


@frozen(kw_only=True)
class Variant:
    """Another way of running a whole tool, with its minutes where they differ."""

    how: tuple[Prose, ...]
    minutes: Minutes | None = None
    say: Prose | None = None


@frozen(kw_only=True)
class Prompt:
    """Something to answer in writing, with the number of ruled lines to leave for it."""

    text: Prose
    lines: Lines = 4


@frozen(kw_only=True)
class Handout:
    """A page that people who take part are given, with room to write."""

    title: Line
    intro: Prose
    prompts: tuple[Prompt, ...]


@frozen(kw_only=True)
class Tool(Item):
    """A practical activity that a facilitator can run from the page.

    `purposes` are those that a planner chooses it for, `moments` the parts of a session that it suits: without any it
    suits the middle. `kit` is what `materials` say, in a few words each, for a run sheet. `diagram` is
    one that shows what people will draw or look at. `changes` are newest first.
    """

    title: Line
    purpose: Prose
    purposes: tuple[PurposeId, ...] = ()
    moments: tuple[Moment, ...] = ()
    theme: ThemeId
    further_themes: tuple[ThemeId, ...] = ()
    use_when: tuple[Prose, ...]
    avoid_when: tuple[Prose, ...]
    minutes: MinutesRange
    people: PeopleRange
    setting: Setting
    materials: tuple[Prose, ...]
    kit: tuple[Line, ...] = ()
    preparation: tuple[Prose, ...]
    steps: tuple[Step, ...]
    closing_questions: tuple[Question, ...]
    access: tuple[Prose, ...]
    safety: tuple[Prose, ...]
    payment: tuple[Prose, ...] = ()
    traps: tuple[Prose, ...]
    online: Variant
    short: Variant
    handout: Handout | None = None
    diagram: DiagramId | None = None
    origin: Origin
    references: tuple[ReferenceId, ...] = ()
    next: tuple[ToolId, ...] = ()
    changes: tuple[Change, ...] = ()
