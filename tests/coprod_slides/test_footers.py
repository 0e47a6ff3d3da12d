"""An organisation's name at the foot of slides."""

import io

import pytest
from attrs import evolve
from pptx import Presentation

from coprod_content import Document, Library, Organisation, Paragraph, Section, load_brand, render
from coprod_content.editions import compose
from coprod_slides.template.layouts import layouts


@pytest.mark.parametrize(("name", "shown"), [("Riverbend & Sons", True), ("Bwrdd Iechyd Prifysgol " * 4, False)])
def test_an_organisation_is_named_at_the_foot_of_slides(name: str, shown: bool) -> None:
    """Its name is beside the number, if it fits. A cover has its website too."""
    name = name.strip()
    brand = evolve(load_brand(), organisation=Organisation(name=name, address="https://r.example"))
    sections = (Section(title="A", role="cover"), Section(title="B", blocks=(Paragraph("Words."),)))
    made = render(Document(title="T", language="en-GB", edition="deck", sections=sections), "slides", brand)
    cover, slide = (
        [shape.text_frame.text for shape in each.placeholders if shape.name.startswith("Imprint")]
        for each in Presentation(io.BytesIO(made.data or b"")).slides
    )
    assert (cover, slide) == ([f"{name} · r.example"], [name] if shown else [])
    assert not made.findings


def test_the_name_has_one_ground_in_every_layout() -> None:
    """Each panel of a layout is behind the whole of the name's box, or beside it."""
    brand = evolve(load_brand(), organisation=Organisation(name="Riverbend & Sons"))
    seen = 0
    for layout in layouts(brand):
        for box in (each.box for each in layout.placeholders if each.key == "imprint"):
            for panel in (each.box for each in layout.decorations if each.shape == "rect"):
                apart = panel.right <= box.x or panel.x >= box.right or panel.bottom <= box.y or panel.y >= box.bottom
                behind = panel.x <= box.x and panel.right >= box.right and panel.y <= box.y
                assert apart or behind, (layout.name, box, panel)
                seen += behind
    assert seen


@pytest.mark.parametrize("workshop", ["around-one-place", "ebcd-joint-event"])
def test_a_deck_with_a_name_has_no_faults(workshop: str, library: Library) -> None:
    """Their slides for listening have a panel of another colour beside the slide number."""
    brand = evolve(load_brand(), organisation=Organisation(name="Ysbyty Bro Gwynfa & Friends"))
    made = render(compose("deck", library, (workshop,)), "slides", brand)
    assert [each.what for each in made.findings] == []
