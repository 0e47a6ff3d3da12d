"""Converting plain values to content items, and back."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter, override
from cattrs.cols import list_structure_factory
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from coprod_content.content.drawing import Shape
from coprod_content.content.field_types import EmbeddedPhoto, KeyedById, Slug
from coprod_content.content.model import Slot
from coprod_content.content.source import FieldPath, Source
from coprod_content.files.field_errors import NEVER_WRITTEN, FieldError, found, problems
from coprod_content.files.field_values import boolean, literal_hook, marker_hook
from coprod_content.files.item_sources import source_of, source_value
from coprod_content.files.pictures.photos import embedded_photo
from coprod_content.files.yaml_reader import ParsedYaml
from coprod_content.findings.finding import Finding, nearest

T = TypeVar("T")

_TAGS: dict[Any, str] = {Slot: "kind", Shape: "shape"}
_KEYS = "Write each key on a separate line, with a colon and its value after it."
Hook = Callable[[Any, Any], Any]


def _tuple_hook(type_: Any, converter: Converter) -> Hook:
    entries = list_structure_factory(type_, converter)

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise FieldError(f"expected a list, {found(value)}.", "Start each entry on a new line with '- '.", "list")
        if not value:
            raise FieldError("expected a list, found an empty one.", "Add an entry, or delete the key.", "empty")
        return tuple(entries(value, type_))

    return structure


def _annotated_hook(annotated: Any, converter: Converter) -> Hook:
    marker = get_args(annotated)[1]
    if isinstance(marker, EmbeddedPhoto):
        return lambda value, _: embedded_photo(value)
    if not isinstance(marker, KeyedById):
        return marker_hook(annotated)
    inner = get_args(get_args(annotated)[0])[0]
    hook = converter.get_structure_hook(inner)
    return lambda value, _: tuple(_entries(value, lambda entry: hook(entry, inner)))


_structured_id = marker_hook(Slug)


def _entries(value: object, structured: Callable[[object], Any]) -> Iterator[Any]:
    """Yield the converted entries of a mapping, with their keys as ids.

    `structured` converts one entry. Raises FieldError if `value` is not a mapping, and IterableValidationError at the
    end if any entry could not be converted.
    """
    if not isinstance(value, dict):
        raise FieldError(f"expected ids, each with keys and values below it, {found(value)}.", _KEYS, "mapping")
    errors = []
    for key, entry in value.items():
        try:
            id_ = _structured_id(key, Slug)
            if isinstance(entry, dict) and "id" in entry:
                raise FieldError(
                    f"the id is already given by the key '{key}'.", "Delete this line.", "unknown-key", ("id",)
                )
            yield structured({**entry, "id": id_} if isinstance(entry, dict) else entry)
        except Exception as error:
            error.__notes__ = [IterableValidationNote("", key, dict)]
            errors.append(error)
    if errors:
        raise IterableValidationError("entries by id", errors, dict)


def _class_hook(cls: Any, converter: Converter) -> Hook:
    left_out: Any = {name: override(omit=True) for name in ("files", "own_fields") if name in attrs.fields_dict(cls)}
    generated = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **left_out
    )

    known = ", ".join(a.name for a in attrs.fields(cls) if a.name not in NEVER_WRITTEN)

    def structure(value: object, type_: Any) -> Any:
        if not isinstance(value, dict):
            raise FieldError(f"expected keys and values, {found(value)}.", f"The keys are: {known}.", "mapping")
        return generated(value, type_)

    return structure


def _union_hook(union: Any, converter: Converter) -> Hook:
    tag = _TAGS[union]
    members = {str(attrs.fields_dict(cls)[tag].default): cls for cls in get_args(union)}

    def structure(value: object, _: object) -> Any:
        name = value.get(tag) if isinstance(value, dict) else None
        if not isinstance(name, str) or name not in members:
            what = f"expected {tag} to be one of {', '.join(members)}, {found(name)}."
            near = nearest(name, members) if isinstance(name, str) else ""
            raise FieldError(what, near or "Choose one of them.", "choice", (tag,))
        return converter.structure(value, members[name])

    return structure


def _values_hook(cls: Any, converter: Converter) -> Callable[[Any], Any]:
    """Return a function that converts instances of `cls` to plain values.

    Optional fields that are empty are left out.
    """
    optional = [a.name for a in attrs.fields(cls) if a.default in (None, ())]
    left_out: Any = {name: override(omit_if_default=True) for name in optional}
    return make_dict_unstructure_fn(cls, converter, **left_out)


def _is(origin: object) -> Callable[[Any], bool]:
    return lambda type_: get_origin(type_) is origin


def converter() -> Converter:
    """Make a converter between content items and plain values."""
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook(bool, boolean)
    made.register_structure_hook_factory(attrs.has, _class_hook)
    made.register_structure_hook_factory(_is(tuple), _tuple_hook)
    made.register_structure_hook_factory(_is(Literal), literal_hook)
    made.register_structure_hook_factory(_is(Annotated), _annotated_hook)
    made.register_structure_hook_factory(lambda t: t in _TAGS, _union_hook)
    made.register_structure_hook(Source, source_of)
    made.register_unstructure_hook_factory(attrs.has, _values_hook)
    made.register_unstructure_hook(Source, source_value)
    return made


CONVERTER = converter()


def converted(
    cls: type[T], value: Any, given: dict[str, Any], parsed: ParsedYaml, within: FieldPath, findings: list[Finding]
) -> T | None:
    """Convert a value from a parsed file to an instance of `cls`.

    `within` is the path to the value in the file. `given` contains the values of fields that must not be in the file,
    such as the id. If the file contains one of them, a finding says so and the value in `given` is used. Problems are
    added to `findings`, except those with the placeholders of rejected YAML. Returns None if the value cannot be
    converted.
    """
    if isinstance(value, dict):
        for key in sorted(given.keys() & value.keys()):
            what = "does not belong in the file."
            fix = "Delete this line. The id of an item is the name of its file, or its key in a file of several items."
            place = parsed.place((*within, key), key=True)
            findings.append(Finding(code="unknown-key", where=place, field=key, what=what, fix=fix))
        value = {**value, **given}
    try:
        return CONVERTER.structure(value, cls)
    except Exception as error:
        for problem in problems(error):
            bad_id = problem.path == ("id",)
            where = parsed.place(within if bad_id else (*within, *problem.path), key=problem.key or bad_id)
            if not parsed.is_placeholder(where):
                findings.append(problem.finding(where))
        return None
