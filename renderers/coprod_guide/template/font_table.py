"""The font table of a guide."""

from coprod_content.layout.known_fonts import OFFICE_FALLBACK, is_office_font
from coprod_guide.wordprocessingml import NAMESPACES, W_NAMESPACE
from coprod_office import HEAD, attribute
from coprod_office.embedded_fonts import FontFace, has_serifs

_SYMBOLS = (
    '<w:font w:name="Segoe UI Symbol"><w:altName w:val="Apple Symbols"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font>'
)


def font_table(family: str, faces: tuple[FontFace, ...]) -> bytes:
    """Return the XML of a guide's font table.

    `family` is the font of the guide. `faces` contains its embedded styles, such as bold, whose files are referred to
    as `rId1`, `rId2` and so on.
    """
    instead = "Liberation Sans" if is_office_font(family) else OFFICE_FALLBACK
    styles = "".join(
        f'<w:embed{face.slot[0].upper()}{face.slot[1:]} r:id="rId{at}" w:fontKey="{{{str(face.key).upper()}}}"/>'
        for at, face in enumerate(faces, start=1)
    )
    return (
        f"{HEAD}<w:fonts {NAMESPACES if faces else W_NAMESPACE}>"
        f'<w:font w:name={attribute(family)}><w:altName w:val="{instead}"/>'
        f'<w:family w:val="{"roman" if has_serifs(family) else "swiss"}"/><w:pitch w:val="variable"/>{styles}</w:font>'
        f"{_SYMBOLS}</w:fonts>"
    ).encode()
