"""Tests of guides in the templates of other organisations."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from tests.support import word_templates as made
from tests.support.decks_by_others import repacked
from tests.support.guide_reading import Guide, png, specimen, words_in
from tests.support.libreoffice import printed
from tests.support.slides_rendered import pages_of
from tests.support.word_templates import WordTemplateParts, related, size, style, using

from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Rectangle
from coprod_content.document.blocks import Bullets, Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.text.spans import verbatim
from coprod_guide import render
from coprod_guide.template.reference_document import reference_document
from coprod_guide.template.template_brand import templated
from coprod_guide.template.word_report import examine_template
from coprod_guide.word_writer import WordWriter
from coprod_inspect.word.inspector import inspect
from coprod_office.reading.xml import W

WORDS = verbatim("Words")
SMALL = Document(
    title="A day together",
    language="en-GB",
    author="Riverbend",
    sections=(
        Section(title="A day together", role="cover", label="Guide"),
        Section(
            title="First",
            blocks=(
                Paragraph(WORDS),
                Bullets((WORDS, WORDS)),
                Bullets((WORDS,), "number"),
                Table("Times", ("When", "What"), ((WORDS, WORDS),), (1, 1)),
            ),
            sections=(Section(title="Second", blocks=(Paragraph(WORDS),)),),
        ),
    ),
)
JUSTIFIED = '<w:jc w:val="both"/>'
STYLES = "word/styles.xml"
MARGINS = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709"/>'
HEADER = "<w:p><w:r><w:t>Riverbend Trust</w:t></w:r></w:p>"


def guide_of(parts: WordTemplateParts, document: Document = SMALL) -> Guide:
    """Return a guide in a template."""
    return Guide(render(document, using(parts.data())))


def test_headings_stay_with_the_text_below() -> None:
    """A template whose headings can be alone at the end of a page gives a guide in which they are not."""
    with zipfile.ZipFile(io.BytesIO(render(SMALL, using(WordTemplateParts().data())))) as guide:
        body = etree.fromstring(guide.read("word/document.xml"))
    named = {style.get(f"{W}val"): style.getparent() for style in body.iter(f"{W}pStyle")}
    headings = [properties for name, properties in named.items() if "berschrift" in name]
    assert len(headings) == 2
    assert all(properties.find(f"{W}keepNext") is not None for properties in headings)


def faults_in(guide: Guide) -> set[str]:
    """Return the codes of what the inspector finds, and of what Word would repair."""
    return {fault.code for fault in inspect(guide.data)}


def assert_sound(guide: Guide, folder: Path) -> None:
    """Fail if a guide breaks the format's schema or is not accessible."""
    path = folder / "guide.docx"
    path.write_bytes(guide.data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors == []
    assert faults_in(guide) <= {"faint-header"}


def test_a_template_keeps_its_styles(tmp_path: Path) -> None:
    """A template's own styles are used by their ids and stay as they are; those that it lacks are added beside them."""
    guide = guide_of(WordTemplateParts())
    own = Guide(WordTemplateParts().data()).find("//w:style", STYLES)
    kept = {each.get(f"{made_w('styleId')}"): each for each in guide.find("//w:style", STYLES)}
    for each in own:
        assert text_of(kept[each.get(made_w("styleId"))]) == text_of(each)
    assert [words_in(each) for each in guide.paragraphs("Titel")] == ["A day together"]
    assert [words_in(each) for each in guide.paragraphs("berschrift1")] == ["First"]
    assert [words_in(each) for each in guide.paragraphs("berschrift2")] == ["Second"]
    assert len(guide.paragraphs("ListBullet")) == 2
    assert "Type here" not in guide.words()
    assert_sound(guide, tmp_path)


def made_w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def text_of(element: object) -> str:
    return etree.tostring(element, method="c14n").decode()  # type: ignore[call-overload]


def test_small_and_faint_text_gets_styles_beside() -> None:
    """Text of 11 points is set at 12, and a faint heading in a darker shade, without changing the template's styles."""
    guide = guide_of(WordTemplateParts())
    (body,) = guide.find("//w:style[w:name/@w:val='Normal (readable)']", STYLES)
    assert body.xpath("w:rPr/w:sz/@w:val", namespaces={"w": made_w("")[1:-1]}) == ["24"]
    (faint,) = guide.paragraphs("berschrift2")
    (mark,) = faint.xpath(".//w:rStyle/@w:val", namespaces={"w": made_w("")[1:-1]})
    assert guide.find(f"//w:style[@w:styleId='{mark}']/w:name/@w:val", STYLES) == ["heading 2 (readable)"]


def test_large_print_in_a_template() -> None:
    """In large print, text in a template is at least 18 points, and headings grow with it."""
    brand = access_edition_named("large-print").brand(templated(using(WordTemplateParts().data())))
    guide = Guide(render(SMALL, brand))
    assert guide.find("//w:style[w:name/@w:val='Normal (readable)']//w:sz/@w:val", STYLES) == ["36"]
    assert guide.find("//w:style[w:name/@w:val='heading 1 (readable)']//w:sz/@w:val", STYLES) == ["60"]


@pytest.mark.parametrize(
    "styles",
    [
        style("a", "Überschrift 1", run=size(20)),
        style("Ttulo1", "Heading one", run=size(20)),
        style("a", "标题 1", run=size(20)),
        style("Heading1", "Heading 1,H1", run=size(20)),
        style("a", "Trust chapter", '<w:outlineLvl w:val="0"/>', size(20)),
    ],
)
def test_headings_in_any_language(styles: str) -> None:
    """A heading is found by its English or localised name, its id or its outline level."""
    guide = guide_of(WordTemplateParts(styles=made.NORMAL + styles))
    (id_,) = Guide(WordTemplateParts(styles=styles).data()).find("//w:style/@w:styleId", STYLES)
    assert [words_in(each) for each in guide.paragraphs(id_)] == ["First"]


@pytest.mark.parametrize(
    "parts",
    [
        WordTemplateParts(styles=""),
        WordTemplateParts(styles='<w:latentStyles w:count="1"><w:lsdException w:name="heading 1"/></w:latentStyles>'),
        WordTemplateParts(styles=style("Label", "Label", kind="character") + style("Title", "Title", kind="character")),
        WordTemplateParts(section=""),
        WordTemplateParts(
            section='<w:pgSz w:w="4000" w:h="5000"/><w:pgMar w:top="9" w:left="9" w:right="9" w:bottom="9"/>'
        ),
        WordTemplateParts(
            section='<w:pgSz w:w="21cm" w:h="14.8cm" w:orient="landscape"/><w:pgMar w:top="2cm" w:right="2cm" '
            'w:bottom="2cm" w:left="2cm" w:gutter="0"/><w:cols w:num="2"/>'
        ),
        WordTemplateParts(numbering='<w:num w:numId="3"><w:abstractNumId w:val="99"/></w:num>'),
        WordTemplateParts(
            styles=made.NORMAL.replace("<w:pPr>", "<w:pPr><w:bidi/>").replace("</w:pPr>", f"{JUSTIFIED}</w:pPr>")
            + made.TITLE,
            section=f"{made.A4}<w:bidi/>",
        ),
    ],
    ids=[
        "no styles",
        "latent",
        "other kinds",
        "no page",
        "tiny page",
        "A5 in two columns",
        "broken lists",
        "from right",
    ],
)
def test_strange_templates(parts: WordTemplateParts, tmp_path: Path) -> None:
    """Whatever is missing or broken in a template is replaced, and nothing that we write is lost."""
    guide = guide_of(parts, specimen())
    usual = Guide(render(specimen(), using(WordTemplateParts().data())))
    assert set(guide.words().splitlines()) == set(usual.words().splitlines())
    assert not guide.find("//w:sectPr/w:cols") + guide.find("//w:sectPr/w:bidi")
    assert_sound(guide, tmp_path)


def test_headers_are_kept_and_cleaned(tmp_path: Path) -> None:
    """A header keeps its logo, page number and safe link, shows our title, and loses whatever is unsafe."""
    picture = (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
        'name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom '
        'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
        "</w:r></w:p>"
    )
    link = '<w:hyperlink r:id="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    field = '<w:fldSimple w:instr=" {} "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
    inner = (
        f"{field.format('PAGE', '1')}{field.format('TITLE', 'Report')}{field.format('DATE', '1 May 2019')}"
        f"{control.format('<w:showingPlcHdr/>', 'Click here')}{control.format('', 'Our trust')}"
        f"{link.format('web', 'Riverbend Trust')}{link.format('bad', 'Drive')}"
        '<w:ins w:id="1" w:author="A"><w:r><w:t>Added</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>Gone</w:delText></w:r></w:del>'
    )
    header = f"{picture.format('logo')}{picture.format('far')}<w:p>{inner}</w:p>"
    targets = (
        ("logo", "image", "media/logo.png"),
        ("far", "image", "http://example.org/x.png"),
        ("web", "hyperlink", "https://example.org"),
        ("bad", "hyperlink", "file:///c:/x"),
    )
    guide = guide_of(
        WordTemplateParts(header1=header, related=related(*targets), more=(("word/media/logo.png", png()),))
    )
    kept = guide.part("word/header1.xml")
    assert words_in(kept) == "1A day togetherOur trustRiverbend TrustDriveAdded"
    assert len(guide.find("//w:drawing", "word/header1.xml")) == 1
    assert "word/media/logo.png" in guide.names()
    assert not any(each in guide.bytes("word/_rels/header1.xml.rels") for each in (b"x.png", b"file:"))
    assert_sound(guide, tmp_path)


def test_even_pages_and_first_page_are_kept() -> None:
    """A different first page, mirrored margins and headers of even pages are kept."""
    parts = WordTemplateParts(
        header1=HEADER,
        header2="<w:p/>",
        section=f"{made.A4}<w:titlePg/>",
        settings='<w:mirrorMargins/><w:attachedTemplate r:id="x"/><w:evenAndOddHeaders/>',
    )
    guide = guide_of(parts)
    names = [each.tag.rpartition("}")[2] for each in guide.part("word/settings.xml")]
    assert {"mirrorMargins", "evenAndOddHeaders"} <= set(names)
    assert "attachedTemplate" not in names
    assert guide.find("//w:sectPr/w:titlePg")
    assert words_in(guide.part("word/header1.xml")) == "Riverbend Trust"
    assert "word/running-header.xml" not in guide.names()


def test_settings_are_in_the_order_of_the_schema(tmp_path: Path) -> None:
    """Settings about embedded fonts come before those about margins, wherever the template has them."""
    kept = ("zoom", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "mirrorMargins", "gutterAtTop")
    given = "".join(f"<w:{name}/>" for name in kept).replace("<w:zoom/>", '<w:zoom w:percent="100"/>')
    guide = guide_of(WordTemplateParts(settings=given))
    names = [each.tag.rpartition("}")[2] for each in guide.part("word/settings.xml")]
    assert [name for name in names if name in kept] == [*kept]
    assert_sound(guide, tmp_path)


def test_headers_of_landscape_pages_have_tabs_of_their_own(tmp_path: Path) -> None:
    """Only centred and right tab stops move, in a copy of the header with the same pictures and links."""
    stops = '<w:tab w:val="center" w:pos="4819"/><w:tab w:val="right" w:pos="9638"/>'
    styles = made.GERMAN + style("Kopf", "header", f"<w:tabs>{stops}</w:tabs>")
    own = '<w:pPr><w:pStyle w:val="Kopf"/><w:tabs><w:tab w:val="left" w:pos="600"/></w:tabs></w:pPr>'
    link = '<w:hyperlink r:id="web"><w:r><w:t>Trust</w:t></w:r></w:hyperlink>'
    canvas = Drawing(width=40, height=20, shapes=(Rectangle(x=0, y=0, width=40, height=20, fill="tint"),))
    sections = (
        Section(title="First", blocks=(Paragraph(WORDS),)),
        Section(title="Wide", role="canvas", blocks=(Figure(canvas, "A canvas"),)),
    )
    for after in ((), (Section(title="Last", blocks=(Paragraph(WORDS),)),)):
        parts = WordTemplateParts(
            header1=f"<w:p>{own}<w:r><w:tab/></w:r>{link}</w:p>",
            styles=styles,
            related=related(("web", "hyperlink", "https://example.org")),
        )
        guide = guide_of(parts, evolve(SMALL, sections=(*sections, *after)))
        used = guide.find("//w:sectPr/w:headerReference/@r:id")
        assert [id_.startswith("rIdWide") for id_ in used] == [False, True, False][: len(sections) + len(after)]
        (wide,) = (name for name in guide.names() if name.endswith("wide1.xml"))
        tabs = guide.find("//w:tabs/w:tab", wide)
        assert [(each.get(made_w("val")), int(each.get(made_w("pos")))) for each in tabs] == [
            ("left", 600),
            ("clear", 4819),
            ("center", 4819 + 2750),
            ("clear", 9638),
            ("right", 9638 + 5500),
        ]
        assert guide.find("//w:tabs/w:tab", "word/header1.xml")[1:] == []
        assert_sound(guide, tmp_path)


def test_a_run_sheet_is_on_the_template_s_page(tmp_path: Path) -> None:
    """The page of a run sheet is turned only if it is ours, and its columns are wide enough for their words."""
    widths = (39, 49, 98, 60, 27)
    row = tuple(map(verbatim, ("10:00 to 10:20", "Group agreement", "Say hello. " * 20, "Sticky notes", "")))
    table = Table("Ninety minutes", ("Time", "What", "Cue", "Materials", "Who"), (row,), widths)
    sheet = Section(title="A day together", role="run-sheet", label="Run sheet", blocks=(table,))
    styles = made.GERMAN + style("Odd", "Odd", more='<w:link w:val="Gone"/>')
    guide = guide_of(WordTemplateParts(header1=HEADER, styles=styles), evolve(SMALL, sections=(sheet,)))
    (page,) = guide.find("//w:sectPr/w:pgSz")
    assert (page.get(made_w("w")), page.get(made_w("orient"))) == ("11906", None)
    _, what, *_ = guide.find("//w:tblGrid/w:gridCol/@w:w")
    assert int(what) > 1700
    assert_sound(guide, tmp_path)


def test_a_template_with_macros() -> None:
    """A template with macros is used without them."""
    guide = guide_of(WordTemplateParts(main=made.WITH_MACROS, vbaProject="<w:p/>"))
    assert not any("vba" in name for name in guide.names())
    assert [words_in(each) for each in guide.paragraphs("berschrift1")] == ["First"]


def test_numbers_and_page_breaks_of_headings() -> None:
    """Headings that a template numbers, or starts on new pages, have only our own numbers and page breaks."""
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="H"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    heading = style("H", "heading 1", '<w:pageBreakBefore/><w:numPr><w:numId w:val="1"/></w:numPr>', size(20))
    guide = guide_of(WordTemplateParts(styles=made.NORMAL + heading, numbering=lists))
    (first,) = guide.paragraphs("H")
    (number,) = first.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces={"w": made_w("")[1:-1]})
    (abstract,) = guide.find(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")
    path = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:numFmt/@w:val"
    assert guide.find(path, "word/numbering.xml") == ["none"]


def test_a_tall_header_leaves_less_room() -> None:
    """Text that a tall header pushes down is not counted as fitting on the page."""
    brand = using(WordTemplateParts(header1=HEADER * 20).data())
    usual = using(WordTemplateParts(header1=HEADER).data())
    tall, low = (WordWriter.of(SMALL, templated(b), reference_document(b)).page.text_height for b in (brand, usual))
    assert 60 < low - tall < 120


def _with_part(name: str, data: bytes) -> bytes:
    return repacked(WordTemplateParts().data(), lambda part, old: data if part == name else old)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "remove the password"),
        (WordTemplateParts(main="application/vnd.ms-excel.sheet.main+xml").data(), "not a Word file"),
        (b"\0" * 70_000_000, "70\\.0 MB"),
        (
            _with_part("word/styles.xml", b"<a/>"),
            "word/styles.xml is not the kind of part that its content type states",
        ),
        (_with_part("word/styles.xml", b"<w:styles xmlns:w="), "word/styles.xml is not valid XML"),
    ],
    ids=["empty", "encrypted", "a workbook", "too large", "no styles", "cut styles"],
)
def test_templates_that_cannot_be_used(data: bytes, words: str) -> None:
    """A file that is not a usable template is refused in one line with its name, at once."""
    start = time.perf_counter()
    with pytest.raises(ValueError, match=words) as raised:
        render(SMALL, using(data))
    assert "trust.dotx" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert time.perf_counter() - start < 2


def test_a_report_says_what_is_found_added_and_left_out() -> None:
    """A report has the style for each purpose, small type, faint colours and whatever is left out."""
    parts = WordTemplateParts(header1=HEADER, main=made.WITH_MACROS, vbaProject="<w:p/>")
    report = examine_template(parts.data(), "trust.dotm", load_brand())
    uses = {role.caption: (role.uses, role.how) for role in report.roles}
    assert uses["The title on a cover"] == ("Title", "found")
    assert uses["Headings of level 2"] == ("heading 2", "composed")
    assert uses["Lists with bullets"] == ("List Bullet", "added")
    assert [(each.where, each.points, each.floor) for each in report.small_type] == [("Normal", 11, 12)]
    assert [pair.where for pair in report.colour_pairs if not pair.is_readable] == ["heading 2"]
    dropped = [each.what for each in report.findings if each.code == "template-dropped"]
    assert dropped == [
        "Left out of Word files: the template's macros, menus and shortcut keys.",
        "Left out of Word files: the template's text, which starts 'Type here'.",
    ]
    assert not examine_template(b"", "trust.dotx", load_brand()).is_usable


def test_a_report_says_which_links_and_objects_are_left_out() -> None:
    """Links, pictures and objects in the text are named, and so is a linked picture that was alone in a header."""
    body = (
        "<w:p><w:r><w:t>Our</w:t><w:tab/><w:t>ref</w:t></w:r></w:p><w:p><w:r><w:t>Dear</w:t></w:r></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice Requires='wps'><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice><mc:Fallback>"
        "<w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    picture = (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link='rId1'/>"
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    links = (("rId1", "hyperlink", "https://x.org"), ("rId2", "image", "https://x.org/a.png"))
    more = related(*links, ("rId3", "oleObject", "file:///x.xlsx"), ("rId4", "image", "media/a.png"))

    def with_links(name: str, part: bytes) -> bytes:
        inner = more.partition("<Relationship ")[2].rpartition("</Relationships>")[0]
        end = b"</Relationships>"
        return part.replace(end, f"<Relationship {inner}".encode() + end) if "document.xml.rels" in name else part

    header = related(("rId1", "image", "https://x.org/a.png"))
    data = repacked(WordTemplateParts(body=body, header1=picture, related=header).data(), with_links)
    dropped = [each.what for each in examine_template(data, "trust.dotx", load_brand()).findings]
    assert dropped[-6:] == [
        "Left out of Word files: the template's text, which starts 'Our ref Dear Box'.",
        "Left out of Word files: the links in the template's text.",
        "Left out of Word files: a linked picture.",
        "Left out of Word files: a linked file.",
        "Left out of Word files: the pictures in the template's text.",
        "Left out of Word files: a linked picture in a header.",
    ]


def test_run_sheets_take_one_page(library: Library, judge: Callable[[str], str], tmp_path: Path) -> None:
    """The run sheet of a 90-minute workshop takes one page, upright or landscape, also with wide margins."""
    landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + MARGINS
    templates = {"a4": WordTemplateParts(), "landscape": WordTemplateParts(section=landscape)}
    templates["letter"] = WordTemplateParts(section=f'<w:pgSz w:w="12240" w:h="15840"/>{MARGINS}')
    sheet = compose("run-sheet", library, ("first-steps",))
    files = [(f"{name}.docx", render(sheet, using(parts.data()))) for name, parts in templates.items()]
    made = printed(files, judge, tmp_path)
    assert {name: len(pages_of(pdf, judge("pdftotext"))) for name, pdf in made.items()} == dict.fromkeys(made, 1)
