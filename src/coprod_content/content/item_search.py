"""Search criteria for content items."""

from typing import TypedDict, get_args

from coprod_content.content.field_types import Setting
from coprod_content.content.item_texts import texts
from coprod_content.content.item_titles import themes_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Film, Item, Tool, Workshop

SETTINGS: tuple[str, ...] = get_args(Setting)


class Criteria(TypedDict, total=False):
    """Search criteria. An item must meet all of them.

    A criterion that is missing or None is ignored. `theme` is the id or number of a theme. `purpose` is the id of a
    purpose. `minutes` is the time available. `people` is the number of people in the group. An item that suits both
    settings matches whichever `setting` is given. `text` contains words that must all occur in the item, in any order.
    Case is ignored.
    """

    theme: str | int | None
    purpose: str | None
    minutes: int | None
    people: int | None
    setting: Setting | None
    text: str | None


def meets(item: Item, criteria: Criteria) -> bool:
    """Return whether an item meets all criteria.

    An item that lacks the field for a criterion does not meet that criterion. Here the criterion `theme` must be an id:
    `Library.find` replaces the number of a theme with the id.
    """
    theme, purpose, text = criteria.get("theme"), criteria.get("purpose"), criteria.get("text")
    minutes, people, setting = criteria.get("minutes"), criteria.get("people"), criteria.get("setting")
    return (
        (theme is None or theme in themes_of(item))
        and (purpose is None or purpose in getattr(item, "purposes", ()))
        and (minutes is None or _fits_minutes(item, minutes))
        and (people is None or _fits_people(item, people))
        and (setting is None or setting_of(item) in (setting, "either"))
        and (text is None or _has_words(item, text))
    )


def setting_of(item: Item) -> Setting | None:
    """Return the setting in which an item can be used.

    A tool without a setting is for use in a room. Returns None if items of this kind have no setting.
    """
    found: Setting | None = getattr(item, "setting", None)
    return found or ("in-person" if isinstance(item, Tool) else None)


def _fits_minutes(item: Item, minutes: int) -> bool:
    match item:
        case Tool():
            return item.minutes.least <= minutes
        case Workshop():
            return item.minutes <= minutes
        case Film():
            return item.seconds <= minutes * 60
        case _:
            return False


def _fits_people(item: Item, people: int) -> bool:
    return isinstance(item, Tool | Workshop) and item.people.least <= people <= item.people.most


def _has_words(item: Item, text: str) -> bool:
    words = "\n".join([item.id, kind_of(item).name, *(each for _, each in texts(item))]).casefold()
    return all(word in words for word in text.casefold().split())
