"""Fonts for LibreOffice, which then draws decks as PowerPoint does.

LibreOffice before version 25.8 does not read fonts inside PowerPoint files.
"""

import os
from pathlib import Path

from coprod_content.text.installed_fonts import fontpkg

_FAMILY = "Atkinson Hyperlegible"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><cachedir>{cache}</cachedir>{rule}</fontconfig>
"""
_INSTEAD = (
    f'<match target="pattern"><test name="family"><string>{_FAMILY}</string></test>'
    '<edit name="family" mode="assign" binding="same"><string>Liberation Sans</string></edit></match>'
)
_MISSING = (
    "Aptos",
    "Aptos Display",
    "Calibri",
    "Calibri Light",
    "Century Gothic",
    "Corbel",
    "Gill Sans MT",
    "Segoe UI",
)
_APPENDED = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="append" binding="same"><string>Liberation Sans</string></edit></match>'
)
"""Fonts of Office that are not installed here are as wide as Arial's, which is at most as wide as we measure them."""


def with_office_fonts(folder: Path, *, missing: bool = False) -> dict[str, str]:
    """Return environment variables with which LibreOffice finds our font.

    If `missing` is true, it finds Liberation Sans instead, whose letters are as wide as Arial's. A file is written to
    `folder`.
    """
    rule = _INSTEAD if missing else f"<dir>{fontpkg.path(_FAMILY, 400).parent}</dir>"
    rule += "".join(map(_APPENDED.format, _MISSING))
    path = folder / ("arial.conf" if missing else "fonts.conf")
    path.write_text(_CONFIGURATION.format(cache=folder / path.stem, rule=rule), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(path)}
