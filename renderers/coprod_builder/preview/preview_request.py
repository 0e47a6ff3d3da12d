"""Requests from the preview form to show a file."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_builder.editing.form_fields import FormFields

_UNITS = ("page", "slide")


@frozen(kw_only=True)
class SeenFile:
    """A file already shown, with its number of pages or slides."""

    key: str
    count: int
    unit: str

    @property
    def value(self) -> str:
        """The value of the hidden form field that remembers the file."""
        return f"{self.key} {self.count} {self.unit}"


@frozen(kw_only=True)
class PreviewRequest:
    """The key of the file to show, and files already seen.

    `first` is the first page to show. `large` asks for the large size.
    """

    key: str = ""
    first: int = 1
    large: bool = False
    seen: tuple[SeenFile, ...] = ()

    @classmethod
    def of(cls, fields: FormFields) -> "PreviewRequest":
        """Read a request from a form, ignoring malformed values."""
        key, _, first = fields.one("look").partition(" ")
        return cls(
            key=key,
            first=_number(first) or 1,
            large=fields.one("size") == "large",
            seen=tuple(_seen_files(fields.every("seen"))),
        )


def _seen_files(values: Iterable[str]) -> Iterator[SeenFile]:
    for value in values:
        key, _, rest = value.partition(" ")
        count, _, unit = rest.partition(" ")
        if _number(count) and unit in _UNITS:
            yield SeenFile(key=key, count=_number(count), unit=unit)


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 0
