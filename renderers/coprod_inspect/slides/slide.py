"""A slide under inspection."""

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.link_texts import LinkTexts
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.package import Relationship
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import Element


@frozen(eq=False)
class InspectedSlide:
    """A slide with its styles, relationships and the links seen so far.

    `spot` is the slide's name in messages, such as `slide 3`.
    """

    spot: str
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

    def fault(self, code: str, what: str, words: str = "") -> Fault:
        """Return a fault on this slide."""
        return Fault(code=code, spot=self.spot, what=what, words=words, heading=self.title)
