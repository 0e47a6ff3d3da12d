"""Boxes: where things lie on a slide."""

from attrs import evolve, frozen


@frozen
class SlideBox:
    """A rectangle in millimetres, its upper left corner measured from that of the slide."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The distance of the right edge from the left edge of the slide."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The distance of the lower edge from the upper edge of the slide."""
        return self.y + self.height

    def rows(self, y: float, height: float) -> "SlideBox":
        """As wide as this one, at another height."""
        return evolve(self, y=y, height=height)

    def fitted(self, width: float, height: float) -> "SlideBox":
        """The largest box of some proportions inside this one, in its centre."""
        scale = min(self.width / width, self.height / height)
        wide, high = width * scale, height * scale
        return SlideBox(self.x + (self.width - wide) / 2, self.y + (self.height - high) / 2, wide, high)

    def overlaps(self, other: "SlideBox") -> bool:
        """Whether they have any area in common; edges may touch."""
        apart = self.right <= other.x or other.right <= self.x or self.bottom <= other.y or other.bottom <= self.y
        return not apart

    def grown(self, by: float) -> "SlideBox":
        """Larger by so much on every side."""
        return SlideBox(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def around(x: float, y: float, radius: float) -> SlideBox:
    """The box of a circle."""
    return SlideBox(x - radius, y - radius, 2 * radius, 2 * radius)
