"""A page that shows what is made of an organisation's template."""

from coprod_builder.preview.file_preview import file_preview
from coprod_content.plugins.template_report import TemplateReport
from coprod_web.templating import encoded, environment


def template_page(report: TemplateReport, key: str, suffix: str, data: bytes) -> bytes:
    """Return a web page about a template, in one file.

    `key` is the template's key in brand.yaml. `data` is a typical file made with the template, with its suffix. Slides
    in it are drawn.
    """
    page = environment("coprod_builder").get_template("template_page.html")
    preview = file_preview(suffix, data) if data else None
    return encoded(page.render(report=report, key=key, slides=preview.slides if preview else ()))
