"""Errors for unknown names and ids, with the nearest match."""

from collections.abc import Iterable

from coprod_content.findings.finding import nearest


class UnknownName(LookupError):
    """Error for an unknown name, such as a mistyped purpose.

    `what` says what the name is for, such as "purpose". `name` is the unknown name, and `known` lists the valid ones.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(what, name, self.known)

    def __str__(self) -> str:
        known = f"Known {self.what}s: {', '.join(self.known)}." if self.known else f"The library has no {self.what}s."
        return f"There is no {self.what} '{self.name}'. {nearest(self.name, self.known) or known}"


class UnknownId(KeyError):
    """Error for an unknown id. `known` lists the valid ids."""

    def __init__(self, id_: str, known: tuple[str, ...]) -> None:
        self.id, self.known = id_, known
        super().__init__(id_, known)

    def __str__(self) -> str:
        return " ".join(part for part in (f"There is no item '{self.id}'.", nearest(self.id, self.known)) if part)
