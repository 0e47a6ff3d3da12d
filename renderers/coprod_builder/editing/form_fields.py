"""The fields of a form as the browser sent them."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class FormFields:
    """The fields of a form by name, each with all its values."""

    _values: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, sent: Iterable[tuple[str, str]]) -> "FormFields":
        """Return the fields in pairs of name and value.

        CRLF line ends become LF.
        """
        values: dict[str, tuple[str, ...]] = {}
        for name, value in sent:
            values[name] = (*values.get(name, ()), value.replace("\r\n", "\n"))
        return cls(values)

    def one(self, name: str) -> str:
        """Return the first value of a field, or an empty string."""
        return self._values.get(name, ("",))[0]

    def every(self, name: str) -> tuple[str, ...]:
        """Return the values of a field that are not empty."""
        return tuple(value for value in self._values.get(name, ()) if value)

    def __contains__(self, name: object) -> bool:
        return name in self._values


def digits(text: str) -> int | None:
    """Return the number in a short text of digits, or None."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
