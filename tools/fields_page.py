"""Write the documentation's page of fields: `python -m tools.fields_page FILE`."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod_content import schema
from coprod_content.content.kinds import KINDS

_HEAD = """\
# Fields

Every key of every content file, made from the classes that read them. `coprod schema --out DIR` writes the same as JSON
Schema, for editors that complete and warn. A paragraph may contain `**strong**`, `*emphasis*`, `[links](https://…)` and
`[@citations]`.
"""
_PARAGRAPH = "a paragraph"
_PLACES = {
    **{kind.name: f"Each file in `{kind.plural}/` is one." for kind in KINDS},
    **{kind.name: f"Each key in `{kind.plural}.yaml` is the id of one." for kind in KINDS if kind.one_file},
    "about": "The file `about.yaml`.",
    "brand": "The file `brand.yaml`. A root gives only the keys that differ from those below it.",
}


def fields_page() -> str:
    """Return the page as Markdown: a table for each kind, and one for each class inside them."""
    lines, inner = [_HEAD], {}
    for name in schema.names():
        top = json.loads(schema.schema_of(name))
        inner |= top["definitions"]
        item = top if "properties" in top else top["additionalProperties"]
        lines += [f"## {name.capitalize()}\n", f"{item['description']} {_PLACES[name]}\n", *_table(item)]
    lines.append("## Parts of items\n")
    for name, part in sorted(inner.items()):
        lines += [f"### {name}\n", f"{part['description']}\n", *_table(part)]
    return "\n".join(lines)


def _table(part: dict[str, Any]) -> Iterator[str]:
    required = part.get("required", ())
    yield "| key | what to write | required | meaning |\n| --- | --- | --- | --- |"
    for key, field in part["properties"].items():
        needed = "yes" if key in required else ""
        yield f"| `{key}` | {_type_in_words(field)} | {needed} | {field['description']} |"
    yield ""


def _type_in_words(field: dict[str, Any]) -> str:
    match field:
        case {"allOf": [inner]}:
            return _type_in_words(inner)
        case {"$ref": reference}:
            name = reference.rsplit("/", 1)[1]
            return f"[{name}](#{name.lower()})"
        case {"enum": choices}:
            return f"one of {', '.join(f'`{choice}`' for choice in choices)}" if choices[1:] else f"`{choices[0]}`"
        case {"anyOf": options}:
            return f"one of {', '.join(map(_type_in_words, options))}"
        case {"type": "array", "items": items}:
            return f"list, each {_type_in_words(items)}"
        case {"additionalProperties": entry}:
            return f"entries by id, each {_type_in_words(entry)}"
        case {"type": "boolean"}:
            return "yes or no"
        case {"title": title, "minimum": least, "maximum": most}:
            return f"{title} from {least} to {most}"
        case {"title": title}:
            return _PARAGRAPH if title.startswith(_PARAGRAPH) else title
    raise ValueError(f"no words for {field}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.parse_args().file.write_text(fields_page(), encoding="utf-8")
