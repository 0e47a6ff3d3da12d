"""Tools: activities with their steps and handouts."""

from attrs import frozen

from coprod_content.content.field_types import (
    CanvasId,
    DiagramId,
    Line,
    Lines,
    Minutes,
    Mode,
    Moment,
    PictureId,
    Prose,
    PurposeId,
    Question,
    ReferenceId,
    Setting,
    SituationNumber,
    ThemeId,
    ToolId,
)
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Change, Item, MinutesRange, Origin, PeopleRange


@frozen(kw_only=True)
class Task:
    """What people in the room do, as shown on a slide."""

    ask: Line
    """The question or instruction, shown in large type, in at most 14 words."""
    lines: tuple[Line, ...]
    """One to three short lines: who people work with, how long each person has, and what it leads to."""


@frozen(kw_only=True)
class Situation:
    """Something that happens to people, which a group can respond to."""

    role: Line
    """Who it happens to, or who speaks, such as "A carer"."""
    text: Prose
    """What happens, or what is said, in one or two short sentences."""


@frozen(kw_only=True)
class Step:
    """One step of a tool."""

    title: Line
    """The title of the step."""
    minutes: Minutes
    """How long the step takes, in minutes."""
    mode: Mode | None = None
    """How people work: alone, in pairs, all together, and so on."""
    task: Task | None = None
    """What the step asks of the people in the room. The whole task has at most 30 words."""
    do: tuple[Prose, ...]
    """What the facilitator does, in order."""
    say: Prose | None = None
    """What the facilitator says aloud."""
    variation: Prose | None = None
    """Another way to do the step."""
    canvas: bool = False
    """Whether the slide of the step shows the tool's canvas."""
    situations: SituationNumber | None = None
    """How many of the tool's situations the step takes, one at a time, each on its own slide. They are the first
    ones, unless the agenda item chooses others.
    """


@frozen(kw_only=True)
class Variant:
    """Another way to run a whole tool."""

    how: tuple[Prose, ...]
    """What to do differently."""
    minutes: Minutes | None = None
    """How long the tool takes when run in this way, in minutes, if that differs from its usual time."""
    mode: Mode | None = None
    """How people work in most of a short version: alone, in pairs, all together, and so on."""
    task: Task | None = None
    """What a short version asks of the people in the room. The whole task has at most 30 words."""
    say: Prose | None = None
    """What the facilitator says aloud."""
    situations: SituationNumber | None = None
    """How many of the tool's situations a short version takes."""
    canvas: CanvasId | None = None
    """The canvas of a short version, if it differs from the tool's."""


@frozen(kw_only=True)
class Prompt:
    """A question to answer in writing."""

    text: Prose
    """The question to answer."""
    lines: Lines = 4
    """How many ruled lines to leave for the answer."""


@frozen(kw_only=True)
class Handout:
    """A page for people to write on and keep."""

    title: Line
    """The title of the page."""
    intro: Prose
    """What the page is for, and how people can use it."""
    prompts: tuple[Prompt, ...]
    """The questions to answer on the page."""


@frozen(kw_only=True)
class Tool(Item):
    """A practical activity, with everything that a facilitator needs to run it."""

    title: Line
    """The name of the tool."""
    purpose: Prose
    """What people get from the tool, in a sentence or two."""
    purposes: tuple[PurposeId, ...] = ()
    """The purposes for which the planner can choose the tool."""
    moments: tuple[Moment, ...] = ()
    """The parts of a session that the tool suits. The default is `deepening`, the middle of a session."""
    theme: ThemeId
    """The main theme of the tool."""
    further_themes: tuple[ThemeId, ...] = ()
    """Other themes that the tool serves."""
    picture: PictureId | None = None
    """The pictogram that helps people find the tool. If this is left out, the symbol of its theme is used."""
    use_when: tuple[Prose, ...] = ()
    """When the tool is a good choice."""
    avoid_when: tuple[Prose, ...] = ()
    """When to choose something else."""
    minutes: MinutesRange
    """The shortest and longest time the tool takes, in minutes."""
    people: PeopleRange
    """The smallest and largest group the tool suits."""
    setting: Setting | None = None
    """Whether the tool works in a room, on a call or either way. If this is left out, the planner uses it in a room."""
    materials: tuple[Prose, ...] = ()
    """What you need, described in full."""
    kit: tuple[Line, ...] = ()
    """What you need, in a few words each, for a run sheet. If this is left out, the run sheet lists the materials."""
    preparation: tuple[Prose, ...] = ()
    """What to do beforehand."""
    steps: tuple[Step, ...]
    """The steps, in order."""
    situations: tuple[Situation, ...] = ()
    """Situations to respond to. All of them are on the tool's page and on a handout to cut up. Start with those that
    suit most groups.
    """
    closing_questions: tuple[Question, ...] = ()
    """Questions to ask at the end."""
    access: tuple[Prose, ...] = ()
    """How to make the tool work for everyone."""
    safety: tuple[Prose, ...] = ()
    """How to keep people safe."""
    payment: tuple[Prose, ...] = ()
    """How to pay people for taking part."""
    traps: tuple[Prose, ...] = ()
    """What commonly goes wrong."""
    online: Variant | None = None
    """How to run the tool on a call."""
    short: Variant | None = None
    """How to run the tool in less time."""
    handout: Handout | None = None
    """A page to give to each person."""
    diagram: DiagramId | None = None
    """A diagram of what people will draw or look at."""
    canvas: CanvasId | None = None
    """The canvas that people work on, shown on the slides of the steps that use it, on the handout and as a poster."""
    origin: Origin | None = None
    """Where the method comes from, and the terms on which it may be used."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the tool."""
    next: tuple[ToolId, ...] = ()
    """Tools to use after this one."""
    easy_read: EasyRead | None = None
    """What will happen, for people who take part, in simple words with pictures."""
    changes: tuple[Change, ...] = ()
    """What has changed since the tool was first published, newest first."""

    @property
    def short_minutes(self) -> int | None:
        """How long the short version takes in minutes, or None."""
        return self.short.minutes if self.short else None

    def scaled_step_minutes(self, total: int) -> tuple[int, ...]:
        """Return the minutes of each step, scaled to add up to `total`.

        Each step gets at least one minute. If there are more steps than minutes in `total`, the minutes are returned
        unscaled.
        """
        steps = [step.minutes for step in self.steps]
        if total < len(steps):
            return tuple(steps)
        exact = [minutes * total / sum(steps) for minutes in steps]
        kept = [max(1, int(share)) for share in exact]
        by_remainder = sorted(range(len(steps)), key=lambda at: int(exact[at]) - exact[at])
        for at in by_remainder[: max(0, total - sum(kept))]:
            kept[at] += 1
        while sum(kept) > total:
            kept[kept.index(max(kept))] -= 1
        return tuple(kept)
