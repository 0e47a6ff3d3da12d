"""Templates with one fault each, and our own layouts, which have none."""

from copy import deepcopy
from pathlib import Path

from pptx import Presentation
from pptx.util import Mm
from tests.faults.planted import Findings, Judge, Planted
from tests.support.decks_by_others import built, sea

from coprod_content import ContentError
from coprod_content.brand.load_brand import load_brand
from coprod_content.packs.template_preview import LayoutMap, examined_template
from coprod_slides import reference_deck


def found(data: bytes, code: str, layout_map: str = "") -> Findings:
    """Return the findings about a template with one code."""
    try:
        examined = examined_template(data, "ours.pptx", load_brand(), LayoutMap("map.yaml", layout_map.encode()))
    except ContentError as error:
        return error.findings
    return tuple(each for each in examined.report.findings if each.code == code)


def planted(code: str, faulty: Judge, at: str = "") -> tuple[Planted, ...]:
    return (Planted((at,), lambda _: found(reference_deck(load_brand()), code), faulty),)


def sample_slide(deck: Presentation) -> None:
    """Add a slide, as templates often have."""
    deck.slides.add_slide(deck.slide_layouts[0])


def _judge(code: str, data: bytes, layout_map: str = "") -> Judge:
    def judge(_: Path) -> Findings:
        return found(data, code, layout_map)

    return judge


def band(deck: Presentation) -> None:
    """Draw a line across the bottom of the first layout."""
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = slide.shapes.add_shape(1, 0, Mm(172), Mm(254), Mm(4))
    shape.fill.solid()
    deck.slide_layouts[0].shapes._spTree.append(deepcopy(shape._element))


TEMPLATES = {
    "template-name": planted("template-name", _judge("template-name", built(band))),
    "template-title": planted("template-title", _judge("template-title", built(sea))),
    "template-refused": planted("template-refused", _judge("template-refused", b"PK"), "ours.pptx"),
    "template-map": planted(
        "template-map", _judge("template-map", built(str), "cover: Tilte Slide\n"), "map.yaml:1 cover"
    ),
    "template-colours": planted("template-colours", _judge("template-colours", built(str))),
    "template-dropped": planted("template-dropped", _judge("template-dropped", built(sample_slide))),
}
