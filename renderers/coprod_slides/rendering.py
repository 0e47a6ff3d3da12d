"""Write documents as PowerPoint decks."""

from collections.abc import Iterator

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of
from coprod_content.document.document import Document, Section
from coprod_content.document.item_links import linked_sections
from coprod_office import attribute, packed
from coprod_office.fallback_font import with_fallback_font
from coprod_slides.adopted.used_layouts import with_used_layouts
from coprod_slides.deck import colours_of, deck_parts
from coprod_slides.deck_fonts import font_of
from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.languages import with_languages
from coprod_slides.slide.layout_pictures import LayoutPictures, layout_pictures, with_pictures
from coprod_slides.slide.section_slide import DeckSettings, section_slide
from coprod_slides.slide_ids import slide_ids
from coprod_slides.template.deck_template import in_language
from coprod_slides.template.layouts import BARE, LIST, PLAIN
from coprod_slides.template.template_reader import template_of
from coprod_slides.template.templated_brand import colours_of_people, templated
from coprod_slides.template.theme_masters import accent_number, with_theme_masters


def render(document: Document, brand: Brand) -> bytes:
    """Return a PowerPoint file with a slide for each section.

    The document must already be fitted to `slide_frames`.

    Raises ValueError, with a one-line message, if the brand's reference deck or logo cannot be used, and ContentError
    if its template map is not valid.
    """
    brand = templated(brand)
    plain = brand.contrast == "high"
    frames, language = slide_frames(brand), attribute(document.language)
    framed = tuple(zip(document.sections, frames.of_each(document.sections), strict=True))
    template = in_language(template_of(brand), document.language)
    colours = colours_of(template, brand)
    pictures = LayoutPictures(())
    if template.adopted:
        template = with_used_layouts(template, frozenset(frame.layout for _, frame in framed))
    else:
        template = with_theme_masters(template, tuple(_layouts_by_accent(framed)))
        pictures = layout_pictures(tuple((section, frame.layout) for section, frame in framed))
    settings = DeckSettings(
        template=with_pictures(template, pictures, colours, language, plain=plain),
        language=language,
        imprint=document.imprint,
        footer=document.publisher if brand.organisation else document.imprint,
        logo=logo_of(brand, "slides"),
        colours=colours,
        pictures=pictures,
        plain=plain,
        paper=brand.palette.paper,
        places=tuple(_places(document)),
        people=colours_of_people(template.adopted, brand.palette) if template.adopted and not plain else None,
    )
    ids = enumerate(slide_ids(document.sections), start=1)
    slides = tuple(section_slide(*both, *named, settings) for named, both in zip(ids, framed, strict=True))
    parts = deck_parts(settings.template, slides, document, brand)
    parts = with_languages(parts, document, brand, settings.template.width)
    font = font_of(template, brand)
    parts = tuple(with_fallback_font(part, font) for part in parts)
    return packed(((part.name, part.data) for part in parts), document.date)


def _places(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the ids of linked items, with their slide numbers."""
    for item, section in linked_sections(document):
        yield from ((item, at) for at, slide in enumerate(document.sections, start=1) if slide is section)


def _layouts_by_accent(framed: tuple[tuple[Section, SlideFrame], ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each theme accent in use, with names of layouts to copy."""
    for accent in sorted({section.accent for section, _ in framed if accent_number(section.accent)}):
        used = (frame.layout for section, frame in framed if section.accent == accent)
        yield accent, frozenset({PLAIN, LIST, BARE, *used})


def shows_logo(brand: Brand) -> bool:
    """Return whether any layout has a place for the brand's logo."""
    return any(layout.placeholder("logo") for layout in template_of(templated(brand)).layouts)
