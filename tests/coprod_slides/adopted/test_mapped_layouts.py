"""A layout that a template map chooses is used, or refused with the line of the map."""

from collections.abc import Iterator

import pytest
from attrs import evolve
from tests.support.decks_by_others import STRANGE, built, with_template

from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Section
from coprod_content.findings.finding import ContentError
from coprod_content.text.spans import verbatim
from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.template.template_report import report_on as examine_template

POINT = "We read back what we agreed, with names and with dates."
TYPICAL = {
    "cover": Section(
        title="A session", role="cover", blocks=(Paragraph(verbatim("A session of an hour with a break."), "lead"),)
    ),
    "section": Section(
        title="A part", role="divider", blocks=(Paragraph(verbatim("What this part is for, in a line."), "lead"),)
    ),
    "closing": Section(title="What happens next", role="closing", blocks=(Bullets((verbatim(POINT),) * 4),)),
}
DEFAULT = ("Title Slide", "Section Header", "Title Only", "Picture with Caption")


def with_map(brand: Brand, text: str) -> Brand:
    """Return a brand with a template map."""
    reference = evolve(brand.reference, slides_map="map.yaml")
    return evolve(brand, reference=reference, files=(*brand.files, ("map.yaml", text.encode())))


def unused(brand: Brand, layouts: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the choices of a map that are accepted, but whose layout is not used."""
    for role in roles:
        section = TYPICAL[role]
        for layout in layouts:
            mapped = with_map(brand, f'{role}: "{layout}"\n')
            try:
                frame = slide_frames(mapped).of(section)
            except ContentError as error:
                (finding,) = error.findings
                assert str(finding.where).startswith("map.yaml:1:")
                assert layout in finding.what
            else:
                if not frame.own or frame.layout not in ("Cover", "Theme divider", "Closing"):
                    yield role, layout


def test_a_chosen_layout_is_used_or_refused() -> None:
    """None is accepted and then left unused because it has no room for typical text."""
    brand = with_template(load_brand(), built(str))
    assert not list(unused(brand, DEFAULT, ("closing",)))
    with pytest.raises(ContentError, match="closing: the layout 'Title Slide' has too little room for a list"):
        slide_frames(with_map(brand, "closing: Title Slide\n"))


@pytest.mark.thorough
@pytest.mark.parametrize("name", STRANGE)
def test_a_chosen_layout_of_a_strange_template_is_used_or_refused(name: str) -> None:
    """Every layout is tried for every purpose."""
    data = STRANGE[name]()
    layouts = examine_template(data, "theirs.pptx", load_brand()).layouts
    assert not list(unused(with_template(load_brand(), data), layouts, tuple(TYPICAL)))


def test_long_closing_text_stays_on_the_chosen_layout() -> None:
    """It is split over several slides rather than moved to another layout."""
    brand = with_map(with_template(load_brand(), built(str)), "closing: Two Content\n")
    long = evolve(TYPICAL["closing"], blocks=(Bullets((verbatim(POINT),) * 40),))
    assert slide_frames(brand).of(long).layout == "Closing"
