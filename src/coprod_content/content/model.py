"""The kinds of content item, as values: typed, frozen, compared and hashed by what they say.

Every field here is a key in a content file. Prose fields hold inline Markdown of one paragraph (see `fields`);
a tuple of prose is a list of paragraphs or points. Minutes are whole minutes, people are counts of heads.
"""

from typing import Literal

from attrs import field, frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import (
    Audience,
    Clock,
    Day,
    DiagramId,
    FilmId,
    Language,
    Line,
    Lines,
    Minutes,
    Moment,
    People,
    PictureId,
    PostcardId,
    Prose,
    PurposeId,
    Question,
    ReferenceId,
    ResourceId,
    Seconds,
    Setting,
    Slug,
    TermId,
    ThemeId,
    ThemeNumber,
    ToolId,
    Url,
    Year,
)
from coprod_content.content.source import NOWHERE, Source


@frozen(kw_only=True)
class Item:
    """What all content items have: an id, unique in the library, and the file that it was read from."""

    id: Slug
    source: Source = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class MinutesRange:
    """The shortest and longest that something takes, in minutes."""

    least: Minutes
    most: Minutes


@frozen(kw_only=True)
class PeopleRange:
    """The smallest and largest group that something works with."""

    least: People
    most: People


@frozen(kw_only=True)
class Origin:
    """Where a method or an idea comes from, and on what terms it may be used.

    `standing` says how the item relates to it: `published` (a known method in our words), `adapted` (a known
    idea in a format of our own) or `own` (the library's own work).
    """

    standing: Literal["published", "adapted", "own"]
    credit: Prose
    licence: Prose
    url: Url | None = None
    references: tuple[ReferenceId, ...] = ()


@frozen(kw_only=True)
class Picture(Item):
    """A pictogram that goes with an idea in simple words, on a canvas of 40 by 40 units; `alt` says what it shows."""

    alt: Line
    drawing: Drawing


@frozen(kw_only=True)
class Idea:
    """One idea in one or two short sentences, and the picture that goes with it."""

    words: Prose
    picture: PictureId


@frozen(kw_only=True)
class IdeaGroup:
    """Ideas under a heading, in the order in which they are read."""

    title: Line
    ideas: tuple[Idea, ...]


@frozen(kw_only=True)
class HardWord:
    """A word that some readers do not know, and what it means in words that they do."""

    word: Line
    meaning: Prose


@frozen(kw_only=True)
class EasyRead:
    """What an item says in simple words with pictures, written for it, never made from the long text.

    `title` stands for the item's own, on a postcard for its question. `tested_by` says which people with learning
    disabilities tested the text, and when: until then nothing made from it is called Easy Read.
    """

    title: Line
    parts: tuple[IdeaGroup, ...]
    hard_words: tuple[HardWord, ...] = ()
    tested_by: Line | None = None


@frozen(kw_only=True)
class Theme(Item):
    """One of the six themes: what it means, why it matters, how to begin.

    `drawing` is its sign, without words, in its own colour: a cue beside colour on everything that is about it.
    """

    number: ThemeNumber
    title: Line
    summary: Prose
    meaning: tuple[Prose, ...]
    why: tuple[Prose, ...]
    good: tuple[Prose, ...]
    barriers: tuple[Prose, ...]
    first_step: Prose
    questions: tuple[Question, ...]
    drawing: Drawing | None = None
    references: tuple[ReferenceId, ...] = ()
    easy_read: EasyRead | None = None


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
class Change:
    """What changed in an item on a day, told to somebody who holds a copy that was printed before it."""

    day: Day
    what: Prose


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


@frozen(kw_only=True)
class Postcard(Item):
    """A card that opens a conversation: one question in front, help for whoever asks it on the back.

    `changes` are newest first.
    """

    theme: ThemeId
    question: Question
    why: Prose
    follow_ups: tuple[Question, ...]
    listen_for: Prose
    audience: tuple[Audience, ...]
    moment: Moment
    resource: ResourceId | None = None
    easy_read: EasyRead | None = None
    changes: tuple[Change, ...] = ()


@frozen(kw_only=True)
class Resource(Item):
    """Something made by others that is worth opening; the address is given as published."""

    title: Line
    publisher: Line
    year: Year | None = None
    type: Literal["guide", "toolkit", "network", "training", "policy", "standard", "measure", "review", "film"]
    purpose: Prose
    audience: Line
    cost: Line
    licence: Line | None = None
    url: Url
    themes: tuple[ThemeId, ...]


@frozen(kw_only=True)
class Scene:
    """One scene of a film: what is said, what is on the screen, for how many seconds."""

    narration: Prose
    on_screen: Line
    drawing: Drawing
    alt: Line
    seconds: Seconds


@frozen(kw_only=True)
class Film(Item):
    """A short film as a storyboard, with questions for before and after watching."""

    title: Line
    summary: Prose
    themes: tuple[ThemeId, ...]
    scenes: tuple[Scene, ...]
    before: tuple[Question, ...]
    after: tuple[Question, ...]

    @property
    def seconds(self) -> int:
        """How long the film lasts."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def transcript(self) -> tuple[str, ...]:
        """The narration, a paragraph for each scene."""
        return tuple(scene.narration for scene in self.scenes)


@frozen(kw_only=True)
class Part:
    """A named part of a diagram and what it means."""

    name: Line
    text: Prose


@frozen(kw_only=True)
class Diagram(Item):
    """A drawing with a text for each of its parts, so that it can be read as well as seen."""

    title: Line
    purpose: Prose
    themes: tuple[ThemeId, ...]
    alt: Prose
    drawing: Drawing
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    origin: Origin
    references: tuple[ReferenceId, ...] = ()


@frozen(kw_only=True)
class Passage:
    """A piece of an article: a paragraph, or points, or a paragraph with points under it."""

    text: Prose | None = None
    points: tuple[Prose, ...] = ()
    advice: bool = False


@frozen(kw_only=True)
class Chapter:
    """A part of an article under a heading of its own."""

    title: Line
    body: tuple[Passage, ...]


@frozen(kw_only=True)
class Article(Item):
    """A text to read from start to end."""

    title: Line
    summary: Prose
    chapters: tuple[Chapter, ...]
    themes: tuple[ThemeId, ...] = ()
    references: tuple[ReferenceId, ...] = ()
    easy_read: EasyRead | None = None


@frozen(kw_only=True)
class ToolSlot:
    """An agenda item that runs a tool; `who` leads it, as the run sheet says.

    `title` is what it is called instead of the tool's own, `focus` what to look out for, `say` the words to open with
    in place of the tool's first.
    """

    minutes: Minutes
    tool: ToolId
    title: Line | None = None
    focus: Prose | None = None
    say: Prose | None = None
    who: Line | None = None
    kind: Literal["tool"] = "tool"


@frozen(kw_only=True)
class PostcardSlot:
    """An agenda item in which people talk with postcards."""

    minutes: Minutes
    title: Line
    how: tuple[Prose, ...]
    say: Prose | None = None
    postcards: tuple[PostcardId, ...]
    who: Line | None = None
    kind: Literal["postcards"] = "postcards"


@frozen(kw_only=True)
class TalkSlot:
    """An agenda item in which the facilitator leads: a welcome, a short talk, a diagram to look at."""

    minutes: Minutes
    title: Line
    points: tuple[Prose, ...]
    say: Prose | None = None
    notes: tuple[Prose, ...] = ()
    diagram: DiagramId | None = None
    evidence: Prose | None = None
    who: Line | None = None
    kind: Literal["talk"] = "talk"


@frozen(kw_only=True)
class FilmSlot:
    """An agenda item in which a film is watched and talked over."""

    minutes: Minutes
    film: FilmId
    who: Line | None = None
    kind: Literal["film"] = "film"


@frozen(kw_only=True)
class BreakSlot:
    """A break."""

    minutes: Minutes
    title: Line = "Break"
    kind: Literal["break"] = "break"


@frozen(kw_only=True)
class ClosingSlot:
    """The end: what happens next, and one question to leave with."""

    minutes: Minutes
    title: Line
    question: Question
    points: tuple[Prose, ...]
    say: Prose | None = None
    who: Line | None = None
    kind: Literal["closing"] = "closing"


Slot = ToolSlot | PostcardSlot | TalkSlot | FilmSlot | BreakSlot | ClosingSlot


@frozen(kw_only=True)
class TeamMember:
    """Somebody who runs a workshop, and what they do there."""

    name: Line
    part: Line


@frozen(kw_only=True)
class Event:
    """One holding of a workshop: by whom, where, when. All of it is optional, and none of it is in a library."""

    organisation: Line | None = None
    place: Line | None = None
    day: Day | None = None
    team: tuple[TeamMember, ...] = ()


@frozen(kw_only=True)
class Workshop(Item):
    """An agenda of timed items that adds up to its length."""

    title: Line
    summary: Prose
    minutes: Minutes
    starts: Clock
    people: PeopleRange
    setting: Setting
    audience: Line
    themes: tuple[ThemeId, ...]
    outcomes: tuple[Prose, ...]
    before: tuple[Prose, ...]
    agenda: tuple[Slot, ...]
    next_steps: tuple[Prose, ...]
    access: tuple[Prose, ...]
    safety: tuple[Prose, ...]
    terms: tuple[TermId, ...] = ()
    event: Event | None = None
    easy_read: EasyRead | None = None


@frozen(kw_only=True)
class Purpose(Item):
    """What a session is for, which a planner chooses tools by.

    `title` says it to whoever chooses, as in "Decide"; `heading` names a session that has it. They are offered in the
    order of their file, which is that of working together from the first meeting on.
    """

    title: Line
    heading: Line
    summary: Prose
    outcomes: tuple[Prose, ...]
    closing_question: Question


@frozen(kw_only=True)
class PostcardTable:
    """How people talk with postcards in a planned session, whichever cards are chosen for it."""

    title: Line
    how: tuple[Prose, ...]
    say: Prose | None = None


@frozen(kw_only=True)
class Template(Item):
    """What every planned session in a setting has: its welcome, the talk in which people decide, its closing, the rest.

    `welcome` and `closing` take the least minutes that they are given; the talk is left out where a tool decides.
    """

    title: Line
    setting: Literal["in-person", "online"]
    audience: Line
    welcome: TalkSlot
    deciding: TalkSlot
    closing: ClosingSlot
    postcards: PostcardTable
    before: tuple[Prose, ...]
    next_steps: tuple[Prose, ...]
    access: tuple[Prose, ...]
    safety: tuple[Prose, ...]
    terms: tuple[TermId, ...] = ()


@frozen(kw_only=True)
class Term(Item):
    """A word that people meet, in plain words, and why it matters or misleads.

    `jargon` marks a word that has to be explained wherever people who take part hear or read it.
    """

    term: Line
    meaning: Prose
    why: Prose
    jargon: bool = False
    preferred: Line | None = None
    see: tuple[TermId, ...] = ()


@frozen(kw_only=True)
class Reference(Item):
    """A published work, with its fields as they were seen; what was not seen is left out."""

    authors: tuple[Line, ...]
    year: Year | None = None
    title: Line
    container: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    pages: Line | None = None
    doi: Line | None = None
    url: Url | None = None
    finding: Prose
    themes: tuple[ThemeId, ...] = ()


@frozen(kw_only=True)
class About:
    """What the library says of itself on everything that is made from it.

    `url` is the address at which its web edition is published: cards then lead to their pages there.
    """

    title: Line
    language: Language
    date: Day
    statement: Prose
    credit: Prose
    basis: Prose
    licence: Prose
    imprint: Line
    url: Url | None = None
