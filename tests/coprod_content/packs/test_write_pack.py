"""`write_pack` writes a whole pack, or nothing."""

import json
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod

from coprod_content import Brand, Library, UnknownAccessEdition, UnknownId, write_pack
from coprod_content.findings.fault import Fault
from coprod_content.packs.atomic_write import EditedFiles, OutputError
from coprod_content.packs.pack import make_pack, written


@pytest.mark.thorough
def test_a_written_pack_is_the_one_that_the_command_writes(library: Library, brand: Brand, tmp_path: Path) -> None:
    """The files have the same names and bytes, and the returned pack knows their paths."""
    pack = write_pack("first-steps", tmp_path / "ours", library, brand)
    assert coprod("pack", "first-steps", "--out", tmp_path / "theirs").exit_code == 0
    ours = {path.name: path.read_bytes() for path in (tmp_path / "ours").iterdir()}
    assert ours == {path.name: path.read_bytes() for path in (tmp_path / "theirs").iterdir()}
    assert {path.name for path in pack.paths} == set(ours)
    assert all(path.parent == tmp_path / "ours" for path in pack.paths)
    assert (pack.findings, pack.failures) == ((), ())


def test_a_workshop_need_not_be_in_the_library(library: Library, brand: Brand, tmp_path: Path) -> None:
    """A planned or changed workshop is written without adding it to the library first."""
    workshop = evolve(library.workshops["board-session"], id="ours", title="Our own session")
    pack = write_pack(workshop, str(tmp_path), library, brand, access=("plain",))
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["title"] == "Our own session"
    assert {path.suffix for path in pack.paths} == {".txt", ".json"}
    assert "ours" not in library.workshops


def test_a_pack_with_an_error_is_written_only_on_request(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The findings are returned either way."""
    fault = Fault(code="link-vague", what="the link says 'here'.")
    monkeypatch.setattr("coprod_content.packs.trace.faults_of", lambda data, suffix: (fault,))
    refused = write_pack("board-session", tmp_path / "pack", library, brand, access=("plain",))
    assert refused.findings
    assert refused.has_errors
    assert refused.paths == ()
    assert not (tmp_path / "pack").exists()
    allowed = write_pack("board-session", tmp_path / "pack", library, brand, access=("plain",), allow_findings=True)
    assert allowed.findings == refused.findings
    assert all(path.is_file() for path in allowed.paths)
    assert allowed.paths


def test_an_edited_manifest_is_not_overwritten(library: Library, brand: Brand, tmp_path: Path) -> None:
    """Changing only its line breaks is an edit. A manifest without a hash, from version 0.2.0, is overwritten."""
    pack = make_pack(library.workshops["board-session"], library, brand, ["plain"])
    path = written(pack, tmp_path, library).paths[-1]
    made = path.read_text(encoding="utf-8")
    value = json.loads(made)
    for edited in (made.replace("{", '{"note": "mine",', 1), json.dumps(value)):
        path.write_text(edited, encoding="utf-8")
        with pytest.raises(EditedFiles) as refused:
            written(pack, tmp_path, library)
        assert refused.value.paths == (path,)
        with pytest.raises(OutputError, match="Rename it first"):
            written(pack, tmp_path, library, "keep")
        assert path.read_text(encoding="utf-8") == edited
        written(pack, tmp_path, library, "replace")
        assert path.read_text(encoding="utf-8") == made
    del value["sha256"]
    path.write_text(json.dumps(value))
    assert written(pack, tmp_path, library).paths
    path.write_text(edited)
    path.rename(tmp_path / "mine.json")
    assert written(pack, tmp_path, library, "keep").paths[-1] == path


def test_an_unknown_workshop_or_access_edition_is_an_error(library: Library, brand: Brand, tmp_path: Path) -> None:
    """Nothing is written for a mistyped name."""
    with pytest.raises(UnknownId, match="Did you mean 'first-steps'"):
        write_pack("first-step", tmp_path / "pack", library, brand)
    with pytest.raises(UnknownAccessEdition):
        write_pack("first-steps", tmp_path / "pack", library, brand, access=("loud",))
    assert list(tmp_path.iterdir()) == []
