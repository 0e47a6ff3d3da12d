"""The project's own reference deck: a theme, a master and named layouts, made from a Brand."""

from functools import lru_cache

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_office import core_properties, packed
from coprod_slides.contrast import with_contrast
from coprod_slides.deck import deck_parts
from coprod_slides.grid import HEIGHT, WIDTH
from coprod_slides.layouts import layouts
from coprod_slides.master import notes_master, slide_layout, slide_master
from coprod_slides.parts import TYPES, Part, rels
from coprod_slides.stage import Template
from coprod_slides.theme import theme
from coprod_slides.xml import emu

_MASTER, _NOTES = "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"
_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"


@lru_cache(maxsize=8)
def reference_deck(brand: Brand) -> bytes:
    """The bytes of a deck without slides that has every layout, for a brand to restyle."""
    parts = _parts(brand)
    template = Template(
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


def _parts(brand: Brand) -> tuple[Part, ...]:
    shown = layouts(brand)
    if brand.contrast == "high":
        shown = tuple(with_contrast(layout) for layout in shown)
    names = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(shown) + 1)]
    to_layouts = tuple((f"rId{at}", "slideLayout", f"/{name}") for at, name in enumerate(names, start=1))
    to_theme = (f"rId{len(names) + 1}", "theme", f"/{_THEME}")
    return (
        Part(_MASTER, TYPES["master"], slide_master(brand, len(names))),
        rels(_MASTER, (*to_layouts, to_theme)),
        Part(_THEME, TYPES["theme"], theme(brand)),
        *(Part(name, TYPES["layout"], slide_layout(layout)) for name, layout in zip(names, shown, strict=True)),
        *(rels(name, (("rId1", "slideMaster", f"/{_MASTER}"),)) for name in names),
        Part(_NOTES, TYPES["notes-master"], notes_master(brand)),
        rels(_NOTES, (("rId1", "theme", f"/{_NOTES_THEME}"),)),
        Part(_NOTES_THEME, TYPES["theme"], theme(brand)),
    )
