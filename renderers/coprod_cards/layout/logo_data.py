"""A brand's logo for the Typst templates."""

from attrs import frozen

from coprod_cards.layout.card_frames import CardFrames
from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of

_LEAST_LOGO = 4.0


@frozen(kw_only=True)
class LogoData:
    """A logo, as an SVG drawing or the bytes of a picture.

    Either `drawing` or `picture` is empty. Lengths are in millimetres. `clear` is the width of the space to keep free
    around the logo. If `on_right` is true, the logo is at the end of the line: on the right, or on the left in a
    right-to-left language.
    """

    drawing: str
    picture: tuple[int, ...]
    alt: str
    width: float
    height: float
    clear: float
    on_right: bool


def logo_data(brand: Brand, kind: str, widest: float = 1000, tallest: float = 1000) -> LogoData | None:
    """Return a brand's logo for a kind of file, or None.

    `kind` is the name of a field of LogoPlaces, such as `cards`. Returns None if the brand has no logo, or if files of
    this kind do not show it. `widest` and `tallest` are the maximum width and height in millimetres.
    """
    logo = logo_of(brand, kind)
    if logo is None:
        return None
    width, height = logo.size(widest, tallest)
    picture = () if logo.svg else tuple(logo.data)
    return LogoData(
        drawing=logo.svg,
        picture=picture,
        alt=logo.alt,
        width=width,
        height=height,
        clear=logo.clear_space,
        on_right=logo.on_right,
    )


def logo_beside(imprint: str, brand: Brand, frames: CardFrames) -> LogoData | None:
    """Return the logo to print at the bottom of cards, or None.

    The logo is at most as tall as the space for the imprint, and is made smaller if the imprint does not fit beside it.
    Returns None if the brand has no logo for cards, or if the height left for the logo would be less than 4 mm.
    """
    geometry = frames.geometry
    room = geometry.foot - geometry.bottom
    height = room
    while height >= _LEAST_LOGO:
        logo = logo_data(brand, "cards", tallest=height)
        if logo is None:
            return None
        width = geometry.text_width - logo.width - logo.clear
        if not imprint.strip() or frames.imprint_parts(imprint, width):
            return logo
        height = min(height, logo.height) - 0.5
    return None
