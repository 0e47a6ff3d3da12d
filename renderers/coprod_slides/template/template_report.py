"""A report on an organisation's PowerPoint template."""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from coprod_content.brand.brand import Brand, Palette
from coprod_content.findings.finding import Finding, Place
from coprod_content.layout.known_fonts import is_installed, is_measurable, measured_by, stand_in
from coprod_content.plugins.template_report import (
    ColourPair,
    SmallType,
    TemplateBox,
    TemplateFont,
    TemplateReport,
    TemplateRole,
    UndescribedPicture,
)
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.xml import P
from coprod_slides.adopted.adopted_deck import slide_of
from coprod_slides.adopted.mapped_layouts import named_layouts
from coprod_slides.adopted.picture_colours import TemplatePictures
from coprod_slides.adopted.readable_text import can_be_read
from coprod_slides.adopted.source_layouts import SourceLayout, source_layouts, source_master
from coprod_slides.box import EMU_PER_MM
from coprod_slides.template.deck_template import (
    AdoptedTemplate,
    DeckTemplate,
    TemplateLayout,
    TemplatePlaceholder,
)
from coprod_slides.template.template_reader import template_of
from coprod_slides.template.templated_brand import adopted_palette, templated

_SHOWN = {
    "Cover": ("cover", "The first slide"),
    "Theme divider": ("section", "The start of a part"),
    "Title and text": ("content", "A title and text"),
    "Agenda": ("", "The agenda"),
    "At a glance: 3 parts": ("", "A tool at a glance"),
    "Activity": ("", "An activity"),
    "Activity: canvas": ("", "An activity with a canvas"),
    "Question": ("", "A question"),
    "Picture and text": ("picture", "A picture and text"),
    "Closing": ("closing", "The last slide before references and credits"),
}
"""For each of our layouts in the report, its role in a template map or an empty string, and what it is for."""
_HOLDS = {"label": "place in the session", "body": "text", "number": "no.", "imprint": "credit", "source": "source"}
_FLOOR = 18
_LANGUAGE = re.compile(rb'lang="([A-Za-z][A-Za-z0-9-]+)"')
_WORDS = {"title": "Title", "body": "Text", "sldNum": "Slide number"}
_MASTER = "the slide master"
_NO_NAME = (
    "The first slide has no room for your organisation's name. The name is in “About this material” at the end instead."
)


def report_on(data: bytes, name: str, brand: Brand) -> TemplateReport:
    """Return a report on a PowerPoint template.

    Raises ContentError if the brand's template map is not valid.
    """
    if (brand.reference.slides, brand.file(name)) != (name, data):
        brand = evolve(brand, reference=evolve(brand.reference, slides=name), files=((name, data), *brand.files))
    try:
        template = template_of(templated(brand))
        deck = open_deck(data, template=True)
        layouts = _source_layouts(deck, data)
    except FileRefused as error:
        return _refused(name, error.fault.what)
    except (ValueError, KeyError) as error:
        return _refused(name, str(error).splitlines()[0])
    adopted, palette = template.adopted, templated(brand).palette
    return TemplateReport(
        name=name,
        width=template.width / EMU_PER_MM,
        height=template.height / EMU_PER_MM,
        layouts=tuple(name for _, name in named_layouts(layouts)) if adopted else (),
        roles=tuple(_roles(template, layouts, palette, mapped=bool(brand.file(brand.reference.slides_map)))),
        fonts=tuple(_fonts(adopted, deck)) if adopted else (),
        colour_pairs=tuple(_pairs(layouts)),
        small_type=tuple(_small_type(layouts)),
        undescribed_pictures=tuple(dict.fromkeys(each for layout in layouts for each in _undescribed(layout))),
        language=_language(deck),
        findings=(*_findings(template, brand), *_moved_titles(template, layouts)),
    )


def _refused(name: str, reason: str) -> TemplateReport:
    what = reason.partition(" cannot be used: ")[2] or reason
    return TemplateReport(name=name, findings=(Finding(code="template-refused", where=Place(name), what=what),))


def _source_layouts(deck: Deck, data: bytes) -> tuple[SourceLayout, ...]:
    slide, pictures = slide_of(deck), TemplatePictures(deck, data)
    masters = (source_master(deck, part, slide, pictures) for _, part in deck.masters())
    return (*masters, *source_layouts(deck, slide, pictures))


def _roles(
    template: DeckTemplate, layouts: tuple[SourceLayout, ...], palette: Palette, *, mapped: bool
) -> Iterator[TemplateRole]:
    made, names = {each.name: each for each in template.layouts}, dict(named_layouts(layouts))
    sources = {each.part: each for each in layouts}
    for name, (key, caption) in _SHOWN.items():
        if name in made:
            layout = made[name]
            source = sources.get(layout.part) if layout.own or not template.adopted else None
            yield TemplateRole(
                role=key,
                caption=caption,
                uses=names.get(layout.part, name) if source else "",
                how=("mapped" if mapped and key else "found") if source else "composed",
                boxes=tuple(_boxes(layout, source, palette)),
            )


def _boxes(layout: TemplateLayout, source: SourceLayout | None, palette: Palette) -> Iterator[TemplateBox]:
    own = {each.text.kind: each.shape.name for each in source.placeholders} if source else {}
    for key, place in layout.placeholders:
        yield TemplateBox(
            holds=_HOLDS.get(key, key.replace("_", " ")),
            left=round(place.box.x, 1),
            top=round(place.box.y, 1),
            width=round(place.box.width, 1),
            height=round(place.box.height, 1),
            name=own.get(place.kind, ""),
            size=0 if key in ("picture", "logo") else _shown_size(key, place),
            ink=palette.ink,
            ground=palette.paper,
        )


def _shown_size(key: str, place: TemplatePlaceholder) -> float:
    """Return the type size in a box, in points."""
    size = place.level().size or _FLOOR
    return size if key == "number" else max(size, _FLOOR)


def _fonts(adopted: AdoptedTemplate, deck: Deck) -> Iterator[TemplateFont]:
    embedded = {each.get("typeface") for each in deck.presentation.iterfind(f"{P}embeddedFontLst/*/{P}font")}
    uses = [(adopted.title_font, "titles"), (adopted.text_font, "text")]
    for font in dict.fromkeys(font for font, _ in uses if font):
        known = stand_in(font)
        other = measured_by(font) if is_measurable(font) else "generously, because its widths are not known"
        measured = font if is_installed(font) or (known and known.exact) else other
        where = " and ".join(use for name, use in uses if name == font)
        yield TemplateFont(name=font, where=where, measured_by=measured, embedded=font in embedded)


def _pairs(layouts: tuple[SourceLayout, ...]) -> Iterator[ColourPair]:
    """Yield each colour of text with each colour behind it.

    Titles and slide numbers count as text.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for layout in layouts:
        for each in layout.placeholders:
            colour = layout.deck.text_styles(layout.layer).of_shape(each.shape, layout.layer).text_colour(None, 0)
            if each.role in _WORDS and colour:
                for ground in layout.behind_text(each.shape, each.text.box):
                    key = (_WORDS[each.role], colour.over(ground), ground)
                    found.setdefault(key, []).append(layout.name)
    for (words, ink, ground), names in found.items():
        yield ColourPair(ink=ink, ground=ground, where=_where(words, names))


def _small_type(layouts: tuple[SourceLayout, ...]) -> Iterator[SmallType]:
    found: dict[tuple[str, float], list[str]] = {}
    for layout in layouts:
        for each in layout.placeholders:
            size = each.text.level().size
            if each.role in _WORDS and size and size < _FLOOR:
                found.setdefault((each.role, size), []).append(layout.name)
    for (role, size), names in found.items():
        where, kept = _where(_WORDS[role], names), role == "sldNum"
        yield SmallType(points=size, floor=_FLOOR, where=where, kept=kept)


def _where(words: str, names: list[str]) -> str:
    """Return where `words` are, such as `Text on Title Slide`."""
    first, *others = dict.fromkeys(name or _MASTER for name in names)
    more = f" and {len(others)} other layout{'s' if len(others) > 1 else ''}" if others else ""
    return f"{words} on {first}{more}"


def _undescribed(layout: SourceLayout) -> Iterator[UndescribedPicture]:
    for shape in layout.layer.all_shapes():
        if shape.kind == "pic" and not (shape.placeholder or shape.alt or shape.decorative or shape.described):
            yield UndescribedPicture(name=shape.name, where=layout.name or _MASTER)


def _language(deck: Deck) -> str:
    """Return the commonest language in a deck's masters, or an empty string."""
    masters = (deck.package.parts[part] for _, part in deck.masters())
    found = Counter(tag for data in masters for tag in _LANGUAGE.findall(data))
    return found.most_common(1)[0][0].decode() if found else ""


def _findings(template: DeckTemplate, brand: Brand) -> Iterator[Finding]:
    adopted = template.adopted
    if adopted is None:
        return
    for note in adopted_palette(adopted, brand).notes:
        yield Finding(code="template-colours", level="advice", what=note)
    for dropped in adopted.dropped:
        yield Finding(code="template-dropped", level="advice", what=f"Left out of decks: {dropped}.")
    if not template.layout("Cover").placeholder("imprint"):
        yield Finding(code="template-name", level="advice", what=_NO_NAME)


def _moved_titles(template: DeckTemplate, layouts: tuple[SourceLayout, ...]) -> Iterator[Finding]:
    """Yield a note for each title that is moved to be readable."""
    sources = {each.part: each for each in layouts}
    for layout in {each.part: each for each in template.layouts if each.own and template.adopted}.values():
        source, made = sources[layout.part], layout.placeholder("title")
        own = next((each.text.box for each in source.of("title")), None)
        if own and made and not can_be_read(source.behind(own)) and can_be_read(source.behind(made.box)):
            what = f"The title on {source.name}: moved, because the picture behind it is partly dark and partly light."
            yield Finding(code="template-title", level="advice", what=what)
