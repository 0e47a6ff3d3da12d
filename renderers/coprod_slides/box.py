"""Rectangular areas of a slide, in millimetres."""

from attrs import evolve, frozen

EMU_PER_MM = 36_000
SLIDE_WIDTH, SLIDE_HEIGHT = 12_192_000 / EMU_PER_MM, 190.5
"""The size of slides in the default reference deck, in millimetres."""


@frozen
class SlideBox:
    """A rectangle, positioned in millimetres from the slide's top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x-coordinate of the right edge, in millimetres."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y-coordinate of the bottom edge, measured downwards in millimetres."""
        return self.y + self.height

    def rows(self, y: float, height: float) -> "SlideBox":
        """Return this box with another top edge and height, in millimetres."""
        return evolve(self, y=y, height=height)

    def fitted(self, width: float, height: float) -> "SlideBox":
        """Return the largest box of given proportions, centred inside this one.

        The proportions are `width` to `height`, in any unit.
        """
        scale = min(self.width / width, self.height / height)
        wide, high = width * scale, height * scale
        return SlideBox(self.x + (self.width - wide) / 2, self.y + (self.height - high) / 2, wide, high)

    def overlaps(self, other: "SlideBox") -> bool:
        """Return whether two boxes share any area. Touching edges do not count."""
        apart = self.right <= other.x or other.right <= self.x or self.bottom <= other.y or other.bottom <= self.y
        return not apart

    def grown(self, by: float) -> "SlideBox":
        """Return a box enlarged by `by` millimetres on every side."""
        return SlideBox(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)
