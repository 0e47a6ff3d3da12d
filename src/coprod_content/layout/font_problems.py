"""Problems with the fonts of a brand."""

from collections.abc import Iterator

from coprod_content.brand.brand import Brand
from coprod_content.files.field_errors import Problem
from coprod_content.layout.known_fonts import UnknownFont, advice_on_font, is_installed, measured_by, stand_in


def font_problems(brand: Brand) -> Iterator[Problem]:
    """Yield a problem for each missing font of a brand.

    A font that is not installed causes an error. It causes only a warning if its text can be measured in another font
    or, for the print font, if another font can be embedded in PDF files. An Office font causes no problem if another
    font has the same widths.
    """
    office, printed = brand.fonts.office, brand.fonts.print
    instead = stand_in(office)
    if office == printed:
        pass
    elif not is_installed(office) and instead is None:
        yield _missing("office", office)
    elif not is_installed(office) and instead and not instead.exact:
        what = f"'{office}' is not installed here, so text is measured {measured_by(office)}."
        fix = "Files look right on computers that have the font. Check a file on such a computer before you share it."
        yield Problem(("fonts", "office"), "font-measured", what, fix, level="warning")
    try:
        if embedded_font(printed) != printed:
            what = f"'{printed}' cannot be embedded in PDF files. They use Arimo, whose letters have the same widths."
            yield Problem(
                ("fonts", "print"), "font-measured", what, "Choose Arimo to avoid this warning.", level="warning"
            )
    except UnknownFont:
        yield _missing("print", printed)


def embedded_font(family: str) -> str:
    """Return the font to embed in PDF files for a family.

    This is another font with the same widths if the font itself is not installed. Raises UnknownFont if there is no
    such font either.
    """
    if is_installed(family):
        return family
    instead = stand_in(family)
    if instead and instead.exact:
        return "Arimo"
    raise UnknownFont(f"The font '{family}' is not installed. {advice_on_font(family)}")


def _missing(name: str, family: str) -> Problem:
    return Problem(("fonts", name), "font", f"the font '{family}' is not installed.", advice_on_font(family))
