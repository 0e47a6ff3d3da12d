"""A brand's logo for the Typst templates."""

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of


@frozen(kw_only=True)
class LogoData:
    """A logo, as an SVG drawing or the bytes of a picture.

    `width`, `height` and `clear`, the space to keep free around it, are in millimetres. It is on the side where lines
    end if `on_right` is true.
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

    Its sides are at most `widest` and `tallest`, in millimetres.
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
