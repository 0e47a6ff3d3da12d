"""A slide to be judged, and the faults that are said of it."""

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.office import LinkWords
from coprod_office.reading.list_styles import MasterTextStyles
from coprod_office.reading.package import Relationship
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import Element


@frozen(eq=False)
class InspectedSlide:
    """A slide to be judged: which it is, its layers, the styles of its text and tables, and what it leads to."""

    spot: str
    layer: SlideLayer
    styles: MasterTextStyles
    table_styles: dict[str, Element]
    relations: dict[str, Relationship]
    links: LinkWords
    title: str = field(init=False)
    """The words of the title, nothing where there is none."""

    @title.default
    def _title(self) -> str:
        titles = (" ".join(shape.text.split()) for shape in self.layer.shapes if shape.role == "title")
        return next((title for title in titles if title), "")

    def fault(self, code: str, what: str, words: str = "") -> Fault:
        """A fault of this slide."""
        return Fault(code=code, spot=self.spot, what=what, words=words, heading=self.title)
