"""Undo and redo. A form field holds the versions of a plan."""

import base64
import binascii
import json
import lzma
import re

from attrs import frozen

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.editing.form_reading import as_sent_back
from coprod_content.files.text_file import LARGEST_FILE

MOST_STEPS = 50
_LARGEST = 2 << 20
"""Maximum number of characters in `earlier`, and in `later`, not counting photos.

It is enough for 50 plans of 40,000 characters.
"""
_MEMORY = 64 << 20
_MARK = "\ue000photo "
_PHOTO, _NUMBERED = re.compile(r"[A-Za-z0-9+/]{4096,}=*"), re.compile(rf"{_MARK}(\d{{1,3}})")
_PRESET = 1
"""The lowest compression level at which 50 similar versions take up hardly more space than one."""

Version = tuple[str, str]
"""A draft's file name and YAML."""


@frozen
class History:
    """The versions of a plan that undo and redo restore.

    Undo restores the last version in `earlier`, and redo the last in `later`.
    """

    earlier: tuple[Version, ...] = ()
    later: tuple[Version, ...] = ()

    @classmethod
    def unpacked(cls, text: str) -> "History":
        """Read a history from the value of a form field.

        Return an empty history if the value is empty or damaged.
        """
        try:
            unpacker = lzma.LZMADecompressor(memlimit=_MEMORY)
            data = unpacker.decompress(base64.b64decode(text, validate=True), max_length=8 * _LARGEST + LARGEST_FILE)
            *versions, photos = json.loads(data)
            earlier, later = (
                tuple((str(name), _with_photos(plan, photos)) for name, plan in each) for each in versions
            )
        except (binascii.Error, lzma.LZMAError, EOFError, ValueError, TypeError, IndexError):
            return cls()
        return cls(earlier[-MOST_STEPS:], later[-MOST_STEPS:])

    @classmethod
    def of(cls, fields: FormFields, draft: Draft) -> "History":
        """Return the history in a submitted form.

        `draft` is the plan in the form. If it differs from the plan for which the page was made, that plan is added to
        the history, so that people can undo what they typed.
        """
        history, made = cls.unpacked(fields.one("history")), Draft.read(fields.one("plan").encode(), fields.one("name"))
        return history if draft in (made, as_sent_back(made)) else history.with_step(made)

    @property
    def packed(self) -> str:
        """The history as text for a form field.

        The text is empty if there is nothing to undo or redo.
        """
        if not (self.earlier or self.later):
            return ""
        photos: dict[str, int] = {}
        kept = [_kept(_without_photos(versions, photos)) for versions in (self.earlier, self.later)]
        data = json.dumps([*kept, list(photos)]).encode()
        return base64.b64encode(lzma.compress(data, preset=_PRESET)).decode()

    def with_step(self, before: Draft) -> "History":
        """Return the history after a change, with nothing left to redo.

        `before` is the draft before the change, which undo restores.
        """
        version = (before.name, before.text)
        if self.earlier[-1:] == (version,):
            return History(self.earlier)
        return History((*self.earlier, version)[-MOST_STEPS:])

    def undone(self, now: Draft) -> tuple[Draft, "History"] | None:
        """Undo a change: return the earlier draft, and the new history.

        `now` is the current draft, which redo restores. Return None if there is nothing to undo. Raises ContentError if
        the earlier draft cannot be read.
        """
        if not self.earlier:
            return None
        return _draft(self.earlier[-1]), History(self.earlier[:-1], (*self.later, (now.name, now.text)))

    def redone(self, now: Draft) -> tuple[Draft, "History"] | None:
        """Redo a change: return the later draft, and the new history.

        `now` is the current draft, which undo restores. Return None if there is nothing to redo. Raises ContentError if
        the later draft cannot be read.
        """
        if not self.later:
            return None
        return _draft(self.later[-1]), History((*self.earlier, (now.name, now.text)), self.later[:-1])


NO_HISTORY = History()


def _draft(version: Version) -> Draft:
    name, plan = version
    return Draft.read(plan.encode(), name)


def _without_photos(versions: tuple[Version, ...], photos: dict[str, int]) -> tuple[Version, ...]:
    """Return versions with each photo replaced by its number in `photos`.

    Photos that are not yet in `photos` are added to it.
    """

    def numbered(found: re.Match[str]) -> str:
        return f"{_MARK}{photos.setdefault(found[0], len(photos))}"

    return tuple((name, _PHOTO.sub(numbered, plan)) for name, plan in versions)


def _with_photos(plan: object, photos: list[str]) -> str:
    return _NUMBERED.sub(lambda found: str(photos[int(found[1])]), str(plan))


def _kept(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return as many of the latest versions as the size limit allows."""
    size, kept = 0, 0
    for name, plan in reversed(versions):
        size += len(name) + len(plan)
        if size > _LARGEST:
            break
        kept += 1
    return versions[len(versions) - kept :]
