"""Problems with the fonts of a brand."""

from collections.abc import Iterator

from coprod_content.brand.brand import Brand
from coprod_content.files.converter import Problem
from coprod_content.layout.known_fonts import UnknownFont, advice_on_font, is_installed, measured_by, stand_in


def font_problems(brand: Brand) -> Iterator[Problem]:
    """Yield fonts that are not installed, and how others are measured."""
    office, printed = brand.fonts.office, brand.fonts.print
    instead = stand_in(office)
    if not is_installed(office) and instead is None:
        yield _missing("office", office)
    elif not is_installed(office) and instead and not instead.exact:
        what = f"'{office}' is not installed here, so text is measured {measured_by(office)}."
        fix = "The files name the font, and look right where it is installed. Look through one before you share it."
        yield Problem(("fonts", "office"), "font-measured", what, fix, level="warning")
    try:
        if embedded_font(printed) != printed:
            what = (
                f"'{printed}' cannot be put into PDF files. They are set in Arimo, whose letters have the same widths."
            )
            yield Problem(
                ("fonts", "print"), "font-measured", what, "Choose Arimo to leave out this note.", level="warning"
            )
    except UnknownFont:
        yield _missing("print", printed)


def embedded_font(family: str) -> str:
    """Return the font that PDF files contain for a family. Raises UnknownFont."""
    if is_installed(family):
        return family
    instead = stand_in(family)
    if instead and instead.exact:
        return "Arimo"
    raise UnknownFont(f"The font '{family}' is not installed. {advice_on_font(family)}")


def _missing(name: str, family: str) -> Problem:
    return Problem(("fonts", name), "font", f"the font '{family}' is not installed.", advice_on_font(family))
