"""Content roots: loading the library, the brand and workshops from them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from coprod_content.cli.console import complain, remind
from coprod_content.cli.errors import Stop, Usage
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.model import Workshop
from coprod_content.content.source import Source, display_path
from coprod_content.content.unknown_items import nearest_item, no_such_item
from coprod_content.files.root_files import is_yaml
from coprod_content.files.text_file import read_bytes
from coprod_content.findings.finding import ContentError, Finding, in_order
from coprod_content.loading import examine_with_advice

if TYPE_CHECKING:
    from coprod_content.brand.brand import Brand

T = TypeVar("T")
_INSTALL_PEOPLE = 'To draw them, install the extra: pip install "coprod-content[pictures]"'


def library_of(roots: Sequence[Path] | None) -> Library:
    """Load the library from content roots, and print any warnings. Raises ContentError."""
    return _printed(library_with_warnings(roots))


def with_clips(library: Library, films: Path | None) -> Library:
    """Return a library whose slides play the films in a folder.

    If `films` is None, the library is returned unchanged. Raises Stop if the films cannot be used.
    """
    if films is None:
        return library
    from coprod_content.files.films.made_films import UnusableFilm, film_clips

    try:
        return evolve(library, clips=film_clips(films, library))
    except UnusableFilm as problem:
        raise Stop(str(problem)) from problem


def brand_of(roots: Sequence[Path] | None) -> "Brand":
    """Load the brand from content roots, and print any warnings. Raises ContentError."""
    return _printed(brand_with_warnings(roots))


def _printed(loaded: tuple[T, Iterable[Finding]]) -> T:
    value, warnings = loaded
    for finding in warnings:
        complain(str(finding))
    return value


def library_with_warnings(roots: Sequence[Path] | None) -> tuple[Library, tuple[Finding, ...]]:
    """Load the library from content roots, and return it with any warnings.

    Raises ContentError if there are errors.
    """
    library, findings, advice = examine_with_advice(*(roots or ()))
    if library is None or any(finding.level == "error" for finding in findings):
        raise ContentError(findings)
    found = in_order((*findings, *advice))
    return library, tuple(finding for finding in found if finding.level == "warning")


def brand_with_warnings(roots: Sequence[Path] | None) -> "tuple[Brand, tuple[Finding, ...]]":
    """Load the brand from content roots, and return it with any warnings.

    Raises ContentError if there are errors.
    """
    from coprod_content.brand.load_brand import examine_brand
    from coprod_content.layout.font_problems import font_problems

    examined = examine_brand(*(roots or ()))
    findings = (*examined.findings, *map(examined.placed, font_problems(examined.brand) if examined.brand else ()))
    errors = [finding for finding in findings if finding.level == "error"]
    if examined.brand is None or errors:
        raise ContentError(errors)
    return examined.brand, findings


def remind_of_people(library: Library | None) -> None:
    """Say how to get pictures of people, if they are missing."""
    from coprod_content.illustration.open_peeps import is_installed

    if library and library.people and not is_installed():
        remind(f"Pictures of people are left out. {_INSTALL_PEOPLE}")


def workshop_named(id_: str, library: Library) -> Workshop:
    """Return the workshop with this id. Raises Usage if none has it."""
    try:
        return library.workshops[id_]
    except UnknownId as error:
        if error.why:
            raise Usage(error.why) from error
    what = no_such_item(id_, "workshop", library)
    near = nearest_item(id_, "workshop", library)
    raise Usage(f"{what[0].upper()}{what[1:]} {near} `coprod list workshops` shows them.".replace("  ", " "))


def with_files(wanted: Sequence[str], library: Library) -> tuple[tuple[str, ...], Library]:
    """Return the wanted ids, and the library with any workshop files added.

    Each name in `wanted` that ends in .yaml or .yml is that of a workshop file, and is replaced by the id of the
    workshop. Raises UnreadableFile if a file cannot be read, and ContentError if it is not a valid workshop.
    """
    from coprod_content.planner.workshop_file import read_workshop, with_workshop

    ids = []
    for id_ in wanted:
        if not is_yaml(Path(id_)):
            ids.append(id_)
            continue
        path = Path(id_)
        workshop = read_workshop(read_bytes(path, display_path(path)), display_path(path), library, path.parent)
        workshop = evolve(workshop, source=Source(path.parent.as_posix(), path.name))
        library = with_workshop(library, workshop)
        ids.append(workshop.id)
    return tuple(ids), library
