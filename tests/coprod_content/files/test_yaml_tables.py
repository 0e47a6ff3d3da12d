"""The tables of the program are the same, whether they were parsed or kept."""

from pathlib import Path

import pytest
import yaml

import coprod_content
import coprod_guide
import coprod_slides
from coprod_content.files.cache.yaml_tables import yaml_table

FOLDERS = [Path(each.__file__ or "").parent for each in (coprod_content, coprod_guide, coprod_slides)]
TABLES = [
    path
    for folder in FOLDERS
    for path in sorted(folder.rglob("*.yaml"))
    if path.name in ("layouts.yaml", "arrangements.yaml", "editions.yaml", "fonts.yaml", "localised_styles.yaml")
]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_kept_table_is_the_parsed_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path))
    parsed = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [yaml_table(path), yaml_table(path)] == [parsed, parsed]
    assert len(list(tmp_path.glob("table-*.bin"))) == 1


def test_a_table_is_never_read_from_a_damaged_entry_and_keeps_its_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    table = tmp_path / "table.yaml"
    table.write_text("a: [1, 2.5, no]\n", encoding="utf-8")
    assert yaml_table(table) == {"a": [1, 2.5, False]}
    (entry,) = (tmp_path / "cache").glob("table-*.bin")
    entry.write_bytes(entry.read_bytes().replace(b"2.5", b"9.5"))
    assert yaml_table(table) == {"a": [1, 2.5, False]}
    table.write_text("1: one\n", encoding="utf-8")
    assert [yaml_table(table), yaml_table(table)] == [{1: "one"}, {1: "one"}]
