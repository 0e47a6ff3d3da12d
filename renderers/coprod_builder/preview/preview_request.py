"""What the preview form asks for: the file to show, and how."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_builder.editing.form_fields import FormFields

_UNITS = ("page", "slide")


@frozen(kw_only=True)
class SeenFile:
    """A file shown before, and its number of pages or slides."""

    key: str
    count: int
    unit: str

    @property
    def value(self) -> str:
        """The value of its hidden field in the form."""
        return f"{self.key} {self.count} {self.unit}"


@frozen(kw_only=True)
class PreviewRequest:
    """The file to show, by its key, and the files seen before.

    `first` is the first page to show.
    """

    key: str = ""
    first: int = 1
    large: bool = False
    seen: tuple[SeenFile, ...] = ()

    @classmethod
    def of(cls, fields: FormFields) -> "PreviewRequest":
        """Read a request from a form, ignoring values that make no sense."""
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
