"""Faults in finished files are traced to the content, and files with errors are not written unless asked for."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from tests.faults.built import PAIRS
from tests.support.command_line import coprod
from tests.support.plugins import only_in_pack
from tests.support.roots import small_root

from coprod_content import Library, canonical_root
from coprod_content.brand.brand import Brand
from coprod_content.findings.fault import Fault
from coprod_content.packs.build import make, render
from coprod_content.packs.trace import traced_finding

TOOL = "tools/what-matters-to-you.yaml"


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make the inspector of Word files report one sentence of one tool, and return its words.

    No file is kept from a run in which it did not.
    """
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    words = "Start again at"
    found = (
        Fault(code="link-vague", what="the link says 'here'.", words=words, heading="Break", spot="under 'Break'"),
    )
    monkeypatch.setattr("coprod_content.packs.trace.faults_of", lambda data, suffix: found if suffix == ".docx" else ())
    return words


def test_a_fault_in_a_file_is_a_finding_at_the_line_and_field_of_its_words(library: Library) -> None:
    """The section leads to its items, and the words lead to the field that has them."""
    from coprod_content.editions import compose

    document = compose("deck", library, ("first-steps",))
    section = next(s for _, s in document.walk() if s.items and s.items[0] in library.tools)
    tool = library.tools[section.items[0]]
    fault = Fault(
        code="link-vague", what="the link says 'x'.", words=tool.purpose[:30], heading=section.title, spot="slide 7"
    )
    finding = traced_finding(fault, "slide 7 of the .pptx file", document, library)
    assert finding.where is not None
    assert finding.where.file.endswith(f"tools/{tool.id}.yaml")
    assert finding.where.line > 1
    assert finding.field == "purpose"
    assert finding.what == "the link says 'x', in slide 7 of the .pptx file."
    lost = traced_finding(
        Fault(code="contrast", what="pale.", words="7", heading=section.title), "slide 7", document, library
    )
    assert lost.where is not None
    assert (lost.where.file.endswith(f"{tool.id}.yaml"), lost.field) == (True, "")
    whole = traced_finding(Fault(code="no-title", what="none."), "", document, library)
    assert whole.where is None


@pytest.mark.parametrize("code", PAIRS)
def test_a_document_made_by_hand_is_judged_when_it_is_rendered(code: str, library: Library, brand: Brand) -> None:
    """A fault in a document made in Python is an error of the file, although the file is made."""
    made = render(PAIRS[code][1], "guide", brand, library)
    assert code in {finding.code for finding in made.findings}
    assert made.has_errors
    assert made.data is not None


def test_a_pack_with_an_error_is_not_written_unless_that_is_allowed(
    faulty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written. With --allow-findings everything is, and the manifest lists the findings."""
    only_in_pack(monkeypatch, {"guide": ("facilitator-guide",), "slides": ("deck",)})
    words = ("pack", "meeting", "--root", small_root(tmp_path / "root"), "--out", tmp_path / "out")
    refused = coprod(*words)
    assert refused.exit_code == 1
    assert "use --allow-findings to write it anyway" in refused.stderr
    assert not (tmp_path / "out").exists()
    allowed = coprod(*words, "--allow-findings")
    assert allowed.exit_code == 1
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in manifest["files"]} == {"meeting-facilitator-guide.docx", "meeting-deck.pptx"}
    assert [(f["file"], f["code"]) for f in manifest["findings"]] == [("meeting-facilitator-guide.docx", "link-vague")]
    assert str(tmp_path) not in json.dumps(manifest)


def test_one_file_with_an_error_is_not_written_unless_that_is_allowed(faulty: str, tmp_path: Path) -> None:
    """`coprod build` behaves in the same way."""
    out = tmp_path / "guide.docx"
    root = ("--root", small_root(tmp_path / "root"))
    words = ("build", "facilitator-guide", "--to", "guide", "--select", "meeting", *root, "--out", out)
    assert coprod(*words).exit_code == 1
    assert not out.exists()
    assert coprod(*words, "--allow-findings").exit_code == 0
    assert out.is_file()


def test_content_with_a_vague_link_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    """A fault in the content itself is reported with its line and column."""
    shutil.copytree(canonical_root(), tmp_path / "content")
    tool = tmp_path / "content" / TOOL
    lines = tool.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("traps:"))
    lines.insert(at + 1, '  - "To see, [click here](https://www.example.org)."')
    tool.write_text("\n".join(lines), encoding="utf-8")
    result = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", tmp_path / "content")
    assert result.exit_code == 1
    assert f"{TOOL}:{at + 2}:5: traps[1]: the link says 'click here'." in result.stderr


def test_without_the_inspectors_the_result_says_so(
    library: Library, brand: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is made without the extra, and the result says why it was not inspected."""
    monkeypatch.setitem(sys.modules, "coprod_inspect.word.inspector", None)
    made = make("handouts", "guide", library, brand, ("first-steps",))
    assert made.data is not None
    assert 'pip install "coprod-content[inspect]"' in made.not_inspected
