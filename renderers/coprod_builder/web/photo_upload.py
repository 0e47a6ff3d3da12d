"""Adding an uploaded photo to a plan."""

import re
from typing import get_args

from coprod_builder.editing.agenda_edits import EditOutcome
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import element_id
from coprod_builder.editing.history import History
from coprod_builder.editing.plan_values import field_path
from coprod_content.content.field_types import PhotoName

_HOLDER = re.compile(r"(?:event|agenda\[([1-9]\d?)\])\.picture")


def is_holder(name: str, draft: Draft) -> bool:
    """Return whether a field of a draft can hold a photo."""
    found = _HOLDER.fullmatch(name)
    return found is not None and (not found[1] or int(found[1]) <= len(draft.item_paths))


def with_photo(draft: Draft, holder: str, name: str, data: str, history: History) -> EditOutcome:
    """Return a draft with an added photo, and how to show it.

    `holder` is the field to which the photo is added. `name` is the name of the uploaded file, and `data` the photo as
    base64 text. `history` is the history before the change.
    """
    path = field_path(holder)
    changed = draft.with_fields([((*path, "file"), _file_name(name)), ((*path, "data"), data)])
    message = "The photo was added. Now say what it shows and who agreed to it."
    return EditOutcome(
        draft=changed,
        history=history.with_step(draft),
        message=message,
        opened=_item(path),
        focus=element_id(f"{holder}.alt"),
    )


def without_photo(draft: Draft, holder: str, problem: str, history: History) -> EditOutcome:
    """Return the same draft, with the reason why no photo was added."""
    return EditOutcome(draft=draft, notes=(problem,), opened=_item(field_path(holder)), history=history)


def _item(path: tuple[str | int, ...]) -> int | None:
    at = path[1] if path else None
    return at if isinstance(at, int) else None


def _file_name(name: str) -> str:
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    return last if re.fullmatch(get_args(PhotoName)[1].regex, last) else "photo.jpg"
