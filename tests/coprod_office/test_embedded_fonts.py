"""Office files contain the brand's font, in the forms that Word and PowerPoint read."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from fontTools.ttLib import TTFont
from lxml import etree

from coprod_content.brand.brand import Brand, Fonts
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.text.installed_fonts import fontpkg
from coprod_content.text.spans import verbatim
from coprod_guide import render as guide
from coprod_office.embedded_fonts import embeddable_faces
from coprod_office.reading.xml import A, P, R, W
from coprod_slides import render as deck
from coprod_slides.fitting.frame_choice import slide_frames

FAMILY = "Atkinson Hyperlegible"
Change = Callable[[TTFont], None]


def slides(document: Document, brand: Brand) -> bytes:
    return deck(fit(document, slide_frames(brand)).document, brand)


def saying(words: str) -> Document:
    return Document(title="T", language="en", sections=(Section(title="S", blocks=(Paragraph(verbatim(words)),)),))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_powerpoint_reads_the_fonts_of_a_deck(brand: Brand) -> None:
    """The list comes after the page sizes, names each style's part once, and each part has the whole font in it."""
    made = parts(slides(saying("Words"), brand))
    root = etree.fromstring(made["ppt/presentation.xml"])
    tags = [str(each.tag).removeprefix(P) for each in root]
    assert root.get("embedTrueTypeFonts") == "1"
    assert root.get("saveSubsetFonts") is None
    assert tags.index("embeddedFontLst") == tags.index("notesSz") + 1
    ((font, *styles),) = root.iterfind(f"{P}embeddedFontLst/{P}embeddedFont")
    assert font.get("typeface") == FAMILY
    assert FAMILY in {each.get("typeface") for each in etree.fromstring(made["ppt/theme/theme1.xml"]).iter(f"{A}latin")}
    assert [each.tag.removeprefix(P) for each in styles] == ["regular", "bold", "italic", "boldItalic"]
    related = {each.get("Id"): each for each in etree.fromstring(made["ppt/_rels/presentation.xml.rels"])}
    assert b'Extension="fntdata" ContentType="application/x-fontdata"' in made["[Content_Types].xml"]
    for style, face in zip(styles, embeddable_faces(FAMILY), strict=True):
        found = related[style.get(f"{R}id")]
        assert found.get("Type").endswith("/relationships/font")
        data = made[found.get("Target").removeprefix("/")]
        size, font_size, version, flags = struct.unpack_from("<4I", data)
        assert (size, version, flags, data[34:36]) == (len(data), 0x20002, 0, b"LP")
        assert data[-font_size:] == face.data
        assert FAMILY.encode("utf-16-le") in data[:200]


def test_word_reads_the_fonts_of_a_guide(brand: Brand) -> None:
    """Each style's part becomes the font with the key that the font table names, read from its end."""
    made = parts(guide(saying("Words"), brand))
    (font,) = (each for each in etree.fromstring(made["word/fontTable.xml"]) if each.get(f"{W}name") == FAMILY)
    assert font.find(f"{W}altName").get(f"{W}val") == "Arial"
    related = {e.get("Id"): e.get("Target") for e in etree.fromstring(made["word/_rels/fontTable.xml.rels"])}
    styles = [each for each in font if "}embed" in str(each.tag)]
    for style, face in zip(styles, embeddable_faces(FAMILY), strict=True):
        data = made[f"word/{related[style.get(f'{R}id')]}"]
        key = bytes.fromhex(style.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1] * 2
        assert bytes(a ^ b for a, b in zip(data, key, strict=False)) + data[32:] == face.data
    names = [str(each.tag).removeprefix(W) for each in etree.fromstring(made["word/settings.xml"])]
    assert names[:2] == ["zoom", "embedTrueTypeFonts"]


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Arimo"])
def test_some_fonts_are_only_named(family: str, brand: Brand) -> None:
    """Fonts that Office has, and variable fonts, are not put into files."""
    own = evolve(brand, fonts=Fonts(office=family))
    for data in (slides(saying("Words"), own), guide(saying("Words"), own)):
        assert not any(name.endswith((".fntdata", ".odttf")) for name in parts(data))
        assert b"embedTrueTypeFonts" not in b"".join(parts(data).values())


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (lambda font: setattr(font["OS/2"], "fsType", 8), 4),
        (lambda font: setattr(font["OS/2"], "fsType", 2), 0),
        (lambda font: setattr(font["OS/2"], "fsType", 4), 0),
        (lambda font: setattr(font["OS/2"], "fsType", 0x200), 0),
        (lambda font: setattr(font["head"], "macStyle", 3), 0),
        (lambda font: font["name"].setName("Another", 1, 3, 1, 0x409), 0),
    ],
)
def test_licences_and_names_are_respected(
    change: Change, count: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Fonts whose licence forbids editing are not embedded, nor those that Office would reject."""
    original = fontpkg.path

    def changed(family: str, weight: int, style: str) -> Path:
        font = TTFont(original(family, weight, style))
        change(font)
        path = tmp_path / f"{weight}-{style}.ttf"
        font.save(path)
        return path

    monkeypatch.setattr(fontpkg, "path", changed)
    assert len(embeddable_faces.__wrapped__(FAMILY)) == count


def test_words_that_the_font_cannot_show_are_in_arial(brand: Brand) -> None:
    """The whole word is, and no other. A character that Arial lacks too changes nothing."""
    words = "Croeso i Llanllŷr, ward → home 漢"
    slide = etree.fromstring(parts(slides(saying(words), brand))["ppt/slides/slide1.xml"])
    page = etree.fromstring(parts(guide(saying(words), brand))["word/document.xml"])
    for root, space, font in ((slide, A, f"{A}latin"), (page, W, f"{W}rFonts")):
        runs = [run for run in root.iter(f"{space}r") if run.findtext(f"{space}t")]
        text = [(run.findtext(f"{space}t"), run.find(f"{space}rPr/{font}") is not None) for run in runs]
        assert "".join(words for words, _ in text).endswith(words)
        assert [words for words, is_arial in text if is_arial] == ["Llanllŷr,", "→"]
