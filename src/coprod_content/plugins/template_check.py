"""Check the templates that a brand names."""

from collections.abc import Iterator
from itertools import product

from attrs import evolve

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.load_brand import ExaminedBrand
from coprod_content.brand.palette_notes import BEHIND_TEXT, TEXT_ROLES
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
    """Return findings about templates that are refused, and about logos and palettes.

    If a template is refused, nothing else is reported.
    """
    if refused := tuple(_refused_templates(brand, examined)):
        return refused
    found = (*_hidden_logo(brand), *_palette_of_another_template(brand), *_replaced_colours(brand))
    return tuple(map(examined.placed, found))


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


def _replaced_colours(brand: Brand) -> Iterator[Problem]:
    """Yield advice for each colour in brand.yaml that a template replaces.

    Such a colour would make text hard to read. The advice says which colour is used in its place.
    """
    named = [name for name in names() if getattr(brand.reference, name, None)]
    palettes = {name: templated_brand(name, brand).palette for name in named}
    for role, name in product((*TEXT_ROLES, *BEHIND_TEXT), named):
        stated, used = (getattr(palette, role) for palette in (brand.palette, palettes[name]))
        if brand.sets(f"palette.{role}") and stated != used:
            where = f"{caption_of(name)} files use {used}"
            what = f"{stated} is hard to read with the colours of your template, so {where}."
            yield Problem(("palette", role), "template-contrast", what, "", level="advice")


def _refused_templates(brand: Brand, examined: ExaminedBrand) -> Iterator[Finding]:
    for name, error in template_errors(brand):
        if isinstance(error, ContentError):
            path = "reference", f"{name}_map"
            for finding in error.findings:
                yield examined.placed(Problem(path, finding.code, str(finding), ""))
        else:
            yield examined.placed(Problem(("reference", name), "template-refused", str(error), ""))
