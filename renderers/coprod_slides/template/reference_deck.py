"""Write the default reference deck in a brand's colours and fonts."""

from functools import lru_cache

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_office import PackagePart, packed, relationships_part, theme_part
from coprod_office.parts import THEME_TYPE
from coprod_office.theme import FILL
from coprod_slides.box import SLIDE_HEIGHT, SLIDE_WIDTH
from coprod_slides.deck import PRESENTATION_ML, deck_parts
from coprod_slides.drawingml import emu
from coprod_slides.template.deck_template import DeckTemplate
from coprod_slides.template.high_contrast_layouts import in_high_contrast
from coprod_slides.template.layouts import layouts, master_layout
from coprod_slides.template.masters import notes_master, slide_layout, slide_master
from coprod_slides.theme_colours import role_colours

PRESENTATION = "ppt/presentation.xml"
_MASTER, _NOTES = "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"
_THEME, _NOTES_THEME = "ppt/theme/theme1.xml", "ppt/theme/theme2.xml"
_LINES = "".join(f'<a:ln w="{width}">{FILL}</a:ln>' for width in (6350, 12_700, 19_050))


@lru_cache(maxsize=8)
def reference_deck(brand: Brand) -> bytes:
    """Return a reference deck without slides, for an organisation to restyle."""
    return packed(((part.name, part.data) for part in reference_parts(brand)), _about(brand).date)


def reference_parts(brand: Brand) -> tuple[PackagePart, ...]:
    """Return the parts of the reference deck, content types first."""
    template = DeckTemplate(
        width=emu(SLIDE_WIDTH),
        height=emu(SLIDE_HEIGHT),
        layouts=(),
        parts=_parts(brand),
        masters=(("2147483648", _MASTER),),
        notes_master=_NOTES,
        theme=_THEME,
        light_2=brand.palette.sun,
    )
    return deck_parts(template, (), _about(brand), brand)


def _about(brand: Brand) -> Document:
    return Document(title=f"Reference deck of {brand.name}", language="en-GB", author=brand.name)


def _parts(brand: Brand) -> tuple[PackagePart, ...]:
    shown = layouts(brand)
    if brand.contrast == "high":
        colours = role_colours(brand.palette, brand.palette.sun)
        shown = tuple(in_high_contrast(layout, colours) for layout in shown)
    names = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(shown) + 1)]
    to_layouts = tuple((f"rId{at}", "slideLayout", f"/{name}") for at, name in enumerate(names, start=1))
    to_theme = (f"rId{len(names) + 1}", "theme", f"/{_THEME}")
    layout_type = f"{PRESENTATION_ML}.slideLayout+xml"
    master = master_layout(brand)
    theme = theme_part(brand, _LINES, light_2="sun")
    return (
        PackagePart(_MASTER, f"{PRESENTATION_ML}.slideMaster+xml", slide_master(brand, len(names))),
        relationships_part(_MASTER, (*to_layouts, to_theme)),
        PackagePart(_THEME, THEME_TYPE, theme),
        *(
            PackagePart(name, layout_type, slide_layout(layout, master))
            for name, layout in zip(names, shown, strict=True)
        ),
        *(relationships_part(name, (("rId1", "slideMaster", f"/{_MASTER}"),)) for name in names),
        PackagePart(_NOTES, f"{PRESENTATION_ML}.notesMaster+xml", notes_master(brand)),
        relationships_part(_NOTES, (("rId1", "theme", f"/{_NOTES_THEME}"),)),
        PackagePart(_NOTES_THEME, THEME_TYPE, theme),
    )
