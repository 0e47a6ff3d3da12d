"""Find and embed the font of a deck."""

from coprod_content.brand.brand import Brand
from coprod_office import PackagePart
from coprod_office.embedded_fonts import embeddable_faces
from coprod_office.theme import typeface
from coprod_slides.template.deck_template import DeckTemplate

KEEP_FONTS = ' embedTrueTypeFonts="1"'
"""The attribute that makes PowerPoint embed the fonts again when it saves a deck."""


def font_of(template: DeckTemplate, brand: Brand) -> str:
    """Return the font family of a deck's text, or an empty string.

    The result is empty if the deck uses an organisation's own template.
    """
    return template.font if template.adopted else template.font or brand.fonts.office


def embedded_font(family: str, first: int) -> tuple[tuple[PackagePart, ...], str]:
    """Return a font's files, and the `p:embeddedFontLst` element for them.

    Both are empty if the font cannot be embedded. The relationships of the files have the ids `rId{first}` onwards.
    """
    faces = embeddable_faces(family)
    parts = (PackagePart(f"ppt/fonts/font{n}.fntdata", "", face.embedded_opentype) for n, face in enumerate(faces, 1))
    styles = "".join(f'<p:{face.slot} r:id="rId{at}"/>' for at, face in enumerate(faces, start=first))
    entry = f"<p:embeddedFont><p:font {typeface(family)}/>{styles}</p:embeddedFont>"
    return tuple(parts), f"<p:embeddedFontLst>{entry}</p:embeddedFontLst>" if faces else ""
