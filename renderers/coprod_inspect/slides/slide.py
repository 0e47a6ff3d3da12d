"""A slide under inspection."""

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.shared_checks import LinkTexts, Spot
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.package import Relationship
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import Element


@frozen(eq=False)
class InspectedSlide:
    """A slide, with its styles, its relationships and its title.

    `name` is what messages call the slide, such as `slide 3`. `links` remembers the links on this slide and on earlier
    slides.
    """

    name: str
    layer: SlideLayer
    text_styles: MasterTextStyles
    table_styles: dict[str, Element]
    relationships: dict[str, Relationship]
    links: LinkTexts
    title: str = field(init=False)
    """The slide's title, or an empty string if it has none."""

    @title.default
    def _title(self) -> str:
        titles = (" ".join(shape.text.split()) for shape in self.layer.shapes if shape.role == "title")
        return next((title for title in titles if title), "")

    @property
    def spot(self) -> Spot:
        """The slide's location, for use in messages."""
        return Spot(self.name, self.title)

    def fault(self, code: str, what: str, words: str = "") -> Fault:
        """Return a fault on this slide.

        `code`, `what` and `words` are fields of `Fault`.
        """
        return self.spot.fault(code, what, words)
