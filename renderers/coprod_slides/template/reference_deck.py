"""The project's own reference deck: a theme, a master and named layouts, made from a Brand."""

from functools import lru_cache

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_office import core_properties, packed
from coprod_slides.deck import deck_parts
from coprod_slides.drawingml import emu
from coprod_slides.package_parts import TYPES, PackagePart, rels
from coprod_slides.template.deck_template import DeckTemplate
from coprod_slides.template.grid import HEIGHT, WIDTH
from coprod_slides.template.high_contrast_layouts import with_contrast
from coprod_slides.template.layouts import layouts
from coprod_slides.template.slide_master import notes_master, slide_layout, slide_master
from coprod_slides.template.theme import theme

_MASTER, _NOTES = "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"
_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"


@lru_cache(maxsize=8)
def reference_deck(brand: Brand) -> bytes:
    """The bytes of a deck without slides that has every layout, for a brand to restyle."""
    parts = _parts(brand)
    template = DeckTemplate(
        width=emu(WIDTH),
        height=emu(HEIGHT),
        stages=(),
        parts=parts,
        masters=(("2147483648", _MASTER),),
        notes_master=_NOTES,
        theme=_THEME,
    )
    about = Document(title=f"Reference deck of {brand.name}", language="en-GB", author=brand.name)
    made = deck_parts(template, (), core_properties(about), about.language)
    return packed(((part.name, part.data) for part in made), about.date)


def _parts(brand: Brand) -> tuple[PackagePart, ...]:
    shown = layouts(brand)
    if brand.contrast == "high":
        shown = tuple(with_contrast(layout) for layout in shown)
    names = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(shown) + 1)]
    to_layouts = tuple((f"rId{at}", "slideLayout", f"/{name}") for at, name in enumerate(names, start=1))
    to_theme = (f"rId{len(names) + 1}", "theme", f"/{_THEME}")
    return (
        PackagePart(_MASTER, TYPES["master"], slide_master(brand, len(names))),
        rels(_MASTER, (*to_layouts, to_theme)),
        PackagePart(_THEME, TYPES["theme"], theme(brand)),
        *(PackagePart(name, TYPES["layout"], slide_layout(layout)) for name, layout in zip(names, shown, strict=True)),
        *(rels(name, (("rId1", "slideMaster", f"/{_MASTER}"),)) for name in names),
        PackagePart(_NOTES, TYPES["notes-master"], notes_master(brand)),
        rels(_NOTES, (("rId1", "theme", f"/{_NOTES_THEME}"),)),
        PackagePart(_NOTES_THEME, TYPES["theme"], theme(brand)),
    )
