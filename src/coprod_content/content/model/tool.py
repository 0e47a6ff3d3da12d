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
    """One step of a tool."""

    title: Line
    """What the step is called."""
    minutes: Minutes
    """How long the step takes."""
    do: tuple[Prose, ...]
    """What the facilitator does, in order."""
    say: Prose | None = None
    """Words to say aloud."""
    variation: Prose | None = None
    """Another way to do the step."""


@frozen(kw_only=True)
class Variant:
    """Another way to run a whole tool."""

    how: tuple[Prose, ...]
    """What to do differently."""
    minutes: Minutes | None = None
    """How long it takes, if not as long as usual."""
    say: Prose | None = None
    """Words to say aloud."""


@frozen(kw_only=True)
class Prompt:
    """A question to answer in writing."""

    text: Prose
    """What to answer."""
    lines: Lines = 4
    """How many ruled lines to leave for the answer."""


@frozen(kw_only=True)
class Handout:
    """A page for people to keep, with room to write."""

    title: Line
    """The title of the page."""
    intro: Prose
    """What the page is for, and how people can use it."""
    prompts: tuple[Prompt, ...]
    """What to answer on the page."""


@frozen(kw_only=True)
class Tool(Item):
    """A practical activity that a facilitator can run from the page."""

    title: Line
    """The name of the tool."""
    purpose: Prose
    """What people get from it, in a sentence or two."""
    purposes: tuple[PurposeId, ...] = ()
    """The purposes that a planner chooses it for."""
    moments: tuple[Moment, ...] = ()
    """The parts of a session that it suits. Without any, it suits the middle."""
    theme: ThemeId
    """The theme that it belongs to."""
    further_themes: tuple[ThemeId, ...] = ()
    """Other themes that it serves."""
    use_when: tuple[Prose, ...]
    """When it is a good choice."""
    avoid_when: tuple[Prose, ...]
    """When to choose something else."""
    minutes: MinutesRange
    """How long it takes, at least and at most."""
    people: PeopleRange
    """How large the group is, at least and at most."""
    setting: Setting
    """Whether it works in a room, in a call or in either."""
    materials: tuple[Prose, ...]
    """What you need, in full."""
    kit: tuple[Line, ...] = ()
    """What you need, in a few words each, for a run sheet. Without it the run sheet prints the materials."""
    preparation: tuple[Prose, ...]
    """What to do beforehand."""
    steps: tuple[Step, ...]
    """The steps, in order."""
    closing_questions: tuple[Question, ...]
    """Questions to end with."""
    access: tuple[Prose, ...]
    """How to make it work for everyone."""
    safety: tuple[Prose, ...]
    """How to keep people safe."""
    payment: tuple[Prose, ...] = ()
    """How to pay people for it."""
    traps: tuple[Prose, ...]
    """What commonly goes wrong."""
    online: Variant
    """How to run it in a call."""
    short: Variant
    """How to run it in less time."""
    handout: Handout | None = None
    """A page to give to people."""
    diagram: DiagramId | None = None
    """A diagram of what people will draw or look at."""
    origin: Origin
    """Where the method comes from."""
    references: tuple[ReferenceId, ...] = ()
    """Works about the tool."""
    next: tuple[ToolId, ...] = ()
    """Tools to use after it."""
    changes: tuple[Change, ...] = ()
    """What has changed since it was first published, newest first."""
