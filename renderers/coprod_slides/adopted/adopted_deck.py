"""Read an organisation's PowerPoint template as a deck template."""

from collections.abc import Callable

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_office import PackagePart
from coprod_office.reading.deck import Deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.xml import P
from coprod_slides.adopted.adopted_layouts import AdoptedLayouts
from coprod_slides.adopted.layout_boxes import LayoutColours
from coprod_slides.adopted.layout_parts import LayoutList, with_composed
from coprod_slides.adopted.layout_roles import LayoutRoles, layout_roles
from coprod_slides.adopted.mapped_layouts import with_choices
from coprod_slides.adopted.picture_colours import TemplatePictures
from coprod_slides.adopted.readable_text import readable_colour
from coprod_slides.adopted.safe_parts import SafeParts
from coprod_slides.adopted.slide_grid import slide_grid
from coprod_slides.adopted.source_layouts import SourceLayout, source_layouts, source_master
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.template.deck_template import AdoptedTemplate, DeckTemplate
from coprod_slides.theme_colours import template_colours

_STRICT = "http://purl.oclc.org/ooxml/"
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)))
_LEAST_SIDE = 90.0
_IN_MASTER = (f"{P}cSld/{P}spTree", f"{P}clrMap")


def adopted_look(deck: Deck, data: bytes, brand: Brand) -> AdoptedTemplate:
    """Return the colours, fonts and layout roles of a template.

    `dropped` is empty in the result. Raises FileRefused if the template cannot be used, and ContentError if the brand's
    template map is not valid.
    """
    return look_of(_source_roles(deck, data, brand)[1], brand)


def _source_roles(deck: Deck, data: bytes, brand: Brand) -> tuple[tuple[SourceLayout, ...], LayoutRoles]:
    """Return a template's masters, and the layout for each role.

    Raises FileRefused if a master is missing or damaged, and ContentError if the brand's template map is not valid.
    """
    slide, pictures = slide_of(deck), TemplatePictures(deck, data)
    masters = tuple(source_master(deck, part, slide, pictures) for _, part in deck.masters())
    if not masters:
        raise FileRefused("corrupt", "has no slide master.")
    for each in masters:
        if any(each.layer.root.find(name) is None for name in _IN_MASTER):
            raise FileRefused("corrupt", "lacks its list of shapes or its colour map.", each.part)
    sources = source_layouts(deck, slide, pictures)
    return masters, with_choices(layout_roles(sources, masters), sources, brand)


def adopted_deck(
    deck: Deck, data: bytes, brand: Brand, our_notes: Callable[[Brand], tuple[str, tuple[PackagePart, ...]]]
) -> DeckTemplate:
    """Return an organisation's template as a deck template.

    `our_notes` returns the part name of our notes master, with its parts. It is called only if the template has no
    notes master. Raises FileRefused if the template cannot be used, and ContentError if the brand's template map is not
    valid.
    """
    masters, roles = _source_roles(deck, data, brand)
    slide = slide_of(deck)
    masters = tuple(each for each in masters if each.part == roles.base.master or deck.layouts(each.part))
    look = look_of(roles, brand)
    parts = SafeParts(deck, data)
    listed = LayoutList(parts, tuple(each.part for each in masters), roles.base.master)
    colours = LayoutColours(template_colours(brand.palette, look.slots), look.slots, look.ink)
    made = tuple(AdoptedLayouts(brand, roles, colours, listed).all())
    ids = listed.numbered()
    own_notes = deck.package.related(deck.name, "notesMaster")
    notes = ("", ()) if own_notes else our_notes(brand)
    written = tuple(parts.written([*(each.part for each in masters), *([own_notes] if own_notes else [])]))
    composed = tuple(name for name, _, _ in listed.composed)
    relationships = _relationships_of(roles.base.master)
    return DeckTemplate(
        width=round(slide.width * EMU_PER_MM),
        height=round(slide.height * EMU_PER_MM),
        layouts=made,
        parts=(
            *(with_composed(part, composed) if part.name == relationships else part for part in written),
            *listed.written(),
            *notes[1],
        ),
        masters=ids,
        notes_master=own_notes or notes[0],
        theme=deck.package.related(masters[0].part, "theme"),
        light_2=dict(look.slots).get("lt2", brand.palette.tint),
        adopted=evolve(look, dropped=tuple(_dropped(deck, parts))),
    )


def look_of(roles: LayoutRoles, brand: Brand) -> AdoptedTemplate:
    """Return the colours, fonts and layout roles of a template.

    `dropped` is empty in the result.
    """
    base = roles.base
    grid, theme = slide_grid(base, brand.slides), base.layer.theme
    source = grid.body_source
    behind = (base.behind_text(source.shape, grid.body) if source else base.behind(grid.body)) or ("#ffffff",)
    own = _text_colours(base)
    ink = readable_colour((*own, *(theme.colours[name] for name in ("dk1", "lt1"))), behind)
    return AdoptedTemplate(
        roles=roles.named(),
        slots=tuple((name, theme.colours[name]) for name in _SLOTS if name in theme.colours),
        paper=behind[0],
        ink=ink,
        text_font=(grid.body_source.text.font if grid.body_source else "") or theme.font,
        title_font=(grid.title_source.text.font if grid.title_source else "") or theme.title_font,
    )


def _text_colours(base: SourceLayout) -> tuple[str, ...]:
    styles = base.deck.text_styles(base.layer)
    found = (styles.of_shape(each.shape, base.layer).text_colour(None, 0) for each in base.of("body"))
    return tuple(colour.colour for colour in found if colour)


def slide_of(deck: Deck) -> SlideBox:
    """Return the rectangle of a deck's slides, in millimetres.

    Raises FileRefused if the file is a Strict Open XML presentation, if the size of slides is not a number, or if they
    are too small for text.
    """
    width, height = (length / EMU_PER_MM for length in deck.slide_size)
    if not width and _STRICT in (deck.presentation.tag or ""):
        what = "is a Strict Open XML presentation. Its type must be PowerPoint Presentation (.pptx)."
        raise FileRefused("not-what-it-says", what)
    if min(width, height) < _LEAST_SIDE:
        what = f"has slides of {width:.0f} by {height:.0f} mm. Both sides must be at least {_LEAST_SIDE:.0f} mm."
        raise FileRefused("corrupt", what)
    return SlideBox(0, 0, width, height)


def _relationships_of(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _dropped(deck: Deck, parts: SafeParts) -> list[str]:
    """Return descriptions of what decks do not take from a template."""
    package = deck.package
    found = ["its macros"] if any("vbaProject" in type_ for type_ in package.types.values()) else []
    found += ["its sample slides"] if deck.slides() else []
    fonts = deck.presentation.find(f"{P}embeddedFontLst")
    found += (
        ["its embedded fonts, which must be installed on each computer that shows the decks"]
        if fonts is not None and len(fonts)
        else []
    )
    found += [
        f"{what} on {part.rpartition('/')[2].removesuffix('.xml')}" for what, part in dict.fromkeys(parts.dropped)
    ]
    return found
