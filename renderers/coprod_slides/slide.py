"""One slide: its title, label, time, blocks and number on the layout that suits it."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim
from coprod_slides.blocks import Body
from coprod_slides.box import Box
from coprod_slides.colours import BRAND, PAPER, TINT, Colour, of_role
from coprod_slides.deck import Page
from coprod_slides.figures import figure
from coprod_slides.frame import SlideFrame
from coprod_slides.frames import SlideFrames
from coprod_slides.levels import TIGHT
from coprod_slides.logo import Picture
from coprod_slides.looks import LOOKS, Look
from coprod_slides.notes import notes_slide
from coprod_slides.pen import Pen
from coprod_slides.pictures import picture_of, room_of
from coprod_slides.runs import Line, paragraph
from coprod_slides.shapes import decoration, picture, placed, slide_number
from coprod_slides.slots import BADGE_SIZE
from coprod_slides.stage import Place, Stage, Template
from coprod_slides.words import minutes, tied
from coprod_slides.xml import HEAD, MASTER_COLOURS, NAMESPACES, NO_GROUP

_STRIPE = 5.0
_PLATE = 3.0


@frozen(kw_only=True)
class Setting:
    """What all slides of a deck share."""

    template: Template
    frames: SlideFrames
    language: str
    imprint: str
    logo: Picture | None
    sun: Colour
    edge: Colour | None = None


def page(section: Section, number: int, setting: Setting) -> Page:
    """A section as a slide, with its notes."""
    frame = setting.frames.of(section)
    look, stage = LOOKS[frame.layout], setting.template.stage(frame.layout)
    own = look.accent == "always" or (look.accent == "own" and of_role(section.accent) != BRAND)
    accent = of_role(section.accent)
    dark = look.accent != "never" and not look.page
    pen = Pen(
        setting.language, accent, frame.natural, dark=dark, sun=setting.sun, edge=setting.edge, face=frame.metrics
    )
    sheet = _Sheet(section=section, frame=frame, look=look, stage=stage, setting=setting, pen=pen)
    shapes = "".join(sheet.shapes(number))
    notes = Pen(setting.language, first_link=3)
    return Page(
        xml=_xml(shapes, accent if own else None),
        layout=stage.part,
        group=section.group,
        links=pen.links,
        logo=setting.logo.part if setting.logo and stage.place("logo") else "",
        notes=notes_slide(section.notes, notes) if section.notes else b"",
        note_links=notes.links,
    )


def _xml(shapes: str, ground: Colour | None) -> bytes:
    filled = f"<p:bg><p:bgPr>{ground.fill}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    tree = f"<p:spTree>{NO_GROUP}{shapes}</p:spTree>"
    return f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{filled}{tree}</p:cSld>{MASTER_COLOURS}</p:sld>".encode()


@frozen(kw_only=True)
class _Sheet:
    """A slide in the making."""

    section: Section
    frame: SlideFrame
    look: Look
    stage: Stage
    setting: Setting
    pen: Pen

    def shapes(self, number: int) -> Iterator[str]:
        """The shapes of the slide in reading order, which is also that of drawing."""
        yield self._title()
        if self.look.stripe:
            yield decoration(
                "rect", Box(0, 0, _STRIPE, self.setting.template.height / 36_000), self.pen.accent, self.pen
            )
        yield self._picture()
        yield self._words("label", self.section.label, self.pen.accent if self.look.stripe else None)
        yield self._minutes()
        yield from self._body()
        yield self._words("imprint", self.setting.imprint)
        yield from self._logo()
        place = self.stage.place("number")
        if place:
            yield slide_number(place, number, self.pen)

    def _title(self) -> str:
        place, words = self.stage["title"], tied(self.section.title)
        type_ = self.frame.title_type(self.section) or self.frame.title[-1]
        line = Line(type=evolve(type_, strong=False), known=_known(place))
        box = evolve(place.box, width=self.frame.narrowed(words, type_))
        return placed("title", place, paragraph(verbatim(words), line, self.pen), self.pen, box=box)

    def _words(self, key: str, words: str, colour: Colour | None = None) -> str:
        """A placeholder for a line of small text, nothing where there are no words or no such placeholder."""
        place = self.stage.place(key)
        if place is None or not words.strip():
            return ""
        line = Line(type=evolve(self.frame.label, strong=False), known=_known(place), colour=colour)
        return placed(key, place, paragraph(verbatim(words), line, self.pen), self.pen)

    def _picture(self) -> str:
        """The picture that goes with the section, where the layout has room for it."""
        room = room_of(self.look, self.stage, self.setting.template)
        if not room:
            return ""
        picture = picture_of(self.section, self.look, plain=self.pen.edge is not None)
        return figure(picture, "", room, self.pen)

    def _minutes(self) -> str:
        """How long the slide takes: in a badge, the number large, or in a line."""
        place, count = self.stage.place("minutes"), self.section.minutes
        if place is None or count is None:
            return ""
        number, unit = minutes(count)
        if (_known(place) or 0) <= self.frame.label.size:
            return self._words("minutes", f"{number} {unit}")
        fill = {"paper": PAPER, "tint": TINT, "accent": self.pen.accent}.get(self.look.badge or "")
        badge = decoration("ellipse", place.box, fill, self.pen, edged=True) if fill else ""
        return badge + placed("minutes", place, self._large(number, place, 0) + self._large(unit, place, 1), self.pen)

    def _large(self, words: str, place: Place, level: int) -> str:
        """A line of a badge, in the size that its placeholder gives it."""
        size = _known(place, level) or BADGE_SIZE
        line = Line(
            type=TextStyle(size, line=self.pen.natural * TIGHT / 100),
            known=size,
            level=level,
            colour=self.pen.accent if self.look.page else None,
        )
        return paragraph(verbatim(words), line, self.pen)

    def _body(self) -> Iterator[str]:
        """The blocks; a last line of fine print goes into the placeholder for the source, where there is one."""
        body = Body(stage=self.stage, frame=self.frame, ground=PAPER if self.look.page else None)
        place, blocks = self.stage.place("source"), self.section.blocks
        source = blocks[-1] if place and len(blocks) > 1 else None
        if place and isinstance(source, Paragraph) and source.style == "small" and self._holds(place, source):
            yield from body.shapes(blocks[:-1], self.pen)
            line = Line(type=self.frame.small, known=_known(place))
            yield placed("source", place, paragraph(source.text, line, self.pen), self.pen)
        else:
            yield from body.shapes(blocks, self.pen)

    def _holds(self, place: Place, source: Paragraph) -> bool:
        return self.frame.text_height(source.text, place.box.width, self.frame.small) <= place.box.height

    def _logo(self) -> Iterator[str]:
        """The logo on a plate of paper, so that it can be seen on any ground."""
        place, logo = self.stage.place("logo"), self.setting.logo
        if place and logo:
            box = logo.within(place.box)
            yield decoration("rect", box.grown(_PLATE), PAPER, self.pen)
            yield picture(box, logo.alt, "rId3", self.pen)


def _known(place: Place, level: int = 0) -> float | None:
    return place.sizes[level] if level < len(place.sizes) else None
