"""`write_pack` writes a whole pack, or nothing."""

import json
import re
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod
from tests.support.decks_by_others import built
from tests.support.plugins import only_in_pack
from tests.support.roots import small_root, written

from coprod_builder import job_content, jobs
from coprod_content import (
    Brand,
    ContentError,
    Library,
    UnknownAccessEdition,
    UnknownId,
    load,
    load_brand,
    make,
    workshop_text,
    write_pack,
)
from coprod_content.brand.load_brand import examine_brand
from coprod_content.findings.fault import Fault
from coprod_content.packs.brand_check import brand_findings
from coprod_content.packs.pack import make_pack
from coprod_content.packs.pack import written as written_pack
from coprod_content.packs.writing.output_errors import EditedFiles, OutputError
from coprod_content.plugins.renderers import RendererError


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


@pytest.mark.parametrize(
    ("file", "map_text", "said"),
    [
        ("trust.potx", "", "The reference deck 'trust.potx' cannot be used: it is a damaged zip file"),
        ("trust.dotx", "", "The template 'trust.dotx' cannot be read"),
        ("trust.potx", "cover: Nowhere\n", "slides-map.yaml:1:8: cover: the template has no layout called 'Nowhere'"),
    ],
)
def test_a_template_that_cannot_be_used_is_an_error_wherever_files_are_made(
    file: str, map_text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other files of a pack are made, but neither Python, the builder nor `coprod check` says that all is well."""
    kind, edition, to = ("slides", "deck", "slides") if file.endswith("potx") else ("guide", "handouts", "guide")
    named = f"reference:\n  {kind}: {file}\n" + ("  slides_map: slides-map.yaml\n" if map_text else "")
    data = built(str) if map_text else built(str)[:9_000]
    root = written(tmp_path / "root", {"brand.yaml": f"name: Ours\n{named}", "slides-map.yaml": map_text})
    (root / file).write_bytes(data)
    library, brand = load(small_root(tmp_path / "small")), load_brand(root)
    only_in_pack(monkeypatch, {"plain": ("run-sheet",), to: (edition,)})
    pack = write_pack("meeting", tmp_path / "pack", library, brand)
    assert pack.has_errors
    assert not pack.has_faulty_files
    assert [path.name for path in pack.paths] == ["meeting-run-sheet.txt", "manifest.json"]
    assert [failure.startswith(said) for failure in pack.failures] == [True]
    with pytest.raises((RendererError, ContentError), match=re.escape(said)):
        make(edition, to, library, brand, ["meeting"])
    found = brand_findings(examine_brand(root), library)
    assert [(each.field, said in each.what) for each in found] == [
        (f"reference.{kind}{'_map' if map_text else ''}", True)
    ]
    job_content.prepare((tmp_path / "small",), (root,))
    made = jobs.make_archive(workshop_text(library.workshops["meeting"]), "meeting.yaml")
    assert (made.data, [said in each.what for each in made.findings]) == (b"", [True])


def test_an_edited_manifest_is_not_overwritten(library: Library, brand: Brand, tmp_path: Path) -> None:
    """Changing only its line breaks is an edit. A manifest without a hash, from version 0.2.0, is overwritten."""
    pack = make_pack(library.workshops["board-session"], library, brand, ["plain"])
    path = written_pack(pack, tmp_path, library).paths[-1]
    made = path.read_text(encoding="utf-8")
    value = json.loads(made)
    for edited in (made.replace("{", '{"note": "mine",', 1), json.dumps(value)):
        path.write_text(edited, encoding="utf-8")
        with pytest.raises(EditedFiles) as refused:
            written_pack(pack, tmp_path, library)
        assert refused.value.paths == (path,)
        with pytest.raises(OutputError, match="Rename the edited file first"):
            written_pack(pack, tmp_path, library, "keep")
        assert path.read_text(encoding="utf-8") == edited
        written_pack(pack, tmp_path, library, "replace")
        assert path.read_text(encoding="utf-8") == made
    del value["sha256"]
    path.write_text(json.dumps(value))
    assert written_pack(pack, tmp_path, library).paths
    path.write_text(edited)
    path.rename(tmp_path / "mine.json")
    assert written_pack(pack, tmp_path, library, "keep").paths[-1] == path


def test_an_unknown_workshop_or_access_edition_is_an_error(library: Library, brand: Brand, tmp_path: Path) -> None:
    """Nothing is written for a mistyped name."""
    with pytest.raises(UnknownId, match="Did you mean 'first-steps'"):
        write_pack("first-step", tmp_path / "pack", library, brand)
    with pytest.raises(UnknownAccessEdition):
        write_pack("first-steps", tmp_path / "pack", library, brand, access=("loud",))
    assert list(tmp_path.iterdir()) == []
