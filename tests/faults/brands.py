"""Good brands with one fault each."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from tests.faults.planted import Findings, Planted
from tests.support.decks_by_others import built, dark
from tests.support.pictures import picture
from tests.support.roots import written

from coprod_content import load
from coprod_content.brand.load_brand import examine_brand
from coprod_content.files.content_root import canonical_root
from coprod_content.packs import brand_check
from coprod_content.packs.brand_check import brand_findings
from coprod_content.packs.build import FileSpec
from coprod_content.plugins.template_check import template_findings

_THEMES = (
    'palette: {{theme_1: "{}", theme_2: "#aa1f57", theme_3: "#1c7374", theme_4: "#593489", '
    'theme_5: "#cd330e", theme_6: "#31461e"}}\n'
)
_STOCK = "stocks: {{a4-four: {{{}}}}}\n"


def found(folder: Path, yaml: str) -> Findings:
    """Return the findings of a brand beside a small picture and a huge one."""
    brand = written(
        folder / "ours", {"brand.yaml": yaml, "logo.png": picture(), "small.png": picture(width=30, height=10)}
    )
    with (brand / "large.png").open("wb") as file:
        file.truncate(26 * 1024 * 1024)
    return brand_findings(examine_brand(brand), load(canonical_root()) if "reference" in yaml else None)


def cards_found(folder: Path, strapline: str) -> Findings:
    """Return the findings of a brand with which only a few cards are made, to save time."""
    root = written(folder / "ours", {"brand.yaml": f"organisation: {{name: Ours, strapline: {strapline}}}\n"})
    cards = FileSpec(edition="postcards", renderer="cards", select=("around-one-place",), name="cards")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brand_check, "pack_files", lambda _, __, access: [cards] if access == "standard" else [])
        patch.setattr(brand_check, "download_specs", lambda _: ())
        return brand_findings(examine_brand(root), load(canonical_root()))


def templates_found(folder: Path, logo: bytes | None, palette: str = "") -> Findings:
    """Return the findings about a Word template whose header has a logo or not, and a brand with another."""
    document = Document()
    if logo:
        document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(logo))
    document.save(folder / "word.docx")
    (folder / "logo.png").write_bytes(picture())
    (folder / "brand.yaml").write_text("logo: {file: logo.png}\nreference: {guide: word.docx}\n" + palette)
    examined = examine_brand(folder)
    assert examined.brand
    return template_findings(examined.brand, examined)


def slides_found(folder: Path, palette: str) -> Findings:
    """Return the findings about a dark PowerPoint template, and a brand with a palette."""
    words = f"reference:\n  slides: dark.pptx\n{palette}"
    examined = examine_brand(written(folder, {"brand.yaml": words, "dark.pptx": built(dark)}))
    assert examined.brand
    return template_findings(examined.brand, examined)


def brand(faulty: str, sound: str, *fields: str) -> tuple[Planted, ...]:
    """Return a plant of one line of a brand, from its faulty and its sound form."""
    places = tuple(f"ours/brand.yaml:1 {name}" for name in fields)
    return (Planted(places, lambda folder: found(folder, sound), lambda folder: found(folder, faulty)),)


BRANDS = {
    "contrast": brand('palette: {muted: "#cccccc"}\n', 'palette: {muted: "#333333"}\n', "palette.muted"),
    "no-file": brand(
        "logo: {file: lgo.png, alt: Our trust}\n", "logo: {file: logo.png, alt: Our trust}\n", "logo.file"
    ),
    "too-large": brand(
        "logo: {file: large.png, alt: Our trust}\n", "logo: {file: logo.png, alt: Our trust}\n", "logo.file"
    ),
    "logo": brand(
        "logo: {file: brand.yaml, alt: Our trust}\n", "logo: {file: logo.png, alt: Our trust}\n", "logo.file"
    ),
    "font": brand("fonts: {print: Frutiger}\n", "fonts: {print: Arimo}\n", "fonts.print"),
    "font-measured": brand("fonts: {office: Calibri}\n", "fonts: {office: Arimo}\n", "fonts.office"),
    "brand": (
        Planted(
            ("ours/brand.yaml:1 organisation.strapline",),
            lambda folder: cards_found(folder, "Together"),
            lambda folder: cards_found(folder, "\u5065"),
        ),
    ),
    "logo-look": brand(
        "logo: {file: small.png, alt: Our trust}\n", "logo: {file: logo.png, alt: Our trust}\n", "logo.file"
    ),
    "template-logo": (
        Planted(
            ("brand.yaml:2 reference.guide",),
            lambda folder: templates_found(folder, None),
            lambda folder: templates_found(folder, picture()),
        ),
    ),
    "themes-alike": brand(
        'palette: {theme_2: "#aa1f57", theme_4: "#a91f58"}\n', 'palette: {theme_2: "#aa1f57"}\n', "palette.theme_4"
    ),
    "template-palette": (
        Planted(
            ("brand.yaml:3 palette.theme_1",),
            lambda folder: templates_found(folder, None, _THEMES.format("#264973")),
            lambda folder: templates_found(folder, None, _THEMES.format("#002651")),
        ),
    ),
    "template-contrast": (
        Planted(
            ("brand.yaml:3 palette.brand",),
            lambda folder: slides_found(folder, ""),
            lambda folder: slides_found(folder, 'palette: {brand: "#002651"}\n'),
        ),
    ),
    "overlap": brand(_STOCK.format("dx: 90"), _STOCK.format("dx: 105"), "stocks.a4-four.dx"),
    "off-sheet": brand(_STOCK.format("width: 110, dx: 112"), _STOCK.format("width: 100"), "stocks.a4-four.sheet_width"),
    "bleed": brand(_STOCK.format("bleed: 9"), _STOCK.format("bleed: 0"), "stocks.a4-four.bleed"),
}
