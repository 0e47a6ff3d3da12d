"""The Brand: palette, fonts, type sizes, logo and reference files. How things look, never what they say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from attrs import evolve, field, frozen

from coprod_content.colour import LEAST_FOR_TEXT, contrast
from coprod_content.fields import Line, Pattern, Whole
from coprod_content.findings import ContentError, Finding, Place
from coprod_content.load import canonical_root
from coprod_content.source import field_name, shown
from coprod_content.structure import CONVERTER, Problem, problems
from coprod_content.yamlfile import Reading, Unreadable, read

Colour = Annotated[str, Pattern(r"#[0-9a-f]{6}", "a colour as six hexadecimal digits", '"#163a4f"')]
SlideSize = Annotated[int, Whole(18, 96, "points", 24)]
TextSize = Annotated[int, Whole(12, 72, "points", 12)]
ImprintSize = Annotated[int, Whole(9, 24, "points", 9)]

_THEMES = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")
_PAIRS = (
    *((role, "paper") for role in ("ink", "muted", "brand", "dark", *_THEMES)),
    *((role, "tint") for role in ("ink", "muted", "brand", "dark", *_THEMES)),
    ("ink", "sun"),
)
_LARGEST_FILE = 25 * 1024 * 1024


@frozen(kw_only=True)
class Palette:
    """Colours by role. Text stands in `ink` and `muted` on `paper` and `tint`, and in `paper` on the others."""

    ink: Colour
    paper: Colour
    tint: Colour
    line: Colour
    muted: Colour
    brand: Colour
    dark: Colour
    sun: Colour
    theme_1: Colour
    theme_2: Colour
    theme_3: Colour
    theme_4: Colour
    theme_5: Colour
    theme_6: Colour


@frozen(kw_only=True)
class Fonts:
    """Font families by name: `office` in Word and PowerPoint, `print` in PDF."""

    office: Line = "Arial"
    print: Line = "Atkinson Hyperlegible"


@frozen(kw_only=True)
class SlideSizes:
    """Type sizes on slides in points, none under 18. Of several, the largest that fits is used."""

    cover: tuple[SlideSize, ...]
    title: tuple[SlideSize, ...]
    question: tuple[SlideSize, ...]
    statement: tuple[SlideSize, ...]
    lead: SlideSize
    body: SlideSize
    small: SlideSize


@frozen(kw_only=True)
class GuideSizes:
    """Type sizes in guides and handouts in points, none under 12."""

    cover: TextSize
    heading_1: TextSize
    heading_2: TextSize
    heading_3: TextSize
    lead: TextSize
    body: TextSize
    small: TextSize


@frozen(kw_only=True)
class CardSizes:
    """Type sizes on cards in points, none under 12 but the imprint. Of several, the largest that fits is used."""

    question: tuple[TextSize, ...]
    title: tuple[TextSize, ...]
    body: TextSize
    imprint: ImprintSize


@frozen(kw_only=True)
class Logo:
    """A picture file beside brand.yaml, and the text that stands for it."""

    file: Line
    alt: Line


@frozen(kw_only=True)
class ReferenceFiles:
    """Files beside brand.yaml whose layouts and styles take the place of the library's own."""

    slides: Line | None = None
    guide: Line | None = None


@frozen(kw_only=True)
class Brand:
    """How things look. Colours are asked for by role; `files` holds the bytes of the files that the brand names."""

    name: Line
    palette: Palette
    fonts: Fonts
    slides: SlideSizes
    guide: GuideSizes
    cards: CardSizes
    paper: Line = "A4"
    logo: Logo | None = None
    reference: ReferenceFiles = ReferenceFiles()
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)

    def colour(self, role: str) -> str:
        """The colour of a role as `#rrggbb`; the brand colour for a role that the palette does not have."""
        return str(getattr(self.palette, role, self.palette.brand))

    def file(self, name: str | None) -> bytes | None:
        """The bytes of a file that the brand names, nothing where it names none."""
        return dict(self.files).get(name) if name else None


def load_brand(*roots: Path | str) -> Brand:
    """The brand of content roots: the canonical one, with the keys that each root's `brand.yaml` gives over it.

    Raises ContentError with every problem, pairs of colours under a contrast of 4.5:1 among them.
    """
    folders = (canonical_root(), *(Path(root) for root in roots))
    paths = [folder / "brand.yaml" for folder in folders if (folder / "brand.yaml").exists()]
    try:
        readings = [read(path, shown(path)) for path in paths]
    except Unreadable as error:
        raise ContentError([error.finding]) from error
    refused = [finding for reading in readings for finding in reading.findings]
    merged: Any = {}
    for reading in readings:
        merged = _merged(merged, reading.value)
    try:
        brand = CONVERTER.structure(merged, Brand)
    except Exception as error:
        raise ContentError([*refused, *(_placed(problem, readings) for problem in problems(error))]) from error
    files, findings = _files(brand, folders)
    findings = [*refused, *findings, *_faint(brand, readings)]
    if findings:
        raise ContentError(findings)
    return evolve(brand, files=files)


def _merged(below: Any, above: Any) -> Any:
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}


def _placed(problem: Problem, readings: list[Reading]) -> Finding:
    """A problem of the merged brand, at the last file that gives the field."""
    reading = next((r for r in reversed(readings) if problem.path in r.values), readings[-1])
    where = reading.place(problem.path, key=problem.key)
    return Finding(code=problem.code, where=where, field=field_name(problem.path), what=problem.what, fix=problem.fix)


def _files(brand: Brand, folders: tuple[Path, ...]) -> tuple[tuple[tuple[str, bytes], ...], list[Finding]]:
    """The bytes of the files that the brand names, each from the last folder that has it."""
    names = [brand.reference.slides, brand.reference.guide, brand.logo.file if brand.logo else None]
    files, findings = [], []
    for name in filter(None, names):
        path = next((folder / name for folder in reversed(folders) if (folder / name).is_file()), None)
        if path is None or Path(name).name != name:
            what, fix = f"there is no file '{name}' beside brand.yaml.", "Put it there, or correct the name."
            findings.append(Finding(code="no-file", where=Place(shown(folders[-1] / "brand.yaml")), what=what, fix=fix))
        elif path.stat().st_size > _LARGEST_FILE:
            what = f"'{name}' is larger than 25 MiB."
            findings.append(Finding(code="too-large", where=Place(shown(path)), what=what, fix="Make it smaller."))
        else:
            files.append((name, path.read_bytes()))
    return tuple(files), findings


def _faint(brand: Brand, readings: list[Reading]) -> Iterator[Finding]:
    for role, ground in _PAIRS:
        ratio = contrast(brand.colour(role), brand.colour(ground))
        if ratio < LEAST_FOR_TEXT:
            path = ("palette", role)
            reading = next((r for r in reversed(readings) if path in r.values), readings[-1])
            what = f"{brand.colour(role)} on {ground} has a contrast of {ratio:.2f}:1; text needs 4.5:1."
            fix = "Choose a darker colour." if role != "ink" else "Choose two colours further apart."
            yield Finding(code="contrast", where=reading.place(path), field=f"palette.{role}", what=what, fix=fix)
