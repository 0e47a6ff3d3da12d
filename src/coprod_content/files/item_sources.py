"""Converting the sources of items from plain values and back."""

from typing import Any

from coprod_content.content.source import Source
from coprod_content.files.field_errors import FieldError, found


def source_of(value: object, _: object = None) -> Source:
    """Convert plain values to a Source without a root.

    The values are a mapping with the keys `file` and `within`, and optionally `base`. A Source is returned unchanged.
    Raises FieldError for any other value.
    """
    match value:
        case Source():
            return value
        case {"file": str(file), "within": [*within], **rest} if rest.keys() <= {"base"} and _are_text(within):
            return Source(file=file, within=tuple(within), base=source_of(rest["base"]) if rest else None)
        case _:
            what = f"expected two keys, 'file' and 'within', {found(value)}."
            raise FieldError(what, "Write each key on a separate line, with a colon and its value after it.", "mapping")


def _are_text(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def source_value(source: Source) -> dict[str, Any]:
    """Return a Source as plain values, without its root."""
    base = {"base": source_value(source.base)} if source.base else {}
    return {"file": source.file, "within": list(source.within), **base}
