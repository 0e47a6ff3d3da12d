"""Templates uploaded with a plan, and used only for that plan."""

from functools import lru_cache

from attrs import evolve, field, frozen

from coprod_builder.preview.template_page import template_page
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import LARGEST_FILE as LARGEST_TEMPLATE
from coprod_content.content.library import Library
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.packs.template_preview import ExaminedTemplate, examined_template, template_preview
from coprod_content.plugins.renderers import RendererError

__all__ = ["LARGEST_TEMPLATE", "Templates", "UploadedTemplate", "report_page", "with_templates"]


@frozen
class UploadedTemplate:
    """An uploaded file, with its name on the sender's device."""

    name: str
    data: bytes = field(repr=False)


Templates = tuple[UploadedTemplate, ...]


def with_templates(brand: Brand, templates: Templates) -> Brand:
    """Return a copy of `brand` that uses the uploaded templates.

    Raises ContentError if a template cannot be used.
    """
    for template in templates:
        found = _examined(template, brand)
        if problems := [each for each in found.report.findings if each.level == "error"]:
            raise ContentError(problems)
        named = getattr(found.brand.reference, found.renderer)
        reference = evolve(brand.reference, **{found.renderer: named})
        brand = evolve(brand, reference=reference, files=found.brand.files)
    return brand


def report_page(template: UploadedTemplate, brand: Brand, library: Library) -> bytes:
    """Return a web page about a template.

    If the template is for PowerPoint and can be used, the page shows typical slides made with it. Raises ContentError
    if the file is too large or is not a template, and RendererError if no slides or document can be made with it.
    """
    found = _examined(template, brand)
    built = template_preview(found, library) if found.report.is_usable else None
    return template_page(found.report, found.renderer, built.suffix if built else "", (built and built.data) or b"")


@lru_cache(maxsize=2)
def _examined(template: UploadedTemplate, brand: Brand) -> ExaminedTemplate:
    if len(template.data) > LARGEST_TEMPLATE:
        what = f"'{template.name}' is larger than 25 MiB."
        raise ContentError([Finding(code="too-large", what=what, fix="Make its pictures smaller.")])
    try:
        return examined_template(template.data, template.name, brand)
    except RendererError as error:
        raise ContentError([Finding(code="template-refused", what=str(error))]) from error
