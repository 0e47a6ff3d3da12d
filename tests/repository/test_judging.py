"""The judges of files that tests made: what is kept, and how a fault at the end of a run is reported."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults import documents, good, pdfs, slides
from tests.support import made_files
from tests.support.judging import AUDIT, OPENS, VALID, VERA, judged
from tests.support.made_files import Kept, odd, wrap_renderers
from tests.support.office import faults

import coprod_guide
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_slides import renderer

ROOT = Path(__file__).parents[2]
ONE = Document(title="A document of no other test", language="en-GB")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Keep all files that renderers make during a test."""
    monkeypatch.setattr(made_files, "kept", lambda: Kept(tmp_path))
    wrap_renderers()
    return Kept(tmp_path)


def test_what_a_renderer_makes_is_kept_whichever_name_it_is_called_by(files: Kept) -> None:
    """The function of a format and its renderer both keep a file, with its test; odd files are not kept."""
    brand = load_brand()
    with odd("this test looks for what is not kept"):
        guide = coprod_guide.render(ONE, brand)
    assert not files.path_of(guide, ".docx").exists()
    for data, suffix in ((coprod_guide.render(ONE, brand), ".docx"), (renderer.render(ONE, brand), ".pptx")):
        path = files.path_of(data, suffix)
        assert path.read_bytes() == data
        assert "test_what_a_renderer_makes" in files.test_of(path)


def test_one_of_a_share_is_kept(tmp_path: Path) -> None:
    """Of many files about a tenth is kept, the same ones each time; a judge leaves no mark on the others."""
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        for number in range(1000):
            Kept(folder, 10).keep(str(number).encode(), ".pdf")
            Kept(folder, 10).passed(str(number).encode(), ".pdf", VALID)
    kept_files = [sorted(path.name for path in (tmp_path / name).iterdir()) for name in ("one", "other")]
    assert kept_files[0] == kept_files[1]
    assert 80 < len(Kept(tmp_path / "one").left("", (".pdf",))) < 120
    assert Kept(tmp_path / "one").left(VALID, (".pdf",)) == []


def test_a_fault_of_any_file_is_reported_by_its_judge(judge: Callable[[str], str], tmp_path: Path) -> None:
    """Nothing is reported for three sound files. Beside them are a deck with an unknown element, a damaged guide and a
    PDF without a language: each is reported by every judge that can see it. A judge does not see again what it passed.
    """
    judge("soffice"), judge("java")
    there = Kept(tmp_path)
    for data, suffix in ((good.deck(), ".pptx"), (good.guide(), ".docx"), (good.pdf(), ".pdf")):
        there.keep(data, suffix)
    there.passed(good.guide(), ".docx", AUDIT)
    bad = slides.shape(90).replace("<p:nvPr/>", "<p:nvPr><p:nothing/></p:nvPr>")
    deck, guide = slides.before_number(slides.LISTED, bad)(), documents.FAULTS["corrupt"][0]()
    pdf = pdfs.edit(pdfs.drop("/Lang"))()
    faulty = {AUDIT: (deck, ".pptx"), OPENS: (guide, ".docx"), VERA: (pdf, ".pdf")}
    for data, suffix in faulty.values():
        there.keep(data, suffix)
    result = judged(there)
    assert result.counts == ((AUDIT, 3, 4), (VALID, 2, 2), (OPENS, 4, 4), (VERA, 2, 2))
    paths = {name: there.path_of(*made) for name, made in faulty.items()}
    assert {(verdict.judge, verdict.file) for verdict in result.verdicts} == {
        (AUDIT, paths[AUDIT]),
        (AUDIT, paths[OPENS]),
        (OPENS, paths[OPENS]),
        (VALID, paths[VERA]),
        (VERA, paths[VERA]),
    }


def test_a_sound_part_does_not_hide_a_fault() -> None:
    """Parts of the same bytes are looked at once, but a fault among them is reported each time."""
    bad = slides.shape(90).replace("<p:nvPr/>", "<p:nvPr><p:nothing/></p:nvPr>")
    faulty = slides.before_number(slides.LISTED, bad)()
    assert faults(good.deck(), ".pptx") == []
    assert len(faults(faulty, ".pptx")) == len(faults(faulty, ".pptx")) > 0
    assert faults(good.deck(), ".pptx") == []


def run_of(folder: Path, data: bytes, *options: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Run pytest on one test that keeps some bytes as a Word file, with no judge installed."""
    code = f"from tests.support.made_files import kept\n\ndef test_made():\n    kept().keep({data!r}, '.docx')\n"
    (folder / "test_it.py").write_text(code)
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests")))
    env = {**os.environ, "PATH": "", "CI": ci, "TMPDIR": str(folder), "PYTHONPATH": paths}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.support.session", *options, "test_it.py"]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.thorough
def test_a_run_fails_with_a_faulty_file_and_names_the_test_that_made_it(tmp_path: Path) -> None:
    """A run whose tests pass fails if one of them made something that is not a package.

    A judge that is not installed is named, and fails the run in CI only.
    """
    sound, in_ci = (run_of(tmp_path, good.guide(), "--judges=all", ci=ci) for ci in ("", "true"))
    faulty = run_of(tmp_path, b"no package", "--judges=all")
    assert (sound.returncode, in_ci.returncode, faulty.returncode) == (0, 1, 1)
    assert "LibreOffice: no file: soffice is not installed" in sound.stdout
    assert "of test_it.py::test_made: is not a package: File is not a zip file" in faulty.stdout


@pytest.mark.thorough
def test_what_an_earlier_run_kept_is_judged(tmp_path: Path) -> None:
    """A run with `--judges=keep` passes and leaves a faulty file. The next with `--judges=tenth` fails."""
    data = next(data for data in map(b"no package %d".__mod__, range(100)) if Kept(tmp_path, 10).has_share(data))
    options = f"--kept-files={tmp_path / 'kept'}"
    assert run_of(tmp_path, data, options, "--judges=keep").returncode == 0
    later = run_of(tmp_path, good.guide(), options, "--judges=tenth")
    assert later.returncode == 1
    assert "of test_it.py::test_made: is not a package" in later.stdout
