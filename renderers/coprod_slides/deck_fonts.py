"""Fonts inside a deck."""

from coprod_content.brand.brand import Brand
from coprod_office import PackagePart
from coprod_office.embedded_fonts import embeddable_faces
from coprod_office.theme import typeface
from coprod_slides.template.deck_template import DeckTemplate

KEEP_FONTS = ' embedTrueTypeFonts="1"'
"""The attribute with which PowerPoint embeds the fonts again when it saves a deck."""


def font_of(template: DeckTemplate, brand: Brand) -> str:
    """Return the font of text on a template's slides, if known."""
    return template.font if template.adopted else template.font or brand.fonts.office


def embedded_font(family: str, first: int) -> tuple[tuple[PackagePart, ...], str]:
    """Return the files of a font's styles, and their list as XML.

    Both are empty if a deck cannot contain the font. `first` is the number of the first style's relationship.
    """
    faces = embeddable_faces(family)
    parts = (PackagePart(f"ppt/fonts/font{n}.fntdata", "", face.embedded_opentype) for n, face in enumerate(faces, 1))
    styles = "".join(f'<p:{face.slot} r:id="rId{at}"/>' for at, face in enumerate(faces, start=first))
    entry = f"<p:embeddedFont><p:font {typeface(family)}/>{styles}</p:embeddedFont>"
    return tuple(parts), f"<p:embeddedFontLst>{entry}</p:embeddedFontLst>" if faces else ""
