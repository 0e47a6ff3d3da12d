"""People in pictures, and scenes in which they do something together."""

from typing import Literal

from attrs import frozen

from coprod_content.content.drawing import Shape
from coprod_content.content.field_types import Extent, Line, Mode, PersonId, Role, Units
from coprod_content.content.model.item import Item

Head = Literal[
    "afro",
    "bald",
    "bantu-knots",
    "beanie",
    "bob",
    "bun",
    "cornrows",
    "curls",
    "dreads",
    "flat-top",
    "fringe",
    "grey-bun",
    "grey-medium",
    "grey-short",
    "hijab",
    "long",
    "long-afro",
    "medium",
    "quiff",
    "receding",
    "short",
    "side-hair",
    "straight",
    "turban",
    "twists",
]
Face = Literal[
    "calm", "smiling", "beaming", "speaking", "gentle", "older", "serious", "concerned", "determined", "thoughtful"
]
Pose = Literal["still", "waving", "signing", "writing", "pointing", "cheering"]
Skin = Literal["skin_1", "skin_2", "skin_3", "skin_4", "skin_5"]


@frozen(kw_only=True)
class Person(Item):
    """A person who appears in scenes."""

    alt: Line
    """What the person looks like."""
    head: Head
    """The hair, or the hat or scarf that covers it."""
    skin: Skin
    """The colour of the skin."""
    clothes: Role
    """The colour of the clothes, and of any hat, turban or ribbon."""
    hair: Role = "ink"
    """The colour of hair that is not black, such as `line` for grey."""
    build: Literal["slim", "medium", "broad"] = "medium"
    """How broad the body is."""
    face: Face = "smiling"
    """The usual expression."""
    beard: Literal["chin", "full", "long", "moustache"] | None = None
    """The beard or moustache, if any."""
    glasses: Literal["round", "square", "dark"] | None = None
    """The glasses, if any."""
    wears: tuple[Literal["hearing-aid", "lanyard", "scarf"], ...] = ()
    """Other things that the person wears, such as a lanyard."""
    wheelchair: bool = False
    """Whether the person uses a wheelchair."""


@frozen(kw_only=True)
class PlacedPerson:
    """A person in a scene."""

    person: PersonId
    """The id of the person."""
    x: Units
    """The distance from the left of the canvas to the middle of the person, in drawing units."""
    y: Units
    """The distance from the top of the canvas to the person's hips, in drawing units."""
    height: Extent
    """The height of the person from hips to head, in drawing units."""
    looks: Literal["left", "right"] = "right"
    """The direction in which the person looks."""
    face: Face | None = None
    """The expression, if it is not the usual one."""
    pose: Pose = "still"
    """The pose of the person's arms."""
    seated: bool = False
    """Whether the person sits on a chair that is in view."""


@frozen(kw_only=True)
class PeopleScene(Item):
    """A picture of people doing something together."""

    alt: Line
    """What the picture shows."""
    width: Extent
    """The width of the canvas, in drawing units."""
    height: Extent
    """The height of the canvas, in drawing units."""
    modes: tuple[Mode, ...] = ()
    """The ways of working that the scene shows. Slides with one of these modes can show the scene."""
    behind: tuple[Shape, ...] = ()
    """The shapes behind the people, from back to front."""
    people: tuple[PlacedPerson, ...]
    """The people, from back to front."""
    front: tuple[Shape, ...] = ()
    """The shapes in front of the people, from back to front."""
