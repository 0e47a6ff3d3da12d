"""An agenda's requirements, represented as bits."""

from attrs import frozen

from coprod_content.planner.activity import Activity


@frozen(kw_only=True)
class Requirements:
    """Required activities and themes, and whether an activity must serve the purpose."""

    must: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    purpose: bool = True

    @property
    def every_bit(self) -> int:
        """An integer with the bit of every requirement set."""
        return (1 << len(self.must) + len(self.themes) + self.purpose) - 1

    def bits_of(self, activity: Activity) -> int:
        """Return the bits of the requirements that an activity meets."""
        names = (*self.must, *self.themes)
        met = sum(1 << n for n, name in enumerate(names) if name in activity.themes or name == activity.id)
        return met | (1 << len(names) if self.purpose and activity.serves else 0)
