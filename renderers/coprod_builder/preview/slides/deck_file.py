"""The file of a deck: its slides, beside what every file has."""

from functools import cached_property
from typing import ClassVar

from attrs import frozen

from coprod_builder.preview.slides.office_file import OfficeFile, R

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@frozen(eq=False)
class DeckFile(OfficeFile):
    """A deck that was made here."""

    main: ClassVar[str] = "ppt/presentation.xml"

    @cached_property
    def slides(self) -> tuple[str, ...]:
        """The parts of the slides in their order."""
        ways = self.related(self.main)
        return tuple(ways[each.get(f"{R}id", "")][1] for each in self.xml(self.main).iter(f"{P}sldId"))
