"""Check the templates that a brand names."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.load_brand import ExaminedBrand
from coprod_content.files.field_errors import Problem
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.plugins.renderers import (
    caption_of,
    names,
    template_errors,
    templated_brand,
    templates_without_logo,
)


def template_findings(brand: Brand, examined: ExaminedBrand) -> tuple[Finding, ...]:
    """Return findings about refused templates, hidden logos and unrelated palettes."""
    if refused := tuple(_refused_templates(brand, examined)):
        return refused
    return tuple(examined.placed(each) for each in (*_hidden_logo(brand), *_palette_of_another_template(brand)))


def _hidden_logo(brand: Brand) -> Iterator[Problem]:
    names = templates_without_logo(brand)
    if names:
        kinds, ending = " and ".join(map(caption_of, names)), " has" if len(names) == 1 else "s have"
        what = f"your logo is left out of {kinds} files, because the template{ending} a picture in its place."
        yield Problem(("reference", names[0]), "template-logo", what, "", level="advice")


def _palette_of_another_template(brand: Brand) -> Iterator[Problem]:
    """Yield advice if no theme has a colour of any template."""
    if not all(brand.sets(f"palette.{role}") for role in THEME_ROLES):
        return
    unset = evolve(brand, own_fields=tuple(each for each in brand.own_fields if not each.startswith("palette.")))
    named = [name for name in names() if getattr(brand.reference, name, None)]
    theirs = {getattr(templated_brand(name, unset).palette, role) for name in named for role in THEME_ROLES}
    if named and not theirs & {getattr(brand.palette, role) for role in THEME_ROLES}:
        what = "none of the themes has a colour of your template."
        fix = "If the template is new, delete the lines that begin with theme_, or write its colours there."
        yield Problem(("palette", THEME_ROLES[0]), "template-palette", what, fix, level="advice")


def _refused_templates(brand: Brand, examined: ExaminedBrand) -> Iterator[Finding]:
    for name, error in template_errors(brand):
        if isinstance(error, ContentError):
            path = "reference", f"{name}_map"
            for finding in error.findings:
                yield examined.placed(Problem(path, finding.code, str(finding), ""))
        else:
            yield examined.placed(Problem(("reference", name), "template-refused", str(error), ""))
