"""A brand with the font, sizes and colours of a template."""

from functools import lru_cache

from attrs import evolve, fields

from coprod_content.brand.brand import THEME_ROLES, Brand, Palette
from coprod_content.brand.contrast import mixed
from coprod_content.brand.derived_palette import DerivedPalette, palette_of_template
from coprod_content.brand.palette_notes import TemplateColours
from coprod_content.brand.type_sizes import GuideSizes
from coprod_guide.merging.built_in_styles import is_based_on_ours, own_styles
from coprod_guide.merging.readable_text import body_size, is_readable, scale_of, target_size
from coprod_guide.styles.style_names import CHARACTERS, HEADINGS, WordStyle
from coprod_guide.template.word_template import WordTemplate, open_template
from coprod_office.reading.word_styles import AUTOMATIC, WordStyles

_PAPER = "#ffffff"
_COLOURED = (*HEADINGS, WordStyle.TITLE)
_LEAD = 1.2  # times the size of body text
_HEADINGS = ("heading_1", "heading_2", "heading_3")


@lru_cache(maxsize=16)
def templated(brand: Brand) -> Brand:
    """Return a brand with the look of its Word template.

    A brand without a template, or with one made from our reference document, is returned unchanged, and so is a brand
    that this function has returned. Raises ValueError if the template cannot be used.
    """
    template = template_of(brand)
    if template is None:
        return brand
    styles = WordStyles.read(template.styles_root, template.theme)
    if is_based_on_ours(styles):
        return brand
    font = template.font_of(styles, styles.default("paragraph"))
    fonts = evolve(brand.fonts, office=font) if font else brand.fonts
    return evolve(brand, fonts=fonts, guide=_sizes(brand, styles), palette=_palette(brand, template, styles))


def template_of(brand: Brand) -> WordTemplate | None:
    """Return a brand's Word template, or None.

    Raises ValueError if the template cannot be used.
    """
    name = brand.reference.guide
    data = brand.file(name)
    return None if name is None or data is None else open_template(data, name)


def _sizes(brand: Brand, styles: WordStyles) -> GuideSizes:
    sizes, ids = brand.guide, own_styles(styles)
    body = max(sizes.body, round(body_size(styles)))
    sizes = evolve(sizes, body=body, lead=max(round(body * _LEAD), body), small=max(sizes.small, 12))
    sized, own = evolve(brand, guide=sizes), dict[str, int]()
    scale = scale_of(sized, styles)
    for name, style in (("cover", WordStyle.TITLE), *zip(_HEADINGS, HEADINGS, strict=False)):
        if style in ids:
            format_ = styles.style_format(ids[style]).over(styles.defaults)
            own[name] = round(target_size(style, format_.size, sized, scale))
    return evolve(sizes, **own)


def _palette(brand: Brand, template: WordTemplate, styles: WordStyles) -> Palette:
    """Return a brand's palette with the colours of its template.

    Colours that the brand's own file sets are kept. In high contrast, the palette is returned unchanged.
    """
    if brand.contrast == "high":
        return brand.palette
    palette = derived_palette(brand, template, styles).palette
    ids = own_styles(styles)
    named = (styles.style_format(id_).colour for style, id_ in ids.items() if style in (*_COLOURED, *CHARACTERS))
    text = [palette.brand, *(colour for each in named if (colour := _hex(each)) and is_readable(colour, _PAPER))]
    if brand.sets("palette.tint") or all(is_readable(each, palette.tint) for each in text):
        return palette
    tints = (mixed(palette.brand, _PAPER, share / 100) for share in range(91, 100))
    tint = next((tint for tint in tints if all(is_readable(each, tint) for each in text)), _PAPER)
    return evolve(palette, tint=tint)


def derived_palette(brand: Brand, template: WordTemplate, styles: WordStyles) -> DerivedPalette:
    """Return a palette made from the colours of a template.

    The colours are those of its text, headings and theme.
    """
    ids, base = own_styles(styles), brand.palette
    ink = _hex(template.text_format(styles).colour) or "#000000"
    has_theme = template.root("theme") is not None
    slots = [styles.theme_colour(f"accent{number}") for number in range(1, 7)] if has_theme else []
    accents = tuple(each for each in slots if each)
    if len(accents) < len(THEME_ROLES):
        accents = tuple(str(getattr(base, role)) for role in THEME_ROLES)
    headings = (_hex(styles.style_format(ids[each]).colour) for each in _COLOURED if each in ids)
    plain = (_PAPER, "#000000", ink)
    main = next((each for each in headings if each and each not in plain), accents[0] if has_theme else ink)
    colours = TemplateColours(paper=_PAPER, ink=ink, accents=accents, brand=main)
    stated = frozenset(each.name for each in fields(Palette) if brand.sets(f"palette.{each.name}"))
    return palette_of_template(colours, base, stated)


def _hex(colour: str | None) -> str | None:
    return None if colour == AUTOMATIC else colour
