"""A page that shows how an organisation's template is used."""

import base64
import hashlib
import re

from markupsafe import Markup

from coprod_builder.preview.file_preview import file_preview
from coprod_content.plugins.template_report import TemplateReport
from coprod_web.templating import encoded, environment


def template_page(report: TemplateReport, key: str, suffix: str, data: bytes) -> bytes:
    """Return a self-contained web page that reports on a template.

    `key` is the template's key in brand.yaml. `data` is a typical file made with the template, or empty, and `suffix`
    is that file's suffix. If the file is a deck, the page also shows its slides.
    """
    found = environment("coprod_builder")
    found.globals["colour_pieces"] = colour_pieces
    page, style = found.get_template("template_page.html"), found.get_template("template_page.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    preview = file_preview(suffix, data) if data else None
    return encoded(
        page.render(
            report=report,
            key=key,
            slides=preview.slides if preview else (),
            style=Markup(style),  # a file of ours, without values
            style_hash=f"sha256-{digest}",
        )
    )


def colour_pieces(words: str) -> tuple[str, ...]:
    """Split a sentence before and after each colour, such as `#005eb8`."""
    return tuple(piece for piece in re.split(r"(#[0-9a-f]{6})\b", words) if piece)
