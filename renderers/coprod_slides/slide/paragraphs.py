"""Text as paragraphs and runs of DrawingML, spaced as it was measured."""

from typing import Literal

from attrs import frozen

from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span, Text
from coprod_office import escaped
from coprod_slides.drawingml import emu
from coprod_slides.slide.part_context import PartContext
from coprod_slides.theme_colours import ThemeColour

_SPACES = dict.fromkeys(map(ord, "\t\n\r\x85\u2028\u2029"), " ")
_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
_POINTS = 72 / 25.4
_NOTE_INDENT = 228_600
_LAST_NUMBER = 32_767


@frozen(kw_only=True)
class ParagraphFormat:
    """How a paragraph is written.

    `known` is the type size that it would have anyway, by its placeholder; `level` its level there, from nought.
    `before` is the space above it and `extra` more of it below, in millimetres. A list entry has an `indent` in
    millimetres and `number`, where it is numbered, the number that its list starts at.
    """

    type: TextStyle
    known: float | None = None
    level: int = 0
    before: float = 0.0
    extra: float = 0.0
    indent: float | None = None
    number: int | None = None
    colour: ThemeColour | None = None
    align: Literal["", "ctr", "r"] = ""


def paragraph(text: Text, line: ParagraphFormat, context: PartContext) -> str:
    """A paragraph. Its runs, and its end, name their language."""
    size = "" if line.type.size == line.known else f' sz="{round(line.type.size * 100)}"'
    fill = line.colour.fill if line.colour else ""
    runs = "".join(_run(span, size, fill, line.type.strong, context) for span in text)
    end = f"<a:endParaRPr lang={context.language}{size}/>"
    return f"<a:p>{_properties(line, context)}{runs}{end}</a:p>"


def _properties(line: ParagraphFormat, context: PartContext) -> str:
    level = f' lvl="{line.level}"' if line.level else ""
    align = f' algn="{line.align}"' if line.align else ""
    indent = "" if line.indent is None else f' marL="{emu(line.indent)}" indent="{-emu(line.indent)}"'
    spacing = round(line.type.line / context.natural * 100_000)
    before = f'<a:spcBef><a:spcPts val="{round(line.before * _POINTS * 100)}"/></a:spcBef>' if line.before else ""
    after = round((line.type.after + line.extra * _POINTS) * 100)
    return (
        f'<a:pPr{indent}{level}{align}><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>{before}'
        f'<a:spcAft><a:spcPts val="{after}"/></a:spcAft>{_bullet(line, context)}</a:pPr>'
    )


def _bullet(line: ParagraphFormat, context: PartContext) -> str:
    if line.indent is None:
        return ""
    colour = "" if context.dark else f"<a:buClr>{context.accent.xml}</a:buClr>"
    if line.number is None:
        return colour
    return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{started(line.number)}"/>'


def started(number: int) -> int:
    """The number that a list starts at, as far as the format lets it."""
    return min(max(number, 1), _LAST_NUMBER)


def _run(span: Span, size: str, fill: str, strong: bool, context: PartContext) -> str:
    marks = ' b="1"' if span.strong or strong else ""
    marks += ' i="1"' if span.emphasis else ""
    words = f"[{span.text}]" if span.citation else span.text
    link = _link(span.url, context) if span.url else ""
    properties = f"<a:rPr lang={context.language}{size}{marks}"
    properties += f">{fill}{link}</a:rPr>" if fill or link else "/>"
    return f"<a:r>{properties}<a:t>{escaped(words.translate(_SPACES))}</a:t></a:r>"


def _link(url: str, context: PartContext) -> str:
    relation = context.relation(url)
    if not relation:
        return ""
    target = f'<a:hlinkClick r:id="{relation}"'
    return f"{target}>{_TEXT_COLOUR}</a:hlinkClick>" if context.dark else f"{target}/>"


def note(text: Text, context: PartContext, bullet: str = "") -> str:
    """A paragraph of notes; `bullet` is the element of its bullet, where it is a list entry."""
    properties = f'<a:pPr marL="{_NOTE_INDENT}" indent="{-_NOTE_INDENT}">{bullet}</a:pPr>' if bullet else ""
    runs = "".join(_run(span, "", "", False, context) for span in text)
    return f"<a:p>{properties}{runs}<a:endParaRPr lang={context.language}/></a:p>"
