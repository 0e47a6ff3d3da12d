"""One slide: its title, label, time, blocks and number on the layout that suits it."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim
from coprod_slides.box import SlideBox
from coprod_slides.deck import WrittenSlide
from coprod_slides.drawingml import HEAD, MASTER_COLOURS, NAMESPACES, NO_GROUP
from coprod_slides.fitting.layout_frames import SlideFrames
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.blocks import SlideBody
from coprod_slides.slide.figures import figure
from coprod_slides.slide.logo import LogoPicture
from coprod_slides.slide.notes import notes_slide
from coprod_slides.slide.paragraphs import ParagraphFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.section_pictures import picture_of, room_of
from coprod_slides.slide.shapes import decoration, picture, placed, slide_number
from coprod_slides.slide_words import minutes, tied
from coprod_slides.template.deck_template import DeckTemplate, TemplateLayout, TemplatePlaceholder
from coprod_slides.template.layout_model import BADGE_SIZE
from coprod_slides.template.list_styles import TIGHT
from coprod_slides.template.role_layouts import LAYOUT_DESIGNS, LayoutDesign
from coprod_slides.theme_colours import BRAND, PAPER, TINT, ThemeColour, of_role

_STRIPE = 5.0
_PLATE = 3.0


@frozen(kw_only=True)
class DeckContext:
    """What all slides of a deck share."""

    template: DeckTemplate
    frames: SlideFrames
    language: str
    imprint: str
    logo: LogoPicture | None
    sun: ThemeColour
    edge: ThemeColour | None = None


def page(section: Section, number: int, setting: DeckContext) -> WrittenSlide:
    """A section as a slide, with its notes."""
    frame = setting.frames.of(section)
    look, stage = LAYOUT_DESIGNS[frame.layout], setting.template.stage(frame.layout)
    own = look.accent == "always" or (look.accent == "own" and of_role(section.accent) != BRAND)
    accent = of_role(section.accent)
    dark = look.accent != "never" and not look.page
    context = PartContext(
        setting.language, accent, frame.natural, dark=dark, sun=setting.sun, edge=setting.edge, face=frame.metrics
    )
    sheet = _SlideWriter(section=section, frame=frame, look=look, stage=stage, setting=setting, context=context)
    shapes = "".join(sheet.shapes(number))
    notes = PartContext(setting.language, first_link=3)
    return WrittenSlide(
        xml=_xml(shapes, accent if own else None),
        layout=stage.part,
        group=section.group,
        links=context.links,
        logo=setting.logo.part if setting.logo and stage.place("logo") else "",
        notes=notes_slide(section.notes, notes) if section.notes else b"",
        note_links=notes.links,
    )


def _xml(shapes: str, ground: ThemeColour | None) -> bytes:
    filled = f"<p:bg><p:bgPr>{ground.fill}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    tree = f"<p:spTree>{NO_GROUP}{shapes}</p:spTree>"
    return f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{filled}{tree}</p:cSld>{MASTER_COLOURS}</p:sld>".encode()


@frozen(kw_only=True)
class _SlideWriter:
    """A slide in the making."""

    section: Section
    frame: SlideFrame
    look: LayoutDesign
    stage: TemplateLayout
    setting: DeckContext
    context: PartContext

    def shapes(self, number: int) -> Iterator[str]:
        """The shapes of the slide in reading order, which is also that of drawing."""
        yield self._title()
        if self.look.stripe:
            yield decoration(
                "rect",
                SlideBox(0, 0, _STRIPE, self.setting.template.height / 36_000),
                self.context.accent,
                self.context,
            )
        yield self._picture()
        yield self._words("label", self.section.label, self.context.accent if self.look.stripe else None)
        yield self._minutes()
        yield from self._body()
        yield self._words("imprint", self.setting.imprint)
        yield from self._logo()
        place = self.stage.place("number")
        if place:
            yield slide_number(place, number, self.context)

    def _title(self) -> str:
        place, words = self.stage["title"], tied(self.section.title)
        type_ = self.frame.title_type(self.section) or self.frame.title[-1]
        line = ParagraphFormat(type=evolve(type_, strong=False), known=_known(place))
        box = evolve(place.box, width=self.frame.narrowed(words, type_))
        return placed("title", place, paragraph(verbatim(words), line, self.context), self.context, box=box)

    def _words(self, key: str, words: str, colour: ThemeColour | None = None) -> str:
        """A placeholder for a line of small text, nothing where there are no words or no such placeholder."""
        place = self.stage.place(key)
        if place is None or not words.strip():
            return ""
        line = ParagraphFormat(type=evolve(self.frame.label, strong=False), known=_known(place), colour=colour)
        return placed(key, place, paragraph(verbatim(words), line, self.context), self.context)

    def _picture(self) -> str:
        """The picture that goes with the section, where the layout has room for it."""
        room = room_of(self.look, self.stage, self.setting.template)
        if not room:
            return ""
        picture = picture_of(self.section, self.look, plain=self.context.edge is not None)
        return figure(picture, "", room, self.context)

    def _minutes(self) -> str:
        """How long the slide takes: in a badge, the number large, or in a line."""
        place, count = self.stage.place("minutes"), self.section.minutes
        if place is None or count is None:
            return ""
        number, unit = minutes(count)
        if (_known(place) or 0) <= self.frame.label.size:
            return self._words("minutes", f"{number} {unit}")
        fill = {"paper": PAPER, "tint": TINT, "accent": self.context.accent}.get(self.look.badge or "")
        badge = decoration("ellipse", place.box, fill, self.context, edged=True) if fill else ""
        return badge + placed(
            "minutes", place, self._large(number, place, 0) + self._large(unit, place, 1), self.context
        )

    def _large(self, words: str, place: TemplatePlaceholder, level: int) -> str:
        """A line of a badge, in the size that its placeholder gives it."""
        size = _known(place, level) or BADGE_SIZE
        line = ParagraphFormat(
            type=TextStyle(size, line=self.context.natural * TIGHT / 100),
            known=size,
            level=level,
            colour=self.context.accent if self.look.page else None,
        )
        return paragraph(verbatim(words), line, self.context)

    def _body(self) -> Iterator[str]:
        """The blocks; a last line of fine print goes into the placeholder for the source, where there is one."""
        body = SlideBody(stage=self.stage, frame=self.frame, ground=PAPER if self.look.page else None)
        place, blocks = self.stage.place("source"), self.section.blocks
        source = blocks[-1] if place and len(blocks) > 1 else None
        if place and isinstance(source, Paragraph) and source.style == "small" and self._holds(place, source):
            yield from body.shapes(blocks[:-1], self.context)
            line = ParagraphFormat(type=self.frame.small, known=_known(place))
            yield placed("source", place, paragraph(source.text, line, self.context), self.context)
        else:
            yield from body.shapes(blocks, self.context)

    def _holds(self, place: TemplatePlaceholder, source: Paragraph) -> bool:
        return self.frame.text_height(source.text, place.box.width, self.frame.small) <= place.box.height

    def _logo(self) -> Iterator[str]:
        """The logo on a plate of paper, so that it can be seen on any ground."""
        place, logo = self.stage.place("logo"), self.setting.logo
        if place and logo:
            box = logo.within(place.box)
            yield decoration("rect", box.grown(_PLATE), PAPER, self.context)
            yield picture(box, logo.alt, "rId3", self.context)


def _known(place: TemplatePlaceholder, level: int = 0) -> float | None:
    return place.sizes[level] if level < len(place.sizes) else None
