"""Errors for unknown names and ids, with the nearest match."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from coprod_content.findings.finding import nearest

if TYPE_CHECKING:  # processes of plugins start sooner without every kind of item
    from coprod_content.content.model import Item


@frozen
class Unavailable:
    """An item that cannot be used, because it needs a retired item.

    `why` is a message that gives the reason, and says what to do.
    """

    item: "Item"
    why: str


def why_unavailable(id_: str, unavailable: Iterable[Unavailable]) -> str:
    """Return the message about an item that cannot be used.

    Returns an empty string if the item is not one of those in `unavailable`.
    """
    return next((each.why for each in unavailable if each.item.id == id_), "")


class UnknownName(LookupError):
    """Error for an unknown name, such as a mistyped purpose.

    `what` is the kind of thing that was named, such as "purpose". `name` is the unknown name, and `known` lists the
    valid ones.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(what, name, self.known)

    def __str__(self) -> str:
        known = f"Known {self.what}s: {', '.join(self.known)}." if self.known else f"The library has no {self.what}s."
        return f"There is no {self.what} '{self.name}'. {nearest(self.name, self.known) or known}"


class UnknownId(KeyError):
    """Error for an unknown id.

    `known` lists the valid ids. `why` is the message if the item exists but is not available, or an empty string.
    """

    def __init__(self, id_: str, known: tuple[str, ...], why: str = "") -> None:
        self.id, self.known, self.why = id_, known, why
        super().__init__(id_, known, why)

    def __str__(self) -> str:
        if self.why:
            return self.why
        return " ".join(part for part in (f"There is no item '{self.id}'.", nearest(self.id, self.known)) if part)
