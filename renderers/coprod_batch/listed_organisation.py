"""An organisation in a list: a table row or a YAML entry."""

from attrs import field, frozen

from coprod_content.brand.organisation import Name
from coprod_content.content.field_types import Clock, Day, Line, Slug
from coprod_content.findings.finding import Place

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("id", "code"),
    "name": ("name", "organisation", "organisation name", "name of the organisation"),
    "logo": ("logo", "logo file"),
    "colour": ("colour", "color", "main colour", "brand colour"),
    "brand": ("brand", "brand folder"),
    "slides_template": ("slides template", "powerpoint template", "template", "powerpoint"),
    "guide_template": ("guide template", "word template", "word"),
    "workshop": ("workshop", "plan", "workshop file", "session"),
    "place": ("place", "venue", "where"),
    "day": ("day", "date"),
    "starts": ("starts", "start", "start time", "time"),
    "contact": ("contact", "email"),
    "language": ("language",),
    "access": ("access", "access editions"),
}
"""The headings that are accepted for each field. Messages give the first."""


@frozen(kw_only=True)
class ListedOrganisation:
    """An organisation, and the pack to make for it.

    Paths are relative to the folder that contains the list.
    """

    id: Slug
    """The name of the folder for its pack, such as the code of an NHS trust in lower-case letters."""
    name: Name
    """The name of the organisation."""
    logo: Line | None = None
    """A picture file."""
    colour: Line | None = None
    """The main colour, from which the others are derived, such as #005eb8."""
    brand: Line | None = None
    """A folder with a brand.yaml."""
    slides_template: Line | None = None
    """A PowerPoint template."""
    guide_template: Line | None = None
    """A Word template."""
    workshop: Line | None = None
    """The id of a workshop, or a workshop file."""
    place: Line | None = None
    """Where the workshop is held."""
    day: Day | None = None
    """The day of the workshop."""
    starts: Clock | None = None
    """The time at which the workshop starts."""
    contact: Line | None = None
    """Whom to ask, and how to reach them."""
    language: Line | None = None
    """The language of the material."""
    access: tuple[Line, ...] = ()
    """The access editions to make, such as large-print; if empty, the standard one."""


@frozen
class OrganisationRow:
    """A listed organisation, with the place of each value in the list."""

    given: ListedOrganisation
    where: Place
    places: tuple[tuple[str, Place], ...] = field(repr=False)

    def place(self, name: str) -> Place:
        """Return the place of a field or, if missing, of the row."""
        return dict(self.places).get(name, self.where)
