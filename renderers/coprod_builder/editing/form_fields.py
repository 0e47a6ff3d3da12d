"""Form fields as sent by the browser."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class FormFields:
    """Form fields by name, each with all its values."""

    _values: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, sent: Iterable[tuple[str, str]]) -> "FormFields":
        """Return form fields from pairs of name and value.

        CRLF line endings become LF.
        """
        values: dict[str, tuple[str, ...]] = {}
        for name, value in sent:
            values[name] = (*values.get(name, ()), value.replace("\r\n", "\n"))
        return cls(values)

    def one(self, name: str) -> str:
        """Return a field's first value, or "" if it was not sent."""
        return self._values.get(name, ("",))[0]

    def every(self, name: str) -> tuple[str, ...]:
        """Return all of a field's values except empty strings."""
        return tuple(value for value in self._values.get(name, ()) if value)

    def __contains__(self, name: object) -> bool:
        return name in self._values


def digits(text: str) -> int | None:
    """Parse a number of at most four digits, or return None."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
