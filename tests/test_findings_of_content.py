"""Content, brands, documents and paths with one fault each: that fault is found, and none where there is none."""

from pathlib import Path

import pytest
from tests.faults import contents, good

from coprod_content import ContentError
from coprod_content.brand import load_brand
from coprod_content.document_checks import document_findings
from coprod_content.inspection import inspected
from coprod_content.load import examine
from roots import small_root, written


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_good_content_and_documents_have_no_finding() -> None:
    """What the faults are planted in is sound."""
    assert examine(small_root(Path("content")))[1] == ()
    assert document_findings(good.document()) == ()
    assert document_findings(contents.table("Day", "Hour")) == ()


@pytest.mark.parametrize("code", contents.ROOTS)
def test_a_fault_in_content_is_found_at_its_file(code: str) -> None:
    """The fault is found, with a way out, at a file of the root."""
    _, findings = examine(small_root(Path("content"), contents.ROOTS[code]))
    assert code in {finding.code for finding in findings}
    assert all(f.where and f.where.file.startswith("content") for f in findings)


@pytest.mark.parametrize("code", contents.BRANDS)
def test_a_fault_in_a_brand_is_found_at_its_line(code: str) -> None:
    """The brand is refused, at its file."""
    folder = written(Path("ours"), {"brand.yaml": contents.BRANDS[code]})
    with (folder / "large.png").open("wb") as file:
        file.truncate(26 * 1024 * 1024)
    with pytest.raises(ContentError) as caught:
        load_brand(folder)
    assert {finding.code for finding in caught.value.findings} == {code}
    assert all(finding.where and finding.where.line for finding in caught.value.findings)


@pytest.mark.parametrize("code", contents.DOCUMENTS)
def test_a_fault_in_a_document_is_found_whoever_built_it(code: str) -> None:
    """One fault in a document made in Python gives exactly its code, under the title of its section."""
    findings = document_findings(contents.DOCUMENTS[code])
    assert [(finding.code, bool(finding.field), bool(finding.fix)) for finding in findings] == [(code, True, True)]


@pytest.mark.parametrize(
    ("code", "at"), [(code, at) for code in contents.FILES for at in range(len(contents.FILES[code]))]
)
def test_what_cannot_be_inspected_is_one_finding(code: str, at: int, tmp_path: Path) -> None:
    """A missing file, a folder, a loop of links, a huge file and an unknown ending are told, not thrown."""
    name, plant = contents.FILES[code][at]
    (finding,) = inspected(plant(tmp_path / name))
    assert (finding.code, finding.level) == (code, "error")
