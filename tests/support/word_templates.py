"""Word templates of other organisations, built by code."""

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand, ReferenceFiles
from coprod_content.brand.load_brand import load_brand
from coprod_office import packed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'{_W} xmlns:r="{_OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TEMPLATE = f"{_WORD}.template.main+xml"
WITH_MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"/>'
_RELATED = ("styles", "numbering", "settings", "theme", "header1", "header2", "footer1", "vbaProject")


def style(id_: str, name: str, paragraph: str = "", run: str = "", kind: str = "paragraph", more: str = "") -> str:
    """Return a style."""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{more}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def size(points: float) -> str:
    """Return a type size."""
    return f'<w:sz w:val="{round(points * 2)}"/>'


NORMAL = style("Standard", "Normal", '<w:spacing w:after="160"/>', size(11))
TITLE = style("Titel", "Title", run=size(28))
GERMAN = (
    NORMAL
    + style("berschrift1", "heading 1", '<w:outlineLvl w:val="0"/>', '<w:color w:val="005EB8"/>' + size(20))
    + style("berschrift2", "heading 2", '<w:outlineLvl w:val="1"/>', '<w:color w:val="41B6E6"/>' + size(16))
    + TITLE
    + style("Untertitel", "Subtitle", run=size(14))
)


@frozen(kw_only=True)
class WordTemplateParts:
    """The contents of a template. A part that is empty is left out."""

    styles: str = GERMAN
    body: str = "<w:p><w:r><w:t>Type here</w:t></w:r></w:p>"
    section: str = A4
    header1: str = ""
    header2: str = ""
    footer1: str = ""
    settings: str = ""
    numbering: str = ""
    theme: str = ""
    vbaProject: str = ""  # noqa: N815  # the name of the part
    main: str = TEMPLATE
    more: tuple[tuple[str, bytes], ...] = ()
    related: str = ""

    def data(self) -> bytes:
        """Return the file."""
        names = [name for name in _RELATED if getattr(self, name)]
        parts = {f"word/{name}.xml": self._part(name).encode() for name in names}
        references = "".join(
            f'<w:{name[:-1]}Reference w:type="{"first" if name[-1] == "2" else "default"}" r:id="{name}"/>'
            for name in names
            if name[-1] in "12"
        )
        parts["word/document.xml"] = (
            f"<w:document {_NAMESPACES}><w:body>{self.body}<w:sectPr>{references}{self.section}</w:sectPr></w:body>"
            "</w:document>"
        ).encode()
        parts["_rels/.rels"] = _relationships((("main", "officeDocument", "word/document.xml"),))
        own = ((name, name.rstrip("12"), f"{name}.xml") for name in names)
        parts["word/_rels/document.xml.rels"] = _relationships(tuple(own))
        if self.related:
            parts["word/_rels/header1.xml.rels"] = self.related.encode()
        types = "".join(
            f'<Override PartName="/{name}" ContentType="{self._type(name)}"/>' for name in parts if "_" not in name
        )
        parts["[Content_Types].xml"] = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" '
            f'ContentType="image/png"/><Default Extension="bin" ContentType="application/x"/>{types}</Types>'
        ).encode()
        return packed((*parts.items(), *self.more), "2026-01-01")

    def _part(self, name: str) -> str:
        if name == "theme":
            return self.theme
        root = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}.get(name, name)
        return f"<w:{root} {_NAMESPACES}>{getattr(self, name)}</w:{root}>"

    def _type(self, name: str) -> str:
        kind = name.removeprefix("word/").removesuffix(".xml").rstrip("12")
        special = {"document": self.main, "theme": "application/vnd.openxmlformats-officedocument.theme+xml"}
        return special.get(kind, f"{_WORD}.{kind}+xml")


def related(*targets: tuple[str, str, str]) -> str:
    """Return the relationships of a header as XML. A target with a colon is outside the file."""
    return _relationships(targets).decode()


def using(data: bytes, name: str = "trust.dotx") -> Brand:
    """Return our brand with a template."""
    return evolve(load_brand(), reference=ReferenceFiles(guide=name), files=((name, data),))


def _relationships(targets: tuple[tuple[str, str, str], ...]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for id_, kind, target in targets
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'.encode()
