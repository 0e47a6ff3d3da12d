"""Write text as DrawingML paragraphs and runs."""

from typing import Literal

from attrs import frozen

from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span, Text
from coprod_office import escaped
from coprod_slides.drawingml import POINTS_PER_MM, emu
from coprod_slides.fitting.line_counts import with_short_links
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.deck_template import TemplateLevel
from coprod_slides.template.layout_model import Bullet
from coprod_slides.template.masters import BULLETS, LEAST_SIZE
from coprod_slides.theme_colours import ThemeColour

_SPACES = dict.fromkeys(map(ord, "\t\n\r\x85\u2028\u2029"), " ")
_LINK_IN_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
_NOTE_INDENT = 228_600
_SAME, _NOTHING = 0.05, TemplateLevel()
_LAST_NUMBER = 32_767


@frozen(kw_only=True)
class SlideTextFormat:
    """The format of a paragraph on a slide.

    `inherited` is the format that the paragraph inherits from list level `level`, counted from zero. Only differences
    from it are written. `before` is the space above in millimetres. A list item has the `bullet` of its kind, an
    `indent` in millimetres and, in a numbered list, the `number` of the list's first item.
    """

    style: TextStyle
    inherited: TemplateLevel = _NOTHING
    level: int = 0
    before: float = 0.0
    bullet: Bullet = ""
    indent: float = 0.0
    number: int | None = None
    colour: ThemeColour | None = None
    align: Literal["", "ctr", "r"] = ""


TABLE_LEVEL = TemplateLevel(LEAST_SIZE, after=0.0, margin=0.0, bullet="")
"""The format that text in tables inherits."""


def paragraph(text: Text, format_: SlideTextFormat, context: PartContext) -> str:
    """Return a DrawingML paragraph, with the language set on every run."""
    size = "" if format_.style.size == format_.inherited.size else f' sz="{round(format_.style.size * 100)}"'
    colour = format_.colour or format_.inherited.colour
    fill, size = colour.fill if colour else "", size + format_.inherited.mended
    runs = "".join(_run(span, size, fill, format_.style.strong, context) for span in with_short_links(text))
    end = f"<a:endParaRPr lang={context.language}{size}/>"
    return f"<a:p>{_properties(format_, context)}{runs}{end}</a:p>"


def _properties(format_: SlideTextFormat, context: PartContext) -> str:
    inherited, style = format_.inherited, format_.style
    attributes = f' lvl="{format_.level}"' if format_.level else ""
    attributes += f' algn="{format_.align}"' if format_.align else ""
    if inherited.margin is None or abs(format_.indent - inherited.margin) > _SAME:
        attributes = f' marL="{emu(format_.indent)}" indent="{-emu(format_.indent)}"{attributes}'
    line, spacing = style.line / context.line_height * 100, ""
    if inherited.line is None or abs(line - inherited.line) > _SAME:
        spacing += f'<a:lnSpc><a:spcPct val="{round(line * 1000)}"/></a:lnSpc>'
    if format_.before or inherited.before:
        spacing += f'<a:spcBef><a:spcPts val="{round(format_.before * POINTS_PER_MM * 100)}"/></a:spcBef>'
    if style.after != inherited.after:
        spacing += f'<a:spcAft><a:spcPts val="{round(style.after * 100)}"/></a:spcAft>'
    inner = spacing + _bullet(format_)
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if inner else f"<a:pPr{attributes}/>" if attributes else ""


def _bullet(format_: SlideTextFormat) -> str:
    if format_.number is not None:
        return numbered_bullet(format_.number)
    mark = {"": "", "dot": "•", "dash": "–", "box": "□"}.get(format_.bullet)
    return "" if format_.inherited.bullet == mark else BULLETS[format_.bullet]


def numbered_bullet(start: int) -> str:
    """Return the XML for automatic list numbering that starts at `start`."""
    number = min(max(start, 1), _LAST_NUMBER)
    return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{number}"/>'


def _run(span: Span, size: str, fill: str, strong: bool, context: PartContext) -> str:
    bold = span.strong or strong
    attributes = ' b="1"' if bold else ""
    attributes += ' i="1"' if span.emphasis else ""
    size = size.replace(' b="0"', "") if bold else size
    words = f"[{span.text}]" if span.citation else span.text
    link = _link(span, context) if span.url or span.kind else ""
    fill = fill or (context.link.fill if link and context.link else "")
    properties = f"<a:rPr lang={context.language}{size}{attributes}"
    properties += f">{fill}{link}</a:rPr>" if fill or link else "/>"
    return f"<a:r>{properties}<a:t>{escaped(words.translate(_SPACES))}</a:t></a:r>"


def _link(span: Span, context: PartContext) -> str:
    jump = context.jump_id(span.item) if span.kind else ""
    id_ = jump or (context.link_id(span.url) if span.url else "")
    if not id_:
        return ""
    link = f'<a:hlinkClick r:id="{id_}"' + (' action="ppaction://hlinksldjump"' if jump else "")
    return f"{link}>{_LINK_IN_TEXT_COLOUR}</a:hlinkClick>" if context.dark else f"{link}/>"


def note_paragraph(text: Text, context: PartContext, bullet: str = "") -> str:
    """Return a notes paragraph, as a list item if `bullet` is given."""
    properties = f'<a:pPr marL="{_NOTE_INDENT}" indent="{-_NOTE_INDENT}">{bullet}</a:pPr>' if bullet else ""
    runs = "".join(_run(span, "", "", False, context) for span in text)
    return f"<a:p>{properties}{runs}<a:endParaRPr lang={context.language}/></a:p>"
