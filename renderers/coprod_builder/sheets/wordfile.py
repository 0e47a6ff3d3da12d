"""The file of a document: its paper, and the parts that run along its pages. Lengths are points."""

from functools import cached_property
from typing import ClassVar

from attrs import frozen

from coprod_builder.canvas.officefile import Element, OfficeFile, R

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20
_PAPER = {"w": "11906", "h": "16838"}


@frozen(kw_only=True)
class Paper:
    """A page: its size, its margins, how far header and footer stand from its edges, and whether the first page has
    its own."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float
    first: bool

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right


@frozen(eq=False)
class WordFile(OfficeFile):
    """A document that was made here."""

    main: ClassVar[str] = "word/document.xml"

    @cached_property
    def body(self) -> Element:
        """The text."""
        found = self.xml(self.main).find(f"{W}body")
        assert found is not None
        return found

    @cached_property
    def paper(self) -> Paper:
        """The page of the last section, which is the only one that a document of ours has."""
        section = self._section
        size, margin = (section.find(f"{W}{name}") if section is not None else None for name in ("pgSz", "pgMar"))

        def side(name: str) -> float:
            return abs(points(margin, name, 72.0))

        return Paper(
            width=points(size, "w", int(_PAPER["w"]) / _TWIPS),
            height=points(size, "h", int(_PAPER["h"]) / _TWIPS),
            left=side("left"),
            right=side("right"),
            top=side("top"),
            bottom=side("bottom"),
            header=side("header"),
            footer=side("footer"),
            first=section is not None and is_on(section, "titlePg"),
        )

    @cached_property
    def tab(self) -> float:
        """How far apart the tab stops are that nobody has set."""
        part = self.one(self.main, "settings")
        return number(self.xml(part) if part else None, "defaultTabStop", 720) / _TWIPS

    def running(self, kind: str, which: str) -> str:
        """The part that is the header or the footer (`kind`) of first or other pages (`which`: first, default), empty
        where there is none."""
        for each in self._section.iter(f"{W}{kind}Reference") if self._section is not None else ():
            if each.get(f"{W}type", "default") == which:
                return self.related(self.main).get(each.get(f"{R}id", ""), ("", ""))[1]
        return ""

    @property
    def _section(self) -> Element | None:
        return self.body.find(f"{W}sectPr")


def points(element: Element | None, name: str, before: float) -> float:
    """A length of an attribute, given in twentieths of a point; what was before where it is not there."""
    found = element.get(f"{W}{name}") if element is not None else None
    try:
        return before if found is None else float(found) / _TWIPS
    except ValueError:
        return before


def value(element: Element | None, name: str, before: str = "") -> str:
    """The value of the child of a name."""
    child = element.find(f"{W}{name}") if element is not None else None
    return before if child is None else child.get(f"{W}val", before)


def number(element: Element | None, name: str, before: int) -> int:
    """The value of the child of a name as a whole number."""
    found = value(element, name)
    return int(found) if found.lstrip("-").isdecimal() else before


def is_on(element: Element | None, name: str, *, before: bool = False) -> bool:
    """Whether the child of a name is there and says yes."""
    child = element.find(f"{W}{name}") if element is not None else None
    return before if child is None else child.get(f"{W}val", "1") not in {"0", "false", "off"}
