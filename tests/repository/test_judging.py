"""The end of a run of tests: what renderers make is kept, and what is wrong with it is told, with its test."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults import documents, good, pdfs, slides
from tests.support.judging import AUDIT, OPENS, VALID, VERA, judged
from tests.support.made_files import Kept, kept, odd
from tests.support.office import faults

from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document
from coprod_guide import render
from coprod_slides import renderer

ROOT = Path(__file__).parents[2]
ONE = Document(title="A document of no other test", language="en-GB")


@pytest.fixture
def files() -> Kept:
    """The files of this run."""
    found = kept()
    if found is None:
        pytest.skip("the files of this run are not kept")
    return found


def test_what_a_renderer_makes_is_kept_by_whichever_name_it_is_called(files: Kept) -> None:
    """The function of a format and its renderer both keep a file, with its test; what is odd is not kept."""
    brand = load_brand()
    with odd("this test looks for what is not kept"):
        guide = render(ONE, brand)
    assert not files.path_of(guide, ".docx").exists()
    for data, suffix in ((render(ONE, brand), ".docx"), (renderer.render(ONE, brand), ".pptx")):
        path = files.path_of(data, suffix)
        assert path.read_bytes() == data
        assert "test_what_a_renderer_makes" in files.test_of(path)


def test_a_fault_of_any_file_is_told_by_its_judge(judge: Callable[[str], str], tmp_path: Path) -> None:
    """Of three sound files nothing is told. Beside them a deck with a part that nothing leads to, a guide that is
    damaged and a PDF without tags are told, each by the judges that can see it; what a judge has passed before it does
    not see again.
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
    told = {name: there.path_of(*made) for name, made in faulty.items()}
    assert {(verdict.judge, verdict.file) for verdict in result.verdicts} == {
        (AUDIT, told[AUDIT]),
        (AUDIT, told[OPENS]),
        (OPENS, told[OPENS]),
        (VALID, told[VERA]),
        (VERA, told[VERA]),
    }


def test_a_part_that_was_sound_before_is_no_excuse() -> None:
    """Parts of the same bytes are looked at once; one with a fault is told each time, among any that are sound."""
    bad = slides.shape(90).replace("<p:nvPr/>", "<p:nvPr><p:nothing/></p:nvPr>")
    faulty = slides.before_number(slides.LISTED, bad)()
    assert faults(good.deck(), ".pptx") == []
    assert len(faults(faulty, ".pptx")) == len(faults(faulty, ".pptx")) > 0
    assert faults(good.deck(), ".pptx") == []


def test_a_run_fails_with_a_faulty_file_and_names_the_test_that_made_it(tmp_path: Path) -> None:
    """All tests of a run pass, and one of them made what is no package: the run fails. A judge that is not installed
    is named, which fails a run in CI alone.
    """
    code = "from tests.support.made_files import kept\n\ndef test_made():\n    kept().keep({data}, '.docx')\n"
    said = {}
    for name, data, ci in (("sound", good.guide(), ""), ("sound", good.guide(), "true"), ("faulty", b"no package", "")):
        (tmp_path / f"test_{name}.py").write_text(code.format(data=repr(data)))
        env = {**os.environ, "PATH": "", "CI": ci, "TMPDIR": str(tmp_path), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.support.session", f"test_{name}.py"]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        said[name, ci] = done.returncode, done.stdout
    assert {run: code for run, (code, _) in said.items()} == {("sound", ""): 0, ("sound", "true"): 1, ("faulty", ""): 1}
    assert "LibreOffice: no file: soffice is not installed" in said["sound", ""][1]
    assert "of test_faulty.py::test_made: is no package: File is not a zip file" in said["faulty", ""][1]
