"""A photo from somebody's own computer, in a plan."""

import base64

import pytest
from tests.support.pictures import phone_photo, picture
from tests.support.running_builder import Site, form, summary, with_values

from coprod_content import Library
from coprod_content.files.pictures.jpeg import is_bare_jpeg, jpeg_size
from coprod_content.planner.workshop_file import read_workshop

HOLDER = "agenda[1].picture"
WORDS = {f"{HOLDER}.alt": "Two people plant beans.", f"{HOLDER}.consent": "Ada and Bo agreed until 2028."}


def test_a_photo_is_added_described_and_taken_out_again(site: Site, library: Library) -> None:
    """It is turned upright, without its place, and is in the plan that people download. Undo knows it too."""
    page = site.get("/workshops/first-steps")
    added = site.post("/plan", form(page), do=f"photo {HOLDER}", file=("C:\\me\\IMG 1.JPG", phone_photo()))
    assert added.status == 200
    assert added.tree.xpath("//*[@autofocus]/@id") == ["agenda-1-picture-alt"]
    told = with_values(form(added), WORDS)
    plan = site.post("/plan/file", told, do="file").body
    photo = read_workshop(plan, "plan.yaml", library).agenda[0].picture
    assert photo
    assert photo.file == "IMG 1.JPG"
    assert is_bare_jpeg(photo.jpeg)
    assert jpeg_size(photo.jpeg) == (1200, 1600)
    again = site.post("/plan", (), do="load", file=("plan.yaml", plan))
    assert "In the plan: IMG 1.JPG" in " ".join(again.tree.text_content().split())
    gone = site.post("/plan", form(again), do=f"drop {HOLDER}")
    assert "IMG 1.JPG" not in gone.tree.text_content()
    back = site.post("/plan", form(gone), do="undo")
    assert base64.b64encode(photo.jpeg).decode() in back.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", picture("WEBP"), "‘a.jpg’ is a WebP picture. Save it as PNG or JPEG."),
        ("a.png", b"<svg onload='alert(1)'/>", "‘a.png’ is a drawing, not a photo."),
        ("a.jpg", phone_photo()[:9000], "is damaged"),
        ("", b"", "Choose a photo first."),
    ],
)
def test_what_is_no_photo_is_refused_in_a_sentence(site: Site, name: str, data: bytes, said: str) -> None:
    """The plan and what was typed are kept."""
    fields = with_values(form(site.get("/workshops/first-steps")), {"title": "Mine"})
    refused = site.post("/plan", fields, do=f"photo {HOLDER}", file=(name, data))
    assert refused.status == 422
    assert said in " ".join(summary(refused))
    assert refused.tree.xpath("string(//input[@name='title']/@value)") == "Mine"
