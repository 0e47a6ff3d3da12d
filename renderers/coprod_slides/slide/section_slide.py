"""Write a section as a slide."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.brand.contrast import LEAST_FOR_TEXT
from coprod_content.brand.logo import LogoPicture
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim
from coprod_office import HEAD
from coprod_slides.adopted.readable_text import as_theme_colour, least_contrast
from coprod_slides.box import SlideBox
from coprod_slides.deck import WrittenSlide
from coprod_slides.drawingml import NAMESPACES, NO_GROUP
from coprod_slides.fitting.slide_frame import LABEL_GAP, WIDER_FONT, SlideFrame
from coprod_slides.slide.body import SlideBody
from coprod_slides.slide.clips import film_timing
from coprod_slides.slide.countdown import countdown_bar, countdown_note, countdown_timing, has_countdown
from coprod_slides.slide.figures import figure
from coprod_slides.slide.layout_pictures import LayoutPictures
from coprod_slides.slide.notes import notes_slide
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.section_pictures import picture_box, picture_of
from coprod_slides.slide.shapes import decoration, filled_placeholder, logo_picture, slide_number
from coprod_slides.slide_ids import id_shape
from coprod_slides.slide_words import minutes_and_unit, with_no_break_spaces
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout, TemplatePlaceholder
from coprod_slides.template.layout_model import TIGHT, LayoutDesign
from coprod_slides.theme_colours import RoleColours, ThemeColour

_LOGO_MARGIN = 4.0
"""The space below a logo's box that the clear space of the logo can use, in millimetres."""
_LABEL_GAP_ON_COVERS = 2.0
_SHARE_ABOVE = {"ctr": 0.5, "b": 1.0}
"""For each vertical alignment, the fraction of the unused height that is above the text."""
_BADGE_SIZE = 40
"""Type size in points for the minutes in a badge, if the reference deck specifies none."""


@frozen(kw_only=True)
class DeckSettings:
    """Settings shared by all slides in a deck.

    `language` is already quoted as an XML attribute. `footer` is the text at the foot of slides other than covers.
    `plain` is true in high contrast. `paper` is the brand's colour for paper, and `people` the colours for pictures of
    people on a dark template, if any. `places` contains each item that a link leads to, with the number of its slide.
    """

    template: DeckTemplate
    language: str
    imprint: str
    footer: str
    logo: LogoPicture | None
    colours: RoleColours
    pictures: LayoutPictures
    plain: bool = False
    paper: str = ""
    people: RoleColours | None = None
    places: tuple[tuple[str, int], ...] = ()


def section_slide(
    section: Section, frame: SlideFrame, number: int, slide_id: str, settings: DeckSettings
) -> WrittenSlide:
    """Return a section as a slide with its notes."""
    layout = settings.template.layout(frame.layout)
    design = layout.design
    dark = design.dark and not design.panel
    places = tuple(place for place in settings.places if place[1] != number)
    context = PartContext(
        settings.language, settings.colours, frame.natural, dark=dark, metrics=frame.metrics, places=places
    )
    if settings.template.adopted:
        adopted = settings.template.adopted
        ink, panel = as_theme_colour(adopted.ink, adopted.slots), adopted.paper != settings.paper
        brand, people = settings.colours.of("brand"), settings.people
        context = evolve(context, dark=True, link=ink, brand=brand, panel=panel, people=people)
    shapes = "".join(_SlideWriter(section, frame, design, layout, settings, context).shapes(number))
    timing, notes = "", section.notes
    if has_countdown(section) and section.minutes:
        id_, slide, place = context.new_id(), settings.template.slide, layout.placeholder("number")
        bar = "sun" if design.dark else section.accent if settings.template.adopted else "brand"
        shapes += countdown_bar(id_, slide, place.box if place else None, context.colours.of(bar))
        timing, notes = countdown_timing(id_, section.minutes), (*notes, countdown_note(section))
    if context.clips:
        timing = film_timing(*context.clips[0])
    shapes += id_shape(context.new_id(), slide_id)
    note_context = PartContext(settings.language, settings.colours, first_link=3, places=settings.places)
    tree = f"<p:spTree>{NO_GROUP}{shapes}</p:spTree>"
    return WrittenSlide(
        xml=f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{tree}</p:cSld>{layout.colour_map}{timing}</p:sld>".encode(),
        layout=settings.template.part_of(layout, section.accent),
        group=section.group,
        links=context.links,
        photos=context.photos,
        clips=tuple(clip for _, clip in context.clips),
        logo=settings.logo if layout.placeholder("logo") else None,
        notes=notes_slide(notes, note_context) if notes else b"",
        note_links=note_context.links,
    )


@frozen
class _SlideWriter:
    section: Section
    frame: SlideFrame
    design: LayoutDesign
    layout: TemplateLayout
    settings: DeckSettings
    context: PartContext

    def shapes(self, number: int) -> Iterator[str]:
        """Yield the shapes in reading order, which is also the drawing order."""
        yield self._title()
        yield self._picture()
        yield self._label()
        yield self._minutes()
        yield from self._body()
        yield from self._logo()
        yield self._imprint()
        place = self.layout.placeholder("number")
        if place:
            yield slide_number(number, place, self.frame.label.size, self.context)

    def _title(self) -> str:
        place = self.layout["title"]
        style = self.frame.title_type(self.section) or self.frame.title[-1]
        down = self.frame.extra_label_height(self.section)
        box = place.box.rows(place.box.y + down, place.box.height - down) if down else None
        return self._line("title", with_no_break_spaces(self.section.title), style, box=box)

    def _label(self) -> str:
        place, down = self.layout["label"], self.frame.extra_label_height(self.section)
        box = place.box.rows(place.box.y, place.box.height + down - LABEL_GAP) if down else None
        if self.layout.own and self.design.title == "cover":
            box = self._above_title(box or place.box) or box
        return self._line("label", self.section.label, self.frame.label, box=box, colour=self._theme_colour())

    def _theme_colour(self) -> ThemeColour | None:
        """Return the accent's colour for a label, or None.

        Returns None if the colour would be hard to read, if the accent is `brand`, or if the layout is ours.
        """
        adopted, behind, accent = self.settings.template.adopted, self.layout.behind_label, self.section.accent
        if not adopted or not behind or accent == "brand":
            return None
        colour = self.settings.colours.of(accent)
        value = dict(adopted.slots).get(colour.name, colour.name)
        return colour if least_contrast(value, behind) >= LEAST_FOR_TEXT else None

    def _above_title(self, label: SlideBox) -> SlideBox | None:
        """Return a label's box, moved down to a low title, or None.

        Room is left for the title in a wider font, in case the template's font is missing.
        """
        title = self.layout["title"]
        spare = title.box.height - self.frame.height_of_title(self.section, widened=WIDER_FONT)
        down = spare * _SHARE_ABOVE.get(title.anchor, 0.0) - _LABEL_GAP_ON_COVERS
        stays = title.filled or down <= 0 or label.bottom > title.box.y
        return None if stays else label.rows(label.y + down, label.height)

    def _line(
        self,
        key: str,
        words: str,
        style: TextStyle,
        *,
        box: SlideBox | None = None,
        colour: ThemeColour | None = None,
    ) -> str:
        """Return a placeholder with one paragraph of text.

        Returns an empty string if `words` is blank, or if the layout has no placeholder for `key`.
        """
        place = self.layout.placeholder(key)
        if place is None or not words.strip():
            return ""
        format_ = SlideTextFormat(style=evolve(style, strong=False), inherited=place.level(), colour=colour)
        text = paragraph(verbatim(words), format_, self.context)
        return filled_placeholder(key, text, place, self.context, box=box)

    def _imprint(self) -> str:
        place, is_cover = self.layout.placeholder("imprint"), self.section.role == "cover"
        words = self.settings.imprint if is_cover else self.settings.footer
        if place is None or not words.strip():
            return ""
        height = self.frame.needed_imprint_height(words)
        if not is_cover and height > self.frame.imprint_height:
            return ""
        box = place.box.rows(place.box.bottom - height, height) if height > place.box.height else None
        return self._line("imprint", words, self.frame.imprint_style(words), box=box)

    def _picture(self) -> str:
        box = picture_box(self.layout)
        if not box or self.settings.pictures.covers(self.layout.name, self.section):
            return ""
        return figure(picture_of(self.section, self.design, plain=self.settings.plain), "", box, self.context)

    def _minutes(self) -> str:
        place, count = self.layout.placeholder("minutes"), self.section.minutes
        if place is None or count is None:
            return ""
        number, unit = minutes_and_unit(count)
        if (place.level().size or 0) <= self.frame.label.size:
            return self._line("minutes", f"{number} {unit}", self.frame.label)
        text = self._badge_line(number, place, 0) + self._badge_line(unit, place, 1)
        return filled_placeholder("minutes", text, place, self.context)

    def _badge_line(self, words: str, place: TemplatePlaceholder, at: int) -> str:
        level = place.level(at)
        style = TextStyle(level.size or _BADGE_SIZE, line=self.context.line_height * (level.line or TIGHT) / 100)
        return paragraph(verbatim(words), SlideTextFormat(style=style, inherited=level, level=at), self.context)

    def _body(self) -> Iterator[str]:
        """Yield the shapes of the slide's body.

        If the last block is a small paragraph, such as a source, and fits in the layout's placeholder for sources, it
        is put there.
        """
        body = SlideBody(layout=self.layout, frame=self.frame, context=self.context)
        place, blocks = self.layout.placeholder("source"), self.section.blocks
        source = blocks[-1] if place and len(blocks) > 1 else None
        if place and isinstance(source, Paragraph) and source.style == "small" and self._fits(place, source):
            yield from body.shapes(blocks[:-1])
            format_ = SlideTextFormat(style=self.frame.small, inherited=place.level())
            text = paragraph(source.text, format_, self.context)
            yield filled_placeholder("source", text, place, self.context)
        elif blocks:
            yield from body.shapes(blocks)

    def _fits(self, place: TemplatePlaceholder, source: Paragraph) -> bool:
        return self.frame.text_height(source.text, place.box.width, self.frame.small) <= place.box.height

    def _logo(self) -> Iterator[str]:
        place, logo = self.layout.placeholder("logo"), self.settings.logo
        if place and logo:
            room, on_right = place.box, logo.on_right
            if self.settings.template.adopted:
                on_right = room.x + room.right > self.settings.template.slide.width
            else:
                room = evolve(room, width=self.layout["label"].box.right - room.x)
            tallest = min(room.height, room.height + _LOGO_MARGIN - logo.clear_space)
            width, height = logo.size(room.width, tallest)
            box = SlideBox(room.right - width if on_right else room.x, room.y, width, height)
            yield decoration("rect", box.grown(logo.clear_space), self.context.colours.of("paper"), self.context)
            yield logo_picture(box, logo, place, self.context)
