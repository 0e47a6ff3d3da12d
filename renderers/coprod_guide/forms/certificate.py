"""Certificates: one page of centred text inside a border."""

from attrs import evolve

from coprod_content.document.blocks import Block, Paragraph
from coprod_content.document.certificate import TYPED, CertificateFields
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_guide.body.blocks import blocks_xml
from coprod_guide.body.cover import cover_xml
from coprod_guide.body.figures import logo_run
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import END, table_row, table_start
from coprod_guide.forms.form_fields import answer_xml, fill_in_xml
from coprod_guide.forms.letterhead import small_logo, title_xml
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_CENTRED = ParagraphFormat(align="center", keep_next=True)
_ABOVE_LOGO, _ABOVE_TITLE, _ABOVE_PART, _ABOVE_LABEL, _ABOVE_ROW = 16.0, 24.0, 28.0, 12.0, 20.0  # points
_SHORTER, _GAP = 24.0, 2.5  # millimetres at each end of a line, and at each side of a column
_NARROWEST = 3.5  # millimetres of a column for each point of type
_MARGINS = {"top": 20.0, "bottom": 28.0, "header": 15.0, "footer": 15.0}  # millimetres, inside the border


def set_certificate_page(writer: WordWriter) -> None:
    """Draw a border around the page, and keep everything inside it."""
    writer.page.set_margins(**_MARGINS)
    writer.page.set_border(writer.accent("brand"))


def certificate_head_xml(section: Section, document: Document, writer: WordWriter) -> str:
    """Return everything above the first part of a certificate.

    In an organisation's own template, a cover in the template's styles is returned instead.
    """
    if not writer.has_our_page:
        return cover_xml(section, document, writer)
    logo, centred = small_logo(writer), evolve(_CENTRED, before=_ABOVE_LOGO)
    image = writer.paragraph(WordStyle.LABEL, logo_run(logo, writer), evolve(centred, line=1)) if logo else ""
    label = writer.paragraph(WordStyle.LABEL, run(section.label), centred) if section.label.strip() else ""
    title = title_xml(section, writer, evolve(_CENTRED, before=_ABOVE_TITLE, after=0), ruled=False)
    return image + label + title + "".join(_centred(block, writer) for block in section.blocks)


def certificate_part_xml(section: Section, document: Document, writer: WordWriter) -> str:
    """Return a part of a certificate.

    Fields meant to be side by side are put one below another if the type is too large for columns.
    """
    fields = CertificateFields.of(document)
    row = fields.beside if _has_room(fields.beside, writer) and section == document.sections[-1] else ()
    blocks = (block for block in section.blocks if block not in row)
    pieces = [_heading(section, writer)]
    pieces += [_centred(block, writer, largest=block == fields.largest) for block in blocks]
    return "".join(pieces) + (_signatures(section.title, row, writer) if row else "")


def _has_room(fields: tuple[FillIn, ...], writer: WordWriter) -> bool:
    return writer.text_width * MM_PER_TWIP >= len(fields) * _NARROWEST * writer.brand.guide.body


def _heading(section: Section, writer: WordWriter) -> str:
    look = RunFormat(bold=False, size=writer.brand.guide.lead)
    if writer.styles.foreign:
        return writer.paragraph(WordStyle.HEADING_1, run(section.title), _CENTRED)
    unruled = (Border("bottom", writer.direct_colour("paper"), 0.25),)
    return writer.paragraph(
        WordStyle.HEADING_1,
        run(section.title, look.xml),
        evolve(_CENTRED, before=_ABOVE_PART, after=0, borders=unruled),
    )


def _centred(block: Block, writer: WordWriter, *, largest: bool = False) -> str:
    match block:
        case FillIn() if block.kind in TYPED:
            style = WordStyle.CERTIFICATE_NAME if largest else WordStyle.CERTIFICATE_ANSWER
            side = 0.0 if block.answer else _SHORTER
            shown = ParagraphFormat(left=side, right=side, borders=_rule(block, writer))
            label = writer.paragraph(WordStyle.SMALL, _label(block, writer), evolve(_CENTRED, before=_ABOVE_LABEL))
            return label + writer.paragraph(style, answer_xml(block, writer), shown)
        case FillIn():
            return fill_in_xml(block, writer)
        case Paragraph(text, _):
            return writer.paragraph(WordStyle.BODY, runs(text, writer), _CENTRED)
        case _:
            return blocks_xml((block,), writer)


def _label(block: FillIn, writer: WordWriter) -> str:
    return run(block.label) + (run(" ") + runs(block.help, writer) if block.help else "")


def _rule(block: FillIn, writer: WordWriter) -> tuple[Border, ...]:
    """Return an invisible line to put below a known answer.

    It replaces the line of the answer's style. Returns an empty tuple for other answers, which keep that line.
    """
    return (Border("bottom", writer.direct_colour("paper"), 0.75, 3),) if block.answer else ()


def _signatures(title: str, fields: tuple[FillIn, ...], writer: WordWriter) -> str:
    """Return fields side by side, in a table with labels as headings."""
    each = writer.text_width // len(fields)
    widths = (each,) * len(fields)
    sides = ParagraphFormat(left=_GAP, right=_GAP)
    above = evolve(_CENTRED, left=_GAP, right=_GAP, before=_ABOVE_ROW)
    labels = (writer.paragraph(WordStyle.SMALL, _label(field, writer), above) for field in fields)
    answers = (
        writer.paragraph(WordStyle.CERTIFICATE_ANSWER, answer_xml(f, writer), evolve(sides, borders=_rule(f, writer)))
        for f in fields
    )
    size = f"A header row and 1 row in {len(fields)} columns."
    start = table_start(writer.style_id(WordStyle.WRITING_TABLE), title, size, widths)
    return start + table_row(tuple(labels), widths, header=True) + table_row(tuple(answers), widths) + END
