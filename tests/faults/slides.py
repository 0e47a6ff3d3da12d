"""A good PowerPoint file with one fault, for each rule about such files."""

import re
import zipfile
from collections.abc import Callable

from tests.faults import good
from tests.faults.packages import changed, parts_of, relation, with_part, without

Plant = Callable[[], bytes]
CORE, MAIN = "docProps/core.xml", "ppt/presentation.xml"
COVER, LISTED, LINKED, TABLED, DRAWN = (f"ppt/slides/slide{number}.xml" for number in (1, 2, 3, 4, 5))
LINK = "https://www.example.org/handbook"
_ACTION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def edit(part: str, old: str, new: str, count: int = 1) -> Plant:
    """Return a plant that replaces text in a part of a good deck."""
    return lambda: changed(good.deck(), part, old, new, count)


def swap(part: str, pattern: str, new: str) -> Plant:
    """Return a plant that replaces the first match of a pattern in a part of a good deck."""

    def plant() -> bytes:
        text = parts_of(good.deck())[part].decode()
        found = re.search(pattern, text, re.DOTALL)
        assert found, f"{pattern} is not in {part}"
        return changed(good.deck(), part, found[0], found.expand(new))

    return plant


def moved_last(part: str, name: str) -> Plant:
    """Return a plant that moves a shape to the end of the reading order."""
    shape = rf'(<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="{name}[^>]*>.*?</p:sp>)(.*)(</p:spTree>)'
    return swap(part, shape, r"\2\1\3")


def shape(id_: int, inner: str = "", *, name: str = "Panel", alt: str = "", box: str = "", fill: str = "") -> str:
    """Return the XML of a shape."""
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{inner}</p:txBody>" if inner else ""
    described = f' descr="{alt}"' if alt else ""
    place = box or '<a:off x="5000000" y="6400000"/><a:ext cx="300000" cy="300000"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"{described}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm>{place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>{body}</p:sp>'
    )


def before_number(part: str, xml: str) -> Plant:
    """Return a plant that adds a shape before the slide number, which is read last."""
    return swap(part, r'(<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="(?:Slide number|Imprint))', xml + r"\1")


def paragraph(words: str, run: str = 'lang="en-GB"', inner: str = "") -> str:
    """Return a paragraph of DrawingML."""
    return f"<a:p><a:r><a:rPr {run}>{inner}</a:rPr><a:t>{words}</a:t></a:r></a:p>"


def second_link() -> bytes:
    """Return a deck in which the same link words lead elsewhere on another slide."""
    data = changed(good.deck(), LISTED, ">Listen<", ">handbook for carers<")
    data = changed(data, LISTED, '<a:rPr lang="en-GB"', '<a:rPr lang="en-GB" dirty="0"', 1)
    linked = re.search(r"<a:rPr[^>]*?(/>|>.*?</a:rPr>)(?=<a:t>handbook for carers)", parts_of(data)[LISTED].decode())
    assert linked
    run = linked[0].removesuffix("/>").split(">")[0]
    xml = f'{run}><a:hlinkClick r:id="rId90"/></a:rPr>'
    return relation(changed(data, LISTED, linked[0], xml), LISTED, "hyperlink", "https://www.example.org/other")


def film() -> bytes:
    """Return a deck in which a slide refers to a video."""
    data = with_part(good.deck(), "ppt/media/film.bin", b"x")
    return relation(data, LISTED, "video", "../media/film.bin", outside=False)


def wrong_kind() -> bytes:
    """Return a Word file, to be inspected as a deck."""
    return good.guide()


RED = '<a:solidFill><a:srgbClr val="FFF0F0"/></a:solidFill>'
ALT = re.escape('descr="A circle for all."')
CELL = r"(<a:tc)(><a:txBody>)"

FAULTS: dict[str, tuple[Plant, ...]] = {
    "link-vague": (edit(LINKED, ">handbook for carers<", ">click here<"),),
    "link-bare-address": (edit(LINKED, ">handbook for carers<", f">{LINK}<"),),
    "link-same-words": (second_link,),
    "link-no-words": (edit(LINKED, ">handbook for carers<", "> <"),),
    "unsafe-link": (edit(LINKED.replace("slides/", "slides/_rels/") + ".rels", LINK, "file:///etc/hostname"),),
    "alt-missing": (swap(DRAWN, ALT, 'descr=""'), before_number(LISTED, shape(90, fill=RED))),
    "alt-file-name": (swap(DRAWN, ALT, 'descr="circle.png"'),),
    "alt-placeholder": (swap(DRAWN, ALT, 'descr="Picture 3"'),),
    "alt-picture-of": (swap(DRAWN, ALT, 'descr="Image of a circle"'),),
    "alt-repeats-title": (swap(DRAWN, ALT, 'descr="Who we are"'),),
    "contrast": (
        swap(LISTED, r'<a:rPr lang="en-GB"[^>]*?/>(<a:t>Listen)', rf'<a:rPr lang="en-GB">{RED}</a:rPr>\1'),
        edit("ppt/theme/theme1.xml", '<a:dk1><a:srgbClr val="1B2430"/>', '<a:dk1><a:srgbClr val="DDDDDD"/>'),
        swap(
            LISTED,
            r'<a:rPr lang="en-GB"[^>]*?/>(<a:t>Listen)',
            r'<a:rPr lang="en-GB"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="20000"/><a:lumOff val="80000"/>'
            r"</a:schemeClr></a:solidFill></a:rPr>\1",
        ),
        swap(
            LISTED,
            r'<a:rPr lang="en-GB"[^>]*?/>(<a:t>Listen)',
            r'<a:rPr lang="en-GB"><a:solidFill><a:schemeClr val="tx1"><a:alpha val="20000"/></a:schemeClr>'
            r"</a:solidFill></a:rPr>\1",
        ),
        swap(
            TABLED,
            r'<a:rPr lang="en-GB" b="1"/>(<a:t>Day)',
            r'<a:rPr lang="en-GB" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>\1',
        ),
    ),
    "title-duplicate": (edit(LINKED, ">Where to read<", ">What we do<"),),
    "table-header-empty": (edit(TABLED, ">Hour<", "> <"),),
    "table-no-header": (edit(TABLED, 'firstRow="1"', 'firstRow="0"'),),
    "table-no-name": (edit(TABLED, 'descr="When we meet"', ""),),
    "table-merged-cells": (swap(TABLED, CELL, r'\1 gridSpan="2"\2'),),
    "language-tag": (edit(CORE, "<dc:language>en-GB<", "<dc:language>English (UK)<"),),
    "no-language": (swap(LISTED, r'<a:rPr lang="en-GB"([^>]*?/><a:t>Listen)', r"<a:rPr\1"),),
    "no-title": (edit(CORE, "<dc:title>A good document<", "<dc:title><"),),
    "title-file-name": (edit(CORE, "<dc:title>A good document<", "<dc:title>deck-final2.pptx<"),),
    "no-author": (edit(CORE, "<dc:creator>Nobody<", "<dc:creator><"),),
    "text-too-small": (
        swap(LISTED, r'<a:rPr lang="en-GB"[^>]*?/>(<a:t>Listen)', r'<a:rPr lang="en-GB" sz="1400"/>\1'),
    ),
    "locked": (edit(MAIN, "</p:presentation>", '<p:modifyVerifier algorithmName="SHA-512"/></p:presentation>'),),
    "no-direction": (before_number(LISTED, shape(90, paragraph("مرحبا بكم", 'lang="ar"'))),),
    "fake-list": (
        before_number(
            LINKED,
            shape(90, paragraph("- one", 'lang="en-GB" sz="2000"') + paragraph("- two", 'lang="en-GB" sz="2000"')),
        ),
    ),
    "media-no-captions": (film,),
    "word-art": (
        before_number(
            LISTED,
            shape(90, paragraph("Bent")).replace(
                "<a:bodyPr/>", '<a:bodyPr><a:prstTxWarp prst="textWave1"><a:avLst/></a:prstTxWarp></a:bodyPr>'
            ),
        ),
    ),
    "slide-no-title": (edit(LISTED, ">What we do<", "> <"),),
    "section-name": (edit(MAIN, 'name="One"', 'name="Default Section"'), edit(MAIN, 'name="Two"', 'name="One"')),
    "section-gap": (swap(MAIN, r'(<p14:sldIdLst>)<p14:sldId id="\d+"/>', r"\1"),),
    "reading-order": (
        moved_last(LISTED, "Title"),
        moved_last(LISTED, "Text"),
        before_number(
            LISTED,
            shape(90, alt="A veil over all.", fill=RED, box='<a:off x="0" y="0"/><a:ext cx="12192000" cy="6100000"/>'),
        ),
    ),
    "duplicate-shape-id": (swap(LISTED, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),),
    "timed-advance": (edit(LISTED, "</p:clrMapOvr>", '</p:clrMapOvr><p:transition advTm="3000"/>'),),
    "looping-animation": (
        edit(
            LISTED,
            "</p:clrMapOvr>",
            '</p:clrMapOvr><p:timing><p:tnLst><p:par><p:cTn id="1" repeatCount="indefinite"/></p:par></p:tnLst>'
            "</p:timing>",
        ),
    ),
    "shrunk-text": (
        swap(
            LISTED,
            r'<a:bodyPr><a:normAutofit/></a:bodyPr>(<a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Listen)',
            r'<a:bodyPr><a:normAutofit fontScale="70000"/></a:bodyPr>\1',
        ),
    ),
    "active-content": (
        lambda: relation(good.deck(), MAIN, "vbaProject", "vbaProject.bin", outside=False),
        lambda: with_part(good.deck(), "ppt/run.exe", b"MZ"),
        swap(LINKED, r'<a:hlinkClick r:id="([^"]+)"', r'<a:hlinkClick r:id="\1" action="ppaction://program"'),
    ),
    "external-resource": (lambda: relation(good.deck(), LISTED, "image", "https://www.example.org/spy.png"),),
    "xml-dtd": (edit(LISTED, "<p:sld ", '<!DOCTYPE x [<!ENTITY e "x">]><p:sld '),),
    "corrupt": (
        lambda: good.deck()[: len(good.deck()) // 2],
        edit(LISTED, "</p:sld>", ""),
        lambda: without(good.deck(), LISTED),
        lambda: with_part(good.deck(), "ppt/orphan.unknown", b"x"),
        edit(LISTED, "<p:cSld>", "<p:cSld>" + "<p:x>" * 400 + "</p:x>" * 400),
        lambda: relation(good.deck(), LISTED, "image", "../media/lost.png", outside=False),
    ),
    "not-what-it-says": (
        wrong_kind,
        lambda: b"",
        lambda: b"hello",
        lambda: without(good.deck(), "[Content_Types].xml"),
    ),
    "encrypted": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),),
    "zip-bomb": (
        lambda: with_part(good.deck(), "ppt/media/zeros.png", bytes(30_000_000)),
        edit(LISTED, "<p:cSld>", "<p:cSld>" + "<a:x/>" * 1_600_000),
    ),
    "odd-package": (
        lambda: with_part(good.deck(), "../up.xml", b"<x/>"),
        lambda: with_part(good.deck(), "PPT/presentation.xml", b"<x/>"),
        lambda: with_part(good.deck(), "ppt/x.xml", b"<x/>", compression=zipfile.ZIP_BZIP2),
    ),
}
