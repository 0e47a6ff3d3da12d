"""The renderer: a document as a PowerPoint deck."""

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import Renderer
from coprod_office import attribute, core_properties, packed
from coprod_slides.deck import deck_parts
from coprod_slides.fitting.layout_frames import slide_frames
from coprod_slides.slide.logo import logo_of
from coprod_slides.slide.section_slide import DeckContext, page
from coprod_slides.template.reader import template_of
from coprod_slides.template.reference_deck import reference_deck
from coprod_slides.theme_colours import INK, ThemeColour

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def render(document: Document, brand: Brand) -> bytes:
    """The bytes of a deck: a slide for each section of the fitted document, in reading order.

    Raises ValueError, in one line, where the brand's reference deck or logo cannot be used.
    """
    setting = _setting(document, brand)
    fitted = fit(document, setting.frames).document
    pages = tuple(page(section, at, setting) for at, section in enumerate(fitted.sections, start=1))
    parts = deck_parts(setting.template, pages, core_properties(document), document.language, setting.logo)
    return packed(((part.name, part.data) for part in parts), document.date)


def _setting(document: Document, brand: Brand) -> DeckContext:
    return DeckContext(
        template=template_of(brand),
        frames=slide_frames(brand),
        language=attribute(document.language),
        imprint=document.imprint,
        logo=logo_of(brand),
        sun=ThemeColour(brand.palette.sun),
        edge=INK if brand.contrast == "high" else None,
    )


renderer = Renderer(suffix=".pptx", media_type=MEDIA_TYPE, render=render, frames=slide_frames, reference=reference_deck)
