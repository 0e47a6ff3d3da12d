"""Making a new copy of a file that people edited."""

from pathlib import PurePath

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.model.film import Clip
from coprod_content.document.recipe import recipe_in
from coprod_content.packs.build import BuiltFile, make
from coprod_content.plugins.edited_file import EditedFile
from coprod_content.plugins.renderers import RENDERERS, installed_renderers

CHANGED_SINCE = (
    "The content, the brand or coprod has changed since this file was made, so some differences may come from that."
)
NOT_TAKEN_BACK = (
    "nothing was taken back, because the library, your content root or the brand has changed since the file was made. "
    "Compare it with `coprod compare` and edit the content yourself, or make the file again and repeat the changes."
)

_POSTER = bytes.fromhex("ffd8 ffc0 000b 08 0009 0010 01 011100 ffd9")
"""The start of a JPEG picture of 16 by 9 pixels, in place of a film's poster: only text is compared."""


class NotComparable(ValueError):
    """Error raised if a file cannot be compared.

    The message says why, and what to do.
    """


@frozen
class Comparison:
    """An edited file and a new copy of it.

    Both are as a renderer reads them back. `built` is the new copy as it was made. `changed_since` is true if the text
    of the new copy differs from that of the original, before anyone edited it.
    """

    edited: EditedFile
    new: EditedFile
    built: BuiltFile
    changed_since: bool


def comparison(data: bytes, name: str, library: Library, brand: Brand) -> Comparison:
    """Read an edited file, and make it again.

    `name` is the name of the file in messages. Raises NotComparable, and any error that `make` raises.
    """
    ending = PurePath(name).suffix.lower()
    found = next(((n, r) for n, r in installed_renderers().usable if r.read_back and r.suffix == ending), None)
    if found is None or found[1].read_back is None:
        known = ", ".join(dict.fromkeys(r.suffix for _, r in installed_renderers().usable if r.read_back))
        way_out = "Make the same material in one of these formats, edit that file, and compare it."
        raise NotComparable(f"{name}: only these files can be compared: {known}. {way_out}")
    to, read_back = found[0], found[1].read_back
    edited = RENDERERS.call(to, EditedFile, read_back, data)
    if edited.problem:
        raise NotComparable(f"{name} {edited.problem}")
    recipe = recipe_in(edited.made_from)
    if recipe is None:
        what = (
            "does not record what it was made from. Files from other programs and from older versions of coprod do not."
        )
        raise NotComparable(f"{name} {what}")
    clips = tuple((id_, Clip(film=b"", poster=_POSTER, captions=b"", seconds=seconds)) for id_, seconds in recipe.films)
    try:
        built = make(recipe.edition, to, evolve(library, clips=clips), brand, recipe.select, access=recipe.access)
    except UnknownId as error:
        way_out = "If it was made from a workshop file, name that file too, or the content root with --root."
        raise NotComparable(f"{name} cannot be made again: {error} {way_out}") from error
    if built.data is None:
        raise NotComparable(f"{name}: the file can no longer be made. `coprod check` says why.")
    made = recipe_in(built.document.made_from)
    changed = made is None or made.words != recipe.words
    return Comparison(edited, RENDERERS.call(to, EditedFile, read_back, built.data), built, changed)
