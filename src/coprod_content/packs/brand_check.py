"""Check a brand by making files with it."""

from collections.abc import Iterator

from coprod_content.access.access_editions import ACCESS_EDITIONS, STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import ExaminedBrand
from coprod_content.content.library import Library
from coprod_content.editions import SelectionError, compose, edition_named
from coprod_content.files.converter import Problem
from coprod_content.findings.finding import Finding
from coprod_content.layout.fit import fit
from coprod_content.layout.font_problems import font_problems
from coprod_content.packs.build import make_file
from coprod_content.packs.pack_files import pack_files, workshop_selection
from coprod_content.plugins.renderers import installed_renderers, renderer

_SAMPLE = "first-steps"
_SHOWN = 3


def brand_findings(examined: ExaminedBrand, library: Library | None = None) -> tuple[Finding, ...]:
    """Return all findings about a brand, including its fonts.

    If `library` is given and the brand is not the canonical one, files are also made from the library in every format,
    and the problems with them are reported.
    """
    brand = examined.brand
    if brand is None:
        return examined.findings
    found = (*examined.findings, *map(examined.placed, font_problems(brand)))
    if library is None or not examined.is_own or any(finding.level == "error" for finding in found):
        return found
    problems = tuple(_sample_problems(brand, library)) or tuple(_overlong(brand, library))
    return (*found, *dict.fromkeys(examined.placed(problem) for problem in problems))


def _sample_problems(brand: Brand, library: Library) -> Iterator[Problem]:
    """Make a small pack in each access edition, and yield any problems."""
    workshop = library.workshops[_SAMPLE]
    for access in ACCESS_EDITIONS:
        for spec in pack_files(workshop, library, access.name):
            if access is not STANDARD and not renderer(spec.renderer).reference:
                continue  # only a reference file makes a difference in these editions
            try:
                built = make_file(spec, library, brand)
            except SelectionError:
                continue
            except Exception as error:
                yield Problem(_blamed(str(error), brand), "brand", _reason(error), "")
                continue
            faults = tuple(each for each in built.findings if each.code != "does-not-fit")
            for code in dict.fromkeys(each.code for each in faults):
                each, *others = (fault for fault in faults if fault.code == code)
                more = f" There are {len(others)} more like it." if others else ""
                what = f"a {built.suffix} file made with this brand has a fault: {each.what}{more}"
                yield Problem(_blamed(each.what, brand), "brand", what, each.fix, level=each.level)


def _reason(error: Exception) -> str:
    """Return the first line of an error's message, for a finding.

    If a ValueError caused the error, its message is used instead.
    """
    cause = error.__cause__ if isinstance(error.__cause__, ValueError) else error
    return str(cause).splitlines()[0]


def _blamed(message: str, brand: Brand) -> tuple[str, ...]:
    """Return the brand field whose file a message mentions, if any."""
    named = {("reference", "slides"): brand.reference.slides, ("reference", "guide"): brand.reference.guide}
    return next((path for path, name in named.items() if name and name in message), ())


def _overlong(brand: Brand, library: Library) -> Iterator[Problem]:
    """Yield a problem for each renderer with texts that do not fit."""
    for name, found in installed_renderers().usable:
        editions = dict.fromkeys(offered.edition for offered in (*found.in_pack, *found.on_site))
        overlong: list[Finding] = []
        for edition in editions:
            if found.frames is None:
                continue
            frames = found.frames(edition_named(edition).brand(brand))
            workshops = library.workshops.values()
            for select in dict.fromkeys(workshop_selection(edition, workshop) for workshop in workshops):
                try:
                    overlong += fit(compose(edition, library, select), frames).findings
                except SelectionError:
                    continue
        distinct = tuple({finding.what: finding for finding in overlong}.values())
        if distinct:
            shown = "; ".join(f"in '{finding.field}', {finding.what.rstrip('.')}" for finding in distinct[:_SHOWN])
            more = f"; and {len(distinct) - _SHOWN} more" if len(distinct) > _SHOWN else ""
            what = f"some texts are too long for '{name}' files in this brand: {shown}{more}."
            yield Problem((), "brand", what, "Choose a narrower font, smaller sizes or larger sheets.")
