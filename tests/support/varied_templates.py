"""Templates and brands that vary in everything in which those of organisations differ, drawn by hypothesis."""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from attrs import frozen
from hypothesis import strategies as st
from pptx.util import Mm
from tests.support.decks_by_others import STRANGE, A, built, repacked
from tests.support.pictures import picture
from tests.support.word_templates import GERMAN, NORMAL, TITLE, WordTemplateParts, size, style

SIZES = ((254.0, 190.5), (338.7, 190.5), (190.5, 275.2), (297.0, 210.0), (210.0, 297.0), (508.0, 285.8), (160.0, 100.0))
DROPPED = (
    *("docProps/thumbnail.jpeg", "docProps/app.xml", "docProps/core.xml", "ppt/printerSettings/printerSettings1.bin"),
    *("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml", "ppt/slideLayouts/slideLayout7.xml"),
)
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)))
FONTS = ("Calibri", "Arial", "Verdana", "Frutiger LT Std", "Courier New", "微软雅黑", "Comic Sans MS")
LANGUAGES = ("en-GB", "de-DE", "fr-FR", "cy-GB", "zh-CN", "ar-SA", "ja-JP")
NAMES = (
    *(
        "Riverbend Community Trust",
        "Ymddiriedolaeth Iechyd a Gofal Cymunedol Glannau’r Afon a’r Cymoedd",
        "A",
        "W" * 40,
    ),
    *('"Quoted" & <marked> {braces} NHS: yes # no', "مؤسسة ضفة النهر المجتمعية", "Ὑγίεια & Σία", "Đoàn kết ở miền quê"),
    *(
        "Bettsi — Cadwaladr – ‘quoted’ … trust",
        "Very long words " * 9,
        "Donaudampfschifffahrtsgesellschaftskapitänsverband",
    ),
    *("河畔社区信托", "Общественный фонд «Берег реки»", "हरिद्वार सामुदायिक न्यास", "🏥 Care", "null", "1e3", "yes"),
)
colours = st.integers(0, 0xFFFFFF).map("{:06x}".format)


@frozen(kw_only=True)
class VariedSlides:
    """How a PowerPoint template differs from python-pptx's own."""

    strange: str
    size: tuple[float, float]
    names: tuple[str, ...]
    gone: frozenset[int]
    without: frozenset[tuple[int, int]]
    colours: Mapping[str, str]
    font: str
    language: str
    dropped: frozenset[str]

    def data(self) -> bytes:
        """Return the template."""
        data = STRANGE[self.strange]() if self.strange == "four_masters" else built(self._change)
        return repacked(data, self._part)

    def _change(self, deck: Any) -> None:
        change = getattr(__import__("tests.support.decks_by_others", fromlist=["x"]), self.strange, None)
        if change:
            change(deck)
        resize(deck, *self.size)
        for at, layout in enumerate(list(deck.slide_layouts)):
            layout.name = self.names[at % len(self.names)]
            for shape in [each for each in layout.placeholders if (at, each.placeholder_format.idx) in self.without]:
                shape._element.getparent().remove(shape._element)
            if at in self.gone and not layout.used_by_slides:
                deck.slide_layouts.remove(layout)

    def _part(self, name: str, part: bytes) -> bytes | None:
        if name in self.dropped:
            return None
        if name == "[Content_Types].xml":
            for gone in self.dropped:
                part = re.sub(rf'<Override PartName="/{re.escape(gone)}"[^>]*/>'.encode(), b"", part)
        if name.startswith("ppt/theme/"):
            for slot, colour in self.colours.items():
                new = rf'\1<a:srgbClr val="{colour}"/>\2'.encode()
                part = re.sub(rf"(<a:{slot}>).*?(</a:{slot}>)".encode(), new, part, flags=re.DOTALL)
            part = part.replace(b'"Calibri"', f'"{self.font}"'.encode())
        if name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/")):
            part = part.replace(b'lang="en-US"', f'lang="{self.language}"'.encode())
        return part


def resize(deck: Any, width: float, height: float) -> None:
    """Change the size of slides, with boxes in proportion."""
    across, down = Mm(width) / deck.slide_width, Mm(height) / deck.slide_height
    deck.slide_width, deck.slide_height = Mm(width), Mm(height)
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.shapes:
            transform = next(shape._element.iter(f"{A}xfrm"), None)
            if transform is not None:
                shape.left, shape.width = int(shape.left * across), int(shape.width * across)
                shape.top, shape.height = int(shape.top * down), int(shape.height * down)


slides = st.builds(
    VariedSlides,
    strange=st.sampled_from(("none", *STRANGE)),
    size=st.sampled_from(SIZES),
    names=st.lists(st.text(min_size=0, max_size=40).filter(str.isprintable) | st.sampled_from(NAMES), min_size=1).map(
        tuple
    ),
    gone=st.frozensets(st.integers(0, 10), max_size=10),
    without=st.frozensets(st.tuples(st.integers(0, 10), st.sampled_from((0, 1, 2, 10, 11, 12, 13))), max_size=12),
    colours=st.dictionaries(st.sampled_from(SLOTS), colours),
    font=st.sampled_from(FONTS),
    language=st.sampled_from(LANGUAGES),
    dropped=st.frozensets(st.sampled_from(DROPPED), max_size=3),
)


@st.composite
def word_templates(draw: st.DrawFn) -> bytes:
    """Draw a Word template, with styles of another language, other sizes and colours, or hardly any."""
    points, language = draw(st.integers(6, 24)), draw(st.sampled_from(LANGUAGES))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{draw(st.sampled_from(FONTS))}"/>{size(points)}'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    headings = "".join(
        style(
            f"{draw(st.sampled_from(('Heading', 'Kop', 'x', '标题')))}{level}",
            f"heading {level}",
            f'<w:outlineLvl w:val="{level - 1}"/>',
            f'<w:color w:val="{draw(colours)}"/>{size(draw(st.integers(8, 60)))}',
        )
        for level in sorted(draw(st.sets(st.integers(1, 4))))
    )
    styles = draw(st.sampled_from(("", NORMAL, NORMAL + TITLE, GERMAN, NORMAL + TITLE + headings)))
    width, height = draw(
        st.sampled_from(((11906, 16838), (12240, 15840), (16838, 11906), (8391, 11906), (16838, 23811)))
    )
    margins = " ".join(f'w:{side}="{draw(st.integers(0, 2200))}"' for side in ("top", "right", "bottom", "left"))
    running = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    return WordTemplateParts(
        styles=defaults + styles,
        body=draw(st.sampled_from(("", running.format("Type here")))),
        section=f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins}/>',
        header1=draw(st.sampled_from(("", running.format("Our header"), running.format("Long header " * 30)))),
        footer1=draw(st.sampled_from(("", running.format("Our footer")))),
    ).data()


@st.composite
def brands(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw the files of a brand: its YAML, templates and a logo."""
    files: dict[str, bytes] = {}
    words: dict[str, Any] = {"name": draw(st.sampled_from(NAMES))}
    if draw(st.booleans()):
        words["organisation"] = {"name": draw(st.sampled_from(NAMES) | st.text(min_size=1, max_size=120))}
        if draw(st.booleans()):
            words["organisation"]["strapline"] = draw(st.sampled_from(NAMES))
    if draw(st.booleans()):
        width, height = draw(st.sampled_from(((300, 100), (1, 1), (2000, 20), (20, 900), (37, 41), (1600, 1600))))
        files["logo.png"] = picture(width=width, height=height, mode=draw(st.sampled_from(("RGB", "RGBA", "L"))))
        words.setdefault("organisation", {"name": "Ours"})["logo"] = {"file": "logo.png"}
    if draw(st.booleans()):
        words["palette"] = {"brand": f"#{draw(colours)}"}
    reference = {}
    if draw(st.integers(0, 3)):
        reference["slides"], files["trust.potx"] = "trust.potx", draw(slides).data()
    if draw(st.booleans()):
        reference["guide"], files["trust.dotx"] = "trust.dotx", draw(word_templates())
    if reference:
        words["reference"] = reference
    files["brand.yaml"] = yaml.safe_dump(words, allow_unicode=True).encode()
    return files
