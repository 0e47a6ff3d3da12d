"""Errors in the fields of an item, and the problems they report."""

from collections.abc import Iterator

import attrs
from attrs import frozen
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from coprod_content.content.source import FieldPath, field_name
from coprod_content.findings.finding import Finding, Level, Place, nearest
from coprod_content.text.invisible import without_invisible

NEVER_WRITTEN = ("id", "source", "files", "own_fields")
"""Fields that cannot be set in a file."""


class FieldError(ValueError):
    """Error raised for a value that its field does not accept.

    `code`, `what` and `fix` are those of the finding that reports the error. `at` is the path from the value to the
    part of it with the problem, and is empty if that is the value itself.
    """

    def __init__(self, what: str, fix: str, code: str, at: FieldPath = ()) -> None:
        self.what, self.fix, self.code, self.at = what, fix, code, at
        super().__init__(what)


def found(value: object) -> str:
    """Describe a value for messages, such as `found 'ten'`."""
    match value:
        case str():
            short = value if len(value) <= 40 else value[:39] + "…"
            return f"found '{without_invisible(short)}'" if value else "found nothing"
        case list() | tuple():
            return "found a list"
        case dict():
            return "found keys and values"
        case None:
            return "found nothing"
        case int() if abs(value) > 10**9:
            return "found a very large number"
        case _:
            return f"found {value!r}"


@frozen
class Problem:
    """A problem with a field or its key.

    `path` leads to the field with the problem. `code`, `level`, `what` and `fix` are those of the finding that reports
    it. If `key` is true, the problem is with the key of the field, not with its value.
    """

    path: FieldPath
    code: str
    what: str
    fix: str
    key: bool = False
    level: Level = "error"

    def finding(self, where: Place | None, within: FieldPath = ()) -> Finding:
        """Return the problem as a finding at `where`.

        `within` is the path from the top of the file to the point at which the path of the problem begins.
        """
        field = field_name((*within, *self.path))
        return Finding(code=self.code, level=self.level, where=where, field=field, what=self.what, fix=self.fix)


def problems(error: BaseException, path: FieldPath = ()) -> Iterator[Problem]:
    """Yield each problem that an error from the converter reports.

    `path` is put before the path of each problem. Any other error is raised again.
    """
    match error:
        case ClassValidationError():
            named, others = error.group_exceptions()
            for inner, note in named:
                yield from problems(inner, (*path, note.name))
            for other in others:
                yield from problems(other, path)
        case IterableValidationError():
            for inner, index in error.group_exceptions()[0]:
                yield from problems(inner, (*path, index.index))
        case ForbiddenExtraKeysError():
            known = [a.name for a in attrs.fields(error.cl) if a.name not in NEVER_WRITTEN]
            for name in sorted(error.extra_fields):
                fix = nearest(name, known) or f"Keys allowed here: {', '.join(known)}."
                yield Problem((*path, name), "unknown-key", "there is no such key here.", fix, key=True)
        case KeyError():
            yield Problem(path, "missing-key", "is missing.", "Add it.")
        case FieldError():
            yield Problem((*path, *error.at), error.code, error.what, error.fix)
        case _:
            raise error
