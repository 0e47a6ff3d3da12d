"""Check a brand by making files with it."""

from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from coprod_content.access.access_editions import ACCESS_EDITIONS, STANDARD, AccessEdition, access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import ExaminedBrand, load_brand
from coprod_content.content.library import Library
from coprod_content.content.model import PostcardSlot, Workshop
from coprod_content.document.one_of_each import one_of_each
from coprod_content.editions import SelectionError, compose
from coprod_content.editions.identity import content_sources, identified, published, typeset
from coprod_content.files.field_errors import Problem
from coprod_content.findings.fault import Fault
from coprod_content.findings.finding import Finding
from coprod_content.layout.font_problems import font_problems
from coprod_content.packs.build import BuiltFile, FileSpec, adapted, look_of, make_file, render
from coprod_content.packs.content_check import faults_of
from coprod_content.packs.downloads import download_specs
from coprod_content.packs.files_to_check import FilesOfDocument, files_of
from coprod_content.packs.pack_files import pack_files
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.plugins.renderers import RendererError, caption_of, frames_in, renderer
from coprod_content.plugins.template_check import template_findings

_SAMPLE = "first-steps"
_SHOWN = 3
_CAN_LENGTHEN: tuple[tuple[str, ...], ...] = (
    ("fonts", "office"),
    ("fonts", "print"),
    ("slides",),
    ("cards",),
    ("printing",),
    ("paper",),
)
"""The fields of a brand that can make text too long for its space."""
_LAYOUT = ("fonts", "slides", "cards", "printing", "paper", "reference", "logo", "logo_on", "organisation")
_ONLY_TEMPLATES = frozenset({"reference", "organisation"})
_WORDS = ("name", "strapline", "contact", "licence")
"""The fields of an organisation with text that needs a font."""


def brand_findings(examined: ExaminedBrand, library: Library | None = None) -> tuple[Finding, ...]:
    """Return all findings about a brand, including its fonts.

    If `library` is given, the brand is not the canonical one and no other finding is an error, sample files are also
    made from the library in every format, and any problems with them are reported.
    """
    brand = examined.brand
    if brand is None:
        return examined.findings
    found = (*examined.findings, *map(examined.placed, font_problems(brand)))
    if library is None or not examined.is_own or any(finding.level == "error" for finding in found):
        return found
    found = (*found, *template_findings(brand, examined))
    if any(finding.level == "error" for finding in found):
        return found
    problems = tuple(_sample_problems(brand, library))
    if not problems and _layout_changes(brand):
        problems = tuple(_overlong(brand, library, examined))
    return (*found, *dict.fromkeys(examined.placed(problem) for problem in problems))


def _layout_changes(brand: Brand) -> frozenset[str]:
    """Return the names of changed fields that affect the space for text."""
    usual = load_brand()
    return frozenset(name for name in _LAYOUT if getattr(brand, name) != getattr(usual, name))


def _sample_problems(brand: Brand, library: Library) -> Iterator[Problem]:
    """Make a small pack, and yield any problems.

    If the brand changes sizes or fonts, the files whose layouts or styles a brand can replace are also made in each
    access edition. If it changes only templates, only files that use those templates are made in the access editions.
    """
    changes = _layout_changes(brand)
    workshop = _sample(library)
    library = with_workshop(library, workshop)
    for access in ACCESS_EDITIONS if changes else (STANDARD,):
        for spec in _samples(pack_files(workshop, library, access.name), brand, access):
            try:
                built = _sample_file(spec, library, brand)
            except SelectionError:
                continue
            except Exception as error:
                yield Problem(_blamed(str(error), brand), "brand", _reason(error), "")
                continue
            faults = tuple(each for each in built.findings if each.code != "does-not-fit")
            for code in dict.fromkeys(each.code for each in faults):
                each, *others = (fault for fault in faults if fault.code == code)
                more = f" There {'is' if len(others) == 1 else 'are'} {len(others)} more like it." if others else ""
                what = f"a {built.suffix} file made with this brand has a fault: {each.what}{more}"
                yield Problem(_blamed(each.what, brand), "brand", what, each.fix, level=each.level)


def _sample_file(spec: FileSpec, library: Library, brand: Brand) -> BuiltFile:
    """Make the file that `spec` describes.

    In an access edition other than the standard one, the file has only one section of each kind.
    """
    access = access_edition_named(spec.access)
    if access is STANDARD:
        return make_file(spec, library, brand)
    instead = access.substitute(spec.edition)
    document = one_of_each(compose(instead.edition, library, spec.select or instead.select))
    document = identified(document, brand, library)
    document, to, brand = adapted(document, instead.edition, spec.renderer, brand, access)
    return render(document, to, brand, library)


def _samples(specs: Iterable[FileSpec], brand: Brand, access: AccessEdition) -> Iterator[FileSpec]:
    """Yield the specifications of the files to make in an access edition.

    In the standard edition, all of `specs` are made. In any other, one file is made for each edition and each renderer
    whose layouts or styles a brand can replace.
    """
    if access is STANDARD:
        yield from specs
        return
    frames = _FramesOfBrands(brand)
    styled = [each for each in specs if renderer(each.renderer).reference]
    if _only_templates(brand):
        styled = [each for each in styled if getattr(brand.reference, each.renderer, None)]
        styled = [each for each in styled if not frames.exist(each) or frames.differ(each)]
    yield from {(each.edition, each.renderer): each for each in styled}.values()


def _only_templates(brand: Brand) -> bool:
    return _layout_changes(brand) <= _ONLY_TEMPLATES and not brand.shown_logo


def _sample(library: Library) -> Workshop:
    """Return a canonical workshop with only a few postcards."""
    workshop = library.workshops[_SAMPLE]
    few = (
        evolve(slot, postcards=slot.postcards[:2]) if isinstance(slot, PostcardSlot) else slot
        for slot in workshop.agenda
    )
    return evolve(workshop, agenda=tuple(few))


def _reason(error: Exception) -> str:
    """Return the first line of an error's message, for a finding.

    If a ValueError caused the error, its message is used instead.
    """
    cause = error.__cause__ if isinstance(error.__cause__, ValueError) else error
    return str(cause).splitlines()[0]


def _blamed(message: str, brand: Brand) -> tuple[str, ...]:
    """Return the path of the brand field that a message is about.

    The field is recognised by its value, or by a character of it, in the message. The path is empty if no field is
    recognised.
    """
    named = {("reference", "slides"): brand.reference.slides, ("reference", "guide"): brand.reference.guide}
    for name in _WORDS if brand.organisation else ():
        words = getattr(brand.organisation, name) or ""
        named[("organisation", name)] = next((f"'{each}' (U+" for each in words if f"'{each}' (U+" in message), None)
    return next((path for path, name in named.items() if name and name in message), ())


def _overlong(brand: Brand, library: Library, examined: ExaminedBrand) -> Iterator[Problem]:
    """Yield a problem if text is too long in any access edition."""
    found: dict[tuple[str, str], tuple[FilesOfDocument, Fault]] = {}
    for made in _affected_files(brand, library):
        for spec, _, fault in faults_of(made, brand):
            if fault.code == "does-not-fit":
                found.setdefault((fault.heading, fault.words), (evolve(made, files=(spec,)), fault))
    if found:
        shown = "; ".join(_described(made.files[0], fault) for made, fault in tuple(found.values())[:_SHOWN])
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        what = f"with this brand, some text is too long: {shown}{more}."
        (made, _), *_ = found.values()
        fix = "Choose a narrower font, smaller sizes or larger sheets."
        yield Problem(_to_blame(made, brand, examined), "brand", what, fix)


def _affected_files(brand: Brand, library: Library) -> Iterator[FilesOfDocument]:
    """Yield the files in which a brand can make text too long.

    A file whose frames are the canonical ones is included only if the brand names an organisation. Its document is then
    reduced to the sections that the organisation's details change.
    """
    specs, frames = tuple(spec.file for spec in download_specs(library)), _FramesOfBrands(brand)
    yield from files_of(specs, library, frames.differ)
    usual = files_of(specs, library, lambda spec: frames.exist(spec) and not frames.differ(spec))
    for made in usual if brand.organisation else ():
        before = published(made.document, load_brand(), library).sections
        document = published(made.document, brand, library)
        changed = tuple(section for section in document.sections if section not in before)
        part = evolve(document, sections=changed or document.sections[-1:])
        yield evolve(made, document=typeset(part, brand, library, content_sources(made.document, library)))


class _FramesOfBrands:
    """The frames of files with a brand, compared with the canonical ones."""

    def __init__(self, brand: Brand) -> None:
        self._brands = brand, evolve(load_brand(), organisation=brand.organisation, files=brand.files)
        self._only_templates = _only_templates(brand)
        self._differ = cache(self._compared)

    def exist(self, spec: FileSpec) -> bool:
        """Return whether a file has frames."""
        return bool(renderer(access_edition_named(spec.access).renderer(spec.renderer)).frames)

    def differ(self, spec: FileSpec) -> bool:
        """Return whether a file has frames that are not the canonical ones."""
        to = (access := access_edition_named(spec.access)).renderer(spec.renderer)
        if self._only_templates and not getattr(self._brands[0].reference, to, None):
            return False
        return self._differ(access.substitute(spec.edition).edition, to, access)

    def _compared(self, edition: str, to: str, access: AccessEdition) -> bool:
        try:
            own = frames_in(*look_of(edition, to, self._brands[0], access))
            if own is None or self._only_templates:
                return own is not None and own.templated
            usual = frames_in(*look_of(edition, to, self._brands[1], access))
            return own != usual or self._brands[0].fonts != self._brands[1].fonts
        except RendererError:  # the commands report it
            return False


def _described(spec: FileSpec, fault: Fault) -> str:
    access = access_edition_named(spec.access)
    named = ", ".join((caption_of(spec.renderer), *([] if access is STANDARD else [access.title or access.name])))
    return f"in '{fault.heading}' ({named}), {fault.what.rstrip('.')}"


def _to_blame(made: FilesOfDocument, brand: Brand, examined: ExaminedBrand) -> tuple[str, ...]:
    """Return the path of the brand field that makes text too long.

    The path is empty if no single field does.
    """
    usual = load_brand()
    for path in _CAN_LENGTHEN:
        whole = getattr(usual, path[0])
        changed = evolve(getattr(brand, path[0]), **{path[1]: getattr(whole, path[1])}) if path[1:] else whole
        if examined.sets(path) and not any(faults_of(made, evolve(brand, **{path[0]: changed}))):
            return path
    return ()
