"""JSON Schemas for content files, generated from their classes."""

import ast
import inspect
import json
import sys
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from coprod_content.brand.brand import Brand
from coprod_content.content import field_types
from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS, Kind
from coprod_content.content.source import AMEND

_DIALECT = "http://json-schema.org/draft-07/schema#"
_NOT_WRITTEN = {"id", "source", "files", "own_fields"}
_CLASSES: dict[str, type] = {**{kind.name: kind.type for kind in KINDS}, "about": About, "brand": Brand}
_IN_ONE_FILE = {kind.name for kind in KINDS if kind.one_file}
Schema = dict[str, Any]


def names() -> tuple[str, ...]:
    """Return the names of the schemas, except `amend`.

    They are the kinds of item, `about` and `brand`.
    """
    return tuple(_CLASSES)


def schema_of(name: str) -> str:
    """Return the named JSON Schema (draft 7).

    The schema `amend` is for amend files. Raises KeyError for unknown names.
    """
    definitions: dict[str, Schema] = {}
    if name == AMEND:
        return _text(name, {"anyOf": [_amending(_kind(kind, definitions), definitions) for kind in KINDS]}, definitions)
    top = _object(_CLASSES[name], definitions, partly=name == "brand")
    if name in _IN_ONE_FILE:
        top = {"type": "object", "description": f"Each key is the id of a {name}.", "additionalProperties": top}
    return _text(name, top, definitions)


def _text(name: str, top: Schema, definitions: dict[str, Schema]) -> str:
    made = {"$schema": _DIALECT, "title": name, **top, "definitions": dict(sorted(definitions.items()))}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _kind(kind: Kind, definitions: dict[str, Schema]) -> Schema:
    return {"title": kind.name, **_object(kind.type, definitions, partly=False)}


def _amending(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Return the schema for changes to a value that matches `schema`.

    Changes to an object are new values for some fields, and a list of fields to remove. Changes to a list are a new
    list, or entries to change, add and remove.
    """
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if f"changes-to-{name}" not in definitions:
            definitions[f"changes-to-{name}"] = {}
            definitions[f"changes-to-{name}"] = _amending(definitions[name], definitions)
        return {"$ref": f"#/definitions/changes-to-{name}"}
    made = dict(schema)
    for key in made.keys() & {"allOf", "anyOf"}:
        made[key] = [_amending(each, definitions) for each in schema[key]]
    removed = {"type": "array", "items": {"type": "string"}, "description": "The fields or entries to leave out."}
    if "properties" in schema:
        fields = {key: _amending(each, definitions) for key, each in schema["properties"].items()}
        made.pop("required", None)
        return {**made, "properties": {**fields, "remove": removed}}
    if schema.get("type") == "array":
        entries = {"remove": removed, "add": {"type": "array", "items": schema["items"]}}
        changed = _amending(schema["items"], definitions)
        by_label = {"type": "object", "properties": entries, "additionalProperties": changed}
        words = {"description": schema["description"]} if "description" in schema else {}
        return {"anyOf": [schema, by_label], **words}
    return made


def _object(cls: type, definitions: dict[str, Schema], *, partly: bool) -> Schema:
    """Return the schema of an object with the fields of a class.

    If `partly` is true, no property is required.
    """
    hints = get_type_hints(cls, include_extras=True)
    written = [a for a in attrs.fields(cls) if a.name not in _NOT_WRITTEN]
    required = [a.name for a in written if a.default is attrs.NOTHING and not partly]
    return {
        "type": "object",
        "description": inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        "properties": {
            a.name: _described(_schema(hints[a.name], definitions, partly=partly), description_of(cls, a.name))
            for a in written
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _described(schema: Schema, description: str) -> Schema:
    """Return a schema with a description.

    A reference is wrapped in `allOf`, because draft 7 ignores anything beside a reference.
    """
    return {**({"allOf": [schema]} if "$ref" in schema else schema), "description": description}


def description_of(cls: type, field: str) -> str:
    """Return the description of a field in a class.

    This is the string below the field in the source of the class. It is empty if there is none.
    """
    return next((text for base in cls.__mro__ if (text := _descriptions(base).get(field, ""))), "")


@cache
def _descriptions(cls: type) -> dict[str, str]:
    try:
        tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    except (OSError, TypeError):
        return {}
    body = next((node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__), [])
    found = {}
    for field, below in pairwise(body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = " ".join(text.split())
    return found


def _schema(hint: Any, definitions: dict[str, Schema], *, partly: bool) -> Schema:
    origin = get_origin(hint)
    if origin is Annotated and isinstance(get_args(hint)[1], field_types.KeyedById):
        entry = get_args(get_args(hint)[0])[0]
        return {"type": "object", "additionalProperties": _schema(entry, definitions, partly=partly)}
    if origin is Annotated:
        return _marked(get_args(hint)[1])
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is tuple:
        return {"type": "array", "minItems": 1, "items": _schema(get_args(hint)[0], definitions, partly=partly)}
    if origin in (Union, UnionType):
        members = [m for m in get_args(hint) if m is not NoneType]
        options = [_schema(member, definitions, partly=partly) for member in members]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if attrs.has(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions, partly=partly)
        return {"$ref": f"#/definitions/{hint.__name__}"}
    return {"type": {bool: "boolean", int: "integer", float: "number"}.get(hint, "string")}


def _marked(marker: object) -> Schema:
    """Return the schema of a field, given the marker on its type."""
    match marker:
        case field_types.WholeNumber(least, most, unit):
            title = f"a whole number of {unit}" if unit else "a whole number"
            return {"title": title, "type": "integer", "minimum": least, "maximum": most}
        case field_types.DecimalNumber(least, most):
            return {"title": "a number", "type": "number", "minimum": least, "maximum": most}
        case field_types.InlineText(longest, markup):
            title = "a paragraph, with **strong**, *emphasis*, [links](https://…), [links](kind:id) and [@citations]"
            return _string(title if markup else "a line of plain text", minLength=1, maxLength=longest)
        case field_types.TextPattern(regex, expected, example):
            return _string(f"{expected}, such as {example}", pattern=f"^({regex})$")
        case field_types.HexColour():
            return _string('a colour, such as "#163a4f"', pattern="^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$")
        case field_types.CalendarDate():
            return _string('a date as year-month-day, such as "2026-11-23"', pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2})$")
        case field_types.IdOf(kind):
            return _string(f"the id of a {kind}", minLength=1)
        case field_types.EmbeddedPhoto():
            return _string("a JPEG file, in base64", pattern="^[A-Za-z0-9+/]+=*$")
        case _:
            return _string("a link: https, http, mailto or tel")


def _string(title: str, **rules: str | int) -> Schema:
    return {"title": title, "type": "string", **rules}
