"""A bar that shrinks as a countdown after someone clicks it."""

from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Section
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import NO_LINE, decorative_shape, geometry, transform
from coprod_slides.theme_colours import ThemeColour

_MODES, _SHARED = ("alone", "pairs", "write"), ("pairs",)
_HEIGHT, _GAP, _MILLISECONDS = 5.0, 2.0, 60_000
_LONGEST = 59
"""The longest animation that PowerPoint allows, in minutes."""


def has_countdown(section: Section) -> bool:
    """Return whether a slide can have a countdown.

    Slides for breaks, quiet work and work in pairs can, if their minutes are known and are no more than PowerPoint
    allows.
    """
    timed = section.role == "break" or (section.role == "activity" and section.mode in _MODES)
    return timed and section.minutes is not None and section.minutes <= _LONGEST


def countdown_bar(id_: int, slide: SlideBox, number: SlideBox | None, colour: ThemeColour) -> str:
    """Return the bar along the bottom of a slide.

    If the slide number is in the way, the bar is on the wider side of it. `id_` is the id of the bar, and `number` the
    box for the slide number, if any.
    """
    box = slide.rows(slide.bottom - _HEIGHT, _HEIGHT)
    if number and number.overlaps(box):
        after = SlideBox(number.right + _GAP, box.y, max(0.0, slide.right - number.right - _GAP), _HEIGHT)
        before = SlideBox(0, box.y, max(0.0, number.x - _GAP), _HEIGHT)
        box = max(before, after, key=lambda each: each.width)
    return decorative_shape(id_, f"Countdown {id_}", f"{transform(box)}{geometry('rect')}{colour.fill}{NO_LINE}")


def countdown_note(section: Section) -> Paragraph:
    """Return a note that says how to use the countdown."""
    swap = " People swap when half of the bar is left." if section.mode in _SHARED else ""
    return Paragraph(
        f"Countdown: it is off until you click the bar at the foot of the slide, and then takes "
        f"{minutes_in_words(section.minutes or 0)}.{swap} Leave it off if a clock would make anyone anxious."
    )


def countdown_timing(id_: int, minutes: int) -> str:
    """Return the animation that starts when someone clicks the bar.

    `id_` is the id of the bar.
    """
    length = minutes * _MILLISECONDS
    target = f'<p:tgtEl><p:spTgt spid="{id_}"/></p:tgtEl>'
    click = f'<p:cond evt="onClick" delay="0">{target}</p:cond>'
    now = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    wipe = (
        f'<p:animEffect transition="out" filter="wipe(right)"><p:cBhvr><p:cTn id="6" dur="{length}"/>{target}</p:cBhvr>'
        "</p:animEffect>"
    )
    hide = (
        f'<p:set><p:cBhvr><p:cTn id="7" dur="1" fill="hold"><p:stCondLst><p:cond delay="{length - 1}"/></p:stCondLst>'
        f"</p:cTn>{target}<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="hidden"/></p:to></p:set>'
    )
    effect = (
        '<p:par><p:cTn id="5" presetID="22" presetClass="exit" presetSubtype="2" fill="hold" grpId="0" '
        f'nodeType="clickEffect">{now}<p:childTnLst>{wipe}{hide}</p:childTnLst></p:cTn></p:par>'
    )
    for number in (4, 3):
        effect = f'<p:par><p:cTn id="{number}" fill="hold">{now}<p:childTnLst>{effect}</p:childTnLst></p:cTn></p:par>'
    sequence = (
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" restart="whenNotActive" fill="hold" '
        f'evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{click}</p:stCondLst>'
        '<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>'
        f"<p:childTnLst>{effect}</p:childTnLst></p:cTn><p:nextCondLst>{click}</p:nextCondLst></p:seq>"
    )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f"{sequence}</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f'<p:bldLst><p:bldP spid="{id_}" grpId="0" animBg="1"/></p:bldLst></p:timing>'
    )
