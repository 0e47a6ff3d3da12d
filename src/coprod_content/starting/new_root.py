"""Making a content root to start from, with an organisation's own brand."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import indent
from typing import Any

from attrs import asdict, evolve, fields, frozen

from coprod_content.brand.brand import THEME_ROLES, Brand, Palette, ReferenceFiles
from coprod_content.brand.contrast import contrast
from coprod_content.brand.derived_palette import palette_from, palette_of_template
from coprod_content.brand.load_brand import LARGEST_FILE, examine_brand, load_brand
from coprod_content.brand.palette_notes import TemplateColours
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.layout.font_problems import font_problems
from coprod_content.packs.writing.atomic_file_set import replace_set
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.packs.writing.output_folder import writing_to
from coprod_content.plugins.renderers import renderer
from coprod_content.starting.brand_yml import BrandYml, read_brand_yml
from coprod_content.starting.colours import hex_colour
from coprod_content.starting.palette_proof import palette_proof

_STARTER = Path(__file__).with_name("starter")
"""The files of a new content root, which passes `coprod check --strict`."""
PROOF = "colours.png"
_REFERENCES = tuple(each for each in fields(ReferenceFiles) if not each.name.endswith("_map"))
"""The fields of `reference` that name a template. Each has the same name as its renderer."""
_LIGHT = 10
"""Paper counts as light if its contrast with black is more than this."""
_HEAD = (
    "# How your material looks, and whose it is. Give only what is different. Our own brand is used for the rest.\n"
    "# `coprod schema brand` lists every field.\n"
)


class UnusableChoice(ValueError):
    """Error raised if a new root cannot be made as asked."""


@frozen(kw_only=True)
class NewRoot:
    """A new content root: its files, brand and notes for its owner."""

    folder: Path
    files: tuple[str, ...]
    brand: Brand
    notes: tuple[str, ...] = ()


def new_root(
    folder: Path | str,
    *,
    name: str = "",
    colour: str = "",
    logo: Path | str | None = None,
    templates: tuple[Path | str, ...] = (),
    brand_yml: Path | str | None = None,
) -> NewRoot:
    """Make a content root in a folder that is new or empty.

    `name` is that of the organisation. A palette is derived from `colour`. `templates` are PowerPoint and Word files,
    at most one of each, whose layouts and styles are used. `brand_yml` is a `_brand.yml` file, and the other parameters
    override what it says. Raises UnusableChoice, ContentError or OutputError, and then writes nothing.
    """
    folder = Path(folder)
    given = read_brand_yml(Path(brand_yml)) if brand_yml else BrandYml()
    choices = _Choices(
        name=" ".join(name.split()) or given.name,
        colour=colour,
        logo=Path(logo) if logo else Path(brand_yml or "").parent / given.logo if given.logo else None,
        templates=tuple(map(Path, templates)),
        given=given,
    )
    if choices.logo and not logo and not choices.logo.is_file():
        what = f"{brand_yml} names the logo '{given.logo}', but there is no such file beside it."
        raise UnusableChoice(f"{what} Put it there, or name another with --logo.")
    files, notes = dict(_starter()), tuple(f"{field} is not used." for field in given.not_used)
    if choices.is_own:
        fields, pictures = choices.brand_fields(), dict(choices.files())
        reference = indent(yaml_text(fields.pop("reference")), "  ") if "reference" in fields else ""
        text = _HEAD + yaml_text(fields) + (f"reference:\n{reference}" if reference else "")
        files |= {"brand.yaml": text.encode(), **pictures}
    brand = _examined(files)
    notes += choices.font_notes()
    if choices.is_own:
        files[PROOF] = palette_proof(brand)
    with writing_to(folder):
        if any(folder.iterdir()):
            raise OutputError(f"{folder} already exists and is not empty. Choose a new folder.")
        replace_set(folder, files)
    return NewRoot(folder=folder, files=tuple(sorted(files)), brand=brand, notes=notes)


def _starter() -> Iterator[tuple[str, bytes]]:
    for path in sorted(_STARTER.rglob("*.yaml")):
        yield path.relative_to(_STARTER).as_posix(), path.read_bytes()


def _examined(files: Mapping[str, bytes]) -> Brand:
    """Return the brand that `coprod check` would read from some files.

    `files` maps names to contents. Raises UnusableChoice with the first problem.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            if "/" not in name:
                (Path(folder) / name).write_bytes(data)
        examined = examine_brand(folder)
    if examined.brand is None:
        finding = next(each for each in examined.findings if each.level == "error")
        raise UnusableChoice(f"{finding.field}: {finding.what} {finding.fix}".strip())
    return examined.brand


@frozen(kw_only=True)
class _Choices:
    name: str
    colour: str
    logo: Path | None
    templates: tuple[Path, ...]
    given: BrandYml

    @property
    def is_own(self) -> bool:
        """Whether anything was chosen, so that a `brand.yaml` is needed."""
        return bool(self.name or self.colour or self.logo or self.templates or self.given != BrandYml())

    def brand_fields(self) -> dict[str, Any]:
        """Return the fields of `brand.yaml`.

        Raises UnusableChoice if they cannot be made from the choices.
        """
        name = self.name or "Our organisation"
        organisation: dict[str, Any] = {"name": name}
        if self.given.address:
            organisation["address"] = self.given.address
        if self.logo:
            organisation["logo"] = {"file": self.logo.name, "alt": self.given.alt or name}
        fields: dict[str, Any] = {"name": name, "organisation": organisation}
        palette = self.palette()
        if palette:
            fields["palette"] = {role: each for role, each in asdict(palette).items() if not role.startswith("skin")}
        if self.given.font and not self.font_notes():
            fields["fonts"] = {"office": self.given.font}
        reference = {key: path.name for path in self.templates for key in [_reference_key(path)]}
        if len(reference) < len(self.templates):
            raise UnusableChoice("Give at most one PowerPoint template and one Word template.")
        return fields | ({"reference": reference} if reference else {})

    def font_notes(self) -> tuple[str, ...]:
        """Return the problems with the font of a `_brand.yml` file."""
        fonts = evolve(load_brand().fonts, office=self.given.font)
        found = font_problems(evolve(load_brand(), fonts=fonts)) if self.given.font else ()
        return tuple(f"{each.what} {each.fix}" for each in found if each.level == "error")

    def palette(self) -> Palette | None:
        """Return a palette derived from the colours that were chosen, or None.

        Raises UnusableChoice if `colour` is not a colour.
        """
        base, given = load_brand().palette, self.given
        if self.colour:
            colour = hex_colour(self.colour)
            if not colour:
                raise UnusableChoice(f"'{self.colour}' is not a colour. Write it with six digits, such as \"#005EB8\".")
            return self._in_colour(colour)
        if not given.primary:
            return self._palette_of_templates()
        if len(given.accents) < 2 and not (given.foreground or given.background):
            return palette_from(given.primary, base)
        colours = TemplateColours(
            paper=given.background or base.paper,
            ink=given.foreground or base.ink,
            accents=given.accents,
            brand=given.primary,
        )
        return palette_of_template(colours, base).palette

    def _palette_of_templates(self) -> Palette | None:
        return next(filter(None, map(_palette_of_template, self.templates)), None)

    def _in_colour(self, colour: str) -> Palette:
        """Return a palette whose main colour is `colour`.

        The themes have the colours of a template, if there is one that can be used.
        """
        base, found = load_brand().palette, self._palette_of_templates()
        if found is None:
            return palette_from(colour, base)
        accents = tuple(str(getattr(found, role)) for role in THEME_ROLES)
        colours = TemplateColours(paper=found.paper, ink=found.ink, accents=accents, brand=colour, tint=found.tint)
        return palette_of_template(colours, base).palette

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name and contents of each file to put beside `brand.yaml`."""
        for path in (*((self.logo,) if self.logo else ()), *self.templates):
            yield path.name, _contents(path)
        for path in self.templates:
            _refuse_unusable(path, _reference_key(path))


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnusableChoice(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST_FILE:
        raise UnusableChoice(f"{path} is larger than 25 MiB. Make it smaller.")
    return data


def _reference_key(path: Path) -> str:
    """Return the field of `reference` for a template: `slides` or `guide`."""
    endings = {each.name: renderer(each.name).template_endings or (renderer(each.name).suffix,) for each in _REFERENCES}
    found = next((name for name, known in endings.items() if path.suffix.lower() in known), "")
    if not found:
        known = ", ".join(ending for several in endings.values() for ending in several)
        raise UnusableChoice(f"{path.name} is not a template that can be used. Give a file that ends in {known}.")
    return found


def _palette_of_template(path: Path) -> Palette | None:
    """Return a palette in a template's colours.

    Returns None if the template has a dark background, or has no colours that we can use.
    """
    key, usual = _reference_key(path), load_brand()
    files, reference = ((path.name, _contents(path)),), evolve(usual.reference, **{key: path.name})
    _refuse_unusable(path, key)
    templated = renderer(key).templated
    palette = templated(evolve(usual, reference=reference, files=files)).palette if templated else usual.palette
    is_light = contrast(palette.paper, "#000000") > _LIGHT
    return palette if is_light and palette != usual.palette else None


def _refuse_unusable(path: Path, to: str) -> None:
    """Raise UnusableChoice if a renderer cannot use a template."""
    examine = renderer(to).examine_template
    report = examine(_contents(path), path.name, load_brand()) if examine else None
    if report and not report.is_usable:
        finding = next(each for each in report.findings if each.level == "error")
        raise UnusableChoice(f"{path}: {finding.what} {finding.fix}".strip())
