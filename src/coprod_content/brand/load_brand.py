"""Loading the brand from content roots."""

from collections.abc import Iterator, Sequence
from functools import reduce
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.colour_difference import confused_in
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.logo import logo_picture
from coprod_content.brand.palette_notes import WHO_SEES
from coprod_content.brand.stock_problems import stock_findings
from coprod_content.content.source import FieldPath, display_path, field_name
from coprod_content.files.content_root import canonical_root, root_fault
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import Problem, problems
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.files.root_files import file_fault, single_file
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import ParsedYaml, read_yaml
from coprod_content.findings.finding import ContentError, Finding, in_order

_PAIRS = (*product(("ink", "muted", "brand", "dark", *THEME_ROLES), ("paper", "tint")), ("ink", "sun"))
LARGEST_FILE = 25 * 1024 * 1024
"""The maximum size of a file that a brand names, in bytes."""


def load_brand(*roots: Path | str) -> Brand:
    """Load the canonical brand, as changed by the content roots.

    A root can have a `brand.yaml`, whose fields replace those of earlier roots. Raises ContentError with every error,
    including colour pairs with a contrast below 4.5:1.
    """
    examined = examine_brand(*roots)
    if examined.brand is None:
        raise ContentError(finding for finding in examined.findings if finding.level == "error")
    return examined.brand


@frozen
class ExaminedBrand:
    """A brand and the findings about it.

    `brand` is None if any finding is an error.
    """

    brand: Brand | None
    findings: tuple[Finding, ...]
    _parsed_files: tuple[ParsedYaml, ...] = field(default=(), repr=False)

    @property
    def is_own(self) -> bool:
        """Whether any content root has a `brand.yaml` that changes the canonical brand."""
        return len(self._parsed_files) > 1

    @property
    def state(self) -> tuple[str, ...]:
        """Everything about the brand and its files that findings can depend on."""
        brand = self.brand
        named = brand.files if brand else ()
        files = (f"{name} {sha256(data).hexdigest()}" for name, data in named)
        places = (str((path, each.place(path), each.has(path))) for each in self._parsed_files for path in each.paths)
        return (repr(brand), *(brand.own_fields if brand else ()), *files, *places, *map(repr, self.findings))

    def sets(self, path: FieldPath) -> bool:
        """Return whether a content root's `brand.yaml` sets a field."""
        return any(parsed.has(path) for parsed in self._parsed_files[1:])

    def placed(self, problem: Problem) -> Finding:
        """Return a finding about a problem, with its place in a file.

        The file is the last `brand.yaml` that sets the field with the problem.
        """
        return _placed(problem, self._parsed_files)


def examine_brand(*roots: Path | str) -> ExaminedBrand:
    """Load a brand like `load_brand`, and return it with all findings.

    Unlike `load_brand`, it does not raise ContentError.
    """
    folders = (canonical_root(), *(Path(root) for root in roots))
    try:
        parsed_files = _parsed_files(folders)
    except ContentError as error:
        return ExaminedBrand(None, error.findings)
    findings = [finding for parsed in parsed_files for finding in parsed.findings]
    merged: Any = reduce(_merged, (parsed.value for parsed in parsed_files))
    try:
        brand = _on_own_paper(CONVERTER.structure(merged, Brand), parsed_files)
    except Exception as error:
        for found in (_placed(problem, parsed_files) for problem in problems(error)):
            if not any(parsed.is_placeholder(found.where) for parsed in parsed_files):
                findings.append(found)
        return ExaminedBrand(None, in_order(findings), parsed_files)
    own_fields = sorted({field_name(path) for parsed in parsed_files[1:] for path in parsed.paths})
    brand = evolve(brand, files=tuple(_files(brand, folders, parsed_files, findings)), own_fields=tuple(own_fields))
    findings += _low_contrast(brand, parsed_files)
    findings += _themes_alike(brand, parsed_files)
    if brand.logo and brand.organisation and brand.organisation.logo:
        what, fix = "the organisation already has a logo.", "Delete this one."
        findings.append(_placed(Problem(("logo",), "logo", what, fix), parsed_files))
    findings += stock_findings(brand.stocks, brand.printing, parsed_files)
    usable = not any(finding.level == "error" for finding in findings)
    return ExaminedBrand(brand if usable else None, in_order(findings), parsed_files)


def _on_own_paper(brand: Brand, parsed_files: Sequence[ParsedYaml]) -> Brand:
    """Return the brand with a home-printing stock of its paper size.

    If a content root chooses a stock for home printing, that stock is kept.
    """
    path = ("printing", "home", "stock")
    if brand.paper == "A4" or any(parsed.has(path) for parsed in parsed_files[1:]):
        return brand
    home = evolve(brand.printing.home, stock=f"{brand.paper.lower()}-four")
    return evolve(brand, printing=evolve(brand.printing, home=home))


def _parsed_files(folders: tuple[Path, ...]) -> tuple[ParsedYaml, ...]:
    """Return the parsed `brand.yaml` of each folder that has one.

    Raises ContentError if a folder or a file cannot be read.
    """
    parsed_files, findings = [], []
    for folder in folders:
        path = single_file(folder, "brand")
        there = path.exists() or path.is_symlink()
        fault = root_fault(folder) or (file_fault(path, folder) if there else None)
        if fault:
            findings.append(fault)
        elif there:
            try:
                parsed_files.append(read_yaml(path, display_path(path)))
            except UnreadableFile as error:
                findings.append(error.finding)
    if findings:
        raise ContentError(findings)
    return tuple(parsed_files)


def _merged(below: Any, above: Any) -> Any:
    """Return the value `below`, changed by `above`.

    Mappings are merged key by key, except that an organisation with a name replaces an earlier one as a whole. Any
    other value in `above` replaces the one in `below`.
    """
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    if "name" in (above.get("organisation") or ()):
        below = {key: value for key, value in below.items() if key != "organisation"}
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}


def _placed(problem: Problem, parsed_files: Sequence[ParsedYaml]) -> Finding:
    """Return a finding about a problem, with its place in a file.

    The file is the last `brand.yaml` that sets the field with the problem.
    """
    parsed = next((r for r in reversed(parsed_files) if r.has(problem.path)), parsed_files[-1])
    return problem.finding(parsed.place(problem.path, key=problem.key))


def _files(
    brand: Brand, folders: tuple[Path, ...], parsed_files: Sequence[ParsedYaml], findings: list[Finding]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and contents of each file that a brand uses.

    These are the logo and any reference files. A file is read from the last folder that contains it. If it cannot be
    used, a finding is added to `findings`.
    """
    named: tuple[tuple[FieldPath, str | None], ...] = (
        (("reference", "slides"), brand.reference.slides),
        (("reference", "guide"), brand.reference.guide),
        (("reference", "slides_map"), brand.reference.slides_map),
        (_logo_path(brand), brand.shown_logo.file if brand.shown_logo else None),
    )
    for path, name in named:
        if name is None:
            continue
        folder = next((f for f in reversed(folders) if Path(name).name == name and (f / name).is_file()), None)
        if folder is None or file_fault(folder / name, folder):
            what = f"there is no file '{name}' beside brand.yaml."
            problem = Problem(path, "no-file", what, "Put it there, or correct the name.")
        elif (folder / name).stat().st_size > LARGEST_FILE:
            problem = Problem(path, "too-large", f"'{name}' is larger than 25 MiB.", "Make it smaller.")
        else:
            data = (folder / name).read_bytes()
            found = _logo_problems(path, name, data, brand) if "logo" in path else ()
            findings += (_placed(problem, parsed_files) for problem in found)
            yield name, data
            continue
        findings.append(_placed(problem, parsed_files))


def _logo_path(brand: Brand) -> FieldPath:
    inside = brand.organisation and brand.organisation.logo
    return ("organisation", "logo", "file") if inside else ("logo", "file")


def _logo_problems(path: FieldPath, name: str, data: bytes, brand: Brand) -> Iterator[Problem]:
    try:
        logo = logo_picture(data, brand.palette.paper)
    except UnusablePicture as error:
        yield Problem(path, "logo", f"'{name}' {error.what}", error.fix)
    else:
        for what, fix in logo.advice:
            yield Problem(path, "logo-look", f"'{name}' {what}", fix, level="warning")


def _low_contrast(brand: Brand, parsed_files: Sequence[ParsedYaml]) -> Iterator[Finding]:
    for role, ground in _PAIRS:
        ratio = contrast(brand.colour(role), brand.colour(ground))
        if ratio < LEAST_FOR_TEXT:
            both: tuple[FieldPath, ...] = (("palette", role), ("palette", ground))
            parsed, path = next((r, path) for r in reversed(parsed_files) for path in both if r.has(path))
            what = f"the contrast of {role} ({brand.colour(role)}) on {ground} is {ratio:.2f}:1. Text needs 4.5:1."
            fix = "Choose a darker colour." if path == both[0] and role != "ink" else "Choose colours that differ more."
            yield Finding(code="contrast", where=parsed.place(path), field=field_name(path), what=what, fix=fix)


def _themes_alike(brand: Brand, parsed_files: Sequence[ParsedYaml]) -> Iterator[Finding]:
    """Yield a warning for each theme that looks like another.

    A pair of themes is left out if no content root sets the colour of either.
    """
    for at, role in enumerate(THEME_ROLES):
        for other in THEME_ROLES[:at]:
            sight = confused_in(brand.colour(role), brand.colour(other))
            places = [
                (r, path)
                for r in reversed(parsed_files[1:])
                for each in (role, other)
                if r.has(path := ("palette", each))
            ]
            if sight and places:
                parsed, path = places[0]
                what = f"{role} ({brand.colour(role)}) looks like {other} ({brand.colour(other)}){WHO_SEES[sight]}."
                fix = "Choose colours that differ more."
                where = parsed.place(path)
                yield Finding(
                    code="themes-alike", level="warning", where=where, field=field_name(path), what=what, fix=fix
                )
                break
