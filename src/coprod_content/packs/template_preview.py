"""Examine an organisation's template, and make a short file with it."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, field, fields, frozen

from coprod_content.access.access_editions import STANDARD
from coprod_content.brand.brand import Brand, ReferenceFiles
from coprod_content.brand.load_brand import LARGEST_FILE
from coprod_content.content.library import Library
from coprod_content.editions import compose
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import Place
from coprod_content.packs.build import BuiltFile, adapted, render
from coprod_content.plugins.renderers import RENDERERS, Renderer, RendererError, installed_renderers, names, renderer
from coprod_content.plugins.template_report import TemplateReport

MAP_NAME = "slides-map.yaml"
_SAMPLE = "first-steps"
_TYPICAL = ("cover", "agenda", "glance", "activity", "question", "closing")


@frozen
class LayoutMap:
    """A template map: its name and contents.

    Without a map, `data` is empty.
    """

    name: str = MAP_NAME
    data: bytes = field(default=b"", repr=False)


@frozen
class ExaminedTemplate:
    """A template with its report, and a brand that uses it.

    `renderer` is the name of the renderer, which is also the template's key in brand.yaml.
    """

    renderer: str
    report: TemplateReport
    brand: Brand = field(repr=False)


def template_data(path: Path) -> bytes:
    """Return a template's bytes.

    Raises UnreadableFile if the file cannot be read or is larger than LARGEST_FILE.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile("too-large", Place(str(path)), "is larger than 25 MiB.", "Make its pictures smaller.")
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}."
        raise UnreadableFile(
            "not-readable", Place(str(path)), what, "Check its name, and that you are allowed to open it."
        ) from error


def examined_template(data: bytes, name: str, brand: Brand, layout_map: LayoutMap | None = None) -> ExaminedTemplate:
    """Return a template's report, and a brand that uses the template.

    Raises RendererError if no renderer reads templates with the ending of `name`, and ContentError if `layout_map` is
    not valid.
    """
    ending = f".{name.rpartition('.')[2].lower()}"
    endings: dict[str, None] = {}
    for key, found in _readers():
        endings |= dict.fromkeys(found.template_endings)
        if ending in found.template_endings and found.examine_template:
            using = _using(brand, key, name, data, layout_map or LayoutMap())
            report = RENDERERS.call(key, TemplateReport, found.examine_template, data, name, using)
            return ExaminedTemplate(key, report, using)
    raise RendererError(f"'{name}' is not a template. Give a file with one of these endings: {', '.join(endings)}.")


def _readers() -> Iterator[tuple[str, Renderer]]:
    """Yield renderers with their names, those with templates in brand.yaml first.

    brand.yaml can name a template for each of the first renderers. The others are imported only when they are
    reached, because importing them all takes a long time.
    """
    named = [each.name for each in fields(ReferenceFiles) if each.name in names()]
    yield from ((name, renderer(name)) for name in named)
    yield from ((name, found) for name, found in installed_renderers().usable if name not in named)


def _using(brand: Brand, renderer: str, name: str, data: bytes, layout_map: LayoutMap) -> Brand:
    """Return a brand that names a template and any map of it."""
    named = {renderer: name} | ({f"{renderer}_map": layout_map.name} if layout_map.data else {})
    known = {key: value for key, value in named.items() if hasattr(brand.reference, key)}
    files = ((name, data), (layout_map.name, layout_map.data))
    return evolve(brand, reference=ReferenceFiles(**known), files=(*brand.files, *files))


def template_preview(template: ExaminedTemplate, library: Library) -> BuiltFile:
    """Make a short sample file with a template.

    It contains typical slides, or the first parts of a guide.
    """
    found = renderer(template.renderer)
    edition = found.in_pack[0].edition
    document = compose(edition, library, (_SAMPLE,))
    document, to, brand = adapted(document, edition, template.renderer, template.brand, STANDARD)
    first = {section.role: section for section in reversed(document.sections)}
    typical = tuple(first[role] for role in _TYPICAL if role in first)
    sections = typical if found.projected else document.sections[: len(_TYPICAL)]
    return render(evolve(document, sections=sections), to, brand, library)
