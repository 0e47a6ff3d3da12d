"""A brand with the font, sizes and colours of a template."""

from functools import lru_cache

from attrs import evolve

from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed
from coprod_content.brand.type_sizes import GuideSizes
from coprod_guide.merging.built_in_styles import is_based_on_ours, own_styles
from coprod_guide.merging.readable_text import body_size, readable, scale_of, target_size
from coprod_guide.styles.style_names import CHARACTERS, HEADINGS, WordStyle
from coprod_guide.template.word_template import WordTemplate, open_template
from coprod_office.reading.word_styles import AUTOMATIC, WordStyles

_PAPER, _LEAST_FOR_INK = "#ffffff", 7.0
_TINT, _WARM = 0.91, 0.8  # of white, in the boxes of callouts
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
    """Return the palette with the template's colours.

    Colours that the content root sets are kept.
    """
    if brand.contrast == "high":
        return brand.palette
    text, ids = template.text_format(styles), own_styles(styles)
    ink = _hex(text.colour) or "#000000"
    ink = ink if contrast(ink, _PAPER) >= _LEAST_FOR_INK else "#000000"
    headings = [styles.style_format(ids[each]).colour for each in (*HEADINGS, WordStyle.TITLE) if each in ids]
    accent = styles.theme_colour("accent1") if template.root("theme") is not None else None
    found = (colour for each in (*headings, accent) if (colour := _hex(each)))
    main = next((colour for colour in found if colour not in (_PAPER, "#000000", ink)), ink)
    boxes = mixed(main, _PAPER, _TINT), mixed(brand.palette.sun, _PAPER, _WARM)
    main = readable(main, boxes, LEAST_FOR_TEXT)
    links = [styles.style_format(id_).colour for style, id_ in ids.items() if style in CHARACTERS]
    tint = _tint(main, [colour for each in (*headings, *links) if (colour := _hex(each))])
    colours = {
        "ink": ink,
        "paper": _PAPER,
        "brand": main,
        "dark": mixed(main, "#000000", 0.3),
        "muted": readable(mixed(ink, _PAPER, 0.3), (tint,), LEAST_FOR_TEXT),
        "tint": tint,
        "line": mixed(main, _PAPER, 0.7),
    }
    return evolve(brand.palette, **{role: colour for role, colour in colours.items() if not sets(brand, role)})


def _tint(main: str, headings: list[str]) -> str:
    """Return a pale background for a colour and the template's headings."""
    text = [each for each in (main, *headings) if contrast(each, _PAPER) >= LEAST_FOR_TEXT]
    tints = (mixed(main, _PAPER, share / 100) for share in range(round(100 * _TINT), 100))
    return next((tint for tint in tints if all(contrast(each, tint) >= LEAST_FOR_TEXT for each in text)), _PAPER)


def sets(brand: Brand, role: str) -> bool:
    """Return whether the content root sets a colour."""
    return brand.sets(f"palette.{role}")


def _hex(colour: str | None) -> str | None:
    return None if colour == AUTOMATIC else colour
