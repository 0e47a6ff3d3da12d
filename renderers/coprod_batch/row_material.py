"""The library, brand and workshop of one organisation in a list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from attrs import asdict, evolve, field, frozen

from coprod_batch.listed_organisation import OrganisationRow
from coprod_content.access.access_editions import STANDARD, UnknownAccessEdition, access_edition_named
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.derived_palette import palette_from
from coprod_content.brand.load_brand import LARGEST_FILE, examine_brand
from coprod_content.brand.logo import logo_picture
from coprod_content.brand.organisation import Logo, Organisation
from coprod_content.checks.library import workshop_errors
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.model import Event, Workshop
from coprod_content.content.source import Source, display_path
from coprod_content.content.unknown_items import nearest_item, no_such_item
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.files.root_files import is_yaml
from coprod_content.files.text_file import UnreadableFile, read_bytes
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.planner.workshop_file import read_workshop, with_workshop
from coprod_content.plugins.renderers import RendererError, templated_brand
from coprod_content.starting.colours import hex_colour

_TEMPLATES = {"slides": (".pptx", ".potx"), "guide": (".docx", ".dotx")}
_EVENT = ("place", "day", "contact")


class RefusedRow(Exception):
    """Error for a row from which no pack can be made.

    `findings` contains all the problems in the row.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))


@frozen(kw_only=True)
class BatchContent:
    """The content that all organisations in a list share.

    `folder` is the folder of the list. `workshop` is the id or file of the workshop for rows that name none.
    """

    library: Library = field(repr=False)
    brand: Brand = field(repr=False)
    roots: tuple[Path, ...]
    folder: Path
    workshop: str


@frozen(kw_only=True)
class RowMaterial:
    """The content, brand and access editions for an organisation's pack."""

    workshop: Workshop
    library: Library = field(repr=False)
    brand: Brand = field(repr=False)
    access: tuple[str, ...]


def material_of(row: OrganisationRow, shared: BatchContent) -> RowMaterial:
    """Return the content, brand and access editions for an organisation's pack.

    Raises RefusedRow if there are problems in the row.
    """
    findings: list[Finding] = []
    brand = _brand(row, shared, findings)
    workshop = _workshop(row, shared, findings)
    findings += _refused_access(row)
    findings += _refused_language(row, shared)
    if findings or workshop is None:
        raise RefusedRow(tuple(findings))
    return RowMaterial(
        workshop=workshop,
        library=with_workshop(shared.library, workshop),
        brand=brand,
        access=tuple(dict.fromkeys(row.given.access)) or (STANDARD.name,),
    )


def _finding(row: OrganisationRow, name: str, what: str, fix: str) -> Finding:
    return Finding(code="table-row", where=row.place(name), what=what, fix=fix)


def _refused_access(row: OrganisationRow) -> Iterator[Finding]:
    for name in row.given.access:
        try:
            access_edition_named(name)
        except UnknownAccessEdition as error:
            yield _finding(row, "access", str(error), "`coprod access` lists them.")


def _refused_language(row: OrganisationRow, shared: BatchContent) -> Iterator[Finding]:
    ours, wanted = shared.library.about.language, row.given.language
    if wanted and wanted.partition("-")[0].casefold() != ours.partition("-")[0].casefold():
        fix = "Move the row to another list, and use --root with that list to give a content root in that language."
        yield _finding(row, "language", f"the content is in {ours}, not in '{wanted}'.", fix)


def _brand(row: OrganisationRow, shared: BatchContent, findings: list[Finding]) -> Brand:
    """Return the brand of an organisation. Problems are added to `findings`."""
    given, brand, own = row.given, shared.brand, None
    if given.brand:
        found, problem = _brand_in(shared.folder / given.brand, shared.roots)
        if found is None:
            findings.append(
                _finding(row, "brand", problem, "Correct this, or name another folder that has a brand.yaml.")
            )
        else:
            brand, own = found, found.organisation
    organisation = evolve(own, name=given.name) if own else Organisation(name=given.name)
    organisation = evolve(organisation, contact=given.contact or organisation.contact)
    names = ["name", "organisation", "organisation.name", *(["organisation.contact"] if given.contact else [])]
    brand = _setting(evolve(brand, name=given.name, organisation=organisation), names)
    if given.colour:
        brand = _coloured(row, brand, findings)
    if given.logo:
        brand = _with_logo(row, brand, shared.folder / given.logo, findings)
    for name, key in (("slides_template", "slides"), ("guide_template", "guide")):
        if path := getattr(given, name):
            brand = _with_template(row, brand, (name, key), shared.folder / path, findings)
    return brand


def _setting(brand: Brand, names: Iterable[str]) -> Brand:
    """Return a brand with `names` added to the fields that it sets."""
    return evolve(brand, own_fields=tuple(sorted({*brand.own_fields, *names})))


@lru_cache(maxsize=32)
def _brand_in(folder: Path, roots: tuple[Path, ...]) -> tuple[Brand | None, str]:
    """Return the brand in a folder, or None and the reason."""
    if not (folder / "brand.yaml").is_file():
        return None, f"the folder '{display_path(folder)}' has no brand.yaml."
    examined = examine_brand(*roots, folder)
    errors = [each for each in examined.findings if each.level == "error"]
    return (examined.brand, "") if examined.brand else (None, str(errors[0]))


@lru_cache(maxsize=1024)
def _palette(colour: str, base: Palette) -> Palette:
    return palette_from(colour, base)


def _coloured(row: OrganisationRow, brand: Brand, findings: list[Finding]) -> Brand:
    colour = hex_colour(row.given.colour or "")
    if not colour:
        findings.append(_finding(row, "colour", f"'{row.given.colour}' is not a colour.", "Write it like #005eb8."))
        return brand
    palette = _palette(colour, brand.palette)
    roles = (f"palette.{role}" for role in asdict(palette) if not role.startswith("skin"))
    return _setting(evolve(brand, palette=palette), ("palette", *roles))


def _with_logo(row: OrganisationRow, brand: Brand, path: Path, findings: list[Finding]) -> Brand:
    data = _bytes(row, "logo", path, findings)
    if data is None or brand.organisation is None:
        return brand
    try:
        logo_picture(data, brand.palette.paper)
    except UnusablePicture as error:
        findings.append(_finding(row, "logo", f"'{path.name}' {error.what}", error.fix))
    files = (*(each for each in brand.files if each[0] != path.name), (path.name, data))
    organisation = evolve(brand.organisation, logo=Logo(file=path.name, alt=brand.organisation.name))
    names = ("organisation.logo", "organisation.logo.alt", "organisation.logo.file")
    return _setting(evolve(brand, logo=None, organisation=organisation, files=files), names)


def _with_template(
    row: OrganisationRow, brand: Brand, names: tuple[str, str], path: Path, findings: list[Finding]
) -> Brand:
    """Return a brand with a template. Problems are added to `findings`.

    `names` are the names of the template's column and of its renderer.
    """
    column, key = names
    if path.suffix.lower() not in _TEMPLATES[key]:
        fix = f"Give a file that ends in {' or '.join(_TEMPLATES[key])}."
        findings.append(_finding(row, column, f"'{path.name}' is not a {column.replace('_', ' ')}.", fix))
        return brand
    data = _bytes(row, column, path, findings)
    if data is None:
        return brand
    files = (*(each for each in brand.files if each[0] != path.name), (path.name, data))
    brand = evolve(brand, files=files, reference=evolve(brand.reference, **{key: path.name}))
    brand = _setting(brand, ("reference", f"reference.{key}"))
    try:
        templated_brand(key, brand)
    except (RendererError, ContentError) as error:
        findings.append(_finding(row, column, str(error), ""))
    return brand


def _bytes(row: OrganisationRow, name: str, path: Path, findings: list[Finding]) -> bytes | None:
    try:
        if path.stat().st_size > LARGEST_FILE:
            findings.append(_finding(row, name, f"'{display_path(path)}' is larger than 25 MiB.", "Make it smaller."))
            return None
        return path.read_bytes()
    except OSError as error:
        what = f"'{display_path(path)}' cannot be read: {error.strerror}."
        findings.append(_finding(row, name, what, "Put the file beside the list, or correct its name."))
        return None


def _workshop(row: OrganisationRow, shared: BatchContent, findings: list[Finding]) -> Workshop | None:
    """Return the workshop of an organisation, with its event, or None.

    Returns None if there is no such workshop. Problems are added to `findings`.
    """
    given, named = row.given, row.given.workshop or shared.workshop
    if not named:
        fix = "Write the id of a workshop or the name of a workshop file, or give --workshop."
        findings.append(_finding(row, "workshop", "no workshop is given.", fix))
        return None
    try:
        workshop = _file(shared.folder / named, shared) if is_yaml(Path(named)) else shared.library.workshops[named]
    except UnknownId:
        library = shared.library
        what, near = no_such_item(named, "workshop", library), nearest_item(named, "workshop", library)
        findings.append(_finding(row, "workshop", what, near or "`coprod list workshops` shows them."))
        return None
    except (ContentError, UnreadableFile) as error:
        findings.append(_finding(row, "workshop", str(error).splitlines()[0], ""))
        return None
    held = {name: value for name in _EVENT if (value := getattr(given, name))}
    if held or workshop.event:
        workshop = evolve(workshop, event=evolve(workshop.event or Event(), organisation=given.name, **held))
    workshop = evolve(workshop, starts=given.starts or workshop.starts)
    if held or given.starts:
        for each in workshop_errors(workshop, shared.library):
            name = each.field.rpartition(".")[2]
            findings.append(_finding(row, name if name in (*_EVENT, "starts") else "workshop", each.what, each.fix))
    return workshop


def _file(path: Path, shared: BatchContent) -> Workshop:
    name = display_path(path)
    workshop = read_workshop(read_bytes(path, name), name, shared.library, path.parent)
    return evolve(workshop, source=Source(path.parent.as_posix(), path.name))
