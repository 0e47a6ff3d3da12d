"""The end of a run of tests: what renderers make is kept, and what is wrong with it is told, with its test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults import documents, good, pdfs, slides
from tests.judging import AUDIT, OPENS, VALID, VERA, judged
from tests.made_files import Kept, kept, odd

from coprod_content.brand import load_brand
from coprod_content.document import Document
from coprod_guide import render
from coprod_slides import renderer
from office import faults

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
    """Of sound files nothing is told. A deck with a part that nothing leads to, a guide that is damaged and a PDF
    without tags are told, each by the judges that can see it; what a judge has passed before it does not see again.
    """
    judge("soffice"), judge("java")
    there = Kept(tmp_path)
    for data, suffix in ((good.deck(), ".pptx"), (good.guide(), ".docx"), (good.pdf(), ".pdf")):
        there.keep(data, suffix)
    there.passed(good.guide(), ".docx", AUDIT)
    result = judged(there)
    assert result.verdicts == ()
    assert result.counts == ((AUDIT, 1, 2), (VALID, 1, 1), (OPENS, 2, 2), (VERA, 1, 1))
    bad = slides.shape(90).replace("<p:nvPr/>", "<p:nvPr><p:nothing/></p:nvPr>")
    there.keep(slides.before_number(slides.LISTED, bad)(), ".pptx")
    there.keep(documents.FAULTS["corrupt"][0](), ".docx")
    there.keep(pdfs.edit(pdfs.drop("/Lang"))(), ".pdf")
    told = {(verdict.judge, verdict.file.suffix) for verdict in judged(there).verdicts if verdict.file}
    assert told == {(AUDIT, ".pptx"), (AUDIT, ".docx"), (OPENS, ".docx"), (VALID, ".pdf"), (VERA, ".pdf")}


def test_a_part_that_was_sound_before_is_no_excuse() -> None:
    """Parts of the same bytes are looked at once; one with a fault is told each time, among any that are sound."""
    bad = slides.shape(90).replace("<p:nvPr/>", "<p:nvPr><p:nothing/></p:nvPr>")
    faulty = slides.before_number(slides.LISTED, bad)()
    assert faults(good.deck(), ".pptx") == []
    assert len(faults(faulty, ".pptx")) == len(faults(faulty, ".pptx")) > 0
    assert faults(good.deck(), ".pptx") == []
