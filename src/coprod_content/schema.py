"""JSON Schema of the content files, made from the same classes that read them, for editors that complete and warn."""

import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from coprod_content.brand.brand import Brand
from coprod_content.content import field_types
from coprod_content.content.about import About
from coprod_content.content.kinds import KINDS

_DIALECT = "http://json-schema.org/draft-07/schema#"
_NOT_WRITTEN = {"id", "source", "files"}
Schema = dict[str, Any]


def names() -> tuple[str, ...]:
    """What there is a schema of: each kind, and the single files `about` and `brand`."""
    return (*(kind.name for kind in KINDS), "about", "brand")


def schema_of(name: str) -> str:
    """The JSON Schema (draft 7) of the files of a kind, as text. Raises KeyError."""
    one_file = {kind.name: kind.one_file for kind in KINDS}
    cls = {**{kind.name: kind.type for kind in KINDS}, "about": About, "brand": Brand}[name]
    definitions: dict[str, Schema] = {}
    top = _object(cls, definitions, partly=name == "brand")
    if one_file.get(name):
        top = {"type": "object", "description": f"Each key is the id of a {name}.", "additionalProperties": top}
    made = {"$schema": _DIALECT, "title": name, **top, "definitions": dict(sorted(definitions.items()))}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _object(cls: type, definitions: dict[str, Schema], *, partly: bool = False) -> Schema:
    """An attrs class as an object; `partly`, none of its keys is required, nor of those below it."""
    hints = get_type_hints(cls, include_extras=True)
    written = [a for a in attrs.fields(cls) if a.name not in _NOT_WRITTEN]
    required = [a.name for a in written if a.default is attrs.NOTHING and not partly]
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " "),
        "properties": {a.name: _schema(hints[a.name], definitions, partly=partly) for a in written},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Schema], *, partly: bool = False) -> Schema:
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
    match marker:
        case field_types.WholeNumber(least, most, unit):
            about = {"description": f"In {unit}."} if unit else {}
            return {"type": "integer", "minimum": least, "maximum": most, **about}
        case field_types.DecimalNumber(lowest, highest):
            return {"type": "number", "minimum": lowest, "maximum": highest}
        case field_types.InlineText(longest, markup):
            how = "One paragraph; **strong**, *emphasis*, [links](https://…) and [@citations] are allowed."
            about = {"description": how} if markup else {}
            return {"type": "string", "minLength": 1, "maxLength": longest, **about}
        case field_types.TextPattern(regex, expected):
            return {"type": "string", "pattern": f"^({regex})$", "description": expected}
        case field_types.IdOf(kind):
            return {"type": "string", "minLength": 1, "description": f"The id of a {kind}."}
        case _:
            return {"type": "string", "description": "A link: https, http, mailto or tel."}
