"""JSON Schemas accept what the loader accepts, refuse what it refuses, and describe every field."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from coprod_content import canonical_root, schema
from coprod_content.content.kinds import KINDS


def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema.schema_of(name)))


@pytest.mark.parametrize("name", schema.names())
def test_every_schema_is_itself_valid(name: str) -> None:
    """Each schema is valid JSON Schema (draft 7), so editors can use it."""
    Draft7Validator.check_schema(json.loads(schema.schema_of(name)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_canonical_files_give_an_editor_no_warning(kind) -> None:
    """Every canonical file is valid by the schema of its kind, with values typed as a YAML editor types them."""
    root = canonical_root()
    files = [root / f"{kind.plural}.yaml"] if kind.one_file else sorted((root / kind.plural).glob("*.yaml"))
    validator = _validator(kind.name)
    for file in files:
        problems = [error.message for error in validator.iter_errors(_typed(file))]
        assert not problems, f"{file.name}: {problems}"


@pytest.mark.parametrize("name", ["about", "brand"])
def test_canonical_single_files_give_an_editor_no_warning(name: str) -> None:
    """`about.yaml` and `brand.yaml` are valid by their schemas."""
    assert not list(_validator(name).iter_errors(_typed(canonical_root() / f"{name}.yaml")))


def _typed(file: Path) -> object:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"setting": "outdoors"}, "setting"),
        ({"minutes": {"least": 0, "most": 20}}, "minutes"),
        ({"purpose": ""}, "purpose"),
        ({"colour": "red"}, "colour"),
        ({"steps": []}, "steps"),
        ({"theme": None}, "theme"),
    ],
)
def test_a_mistake_in_a_tool_is_a_warning_in_the_editor(change: dict[str, object], field: str) -> None:
    """The schema refuses wrong choices, numbers out of range, empty text, unknown keys, empty lists and nulls."""
    tool = _typed(canonical_root() / "tools" / "group-agreement.yaml")
    assert isinstance(tool, dict)
    problems = list(_validator("tool").iter_errors({**tool, **change}))
    assert problems
    assert any(field in (*error.absolute_path, *error.message.split("'")) for error in problems)


def test_a_missing_key_is_a_warning_in_the_editor() -> None:
    """The schema names a missing required key."""
    tool = _typed(canonical_root() / "tools" / "group-agreement.yaml")
    assert isinstance(tool, dict)
    del tool["steps"]
    assert any("'steps' is a required property" in error.message for error in _validator("tool").iter_errors(tool))


def _fields(name: str) -> Iterator[tuple[str, str, str]]:
    """The class, the name and the description of each field in a schema."""
    top = json.loads(schema.schema_of(name))
    item = top if "properties" in top else top["additionalProperties"]
    for of, part in ((name, item), *top["definitions"].items()):
        assert len(part["description"].split()) >= 3, of
        yield from ((of, key, field.get("description", "")) for key, field in part["properties"].items())


@pytest.mark.parametrize("name", schema.names())
def test_every_field_of_every_kind_is_described(name: str) -> None:
    """An editor shows a sentence of at least three words for each key."""
    fields = list(_fields(name))
    assert len(fields) >= 5
    assert [f"{of}.{key}" for of, key, text in fields if len(text.split()) < 3 or not text.endswith(".")] == []


def test_a_field_is_described_where_it_is_declared() -> None:
    """The string below a field is its description, in a base class too. A class without source has none."""
    tool = next(kind.type for kind in KINDS if kind.name == "tool")
    assert schema.description_of(tool, "traps") == "What commonly goes wrong."
    assert schema.description_of(tool, "id").startswith("The item's id, unique in the library.")
    assert schema.description_of(tool, "nothing") == ""
    assert schema.description_of(type("Made", (), {"__module__": "sys"}), "field") == ""


def test_the_page_of_fields_has_every_field(tmp_path: Path) -> None:
    """The documentation's page is written to any file, with a row for each key."""
    page = tmp_path / "fields.md"
    subprocess.run([sys.executable, "-m", "tools.fields_page", str(page)], cwd=Path(__file__).parents[2], check=True)
    text = page.read_text(encoding="utf-8")
    for name in schema.names():
        assert f"\n## {name.capitalize()}\n" in text
        for _, key, description in _fields(name):
            assert f"| `{key}` | " in text
            assert f" | {description} |\n" in text
