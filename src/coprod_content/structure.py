"""Between plain values and typed content: cattrs, with errors that an editor of content can act on."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from coprod_content import fields, links
from coprod_content.drawing import Shape
from coprod_content.findings import nearest
from coprod_content.model import Slot
from coprod_content.source import FieldPath, Source

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_TAGS: dict[Any, str] = {Slot: "kind", Shape: "shape"}


class FieldError(ValueError):
    """A value that its field does not take: what was expected, what was found, what to write."""

    def __init__(self, what: str, fix: str = "", code: str = "value") -> None:
        self.what, self.fix, self.code = what, fix, code
        super().__init__(what)


@frozen
class Problem:
    """A FieldError with the path to its field. `key` marks a problem with the key itself."""

    path: FieldPath
    code: str
    what: str
    fix: str
    key: bool = False


def problems(error: BaseException, path: FieldPath = ()) -> Iterator[Problem]:
    """Every problem inside an error that the converter raised."""
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
            known = [a.name for a in attrs.fields(error.cl) if a.name not in ("id", "source")]
            for name in sorted(error.extra_fields):
                fix = nearest(name, known) or f"Known here: {', '.join(known)}."
                yield Problem((*path, name), "unknown-key", "there is no such key here.", fix, key=True)
        case KeyError():
            yield Problem(path, "missing-key", "is missing.", "Add it.")
        case FieldError():
            yield Problem(path, error.code, error.what, error.fix)
        case _:
            raise error


def found(value: object) -> str:
    """A value as a message names it."""
    match value:
        case str():
            short = value if len(value) <= 40 else value[:39] + "…"
            return f"found '{_INVISIBLE.sub('�', short)}'" if value else "found nothing"
        case list() | tuple():
            return "found a list"
        case dict():
            return "found keys and values"
        case None:
            return "found nothing"
        case _:
            return f"found {value!r}"


def _whole(marker: fields.Whole) -> Callable[[object, object], int]:
    unit = f" {marker.unit}" if marker.unit else ""

    def structure(value: object, _: object) -> int:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and marker.least <= value <= marker.most:
            return value
        raise FieldError(
            f"expected a whole number from {marker.least} to {marker.most}{unit}, {found(value)}.",
            f"Write digits, for example {marker.example}.",
            "number",
        )

    return structure


def _number(marker: fields.Number) -> Callable[[object, object], float]:
    def structure(value: object, _: object) -> float:
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", value):
            value = float(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and marker.least <= value <= marker.most:
            return float(value)
        raise FieldError(
            f"expected a number from {marker.least:g} to {marker.most:g}, {found(value)}.", "Write digits.", "number"
        )

    return structure


def _inline(marker: fields.Inline) -> Callable[[object, object], str]:
    def structure(value: object, _: object) -> str:
        words = _words(value)
        if len(words) > marker.most:
            what = f"is {len(words):,} characters long; the most that fits here is {marker.most:,}."
            raise FieldError(what, "Shorten it, or split it.", "too-long")
        return words

    return structure


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise FieldError(f"expected text, {found(value)}.", "Put quotes round it if it is one text.", "text")
    words = value.strip()
    if not words:
        raise FieldError(
            "expected text, found nothing.", "Write it, or delete the line if it may be left out.", "empty"
        )
    hidden = _INVISIBLE.search(words)
    if hidden:
        what = f"holds the control character U+{ord(hidden[0]):04X}."
        raise FieldError(what, "Delete it; it is often left over from copying.", "control-character")
    return unicodedata.normalize("NFC", words)


def _pattern(marker: fields.Pattern) -> Callable[[object, object], str]:
    regex = re.compile(marker.regex)

    def structure(value: object, _: object) -> str:
        if isinstance(value, str) and regex.fullmatch(value):
            return value
        raise FieldError(f"expected {marker.expected}, {found(value)}.", f"For example: {marker.example}.", "form")

    return structure


def _address(value: object, _: object) -> str:
    words = _words(value)
    fault = links.fault(words)
    if fault:
        raise FieldError(f"the link {fault}, {found(words)}.", "Write it as https://www.example.org/page.", "link")
    return words


def _reference(marker: fields.RefTo) -> Callable[[object, object], str]:
    def structure(value: object, _: object) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip()
        raise FieldError(f"expected the id of a {marker.kind}, {found(value)}.", "", "text")

    return structure


def _marker_hook(annotated: Any) -> Callable[[Any, Any], Any]:
    marker = get_args(annotated)[1]
    match marker:
        case fields.Whole():
            return _whole(marker)
        case fields.Number():
            return _number(marker)
        case fields.Inline():
            return _inline(marker)
        case fields.Pattern():
            return _pattern(marker)
        case fields.RefTo():
            return _reference(marker)
        case _:
            return _address


def _literal_hook(literal: Any) -> Callable[[Any, Any], Any]:
    choices = get_args(literal)

    def structure(value: object, _: object) -> object:
        if value in choices:
            return value
        fix = nearest(value, choices) if isinstance(value, str) else ""
        raise FieldError(f"expected one of {', '.join(choices)}, {found(value)}.", fix, "choice")

    return structure


def _boolean(value: object, _: object) -> bool:
    if value in (True, "true", "yes"):
        return True
    if value in (False, "false", "no"):
        return False
    raise FieldError(f"expected yes or no, {found(value)}.", "", "choice")


def _tuple_hook(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(type_: Any) -> Callable[[Any, Any], Any]:
        inner = get_args(type_)[0]
        hook = converter.get_structure_hook(inner)

        def structure(value: object, _: object) -> tuple[Any, ...]:
            if not isinstance(value, list):
                raise FieldError(f"expected a list, {found(value)}.", "Start each entry on a line with '- '.", "list")
            if not value:
                raise FieldError("expected a list, found an empty one.", "Add an entry, or delete the key.", "empty")
            done, errors = [], []
            for index, entry in enumerate(value):
                try:
                    done.append(hook(entry, inner))
                except Exception as error:
                    error.__notes__ = [IterableValidationNote("", index, inner)]  # type: ignore[attr-defined]
                    errors.append(error)
            if errors:
                raise IterableValidationError("a list", errors, tuple)
            return tuple(done)

        return structure

    return factory


def _class_hook(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(cls: Any) -> Callable[[Any, Any], Any]:
        generated = make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
        )

        def structure(value: object, type_: Any) -> Any:
            if not isinstance(value, dict):
                raise FieldError(f"expected keys and values, {found(value)}.", "", "mapping")
            return generated(value, type_)

        return structure

    return factory


def _union_hook(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(union: Any) -> Callable[[Any, Any], Any]:
        tag = _TAGS[union]
        members = {attrs.fields_dict(cls)[tag].default: cls for cls in get_args(union)}

        def structure(value: object, _: object) -> Any:
            name = value.get(tag) if isinstance(value, dict) else None
            if name not in members:
                what = f"expected {tag} to be one of {', '.join(members)}, {found(name)}."
                raise FieldError(what, nearest(name, members) if isinstance(name, str) else "", "choice")
            return converter.structure(value, members[name])

        return structure

    return factory


def _optional_hook(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(optional: Any) -> Callable[[Any, Any], Any]:
        inner = next(member for member in get_args(optional) if member is not NoneType)
        hook = converter.get_structure_hook(inner)
        return lambda value, _: None if value is None else hook(value, inner)

    return factory


def _is_optional(type_: Any) -> bool:
    return get_origin(type_) in (Union, UnionType) and NoneType in get_args(type_)


def converter() -> Converter:
    """The converter of content: values as YAML or JSON has them to items, and items back to values."""
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook(bool, _boolean)
    made.register_structure_hook_factory(attrs.has, _class_hook(made))
    made.register_structure_hook_factory(lambda t: get_origin(t) is tuple, _tuple_hook(made))
    made.register_structure_hook_factory(lambda t: get_origin(t) is Literal, _literal_hook)
    made.register_structure_hook_factory(lambda t: get_origin(t) is Annotated, _marker_hook)
    made.register_structure_hook_factory(_is_optional, _optional_hook(made))
    made.register_structure_hook_factory(lambda t: t in _TAGS, _union_hook(made))
    made.register_structure_hook(Source, lambda value, _: value)
    return made


CONVERTER = converter()
