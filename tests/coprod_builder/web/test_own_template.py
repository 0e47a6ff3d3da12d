"""A template that is sent with a plan gives its look to the files, and to nothing else."""

import io

import pytest
from pptx import Presentation
from tests.support.decks_by_others import built, chinese
from tests.support.running_builder import Site

from coprod_builder import job_content, jobs
from coprod_builder.editing.draft import Draft
from coprod_builder.templated_files import UploadedTemplate
from coprod_content import Library, canonical_root


@pytest.mark.thorough
def test_a_template_gives_its_look_to_a_download(library: Library) -> None:
    """The deck has the template's size and layouts. A file that is no template is a problem, in one line."""
    job_content.prepare((canonical_root(),), ())
    text = Draft.of(library.workshops["first-steps"]).text
    theirs = UploadedTemplate("trust.potx", built(chinese))
    made = jobs.open_file(text, "first-steps.yaml", "deck.slides", (theirs,))
    deck = Presentation(io.BytesIO(made.data))
    assert deck.slide_width < deck.slide_height * 1.5  # 4:3
    assert "标题和内容" in {layout.name for layout in deck.slide_layouts}
    broken = jobs.make_archive(text, "first-steps.yaml", (UploadedTemplate("trust.potx", b"PK"),))
    assert [finding.code for finding in broken.findings] == ["template-refused"]


@pytest.mark.thorough
def test_the_page_about_a_template_opens_in_a_tab_or_says_what_is_wrong(site: Site) -> None:
    """The page's own style is allowed by its hash. Without a template, the answer says so."""
    answer = site.post("/plan/template", (), do="template", file=("trust.potx", built(str)))
    assert answer.status == 200
    assert b"You can use this template" in answer.body
    assert "style-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    assert site.post("/plan/template", (), do="template").status == 422
    refused = site.post("/plan/template", (), do="template", file=("trust.potx", b"PK"))
    assert b"cannot be used" in refused.body
