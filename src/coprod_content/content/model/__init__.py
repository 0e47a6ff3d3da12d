"""Classes of content items, whose fields are the keys in content files."""

from coprod_content.content.model.agenda import BreakSlot, ClosingSlot, FilmSlot, PostcardSlot, Slot, TalkSlot, ToolSlot
from coprod_content.content.model.article import Article, Chapter, Claim, Passage, PassageTable, Series, Term
from coprod_content.content.model.diagram import Canvas, Diagram, Part
from coprod_content.content.model.easy_read import EasyRead, HardWord, Idea, IdeaGroup, Picture
from coprod_content.content.model.film import Film, Pronunciation, Scene, SignVideo
from coprod_content.content.model.form import Form, FormField, FormPart, Keeping
from coprod_content.content.model.item import Change, Item, MinutesRange, Origin, PeopleRange, Photo, Rights
from coprod_content.content.model.people import PeopleScene, Person, PlacedPerson
from coprod_content.content.model.planning import PostcardTable, Purpose, Template
from coprod_content.content.model.postcard import Postcard
from coprod_content.content.model.publications import Case, Reference, Resource, Study
from coprod_content.content.model.theme import Theme
from coprod_content.content.model.tool import Handout, Prompt, Situation, Step, Task, Tool, Variant
from coprod_content.content.model.workshop import (
    Event,
    LeftOutTool,
    Programme,
    ProgrammeRole,
    ProgrammeStage,
    TeamMember,
    WeekRange,
    Workshop,
)

__all__ = [
    "Article",
    "BreakSlot",
    "Canvas",
    "Case",
    "Change",
    "Chapter",
    "Claim",
    "ClosingSlot",
    "Diagram",
    "EasyRead",
    "Event",
    "Film",
    "FilmSlot",
    "Form",
    "FormField",
    "FormPart",
    "Handout",
    "HardWord",
    "Idea",
    "IdeaGroup",
    "Item",
    "Keeping",
    "LeftOutTool",
    "MinutesRange",
    "Origin",
    "Part",
    "Passage",
    "PassageTable",
    "PeopleRange",
    "PeopleScene",
    "Person",
    "Photo",
    "Picture",
    "PlacedPerson",
    "Postcard",
    "PostcardSlot",
    "PostcardTable",
    "Programme",
    "ProgrammeRole",
    "ProgrammeStage",
    "Prompt",
    "Pronunciation",
    "Purpose",
    "Reference",
    "Resource",
    "Rights",
    "Scene",
    "Series",
    "SignVideo",
    "Situation",
    "Slot",
    "Step",
    "Study",
    "TalkSlot",
    "Task",
    "TeamMember",
    "Template",
    "Term",
    "Theme",
    "Tool",
    "ToolSlot",
    "Variant",
    "WeekRange",
    "Workshop",
]
