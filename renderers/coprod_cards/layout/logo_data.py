"""A brand's logo for the Typst templates."""

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of


@frozen(kw_only=True)
class LogoData:
    """A logo, as an SVG drawing or the bytes of a picture.

    Lengths are in millimetres. `clear` is the width of the space to keep free around the logo. If `on_right` is true,
    the logo is at the end of the line: on the right, or on the left in a right-to-left language.
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

    `kind` is a field of LogoPlaces, such as `cards`. Returns None if the brand has no logo, or no logo in such files.
    `widest` and `tallest` are the maximum width and height in millimetres.
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
