"""The example of someone else's renderer: its files enter packs, the site and the builder."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.plugins import install_example, only_in_pack
from tests.support.roots import small_root

from coprod_builder import job_content, jobs
from coprod_builder.editing.draft import Draft
from coprod_builder.preview.file_list import FileList, PreviewRequest
from coprod_content import Library, canonical_root
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make
from coprod_content.packs.downloads import download_specs
from coprod_content.plugins.renderers import package_of
from coprod_content.testing import check_renderer

CODE = Path(__file__).parents[3] / "examples" / "coprod_markdown" / "src" / "coprod_markdown" / "__init__.py"
FILE = "first-steps-handouts.md"


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install_example(monkeypatch)


def test_the_example_is_a_distribution_of_its_own() -> None:
    """Pip installs it as a package apart from ours."""
    assert package_of("markdown") == "coprod-markdown 0.1.0"


def test_the_example_has_under_forty_lines_of_code() -> None:
    """A new format takes under forty lines, three of which bring it into packs."""
    assert len([line for line in CODE.read_text(encoding="utf-8").splitlines() if line.strip()]) < 40


def test_the_example_passes_the_check_for_renderers() -> None:
    """It loses no word, and gives the same bytes twice."""
    from coprod_content.plugins.renderers import renderer

    check_renderer(renderer("markdown"))


@pytest.mark.parametrize("edition", ["deck", "facilitator-guide", "handouts"])
def test_the_example_renders_the_real_content(edition: str, library: Library, brand: Brand) -> None:
    """Each edition of a workshop becomes Markdown with its title and its headings."""
    made = make(edition, "markdown", library, brand, ("first-steps",))
    assert made.data is not None
    text = made.data.decode()
    assert text.startswith("# First steps in co-production")
    assert text.count("\n## ") >= len(made.document.sections)


def test_the_example_is_listed_with_its_caption_and_package() -> None:
    """`coprod renderers` shows what people call its format, and where it comes from."""
    (row,) = [row for row in json.loads(coprod("renderers", "--json").stdout) if row["name"] == "markdown"]
    assert row == {"name": "markdown", "format": "Markdown", "package": "coprod-markdown 0.1.0"}


def test_the_example_adds_a_file_to_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`coprod pack` makes its file after ours, and the manifest names its package."""
    only_in_pack(monkeypatch, {"guide": ("handouts",), "web": ("handouts",), "markdown": ("handouts",)})
    result = coprod("pack", "first-steps", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    files = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert [file["file"] for file in files] == ["first-steps-handouts.docx", "first-steps-handouts.html", FILE]
    assert (files[2]["renderer"], files[2]["package"]) == ("markdown", "coprod-markdown 0.1.0")
    assert (tmp_path / FILE).read_text(encoding="utf-8").startswith("# ")


def test_the_example_adds_a_download_to_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a workshop offers its file under its caption."""
    from coprod_content.cli import site

    def markdown_of_one(library: Library) -> object:
        return (each for each in download_specs(library) if (each.item, each.file.renderer) == ("meeting", "markdown"))

    monkeypatch.setattr(site, "download_specs", markdown_of_one)
    result = coprod("site", "--out", tmp_path / "site", "--root", small_root(tmp_path / "content"))
    assert result.exit_code == 0, result.output
    file = "meeting-handouts.md"
    page = (tmp_path / "site" / "workshops" / "meeting.html").read_text(encoding="utf-8")
    assert f'<a href="../downloads/meeting/{file}">Markdown<span' in page
    assert (tmp_path / "site" / "downloads" / "meeting" / file).read_text(encoding="utf-8").startswith("# ")


def test_the_example_adds_a_file_to_the_builder(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    """The builder lists its file after ours, shows its words and adds it to the pack."""
    only_in_pack(monkeypatch, {"guide": ("handouts",), "web": ("handouts",), "markdown": ("handouts",)})
    request = PreviewRequest(key="handouts.markdown")
    files = FileList.of(library.workshops["first-steps"], library, request)
    (edition,) = files.editions(())
    assert [file.format for file in edition.files] == ["Word", "Web page", "Markdown"]
    job_content.prepare((canonical_root(),), ())
    draft = Draft.of(library.workshops["first-steps"])
    page = jobs.make_preview(draft, draft.text, request)
    assert not page.failed
    assert "Paste it into a wiki or a notes app." in page.page.decode()
    made = jobs.make_archive(draft.text, "first-steps.yaml")
    with zipfile.ZipFile(io.BytesIO(made.data or b"")) as archive:
        assert f"first-steps/{FILE}" in archive.namelist()
