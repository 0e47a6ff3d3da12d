"""Renderers: plugins that turn a Document into a file of one format."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import Attribute, field, frozen
from attrs.validators import deep_iterable, instance_of, is_callable, optional

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.findings.fault import Fault
from coprod_content.findings.finding import ContentError
from coprod_content.layout.frames import Frames
from coprod_content.plugins.edited_file import EditedFile
from coprod_content.plugins.installed_plugins import PluginError, Plugins
from coprod_content.plugins.template_report import TemplateReport

GROUP = "coprod_content.renderers"
_ENDING = r"(\.[a-z0-9][a-z0-9_+-]*)+"


def _like(pattern: str, example: str) -> Callable[[object, "Attribute[str]", object], None]:
    """Return an attrs validator that only accepts text matching a pattern."""

    def check(_: object, attribute: "Attribute[str]", value: object) -> None:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise ValueError(f"{attribute.name} must look like {example}, not {str(value)[:60]!r}")

    return check


@frozen
class OfferedFile:
    """A file that a renderer offers.

    The full file name is the id of the workshop or item, then `name` unless it is empty, then the suffix. `name` cannot
    contain the path of a folder.
    """

    edition: str = field(validator=instance_of(str))
    name: str = field(validator=_like(r"(\w[\w+()-]*([ .][\w+()-]+)*)?", "run-sheet"))


def _as_tuple(files: Iterable[OfferedFile]) -> tuple[OfferedFile, ...]:
    return tuple(files)


_OFFERED, _FUNCTION = deep_iterable(instance_of(OfferedFile)), optional(is_callable())


@frozen(kw_only=True)
class Renderer:
    """A format, and the pure function that makes its files.

    `render` must not read files, the clock, the network or global state, and must not print. `caption` is the everyday
    name of the format, and `hint` says how to use a file in this format. `in_pack` lists the files that the renderer
    adds to each workshop's pack, and `on_site` the files that it adds to the web edition. An edition's files are
    ordered by `rank`, then by renderer name.

    For a format with fixed page sizes, `frames` returns the boxes that text must fit, and documents are fitted before
    they are rendered. `reference` returns a file whose layouts and styles a brand can replace. For a format that embeds
    fonts, `uncovered` returns the characters in a document that none of the fonts contains. `faults` returns the other
    faults that a document has in this format. A `projected` format is shown on a screen in front of people, and some
    editions are shorter in it. `instead` pairs editions with those that
    are made instead of them in this format. LibreOffice can convert the files to the open format whose ending is
    `open_suffix`. `restored` puts back what the conversion lost: it returns the converted file, given the original and
    the converted one.

    For a format whose files can be made with an organisation's template, `template_endings` are the endings of template
    files. `examine_template` returns a report on such a file, given its bytes, its name and a brand that names it but
    does not have its look yet. If the bytes are not a template, the report says so with an error. `templated` returns
    the brand with the fonts, colours and sizes of the template that it names, or the brand itself if it names none. It
    is called once for each file, before the document is fitted. `shows_logo` returns whether files made with a brand's
    template show the brand's logo, which is left out if the template has a picture in its place.

    `read_back` returns the text of a file of this format that people may have edited, so that it can be compared with a
    new one. If the file cannot be read, the result says why. The renderer records `document.made_from` in its files.
    """

    suffix: str = field(validator=_like(_ENDING, ".txt"))
    media_type: str = field(validator=_like(r"[!-~]+/[!-~]+( [!-~]+)*", "text/plain"))
    render: Callable[[Document, Brand], bytes] = field(validator=is_callable())
    caption: str = field(default="", validator=instance_of(str))
    hint: str = field(default="", validator=instance_of(str))
    in_pack: tuple[OfferedFile, ...] = field(default=(), converter=_as_tuple, validator=_OFFERED)
    on_site: tuple[OfferedFile, ...] = field(default=(), converter=_as_tuple, validator=_OFFERED)
    rank: int = field(default=100, validator=instance_of(int))
    frames: Callable[[Brand], Frames] | None = field(default=None, validator=_FUNCTION)
    reference: Callable[[Brand], bytes] | None = field(default=None, validator=_FUNCTION)
    uncovered: Callable[[Document, Brand], str] | None = field(default=None, validator=_FUNCTION)
    faults: Callable[[Document, Brand], tuple[Fault, ...]] | None = field(default=None, validator=_FUNCTION)
    template_endings: tuple[str, ...] = field(default=(), validator=deep_iterable(_like(_ENDING, ".potx")))
    examine_template: Callable[[bytes, str, Brand], TemplateReport] | None = field(default=None, validator=_FUNCTION)
    templated: Callable[[Brand], Brand] | None = field(default=None, validator=_FUNCTION)
    shows_logo: Callable[[Brand], bool] | None = field(default=None, validator=_FUNCTION)
    read_back: Callable[[bytes], EditedFile] | None = field(default=None, validator=_FUNCTION)
    projected: bool = field(default=False, validator=instance_of(bool))
    open_suffix: str = field(default="", validator=_like(rf"({_ENDING})?", ".odt"))
    restored: Callable[[bytes, bytes], bytes] | None = field(default=None, validator=_FUNCTION)
    instead: tuple[tuple[str, str], ...] = field(default=(), validator=deep_iterable(deep_iterable(instance_of(str))))


class RendererError(PluginError):
    """Error raised if a renderer cannot be used."""


class UnknownRenderer(RendererError):
    """Error raised if no installed renderer has the given name."""


RENDERERS = Plugins(GROUP, "renderer", Renderer, RendererError, UnknownRenderer)
names, package_of, renderer = RENDERERS.names, RENDERERS.package_of, RENDERERS.load


def caption_of(name: str) -> str:
    """Return a renderer's caption, or its name if it has none."""
    return renderer(name).caption or name


def frames_in(to: str, brand: Brand) -> Frames | None:
    """Return a format's frames, or None if its pages vary in size."""
    frames = renderer(to).frames
    return RENDERERS.call(to, Frames, frames, brand) if frames else None


def templated_brand(name: str, brand: Brand) -> Brand:
    """Return a brand with the look of its template, if any.

    Raises RendererError if the renderer cannot be used or fails. If the template is the cause, the message is the
    renderer's.
    """
    templated = renderer(name).templated
    try:
        return RENDERERS.call(name, Brand, templated, brand) if templated else brand
    except RendererError as error:
        cause, files = error.__cause__, (brand.reference.slides, brand.reference.guide)
        if isinstance(cause, ValueError) and any(file and f"'{file}'" in str(cause) for file in files):
            raise RendererError(str(cause)) from cause
        raise


def template_errors(brand: Brand) -> Iterator[tuple[str, RendererError | ContentError]]:
    """Yield the renderer and the error for each unusable template.

    A renderer's name is the key of its template in `brand.yaml`.
    """
    for name in names():
        if getattr(brand.reference, name, None):
            try:
                templated_brand(name, brand)
            except (RendererError, ContentError) as error:
                yield name, error


def templates_without_logo(brand: Brand) -> tuple[str, ...]:
    """Return the renderers whose template hides the brand's logo."""
    named = [name for name in names() if getattr(brand.reference, name, None)] if brand.shown_logo else []
    shown = ((name, renderer(name).shows_logo) for name in named)
    return tuple(name for name, shows in shown if shows and not RENDERERS.call(name, bool, shows, brand))


@frozen
class InstalledRenderers:
    """The usable renderers, and messages about the others."""

    usable: tuple[tuple[str, Renderer], ...]
    problems: tuple[str, ...]

    def in_pack(self, edition: str) -> Iterator[tuple[str, str]]:
        """Yield (renderer, file name) pairs for an edition's files in packs."""
        return ((name, file.name) for name, found in self.usable for file in found.in_pack if file.edition == edition)

    def on_site(self, edition: str) -> Iterator[tuple[str, str]]:
        """Yield (renderer, file name) pairs for an edition's files on the site."""
        return ((name, file.name) for name, found in self.usable for file in found.on_site if file.edition == edition)


def installed_renderers() -> InstalledRenderers:
    """Import all installed renderers, and return them ordered by rank and name."""
    loaded: list[tuple[str, Renderer]] = []
    problems = [*RENDERERS.malformed()]
    for name in names():
        try:
            loaded.append((name, renderer(name)))
        except RendererError as error:
            problems.append(str(error))
    usable: list[tuple[str, Renderer]] = []
    owners: dict[str, str] = {}
    for name, found in sorted(loaded, key=lambda pair: (pair[1].rank, pair[0])):
        problem = _offer_problem(found, owners)
        if problem:
            problems.append(f"{RENDERERS.whose(name)} {problem}")
        else:
            usable.append((name, found))
            owners |= dict.fromkeys(_file_names(found), name)
    return InstalledRenderers(tuple(usable), tuple(problems))


def _offer_problem(found: Renderer, owners: Mapping[str, str]) -> str:
    """Return a problem with a renderer's offered files, or an empty string.

    `owners` maps the name of each file already offered to the name of the renderer that offers it.
    """
    from coprod_content.editions.registry import UnknownEdition, edition_named  # too slow for processes of plugins

    for file in (*found.in_pack, *found.on_site):
        try:
            edition_named(file.edition)
        except UnknownEdition as error:
            return f"offers a file that cannot be made. {error} Report this to the authors of the package."
    clash = next((name for name in _file_names(found) if name in owners), "")
    if clash:
        return f"offers {clash}, and so does '{owners[clash]}'. Uninstall one of the two packages."
    return ""


def _file_names(found: Renderer) -> Iterator[str]:
    yield from (f"{file.name}{found.suffix} in packs" for file in found.in_pack)
    yield from (f"{file.name}{found.suffix} of {file.edition} on the site" for file in found.on_site)
