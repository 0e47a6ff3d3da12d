"""One fault in a good Word file, for each rule about such files."""

import re
from collections.abc import Callable

from tests.faults import good
from tests.faults.packages import changed, parts_of, relation, with_part, without

Plant = Callable[[], bytes]
CORE, MAIN, STYLES, SETTINGS = "docProps/core.xml", "word/document.xml", "word/styles.xml", "word/settings.xml"
HEADER = "word/running-header.xml"
LINK = "https://www.example.org/handbook"


def edit(part: str, old: str, new: str, count: int = 1) -> Plant:
    """A good guide with some text of a part replaced."""
    return lambda: changed(good.guide(), part, old, new, count)


def swap(part: str, pattern: str, new: str) -> Plant:
    """A good guide with what a pattern finds first in a part replaced."""

    def plant() -> bytes:
        text = parts_of(good.guide())[part].decode()
        found = re.search(pattern, text, re.DOTALL)
        assert found, f"{pattern} is not in {part}"
        return changed(good.guide(), part, found[0], found.expand(new))

    return plant


def before_end(xml: str) -> Plant:
    """A good guide with something at its end."""
    return swap(MAIN, r"(<w:sectPr)(?!.*<w:sectPr)", xml.replace("\\", "\\\\") + r"\1")


def text(words: str, style: str = "BodyText", run: str = "") -> str:
    """A paragraph of one run."""
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{properties}<w:t>{words}</w:t></w:r></w:p>'


def other_link() -> bytes:
    """The words of the link lead elsewhere a second time."""
    data = relation(good.guide(), MAIN, "hyperlink", "https://www.example.org/other")
    xml = '<w:p><w:hyperlink r:id="rId90"><w:r><w:t>handbook for carers</w:t></w:r></w:hyperlink></w:p>'
    end = re.search(r"<w:sectPr(?!.*<w:sectPr)", parts_of(data)[MAIN].decode(), re.DOTALL)
    assert end
    text_ = parts_of(data)[MAIN].decode()
    at = text_.rindex("<w:sectPr")
    return changed(data, MAIN, text_[at : at + 200], xml + text_[at : at + 200])


def unnamed() -> bytes:
    """The table has neither title nor description, and no caption before it."""
    data = swap(MAIN, r'<w:tblCaption w:val="When we meet"/><w:tblDescription [^>]*/>', "")()
    found = re.search(r'<w:pStyle w:val="Caption"/>(?:(?!<w:p>).)*When we meet', parts_of(data)[MAIN].decode())
    assert found
    return changed(data, MAIN, found[0], found[0].replace('"Caption"', '"BodyText"'))


def long_without_headings() -> bytes:
    """Over a thousand words, and all headings made plain."""
    data = before_end(text("word " * 1100))()
    for level in (1, 2, 3, 4, 5, 6):
        data = changed(data, STYLES, f'<w:outlineLvl w:val="{level - 1}"/>', "", 99)
    return data


FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
FIELD += '<w:r><w:instrText>{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
EMPTY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
ALT = re.escape('descr="A circle for all."')
NESTED = '<w:tbl><w:tblPr><w:tblCaption w:val="Inner"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>'
NESTED += f"<w:tc>{text('In')}</w:tc></w:tr></w:tbl><w:p/>"

FAULTS: dict[str, tuple[Plant, ...]] = {
    "link-vague": (edit(MAIN, ">handbook for carers<", ">read more<"),),
    "link-bare-address": (edit(MAIN, ">handbook for carers<", f">{LINK}<"),),
    "link-same-words": (other_link,),
    "link-no-words": (edit(MAIN, ">handbook for carers<", "> <"),),
    "unsafe-link": (
        edit("word/_rels/document.xml.rels", LINK, "javascript:alert(1)"),
        before_end(FIELD.format('HYPERLINK "fi', 'le:///etc/hostname"')),
    ),
    "alt-missing": (swap(MAIN, ALT, 'descr=""'),),
    "alt-file-name": (swap(MAIN, ALT, 'descr="circle.jpg"'),),
    "alt-placeholder": (swap(MAIN, ALT, 'descr="image"'),),
    "alt-picture-of": (swap(MAIN, ALT, 'descr="A picture of a circle"'),),
    "alt-repeats-title": (swap(MAIN, ALT, 'descr="Who we are"'),),
    "contrast": (
        before_end(text("Pale", run='<w:color w:val="CCCCCC"/>')),
        before_end(text("Pale", run='<w:color w:val="000000" w:themeColor="text1" w:themeTint="33"/>')),
        before_end(text("Dark", run='<w:shd w:val="clear" w:fill="222222"/>')),
        swap(
            STYLES,
            r'(w:type="firstRow">(?:(?!<w:style ).)*?)w:fill="[0-9A-F]{6}" w:themeFill="background2"',
            r'\1w:fill="000000" w:themeFill="text1"',
        ),
    ),
    "table-header-empty": (swap(MAIN, ">Hour<", "> <"),),
    "table-no-header": (swap(MAIN, r"<w:tblHeader/>(?=((?!<w:tblHeader/>).)*>Hour<)", ""),),
    "table-no-name": (unnamed,),
    "table-merged-cells": (swap(MAIN, r"<w:tcPr>(?=((?!<w:tcPr>).)*>Monday<)", '<w:tcPr><w:gridSpan w:val="2"/>'),),
    "table-nested": (swap(MAIN, r"(<w:p>(?:(?!<w:p>).)*>Monday<)", NESTED + r"\1"),),
    "language-tag": (swap(STYLES, r'<w:lang w:val="en-GB"[^>]*/>', '<w:lang w:val="British"/>'),),
    "no-language": (swap(STYLES, r'<w:lang w:val="en-GB"[^>]*/>', ""),),
    "no-title": (edit(CORE, "<dc:title>A good document<", "<dc:title><"),),
    "title-file-name": (edit(CORE, "<dc:title>A good document<", "<dc:title>guide v3.docx<"),),
    "no-author": (edit(CORE, "<dc:creator>Nobody<", "<dc:creator><"),),
    "heading-jump": (before_end(text("Deep", "Heading4")), swap(MAIN, r'w:val="Heading1"', 'w:val="Heading2"')),
    "heading-empty": (before_end('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'),),
    "no-headings": (long_without_headings,),
    "text-too-small": (before_end(text("Small", run='<w:sz w:val="18"/>')),),
    "faint-header": (
        edit(HEADER, "</w:hdr>", text("Small", "Header", '<w:sz w:val="14"/>') + "</w:hdr>"),
        edit(HEADER, "</w:hdr>", text("Pale", "Header", '<w:color w:val="CCCCCC"/>') + "</w:hdr>"),
    ),
    "locked": (
        edit(SETTINGS, "</w:settings>", '<w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>'),
    ),
    "no-direction": (before_end(text("مرحبا بكم")),),
    "fake-list": (before_end(text("• one") + text("• two")),),
    "media-no-captions": (
        swap(MAIN, r"(<w:drawing><wp:inline.*?)(</wp:inline>)", r'\1<x:webVideoPr xmlns:x="urn:x"/>\2'),
    ),
    "word-art": (swap(MAIN, r"<wps:bodyPr/>", '<wps:bodyPr><a:prstTxWarp prst="textWave1"/></wps:bodyPr>'),),
    "floating-object": (
        lambda: changed(
            changed(good.guide(), MAIN, "<wp:inline ", "<wp:anchor ", 99), MAIN, "</wp:inline>", "</wp:anchor>", 99
        ),
    ),
    "control-no-title": (before_end(f"<w:sdt><w:sdtPr/><w:sdtContent>{text('Fill in')}</w:sdtContent></w:sdt>"),),
    "spacing-by-blanks": (before_end(EMPTY + EMPTY), before_end(text("Name:          Date:"))),
    "active-content": (
        before_end(FIELD.format(" DDE", "AUTO c:\\\\run.exe")),
        lambda: relation(good.guide(), MAIN, "oleObject", "embeddings/x.bin", outside=False),
        lambda: (
            relation(good.guide(), SETTINGS, "attachedTemplate", "https://www.example.org/evil.dotm")
            if "word/_rels/settings.xml.rels" in parts_of(good.guide())
            else relation(good.guide(), MAIN, "attachedTemplate", "https://www.example.org/evil.dotm")
        ),
    ),
    "external-resource": (lambda: relation(good.guide(), MAIN, "image", "https://www.example.org/spy.png"),),
    "xml-dtd": (edit(MAIN, "<w:document ", '<!DOCTYPE x [<!ENTITY e "x">]><w:document '),),
    "corrupt": (
        lambda: good.guide()[:-300],
        edit(MAIN, "</w:document>", ""),
        lambda: without(good.guide(), STYLES),
        lambda: relation(good.guide(), MAIN, "image", "media/lost.png", outside=False),
    ),
    "not-what-it-says": (good.deck, lambda: b"", lambda: b"%PDF-1.7"),
    "encrypted": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),),
    "zip-bomb": (lambda: with_part(good.guide(), "word/media/zeros.png", bytes(30_000_000)),),
    "odd-package": (lambda: with_part(good.guide(), "word\\up.xml", b"<x/>"),),
}
