"""`coprod list`, `show`, `export` and `schema`."""

import json
from pathlib import Path

from tests.support.command_line import coprod

from coprod_content.content.kinds import KINDS


def test_list_filters_and_counts() -> None:
    """`coprod list` prints the items that fit, with their titles, and counts them."""
    lines = coprod("list", "tools", "--minutes", "20", "--people", "12", "--setting", "online").stdout.splitlines()
    assert lines[-1] == f"{len(lines) - 1} tools"
    assert any(line.startswith("group-agreement ") for line in lines)
    assert not any(line.startswith("world-cafe ") for line in lines)
    assert coprod("list", "tools", "--minutes", "1").stdout == "No tools match all of these options.\n"


def test_list_as_json_is_data() -> None:
    """`coprod list --json` gives id, kind, title and file of each item."""
    rows = json.loads(coprod("list", "postcards", "--theme", "4", "--json").stdout)
    assert len(rows) == 16
    assert all(set(row) == {"id", "kind", "title", "file"} for row in rows)


def test_show_prints_an_item_and_json_of_it() -> None:
    """`coprod show` prints the fields of an item, as text or JSON."""
    said = coprod("show", "group-agreement").stdout
    assert said.startswith("Group agreement  (tool, tools/group-agreement.yaml)")
    assert "Remember a good group" in said
    assert json.loads(coprod("show", "group-agreement", "--json").stdout)["minutes"] == {"least": 20, "most": 60}


def test_export_and_schema_write_files(tmp_path: Path) -> None:
    """`export --out` writes one file, and `schema --out` one for each kind, `about`, `brand` and `amend`."""
    out = tmp_path / "library.json"
    assert coprod("export", "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == coprod("export").stdout
    assert coprod("schema", "--out", tmp_path / "schemas").exit_code == 0
    assert len(list((tmp_path / "schemas").glob("*.schema.json"))) == len(KINDS) + 3
    assert json.loads(coprod("schema", "tool").stdout)["title"] == "tool"
    assert set(json.loads(coprod("schema").stdout)) >= {"tool", "postcard", "brand"}
