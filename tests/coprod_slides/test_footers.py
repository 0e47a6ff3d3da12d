"""An organisation's name at the foot of slides."""

import io

import pytest
from attrs import evolve
from pptx import Presentation

from coprod_content import Document, Organisation, Paragraph, Section, load_brand, render


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
